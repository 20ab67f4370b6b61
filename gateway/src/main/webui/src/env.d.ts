import 'vue-router'
import type { Words } from '@/i18n'

declare module 'vue-router' {
  interface RouteMeta {
    /** Which frame stands around the page. */
    shell?: 'portal' | 'staff' | 'phone'
    /** Title of the browser tab. */
    title?: Words
    /** `wall` shows the page on dark ground for a screen on the wall. */
    theme?: 'light' | 'wall'
  }
}
