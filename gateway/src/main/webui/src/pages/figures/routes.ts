import type { RouteRecordRaw } from 'vue-router'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

export default [
  {
    path: '/figures',
    component: () => import('./FiguresPage.vue'),
    meta: { shell: 'staff', title: title('指标', 'Figures') },
  },
  {
    path: '/figures/:figure/cases',
    props: true,
    component: () => import('./BehindPage.vue'),
    meta: { shell: 'staff', title: title('指标明细', 'Cases behind a figure') },
  },
] satisfies RouteRecordRaw[]
