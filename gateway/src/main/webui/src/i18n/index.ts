import { createI18n, useI18n } from 'vue-i18n'
import { common } from './common'
import { remember, remembered } from '@/domain/remembered'

export type Locale = 'zh-CN' | 'en'
/** One thing said in both languages. */
export type Words = Record<Locale, string>

const KEY = 'onegrid.locale'

export const i18n = createI18n({
  legacy: false,
  locale: remembered<Locale>(KEY, 'zh-CN'),
  fallbackLocale: 'zh-CN',
  messages: common,
  missingWarn: false,
  fallbackWarn: false,
})

/** Messages of one page folder; the type makes English mirror Chinese. */
export function defineMessages<T>(zh: T, en: T): Record<Locale, T> {
  return { 'zh-CN': zh, en }
}

/** The messages of several screens as one; each brings keys of its own. */
export function joinMessages(...parts: Record<Locale, object>[]): Record<Locale, object> {
  const of = (locale: Locale) => Object.assign({}, ...parts.map((part) => part[locale])) as object
  return { 'zh-CN': of('zh-CN'), en: of('en') }
}

/** `t` over the messages of a page folder; what is missing there is looked up in the common ones. */
export function usePageMessages<T>(messages: Record<Locale, T>) {
  const composer = useI18n({
    useScope: 'local',
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    messages: messages as any,
    missingWarn: false,
    fallbackWarn: false,
  })
  return { t: composer.t as (key: string, named?: Record<string, unknown>) => string }
}

export function currentLocale(): Locale {
  return i18n.global.locale.value as Locale
}

export function setLocale(locale: Locale) {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  remember(KEY, locale)
}

document.documentElement.lang = currentLocale()
