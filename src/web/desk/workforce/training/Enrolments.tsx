import { useMemo } from 'react'
import { trainingTermOf } from '../../../../wording/training-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type EnrolmentRowView, useEnrolments } from './training.ts'

interface EnrolmentsProps {
  readonly of: 'own' | 'organ' | 'course'
  readonly course?: string
  readonly none: string
}

/** Who takes part in what: the reader's own, or everybody in one course. */
export function Enrolments({ of, course, none }: EnrolmentsProps) {
  const { words } = useLanguage()
  const read = useEnrolments(of, course)
  const columns = useColumns(of)
  if (read.isPending) return <Skeleton lines={3} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const rows = read.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <p className="faint">{none}</p>
  return (
    <>
      <Ledger
        label={words.team.training.takesPart}
        rows={rows}
        columns={columns}
        keyOf={({ enrolment }) => enrolment}
        hrefOf={({ enrolment }) => `/team/enrolments/${enrolment}`}
        linked={of === 'own' ? 'title' : 'person'}
        card={(row) => <EnrolmentCard row={row} of={of} />}
      />
      <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
    </>
  )
}

function useColumns(of: EnrolmentsProps['of']): readonly Column<EnrolmentRowView>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const say = words.team.training
    const title = (row: EnrolmentRowView) => row.title
    const person = (row: EnrolmentRowView) => row.person.name
    const home = (row: EnrolmentRowView) => pick(row.home)
    const first: readonly Column<EnrolmentRowView>[] =
      of === 'course'
        ? [
            { key: 'person', title: say.person, width: 140, text: person, cell: person },
            { key: 'home', title: say.home, isWide: true, text: home, cell: home },
          ]
        : [
            ...(of === 'organ' ? [{ key: 'person', title: say.person, width: 140, text: person, cell: person }] : []),
            { key: 'title', title: say.title2, isWide: true, text: title, cell: title },
          ]
    return [
      ...first,
      {
        key: 'stage',
        title: say.standing,
        width: 150,
        cell: ({ stage }) => trainingTermOf('enrolmentStage', stage)[language],
      },
      { key: 'sessions', title: say.attended, width: 90, cell: ({ sessions }) => sessions },
      {
        key: 'until',
        title: say.holdsUntil,
        width: 150,
        cell: ({ holdsUntil }) => holdsUntil && fullDay(holdsUntil, language),
      },
    ]
  }, [words, pick, language, of])
}

/** One enrolment on a phone. */
function EnrolmentCard({ row, of }: { readonly row: EnrolmentRowView; readonly of: EnrolmentsProps['of'] }) {
  const { words, pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="soft">{trainingTermOf('enrolmentStage', row.stage)[language]}</span>
      </div>
      <div className="work-card-title">{of === 'own' ? row.title : row.person.name}</div>
      <div className="work-card-foot faint">
        <span>{pick(of === 'own' ? row.holder : row.home)}</span>
        {row.holdsUntil && <span>{words.team.training.until(fullDay(row.holdsUntil, language))}</span>}
      </div>
    </div>
  )
}
