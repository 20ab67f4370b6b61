import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { classBar } from './classBar'
import { drawClasses } from './classChart'

const REM = 16
let box: HTMLElement
let chart: ReturnType<typeof drawClasses>

beforeEach(() => {
  document.documentElement.style.fontSize = `${REM}px`
  box = document.createElement('div')
  vi.spyOn(box, 'clientWidth', 'get').mockReturnValue(400)
  sized(1)
  chart = drawClasses(box, () => undefined)
})
afterEach(() => {
  chart.end()
  document.documentElement.style.fontSize = ''
})

/** jsdom lays nothing out: the box as the page makes it for so many classes. */
function sized(classes: number) {
  const height = (classes * classBar.pitch + 2 * classBar.edge) * REM
  vi.spyOn(box, 'clientHeight', 'get').mockReturnValue(height)
}
/** Draws so many classes; the bars as they stand, from top to bottom. */
function drawn(classes: number) {
  sized(classes)
  chart.update(Array.from({ length: classes }, (_, at) => ({ name: `第${at + 1}类`, open: classes - at })))
  return [...box.querySelectorAll('path')]
    .map((path) => {
      const corners = [...path.getAttribute('d')!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)]
      const ys = corners.map((corner) => Number(corner[2]))
      return {
        left: Number(corners[0]![1]),
        top: Math.min(...ys),
        thickness: Math.max(...ys) - Math.min(...ys),
      }
    })
    .sort((a, b) => a.top - b.top)
}

test.each([1, 2, 3, 7, 12])('with %i classes every bar is as thick and stands apart', (classes) => {
  const bars = drawn(classes)

  expect(bars).toHaveLength(classes)
  bars.forEach((bar, at) => {
    expect(bar.left).toBe(bars[0]!.left)
    expect(bar.thickness).toBeCloseTo(classBar.thickness * REM, 0)
    expect(bar.top - bars[0]!.top).toBeCloseTo(at * classBar.pitch * REM, 0)
  })
})

test('a class that comes up while one looks has its own place at once', () => {
  drawn(1)

  const [first, second] = drawn(2)

  expect(second!.top - first!.top).toBeCloseTo(classBar.pitch * REM, 0)
})
