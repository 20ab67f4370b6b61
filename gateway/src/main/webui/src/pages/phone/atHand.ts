import { childGrids, gridCard, gridShapes } from '@/api/grids'
import { matters, units } from '@/api/catalogue'

/** A community sees its grids; everybody else the own one. */
export const levelOf = (scope: string) =>
  scope.length <= 9 ? 2 : scope.length <= 12 ? 3 : [15, 17, 19].indexOf(scope.length) + 3

/** Reads once what the phone must have when there is no network: public things only, which the worker keeps. */
export async function bringAtHand(scopes: readonly string[]) {
  if (!navigator.serviceWorker) return
  await navigator.serviceWorker.ready
  if (!navigator.serviceWorker.controller)
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
  const reads = scopes
    .slice(0, 3)
    .flatMap((scope) => [gridCard(scope), childGrids(scope), gridShapes(levelOf(scope), scope)])
  await Promise.allSettled([...reads, gridShapes(0), matters(), units()])
}
