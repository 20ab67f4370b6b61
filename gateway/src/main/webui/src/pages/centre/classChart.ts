import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { classBar } from './classBar'

use([BarChart, GridComponent, SVGRenderer])

export interface ClassLoad {
  name: string
  open: number
}

/** Horizontal bars from zero, each labelled with its number; a click names the class. */
export function drawClasses(element: HTMLElement, onSelect: (name: string) => void) {
  const chart = init(element, null, { renderer: 'svg' })
  const resized = new ResizeObserver(() => chart.resize())
  resized.observe(element)
  chart.on('click', (event) => onSelect(String(event.name)))
  return {
    update(classes: readonly ClassLoad[]) {
      const style = getComputedStyle(document.documentElement)
      const token = (name: string) => style.getPropertyValue(name).trim()
      const rem = parseFloat(style.fontSize)
      const font = { color: token('--ink'), fontSize: rem * 0.875, fontFamily: token('--font') }
      const rows = [...classes].reverse()
      // First the box, then the bars, and no bar on its way: whoever looks sees each at its place.
      chart.resize()
      chart.setOption({
        animation: false,
        grid: {
          left: 0,
          right: rem * 2.75,
          top: rem * classBar.edge,
          bottom: rem * classBar.edge,
          outerBoundsMode: 'same',
          outerBoundsContain: 'axisLabel',
        },
        xAxis: { type: 'value', min: 0, show: false },
        yAxis: {
          type: 'category',
          data: rows.map((row) => row.name),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: { ...font, interval: 0, width: rem * 9, overflow: 'truncate' },
        },
        series: [
          {
            type: 'bar',
            data: rows.map((row) => row.open),
            barWidth: rem * classBar.thickness,
            itemStyle: { color: token('--heat-3'), borderRadius: [0, 3, 3, 0] },
            label: { show: true, position: 'right', ...font, fontWeight: 600 },
            emphasis: { itemStyle: { color: token('--primary') } },
          },
        ],
      })
    },
    end() {
      resized.disconnect()
      chart.dispose()
    },
  }
}
