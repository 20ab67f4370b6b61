import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import type { PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'
import { sendWaiting } from './sending'

/** What TypeScript's page library does not know of a worker. */
interface WorkerScope {
  __PHONE_FILES: PrecacheEntry[]
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (
    type: 'activate' | 'message' | 'sync',
    listener: (event: { data?: unknown; tag?: string; waitUntil: (work: Promise<unknown>) => void }) => void,
  ) => void
}
declare const self: WorkerScope

precacheAndRoute(self.__PHONE_FILES)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/phone(\/|\?|$)/] }),
)

// Shapes, cards, matters and units are public. Of everything else under /api nothing is kept here.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && /^\/api\/(grids\/(geojson|\d+)|grids|matters|units)$/.test(url.pathname),
  new NetworkFirst({ cacheName: 'onegrid-phone-public', networkTimeoutSeconds: 4 }),
)

// The page that brought the worker is served by it from then on: what it reads is at hand in the stairwell.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// Only when the person says so: a page must not lose its parts in the middle of a sentence.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

// Where the browser can: sends when the network is back, also when the page is closed.
self.addEventListener('sync', (event) => {
  if (event.tag !== 'onegrid-outbox') return
  event.waitUntil(
    sendWaiting().then((ended) => {
      if (ended === 'away') throw new Error('still no network')
    }),
  )
})
