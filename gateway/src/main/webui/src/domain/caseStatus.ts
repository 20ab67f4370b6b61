import type { Words } from '@/i18n'
import type { IconName } from '@/components/icons'

export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'danger'
/** Colour, word and shape of a status; never the colour alone. */
export interface StatusRow {
  label: Words
  tone: Tone
  icon: IconName
}
/**
 * What a resident waits for: 1 filing, 2 somebody to take it, 3 the answer, 4 the check, 5 their own
 * rating; 6 = nothing more, 0 = left the line.
 */
export type Step = 0 | 1 | 2 | 3 | 4 | 5 | 6
export interface CaseStatusRow extends StatusRow {
  step: Step
  open: boolean
}

const row = (zh: string, en: string, tone: Tone, icon: IconName, step: Step, open = true): CaseStatusRow => ({
  label: { 'zh-CN': zh, en },
  tone,
  icon,
  step,
  open,
})

export const caseStatus = {
  REPORTED: row('待立案', 'Received', 'neutral', 'dashed', 1),
  FILED: row('已立案', 'Filed', 'primary', 'ring', 2),
  SELF_HANDLING: row('网格自办', 'Handled in the grid', 'primary', 'half', 3),
  DISPATCHED: row('已派遣', 'Dispatched', 'primary', 'arrow', 2),
  RETURN_REQUESTED: row('申请退回', 'Return asked', 'warning', 'back', 2),
  ACCEPTED: row('已接单', 'Accepted', 'primary', 'half', 3),
  IN_PROGRESS: row('处理中', 'In progress', 'primary', 'half', 3),
  SUSPENDED: row('挂账', 'Suspended', 'warning', 'pause', 3),
  FEEDBACK: row('已反馈', 'Answered', 'primary', 'speech', 4),
  VERIFYING: row('待核查', 'To be checked', 'warning', 'lens', 4),
  CLOSED: row('已结案', 'Closed', 'success', 'check', 5, false),
  EVALUATED: row('已评价', 'Rated', 'success', 'star', 6, false),
  ARCHIVED: row('已归档', 'Archived', 'neutral', 'box', 6, false),
  REJECTED: row('不予受理', 'Not accepted', 'danger', 'cross', 0, false),
  DIVERTED: row('已分流', 'Sent elsewhere', 'neutral', 'fork', 0, false),
  MERGED: row('已合并', 'Merged', 'neutral', 'merge', 0, false),
  CANCELLED: row('已撤销', 'Cancelled', 'neutral', 'minus', 0, false),
} satisfies Record<string, CaseStatusRow>

export type CaseStatus = keyof typeof caseStatus

/** The server tells the story in Chinese; in English the status itself has to say it. */
export function sayStatus(status: string, text: string, locale: string): string {
  return locale === 'en' ? caseStatusRow(status).label.en : text
}

/** A status that this build does not know yet is still shown, in its own name. */
export function caseStatusRow(status: string): CaseStatusRow {
  return (caseStatus as Record<string, CaseStatusRow>)[status] ?? row(status, status, 'neutral', 'ring', 3)
}
