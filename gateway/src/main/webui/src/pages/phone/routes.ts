import type { RouteRecordRaw } from 'vue-router'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

export default [
  {
    path: '/phone',
    component: () => import('./MattersPage.vue'),
    meta: { shell: 'phone', title: title('待办 · 网格通', 'My matters') },
  },
  {
    path: '/phone/cases/:id',
    props: true,
    component: () => import('./MatterPage.vue'),
    meta: { shell: 'phone', title: title('事项 · 网格通', 'Matter') },
  },
  {
    path: '/phone/grid',
    component: () => import('./MyGridPage.vue'),
    meta: { shell: 'phone', title: title('我的网格 · 网格通', 'My grid') },
  },
  {
    path: '/phone/report',
    component: () => import('./QuickReportPage.vue'),
    meta: { shell: 'phone', title: title('上报 · 网格通', 'Report') },
  },
  {
    path: '/phone/more',
    component: () => import('./MorePage.vue'),
    meta: { shell: 'phone', title: title('发送与设置 · 网格通', 'Outbox and settings') },
  },
] satisfies RouteRecordRaw[]
