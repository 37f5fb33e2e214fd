/** Of what kinds, from where and by which way: the last four quarters that are over, with what is too few withheld. */

import type { readPublicTrends } from '../../../insight/trends/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { TroubleBox } from '../form/trouble.tsx'
import type { FiguresWords } from '../locales/figures-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { useAnswer } from './editions.tsx'

type Told = Received<typeof readPublicTrends>
type Table = Told['tables'][number]

export function Quarters({ say }: { say: FiguresWords }) {
  const { value, trouble } = useAnswer<Told>('/api/public/trends')
  const { title, lead, none, notes } = say.quarters
  if (value === null && trouble === null) return <Loading title={title} />
  const tables = value?.tables ?? []
  return (
    <Page title={title} back={{ to: '/figures', label: say.title }}>
      <p class="lead">{lead}</p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {value !== null && tables.length === 0 ? <p>{none}</p> : null}
      {tables.map((table) => (
        <OneTable key={table.by} table={table} quarters={value?.quarters ?? []} say={say} />
      ))}
      {tables.length > 0 ? (
        <ul class="hint">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </Page>
  )
}

function OneTable({ table, quarters, say }: { table: Table; quarters: readonly string[]; say: FiguresWords }) {
  const { language } = useSpeech()
  const { by, withheld, sum, quarterOf } = say.quarters
  const said = (count: number | null) => (count === null ? <abbr title={withheld}>＊</abbr> : count)
  return (
    <table class="figures quarters">
      <caption>{by[table.by]}</caption>
      <thead>
        <tr>
          <td />
          {[...quarters.map((quarter) => quarterOf(quarter.slice(0, 4), Number(quarter.slice(6)))), sum].map((name) => (
            <th key={name} scope="col" class="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.value}>
            <th scope="row">{row[language]}</th>
            {[...row.cells, row.sum].map((count, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the quarters stand in their order
              <td key={at} class="number">
                {said(count)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{sum}</th>
          {[...table.sums, table.sum].map((count, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the quarters stand in their order
            <td key={at} class="number">
              {count}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
