/** What a figure is made of, a page at a time; what the viewer has no part in is counted and said. */
import { Drawer, Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type Asked, type AssessedCase, type Part, useIssuedCases, useScoreCases } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'

const parts: readonly Part[] = ['all', 'numerator', 'rest']

interface CasesDrawerProps {
  readonly title: string
  readonly asked: Asked
  readonly indicator: string
  readonly onClose: () => void
}

export function CasesDrawer({ title, asked, indicator, onClose }: CasesDrawerProps) {
  const [part, choose] = useState<Part>('all')
  return (
    <Drawer open title={title} size={560} onClose={onClose}>
      <PartPicker part={part} onChange={choose} />
      <CaseList list={useScoreCases(asked, indicator, part)} />
    </Drawer>
  )
}

interface IssuedCasesDrawerProps {
  readonly title: string
  readonly letter: string
  readonly issue: string
  readonly indicator: string
  readonly onClose: () => void
}

export function IssuedCasesDrawer({ title, letter, issue, indicator, onClose }: IssuedCasesDrawerProps) {
  const [part, choose] = useState<Part>('all')
  return (
    <Drawer open title={title} size={560} onClose={onClose}>
      <PartPicker part={part} onChange={choose} />
      <CaseList list={useIssuedCases(letter, issue, indicator, part)} />
    </Drawer>
  )
}

function PartPicker({ part, onChange }: { readonly part: Part; readonly onChange: (part: Part) => void }) {
  const { say } = useAssessmentWords()
  return (
    <Segmented<Part>
      className="case-parts"
      aria-label={say.partLabel}
      value={part}
      options={parts.map((value) => ({ value, label: say.part[value] }))}
      onChange={onChange}
    />
  )
}

type List = ReturnType<typeof useScoreCases> | ReturnType<typeof useIssuedCases>

function CaseList({ list }: { readonly list: List }) {
  const { say } = useAssessmentWords()
  if (list.isPending) return <Skeleton lines={8} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const cases = list.data.pages.flatMap(({ items }) => items)
  const hidden = list.data.pages.reduce((sum, page) => sum + page.hidden, 0)
  return (
    <>
      {hidden > 0 && <p className="action-follows">{say.hidden(hidden)}</p>}
      {cases.length === 0 && hidden === 0 && <Nothing title={say.noCases} />}
      <ul className="assessed-cases">
        {cases.map((each) => (
          <li key={`${each.stream} ${each.item}`}>
            <CaseLine assessed={each} />
          </li>
        ))}
      </ul>
      {(cases.length > 0 || list.hasNextPage) && (
        <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
      )}
    </>
  )
}

interface CaseLineProps {
  readonly assessed: AssessedCase
  readonly before?: ReactNode
}

export function CaseLine({ assessed, before }: CaseLineProps) {
  const { pick, language } = useLanguage()
  const { organ, day, outcomeWords, isInNumerator } = assessed
  return (
    <span className="assessed-case">
      {before}
      <CaseName assessed={assessed} />
      <span className={isInNumerator ? 'mark score-counts' : 'mark'}>{pick(outcomeWords)}</span>
      <span className="faint">
        {pick(organ)} · {fullDay(day, language)}
      </span>
    </span>
  )
}

function CaseName({ assessed: { stream, source } }: { readonly assessed: AssessedCase }) {
  if (source === 'petition') return <Link to={`/petitions/${stream}`}>{shownNumber(stream)}</Link>
  return <span>{stream.slice(stream.indexOf(':') + 1)}</span>
}
