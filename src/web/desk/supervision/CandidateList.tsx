/** What the rules found, one row each: decided where it stands, with the keyboard or with two clicks. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { useRowKeys } from '../layout/Ledger.tsx'
import { useShortcuts } from '../layout/shortcuts.tsx'
import { useLanguage } from '../locales/language.tsx'
import { LastDay } from '../petition/words.tsx'
import { Decide, type Decision } from './Decide.tsx'
import { useSupervises } from './supervises.ts'
import type { CandidateRow } from './supervision.ts'
import { useRowTitle, useSupervisionWords } from './words.ts'

const keyOf = ({ matter, finding }: CandidateRow): string => `${matter}/${finding}`

interface Deciding {
  readonly key: string
  readonly decision: Decision
}

export function CandidateList({ rows }: { readonly rows: readonly CandidateRow[] }) {
  const { say } = useSupervisionWords()
  const root = useRef<HTMLOListElement>(null)
  const [deciding, decide] = useState<Deciding | null>(null)
  const supervises = useSupervises()
  useRowKeys(root)
  const atFocus = (decision: Decision) => {
    const key = (document.activeElement?.closest('[data-candidate]') as HTMLElement | null)?.dataset.candidate
    const row = rows.find((one) => keyOf(one) === key)
    if (key && row?.state === 'open') decide({ key, decision })
  }
  useShortcuts(
    say.candidates.help,
    supervises
      ? [
          { keys: 'c', says: say.candidates.confirm, run: () => atFocus('confirm') },
          { keys: 'd', says: say.candidates.dismiss, run: () => atFocus('dismiss') },
        ]
      : [],
  )
  const close = (key: string, isDone: boolean) => {
    const at = rows.findIndex((row) => keyOf(row) === key)
    decide(null)
    focusRow(root.current, key, at, isDone)
  }
  return (
    <>
      <ol ref={root} className="candidates" aria-label={say.candidates.help}>
        {rows.map((row) => {
          const key = keyOf(row)
          return (
            <li key={key} data-candidate={key} className="candidate">
              <Row row={row} onDecide={supervises ? (decision) => decide({ key, decision }) : null} />
              {deciding?.key === key && (
                <Decide
                  key={deciding.decision}
                  row={row}
                  decision={deciding.decision}
                  onDone={() => close(key, true)}
                  onCancel={() => close(key, false)}
                />
              )}
            </li>
          )
        })}
      </ol>
      {supervises && <p className="faint only-wide candidate-keys">{say.candidates.keys}</p>}
    </>
  )
}

/** The row itself, or once it is decided the one that follows it, whether or not the list was read again meanwhile. */
function focusRow(root: HTMLElement | null, key: string, at: number, isDone: boolean): void {
  const links = [...(root?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const here = links.findIndex((link) => link.closest('[data-candidate]')?.getAttribute('data-candidate') === key)
  const next = here === -1 ? at : here + (isDone ? 1 : 0)
  const link = links[next] ?? links.at(-1)
  link?.focus({ preventScroll: true })
}

interface RowProps {
  readonly row: CandidateRow
  readonly onDecide: ((decision: Decision) => void) | null
}

function Row({ row, onDecide }: RowProps) {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const titleOf = useRowTitle()
  const { rule, organ, on, state, escalations, mendedOn, lastDay, daysLeft, basis } = row
  return (
    <>
      <div className="candidate-due">
        {state !== 'open' && said('findingState', state)}
        {state === 'open' && lastDay !== null && daysLeft !== null && (
          <LastDay lastDay={lastDay} daysLeft={daysLeft} isOverdue={daysLeft < 0} />
        )}
        {state === 'open' && lastDay === null && <span className="faint">{say.candidates.noClock}</span>}
      </div>
      <div className="candidate-what">
        <Link to={`/supervision/${row.matter}`} data-row="">
          <strong>{said('findingRule', rule)}</strong>
          <span>{titleOf(row)}</span>
        </Link>
        <p className="faint">{pick(basis)}</p>
      </div>
      <div className="candidate-organ">
        <span>{pick(organ)}</span>
        <span className="faint">
          {say.candidates.found(fullDay(on, language))}
          {mendedOn && ` · ${say.candidates.mended(fullDay(mendedOn, language))}`}
        </span>
        {escalations > 0 && <span className="mark">{say.candidates.raised(escalations)}</span>}
      </div>
      {state === 'open' && onDecide && (
        <div className="candidate-acts">
          <Button size="small" onClick={() => onDecide('confirm')}>
            {say.candidates.confirm}
          </Button>
          <Button size="small" type="text" onClick={() => onDecide('dismiss')}>
            {say.candidates.dismiss}
          </Button>
        </div>
      )}
    </>
  )
}
