import type { StatusRow, Tone } from './caseStatus'
import type { IconName } from '@/components/icons'

const row = (zh: string, en: string, tone: Tone, icon: IconName): StatusRow => ({
  label: { 'zh-CN': zh, en },
  tone,
  icon,
})

/** Status of a directive, on the board of a linkage and in the task lists of the services. */
export const taskStatus = {
  ISSUED: row('已发出', 'Sent', 'neutral', 'dashed'),
  RECEIVED: row('待接受', 'To answer', 'warning', 'ring'),
  ACCEPTED: row('已接受', 'Accepted', 'primary', 'half'),
  IN_PROGRESS: row('进行中', 'In progress', 'primary', 'half'),
  COMPLETED: row('已完成', 'Done', 'success', 'check'),
  DECLINED: row('已谢绝', 'Declined', 'danger', 'cross'),
  WAIVED: row('已免除', 'Waived', 'neutral', 'minus'),
  WITHDRAWN: row('已收回', 'Withdrawn', 'neutral', 'minus'),
} satisfies Record<string, StatusRow>

export function taskStatusRow(status: string): StatusRow {
  return (taskStatus as Record<string, StatusRow>)[status] ?? row(status, status, 'neutral', 'ring')
}
