import type { RouteRecordRaw } from 'vue-router'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

export default [
  {
    path: '/centre',
    component: () => import('./CentrePage.vue'),
    meta: { shell: 'staff', title: title('指挥中心', 'Command centre') },
  },
  {
    path: '/centre/linkages/:id',
    props: true,
    component: () => import('./LinkagePage.vue'),
    meta: { shell: 'staff', title: title('联动', 'Linkage') },
  },
  {
    path: '/centre/policy',
    component: () => import('./PolicyPage.vue'),
    meta: { shell: 'staff', title: title('升级规则', 'Escalation rules') },
  },
] satisfies RouteRecordRaw[]
