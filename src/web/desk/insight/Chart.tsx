/** A chart drawn by ECharts: only what is used of it, as SVG, so that it prints sharp and can be enlarged. What it shows stands in a table too. */
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, SVGRenderer])

export interface ChartProps {
  readonly option: EChartsCoreOption
  readonly heightPx: number
  /** What it shows, for whoever does not see it. */
  readonly label: string
  /** Of what was chosen, where it stands in its series. */
  readonly onChoose?: (at: number) => void
}

export default function Chart({ option, heightPx, label, onChoose }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chosen = useRef(onChoose)
  chosen.current = onChoose
  const chart = useRef<ReturnType<typeof init> | null>(null)
  useEffect(() => {
    const at = place.current
    if (at === null) return
    const drawn = init(at, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ dataIndex }) => {
      if (typeof dataIndex === 'number') chosen.current?.(dataIndex)
    })
    const fit = () => drawn.resize()
    const watching = new ResizeObserver(fit)
    watching.observe(at)
    // the paper is narrower than the window
    window.addEventListener('beforeprint', fit)
    return () => {
      window.removeEventListener('beforeprint', fit)
      watching.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    // nothing moves: what a chart says is where it ends, and whoever asked for less motion has it
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true })
  }, [option])
  return <div ref={place} className="insight-chart" style={{ height: heightPx }} role="img" aria-label={label} />
}
