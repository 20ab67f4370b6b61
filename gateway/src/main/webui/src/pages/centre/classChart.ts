import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

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
      const font = {
        color: token('--ink'),
        fontSize: parseFloat(style.fontSize) * 0.875,
        fontFamily: token('--font'),
      }
      const rows = [...classes].reverse()
      chart.setOption({
        animationDuration: 300,
        grid: { left: 0, right: 44, top: 4, bottom: 4, containLabel: true },
        xAxis: { type: 'value', min: 0, show: false },
        yAxis: {
          type: 'category',
          data: rows.map((row) => row.name),
          axisLine: { show: false },
          axisTick: { show: false },
          axisLabel: font,
        },
        series: [
          {
            type: 'bar',
            data: rows.map((row) => row.open),
            barMaxWidth: 18,
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
