import type { ReactNode } from 'react'
import { Fragment, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import { useIsNarrow } from './media.ts'
import { useShortcuts } from './shortcuts.tsx'
import './ledger.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly width?: number | string
  readonly align?: 'end'
  /** Takes what room is left. */
  readonly isWide?: boolean
  /** The cell in words: shown whole when the pointer rests on what was cut. */
  readonly text?: (row: Row) => string
}

interface LedgerProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly hrefOf: (row: Row) => string
  /** The column whose content links to the row's page. */
  readonly linked: string
  /** The row on a phone. */
  readonly card: (row: Row) => ReactNode
  /** On a phone, beside the row: what can be asked of it without opening it. */
  readonly beside?: (row: Row) => ReactNode
  readonly groupOf?: (row: Row) => { readonly key: string; readonly title: ReactNode }
}

/**
 * The list of the desk: a plain table that is quick with thousands of rows. Focus is the cursor: `j` and `k` move it from row
 * to row, Enter opens, and a screen reader reads the row it is on.
 */
export function Ledger<Row>(props: LedgerProps<Row>) {
  const root = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow()
  useRowKeys(root)
  return <div ref={root}>{isNarrow ? <Cards {...props} /> : <Table {...props} />}</div>
}

function Table<Row>({ label, rows, columns, keyOf, hrefOf, linked, groupOf }: LedgerProps<Row>) {
  const navigate = useNavigate()
  return (
    <table className="ledger" aria-label={label}>
      <colgroup>
        {columns.map(({ key, width, isWide }) => (
          <col key={key} style={isWide ? undefined : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title, align }) => (
            <th key={key} scope="col" className={align === 'end' ? 'end' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grouped(rows, groupOf).map(({ heading, row }) => (
          <Fragment key={keyOf(row)}>
            {heading && (
              <tr className="ledger-group">
                <th colSpan={columns.length} scope="colgroup">
                  {heading}
                </th>
              </tr>
            )}
            <tr onClick={(event) => isPlainClick(event) && navigate(hrefOf(row))}>
              {columns.map(({ key, cell, align, text }) => (
                <td key={key} className={align === 'end' ? 'end' : undefined} title={text?.(row)}>
                  {key === linked ? (
                    <Link to={hrefOf(row)} data-row="">
                      {cell(row)}
                    </Link>
                  ) : (
                    cell(row)
                  )}
                </td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Cards<Row>({ label, rows, keyOf, hrefOf, card, beside, groupOf }: LedgerProps<Row>) {
  return (
    <ul className="ledger-cards" aria-label={label}>
      {grouped(rows, groupOf).map(({ heading, row }) => (
        <Fragment key={keyOf(row)}>
          {heading && <li className="ledger-group">{heading}</li>}
          <li>
            <Link to={hrefOf(row)} data-row="">
              {card(row)}
            </Link>
            {beside && <div className="ledger-beside">{beside(row)}</div>}
          </li>
        </Fragment>
      ))}
    </ul>
  )
}

/** Each row, with the heading that comes before it when its group begins. */
function grouped<Row>(rows: readonly Row[], groupOf: LedgerProps<Row>['groupOf']) {
  let last: string | null = null
  return rows.map((row) => {
    const group = groupOf?.(row)
    const heading = group && group.key !== last ? group.title : null
    last = group?.key ?? null
    return { heading, row }
  })
}

function isPlainClick(event: React.MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return false
  if (window.getSelection()?.isCollapsed === false) return false
  return !(event.target instanceof Element && event.target.closest('a, button, input, label'))
}

/** `j`, `k` and Enter over whatever is marked `data-row`: for lists that are no plain table too. */
export function useRowKeys(root: { readonly current: HTMLElement | null }) {
  const { words } = useLanguage()
  const move = (step: 1 | -1) => {
    const links = [...(root.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const next = links[at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step]
    next?.focus({ preventScroll: true })
    next?.closest('tr, li')?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts(words.help.list, [
    { keys: 'j', says: words.help.next, run: () => move(1) },
    { keys: 'k', says: words.help.previous, run: () => move(-1) },
    { keys: 'Enter', says: words.help.open, run: () => (document.activeElement as HTMLElement | null)?.click() },
  ])
}
