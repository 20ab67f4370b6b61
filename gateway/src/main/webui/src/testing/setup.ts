import '@testing-library/jest-dom/vitest'
import { afterEach, beforeEach, vi } from 'vitest'
import { cleanup, configure } from '@testing-library/vue'
import { forgetShapes } from '@/api/grids'
import { me } from '@/api/me'
import { setElderMode } from '@/domain/elderMode'
import { setLocale } from '@/i18n'

// How long to wait for what will appear: long enough for a machine that is busy with the whole stack.
configure({ asyncUtilTimeout: 15_000 })

// jsdom draws nothing: what a browser has and jsdom lacks.
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// Maps and charts load when seen; in tests everything is seen at once.
globalThis.IntersectionObserver ??= class {
  constructor(private readonly seen: IntersectionObserverCallback) {}
  observe(target: Element) {
    this.seen(
      [{ isIntersecting: true, target } as IntersectionObserverEntry],
      this as unknown as IntersectionObserver,
    )
  }
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
} as unknown as typeof IntersectionObserver

beforeEach(() => {
  localStorage.clear()
  setLocale('zh-CN')
  setElderMode(false)
  forgetShapes()
  me.value = null
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

// Leaflet asks for this before it draws SVG; jsdom has the element without it.
Object.assign(SVGSVGElement.prototype, { createSVGRect: () => ({}) })
// Photos are painted in a real browser only.
HTMLCanvasElement.prototype.getContext = () => null
