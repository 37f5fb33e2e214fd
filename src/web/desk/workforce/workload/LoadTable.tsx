import { useLanguage } from '../../locales/language.tsx'
import type { LoadView } from './workload.ts'

interface LoadRow {
  readonly key: string
  readonly name: string
  /** Cut where there is more than was counted. */
  readonly load: LoadView & { readonly isCut?: boolean }
  /** Beneath the name. */
  readonly says: string | null
}

interface LoadTableProps {
  readonly label: string
  /** What the first column is called. */
  readonly first: string
  readonly rows: readonly LoadRow[]
  /** What stands beneath: nobody's, and the whole. */
  readonly last: readonly LoadRow[]
}

const figures = ['open', 'dueThisWeek', 'overdue', 'weight'] as const

/** Loads beside each other, in the order in which they came: by name, never by how much it is. */
export function LoadTable({ label, first, rows, last }: LoadTableProps) {
  const { words } = useLanguage()
  const say = words.team.workload
  return (
    <table className="team-table is-load" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {figures.map((key) => (
            <th key={key} scope="col" className="end">
              {say[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
        {last.map((row, at) => (
          <Row key={row.key} row={row} isSum={at === 0} />
        ))}
      </tbody>
    </table>
  )
}

const figureClass = (key: (typeof figures)[number], count: number): string => {
  if (count === 0) return 'is-nought'
  return key === 'overdue' ? 'team-late' : ''
}

function Row({ row: { name, load, says }, isSum = false }: { readonly row: LoadRow; readonly isSum?: boolean }) {
  const { words } = useLanguage()
  return (
    <tr className={isSum ? 'team-sum' : undefined}>
      <th scope="row">
        {name}
        {says && <div className="faint">{says}</div>}
      </th>
      {figures.map((key) => (
        <td key={key} data-title={words.team.workload[key]} className={`end ${figureClass(key, load[key])}`}>
          {load[key]}
          {load.isCut && '+'}
        </td>
      ))}
    </tr>
  )
}
