import { defineMessages } from '@/i18n'
import { taskDetailMessages } from './taskDetailMessages'

const zh = {
  tasks: {
    title: '{area}任务',
    views: { label: '范围', open: '未完成', done: '已完成', all: '全部' },
    areas: { grids: '网格任务', party: '党建任务', property: '物业任务', 'new-sector': '新兴领域任务' },
    areaWhy: {
      grids: '邻近网格和部门一起看住、帮忙。',
      party: '召集报到单位和党员。',
      property: '物业公司按工单响应。',
      'new-sector': '请附近驿站、企业和工会帮忙或知会。',
    },
    empty: {
      open: '没有未完成的任务。大事联动时会自动派到这里。',
      done: '还没有办完的任务。',
      all: '还没有任务。',
    },
    columns: { number: '案件', matter: '事项', place: '地点', status: '状态', due: '答复期限' },
    kinds: { WORK_ORDER: '工单', CALL_UP: '召集', ASSIST: '协助', NEIGHBOURS: '邻格协防' },
    statuses: {
      ISSUED: '已下达',
      RECEIVED: '待接受',
      ACCEPTED: '已接受',
      DECLINED: '不接',
      IN_PROGRESS: '进行中',
      COMPLETED: '已完成',
      WITHDRAWN: '已撤回',
      WAIVED: '免办',
    },
    urged: '催办 {n} 次',
    instruction: '要做什么',
    why: '为什么找到我们：{text}',
    case: '看案件 {number}',
    respondBy: '答复期限',
    dueAt: '办结期限',
    received: '收到',
    history: '过程',
    moves: { accept: '接受', decline: '不接', progress: '报进展', complete: '办完' },
    hints: {
      accept: '接受后请按时报进展。',
      decline: '写明理由，指挥中心会改派或免办。',
      progress: '现在做到哪一步。',
      complete: '写明做了什么。',
    },
    fields: { accept: '说明', decline: '不接的理由', progress: '进展', complete: '办理结果' },
    noMoves: '这项任务现在不用您操作。',
    ...taskDetailMessages['zh-CN'],
  },
}

const en: typeof zh = {
  tasks: {
    title: '{area}',
    views: { label: 'Scope', open: 'Open', done: 'Done', all: 'All' },
    areas: {
      grids: 'Grid tasks',
      party: 'Party tasks',
      property: 'Property tasks',
      'new-sector': 'New-sector tasks',
    },
    areaWhy: {
      grids: 'Neighbouring grids and units watch and help.',
      party: 'Call up reported-in units and members.',
      property: 'The property company answers a work order.',
      'new-sector': 'Ask stations, enterprises and unions near by.',
    },
    empty: {
      open: 'No open tasks. A linkage sends them here by itself.',
      done: 'No finished tasks yet.',
      all: 'No tasks yet.',
    },
    columns: { number: 'Case', matter: 'Matter', place: 'Place', status: 'Status', due: 'Answer by' },
    kinds: { WORK_ORDER: 'Work order', CALL_UP: 'Call-up', ASSIST: 'Assist', NEIGHBOURS: 'Neighbours' },
    statuses: {
      ISSUED: 'Issued',
      RECEIVED: 'To answer',
      ACCEPTED: 'Accepted',
      DECLINED: 'Declined',
      IN_PROGRESS: 'In progress',
      COMPLETED: 'Completed',
      WITHDRAWN: 'Withdrawn',
      WAIVED: 'Waived',
    },
    urged: 'urged {n}×',
    instruction: 'What to do',
    why: 'Why it came to us: {text}',
    case: 'See case {number}',
    respondBy: 'Answer by',
    dueAt: 'Finish by',
    received: 'Received',
    history: 'History',
    moves: { accept: 'Accept', decline: 'Decline', progress: 'Report progress', complete: 'Complete' },
    hints: {
      accept: 'Report progress in time.',
      decline: 'Say why; the centre sends it elsewhere or waives it.',
      progress: 'How far it is now.',
      complete: 'Say what was done.',
    },
    fields: { accept: 'Note', decline: 'Reason for declining', progress: 'Progress', complete: 'Result' },
    noMoves: 'Nothing for you to do in this task now.',
    ...taskDetailMessages.en,
  },
}

export const taskMessages = defineMessages(zh, en)
