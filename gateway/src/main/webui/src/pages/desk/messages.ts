import { defineMessages, joinMessages } from '@/i18n'
import { caseMessages } from './caseMessages'
import { inboxMessages } from './inboxMessages'
import { moveMessages } from './moveMessages'
import { staffReportMessages } from './staffReportMessages'
import { taskMessages } from './taskMessages'

const zh = {
  name: '工作台',
  nav: {
    label: '工作台栏目',
    inbox: '事项',
    report: '代为上报',
    grids: '网格联动',
    party: '党建联动',
    property: '物业工单',
    'new-sector': '新兴领域联动',
    tasks: '联动任务',
    centre: '指挥中心',
  },
  whoami: '{post} · {scope}',
  wholeDistrict: '全区',
  signIn: {
    title: '请先登录',
    why: '工作台供社区、街道、部门、物业和党组织的工作人员使用。居民上报和查询不用登录。',
    go: '登录工作台',
    portal: '我是居民，去上报',
  },
  noRole: {
    title: '您的岗位不用这一页',
    why: '您已登录，但账号的岗位没有这部分工作。需要开通请联系区指挥中心。',
    back: '回到事项',
  },
  notFound: { title: '没有找到', why: '编号不对，或者它不在您负责的范围内。', back: '回到事项' },
  loading: '正在读取',
  retry: '再试一次',
  problem: '没有读到：{why}',
  lost: '{time} 起连接中断，正在重连；下面的内容停在那时。',
  live: '实时',
}

const en: typeof zh = {
  name: 'Desk',
  nav: {
    label: 'Parts of the desk',
    inbox: 'Matters',
    report: 'New report',
    grids: 'Grid tasks',
    party: 'Party tasks',
    property: 'Work orders',
    'new-sector': 'New-sector tasks',
    tasks: 'Linkage tasks',
    centre: 'Command centre',
  },
  whoami: '{post} · {scope}',
  wholeDistrict: 'whole district',
  signIn: {
    title: 'Please sign in',
    why: 'The desk is for staff of communities, streets, departments, property companies and party organisations. Residents report and track without an account.',
    go: 'Sign in to the desk',
    portal: 'I am a resident: report a matter',
  },
  noRole: {
    title: 'Your post does not use this page',
    why: 'You are signed in, but your post has no work here. Ask the district command centre if you need it.',
    back: 'Back to the matters',
  },
  notFound: {
    title: 'Not found',
    why: 'The number is wrong, or it lies outside your area.',
    back: 'Back to the matters',
  },
  loading: 'Loading',
  retry: 'Try again',
  problem: 'Could not be read: {why}',
  lost: 'Connection lost since {time}; reconnecting. What you see is from then.',
  live: 'Live',
}

/** All words of the desk: its own and those of its screens, which speak of each other's things. */
export const deskMessages = joinMessages(
  defineMessages(zh, en),
  inboxMessages,
  caseMessages,
  moveMessages,
  taskMessages,
  staffReportMessages,
)
