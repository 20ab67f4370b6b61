import type { RouteRecordRaw } from 'vue-router'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })

export default [
  {
    path: '/desk',
    component: () => import('./InboxPage.vue'),
    meta: { shell: 'staff', title: title('事项', 'Matters') },
  },
  {
    path: '/desk/report',
    component: () => import('./StaffReportPage.vue'),
    meta: { shell: 'staff', title: title('代为上报', 'New report') },
  },
  {
    path: '/desk/cases/:id',
    props: true,
    component: () => import('./CasePage.vue'),
    meta: { shell: 'staff', title: title('案件', 'Case') },
  },
  {
    path: '/desk/tasks/:area(grids|party|property|new-sector)',
    props: true,
    component: () => import('./TasksPage.vue'),
    meta: { shell: 'staff', title: title('联动任务', 'Linkage tasks') },
  },
  {
    path: '/desk/tasks/:area(grids|party|property|new-sector)/:id',
    props: true,
    component: () => import('./TaskPage.vue'),
    meta: { shell: 'staff', title: title('联动任务', 'Linkage task') },
  },
  {
    path: '/desk/posts',
    component: () => import('./posts/VacanciesPage.vue'),
    meta: { shell: 'staff', title: title('网格岗位', 'Posts of grids') },
  },
  {
    path: '/desk/posts/:code(\\d+)',
    props: true,
    component: () => import('./posts/GridDeskPage.vue'),
    meta: { shell: 'staff', title: title('网格岗位', 'Posts of a grid') },
  },
  { path: '/desk/clients', component: () => import('./clients/ClientsPage.vue'), meta: { shell: 'staff', title: title('接入系统', 'District systems') } }, // prettier-ignore
  { path: '/desk/hooks', component: () => import('./hooks/HooksPage.vue'), meta: { shell: 'staff', title: title('事件推送', 'Webhooks') } }, // prettier-ignore
  { path: '/desk/hooks/:id', props: true, component: () => import('./hooks/HookPage.vue'), meta: { shell: 'staff', title: title('事件推送', 'Webhook') } }, // prettier-ignore
] satisfies RouteRecordRaw[]
