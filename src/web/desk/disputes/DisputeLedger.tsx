import { useMemo } from 'react'
import { findCategory } from '../../../law/codes/categories.ts'
import { disputeTermOf } from '../../../wording/dispute-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { DaysLeft, LastDay } from '../petition/words.tsx'
import { type DisputeRow, hrefOf } from './disputes.ts'
import { GradeMark } from './GradeMark.tsx'

/** Lines of the ledger: whoever has no part in one reads where it is, of what kind and how far. */
export function DisputeLedger({ rows }: { readonly rows: readonly DisputeRow[] }) {
  const { words } = useLanguage()
  const columns = useColumns()
  return (
    <Ledger
      label={words.dispute.title}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.dispute ?? `${row.region} ${row.category} ${row.recordedOn} ${rows.indexOf(row)}`}
      hrefOf={hrefOf}
      linked="title"
      card={(row) => <DisputeCard row={row} />}
    />
  )
}

function useSaid() {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const kindOf = ({ category }: DisputeRow): string => pick(findCategory(category) ?? { zh: category, en: category })
  return {
    kindOf,
    titleOf: (row: DisputeRow): string => row.title ?? words.dispute.notYours(kindOf(row)),
    placeOf: ({ region }: DisputeRow): string => placeName(region),
    stageOf: ({ stage, ending }: DisputeRow): string =>
      ending === null
        ? disputeTermOf('disputeStage', stage)[language]
        : disputeTermOf('disputeEnding', ending)[language],
  }
}

function useColumns(): readonly Column<DisputeRow>[] {
  const { words, pick, language } = useLanguage()
  const { kindOf, titleOf, placeOf, stageOf } = useSaid()
  return useMemo(
    () => [
      {
        key: 'due',
        title: words.dispute.due,
        width: 'var(--due-width)',
        cell: ({ nextDuty, recordedOn }) =>
          nextDuty ? <LastDay {...nextDuty} /> : <span className="nowrap faint">{fullDay(recordedOn, language)}</span>,
      },
      { key: 'grade', title: words.dispute.grade, width: 150, cell: ({ grade }) => <GradeMark grade={grade} /> },
      { key: 'title', title: words.dispute.name, isWide: true, text: titleOf, cell: titleOf },
      { key: 'place', title: words.dispute.place, width: 150, text: placeOf, cell: placeOf },
      { key: 'kind', title: words.dispute.kind, width: 150, text: kindOf, cell: kindOf },
      {
        key: 'organ',
        title: words.dispute.responsible,
        width: 170,
        text: ({ responsible }) => pick(responsible),
        cell: ({ responsible }) => pick(responsible),
      },
      { key: 'stage', title: words.dispute.stage, width: 140, text: stageOf, cell: stageOf },
    ],
    [words, pick, language, kindOf, titleOf, placeOf, stageOf],
  )
}

/** One dispute on a phone. */
function DisputeCard({ row }: { readonly row: DisputeRow }) {
  const { pick } = useLanguage()
  const { kindOf, titleOf, placeOf, stageOf } = useSaid()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <GradeMark grade={row.grade} />
        {row.nextDuty ? <DaysLeft {...row.nextDuty} /> : <span className="soft">{stageOf(row)}</span>}
      </div>
      <div className="work-card-title">{titleOf(row)}</div>
      <div className="work-card-foot faint">
        <span>{placeOf(row)}</span>
        <span>{kindOf(row)}</span>
        <span>{pick(row.responsible)}</span>
      </div>
    </div>
  )
}
