import type { Locale } from '@/i18n'

const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Parts {
  year: number
  month: number
  day: number
  clock: string
}

function parts(at: Date): Parts {
  const found = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const of = (type: string) => found.find((part) => part.type === type)!.value
  return {
    year: +of('year'),
    month: +of('month'),
    day: +of('day'),
    clock: `${of('hour')}:${of('minute')}`,
  }
}

function daysBetween(from: Parts, to: Parts) {
  return Math.round(
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY,
  )
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As people say it: 今天17:00, 明天09:30, 11月25日17:00. Always the district's own clock. */
export function sayTime(iso: string, locale: Locale, now = new Date()): string {
  const at = parts(new Date(iso))
  const today = parts(now)
  const days = daysBetween(today, at)
  if (locale === 'en') {
    const near: Record<number, string> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' }
    const day =
      near[days] ?? `${at.day} ${MONTHS[at.month - 1]}${at.year === today.year ? '' : ` ${at.year}`}`
    return `${day} ${at.clock}`
  }
  const near: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }
  return (near[days] ?? `${at.year === today.year ? '' : `${at.year}年`}${at.month}月${at.day}日`) + at.clock
}

/** A deadline: 今天17:00前, or 已超过2小时. */
export function sayDue(iso: string, locale: Locale, now = new Date()): string {
  const late = now.getTime() - new Date(iso).getTime()
  if (late > 0)
    return locale === 'en' ? `overdue by ${sayLength(late, 'en')}` : `已超过${sayLength(late, 'zh-CN')}`
  return locale === 'en' ? `by ${sayTime(iso, locale, now)}` : `${sayTime(iso, locale, now)}前`
}

/** A length of time in its largest fitting unit. */
export function sayLength(milliseconds: number, locale: Locale): string {
  const [amount, zh, en] =
    milliseconds >= DAY
      ? [Math.floor(milliseconds / DAY), '天', 'day']
      : milliseconds >= HOUR
        ? [Math.floor(milliseconds / HOUR), '小时', 'hour']
        : [Math.max(1, Math.floor(milliseconds / MINUTE)), '分钟', 'minute']
  return locale === 'en' ? `${amount} ${en}${amount === 1 ? '' : 's'}` : `${amount}${zh}`
}

/** The exact time for the one who wants it: 2026-11-22 17:00. */
export function exactTime(iso: string): string {
  const at = parts(new Date(iso))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.year}-${two(at.month)}-${two(at.day)} ${at.clock}`
}
