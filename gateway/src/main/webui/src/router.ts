import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

// Desk, centre, figures and phone keep their routes in their own folder: `pages/<entrance>/routes.ts`.
const staffRoutes = import.meta.glob<{ default: RouteRecordRaw[] }>(
  './pages/{desk,centre,figures,phone}/routes.ts',
  { eager: true },
)

export const routes: RouteRecordRaw[] = [
  {
    path: '/',
    component: () => import('./pages/home/HomePage.vue'),
    meta: { title: { 'zh-CN': '祥符区网格服务', en: 'Xiangfu Grid Service' } },
  },
  {
    path: '/report',
    component: () => import('./pages/report/ReportPage.vue'),
    meta: { title: { 'zh-CN': '我要报事', en: 'Report a matter' } },
  },
  {
    path: '/track',
    component: () => import('./pages/track/FindPage.vue'),
    meta: { title: { 'zh-CN': '查进度', en: 'Follow a matter' } },
  },
  {
    path: '/track/:number',
    props: true,
    component: () => import('./pages/track/TrackPage.vue'),
    meta: { title: { 'zh-CN': '事项进度', en: 'Progress of a matter' } },
  },
  {
    path: '/grids/:code',
    props: true,
    component: () => import('./pages/grid-card/GridCardPage.vue'),
    meta: { title: { 'zh-CN': '网格公示牌', en: 'Grid card' } },
  },
  { path: '/developers', component: () => import('./pages/developers/DevelopersPage.vue'), meta: { title: { 'zh-CN': '接口文档', en: 'For district systems' } } }, // prettier-ignore
  { path: '/grids', component: () => import('./pages/grids/GridsPage.vue'), meta: { shell: 'staff', title: { 'zh-CN': '网格与边界', en: 'Grids and boundaries' } } }, // prettier-ignore
  {
    path: '/grids/:code/duties/:duty(party-work|opinions|service-by-proxy|disputes)',
    props: true,
    component: () => import('./pages/grid-card/DutyPage.vue'),
    meta: { title: { 'zh-CN': '网格职责', en: 'Duty of a grid' } },
  },
  { path: '/open-data', component: () => import('./pages/open-data/OpenDataPage.vue'), meta: { title: { 'zh-CN': '开放数据', en: 'Open data' } } }, // prettier-ignore
  ...Object.values(staffRoutes).flatMap((module) => module.default),
  {
    path: '/:rest(.*)*',
    component: () => import('./pages/home/NotFoundPage.vue'),
    meta: { title: { 'zh-CN': '没有这个页面', en: 'No such page' } },
  },
]

export const createAppRouter = (history = createWebHistory()) =>
  createRouter({
    history,
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
