/** 目标责任书: letters of a year, those that carry another on below it. */
import { Button, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { todayInBeijing } from '../../shared/days.ts'
import { More } from '../layout/More.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { type LetterRow, type Side, useLetters } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { cascade } from './cascade.ts'
import { DraftLetter } from './DraftLetter.tsx'
import { Tabs } from './Tabs.tsx'
import './assessment.css'

const sides: readonly Side[] = ['all', 'upper', 'lower', 'above']

export function Letters() {
  const { words } = useLanguage()
  const { say } = useAssessmentWords()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const [isDrafting, setDrafting] = useState(false)
  const year = Number(search.get('year') ?? todayInBeijing().slice(0, 4))
  const side = sides.find((each) => each === search.get('side')) ?? 'all'
  const ask = (next: { readonly year: number; readonly side: Side }) =>
    setSearch({ year: String(next.year), side: next.side }, { replace: true })
  const mayDraft = has('clerk') || has('head') || has('leader') || has('supervisor')
  return (
    <Page title={words.assessment.title} beside={<Tabs />}>
      <p className="soft assessment-says">{say.lettersSay}</p>
      <div className="assessment-tools">
        <InputNumber
          aria-label={say.year}
          min={2000}
          max={2999}
          value={year}
          onChange={(next) => next !== null && ask({ year: next, side })}
        />
        <Segmented<Side>
          aria-label={say.side}
          value={side}
          options={sides.map((value) => ({ value, label: say.sides[value] }))}
          onChange={(next) => ask({ year, side: next })}
        />
        {mayDraft && (
          <Button type="primary" onClick={() => setDrafting(true)}>
            {say.draft}
          </Button>
        )}
      </div>
      <List year={year} side={side} />
      {isDrafting && <DraftLetter year={year} onClose={() => setDrafting(false)} />}
    </Page>
  )
}

function List({ year, side }: { readonly year: number; readonly side: Side }) {
  const { say } = useAssessmentWords()
  const list = useLetters(year, side)
  const isNarrow = useIsNarrow()
  if (list.isPending) return <Skeleton lines={10} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = cascade(list.data.pages.flatMap(({ items }) => items))
  if (rows.length === 0) return <Nothing title={say.noLetters} says={say.noLettersSay} />
  return (
    <>
      {isNarrow ? <Cards rows={rows} /> : <Table rows={rows} />}
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

interface RowsProps {
  readonly rows: ReturnType<typeof cascade<LetterRow>>
}

function Table({ rows }: RowsProps) {
  const { pick } = useLanguage()
  const { say, named } = useAssessmentWords()
  return (
    <table className="ledger letter-table">
      <thead>
        <tr>
          <th scope="col">{say.lower}</th>
          <th scope="col">{say.upper}</th>
          <th scope="col">{say.covers}</th>
          <th scope="col">{say.stage}</th>
          <th scope="col">{say.issues}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, depth }) => (
          <tr key={row.letter}>
            <th scope="row" style={{ paddingInlineStart: 16 + Math.min(depth, 5) * 18 }}>
              <Link to={`/assessment/letters/${row.letter}`}>{pick(row.lower)}</Link>
            </th>
            <td>{pick(row.upper)}</td>
            <td>{named('covering', row.covers)}</td>
            <td>
              <Standing row={row} />
            </td>
            <td>
              <Issued row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ row }: { readonly row: LetterRow }) {
  const { say, named } = useAssessmentWords()
  return (
    <span className="letter-standing">
      <span className="stage">{named('letterStage', row.stage)}</span>
      {(row.stage === 'drafted' || row.stage === 'revising') &&
        row.unsigned.map((side) => (
          <span key={side} className="not-yet-signed">
            {say.unsigned[side]}
          </span>
        ))}
    </span>
  )
}

function Issued({ row }: { readonly row: LetterRow }) {
  const { say } = useAssessmentWords()
  return (
    <span className="letter-standing">
      {row.issued > 0 ? <span>{say.issued(row.issued)}</span> : <span className="faint">–</span>}
      {row.openObjections > 0 && <span className="not-yet-signed">{say.objections(row.openObjections)}</span>}
    </span>
  )
}

function Cards({ rows }: RowsProps) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  return (
    <ul className="score-cards">
      {rows.map(({ row, depth }) => (
        <li key={row.letter} style={{ marginInlineStart: Math.min(depth, 3) * 12 }}>
          <Link className="score-card letter-card" to={`/assessment/letters/${row.letter}`}>
            <strong>{pick(row.lower)}</strong>
            <span className="faint">
              {say.upper} {pick(row.upper)}
            </span>
            <Standing row={row} />
            <Issued row={row} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
