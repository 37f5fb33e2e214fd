import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { EstablishmentPage } from './EstablishmentPage.tsx'
import { type OrganRow, useEstablishments } from './establishment.ts'
import { Mix } from './Mix.tsx'
import '../workforce.css'

/** 编制与在岗: the reader's own organ and those that it looks over; one of them, where its id stands in the address. */
export function Establishments() {
  const { words } = useLanguage()
  const [search] = useSearchParams()
  const organ = search.get('organ')
  if (organ !== null) return <EstablishmentPage organ={organ} />
  return (
    <TeamPage>
      <p className="soft page-says">{words.team.establishment.says}</p>
      <Organs />
    </TeamPage>
  )
}

function Organs() {
  const { words } = useLanguage()
  const say = words.team.establishment
  const read = useEstablishments()
  const columns = useColumns()
  if (read.isPending) return <Skeleton lines={6} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const [first] = read.data.pages
  return (
    <>
      <section className="team-part">
        <h2>{say.organs(first?.organs ?? 0)}</h2>
        <Ledger
          label={say.title}
          rows={read.data.pages.flatMap(({ items }) => items)}
          columns={columns}
          keyOf={({ organ }) => organ.id}
          hrefOf={({ organ }) => `/team/establishment?organ=${encodeURIComponent(organ.id)}`}
          linked="organ"
          card={(row) => <OrganCard row={row} />}
        />
        <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
      </section>
      {first !== undefined && first.organs > 1 && <Mix title={say.mixOfOthers} mix={first.mix} />}
    </>
  )
}

/** Nothing where there is nothing, so that the eye finds what is wanting. */
const orNothing = (count: number | null) => (count ? count : '')

function useColumns(): readonly Column<OrganRow>[] {
  const { words, pick } = useLanguage()
  return useMemo(() => {
    const say = words.team.establishment
    const organ = (row: OrganRow) => pick(row.organ)
    const number = (key: string, title: string, cell: (row: OrganRow) => number | string): Column<OrganRow> => ({
      ...{ key, title, width: 110, align: 'end', cell },
    })
    return [
      { key: 'organ', title: say.organ, isWide: true, text: organ, cell: organ },
      number('allotted', say.allotted, ({ allotted }) => allotted ?? say.unknown),
      number('lasting', say.lasting, ({ people }) => people.lasting),
      number('temporary', say.temporary, ({ people }) => orNothing(people.temporary)),
      number('seconded', say.seconded, ({ people }) => orNothing(people.seconded)),
      number('vacant', say.vacant, ({ vacant }) => orNothing(vacant)),
      number('over', say.over, ({ over }) => orNothing(over)),
      { ...number('ending', say.endingSoon, ({ endingSoon }) => orNothing(endingSoon)), width: 150 },
    ]
  }, [words, pick])
}

/** One organ on a phone. */
function OrganCard({ row }: { readonly row: OrganRow }) {
  const { words, pick } = useLanguage()
  const say = words.team.establishment
  const { organ, allotted, vacant, over, people, endingSoon } = row
  const said = [
    `${say.allotted} ${allotted ?? say.unknown}`,
    ...(vacant ? [`${say.vacant} ${vacant}`] : []),
    ...(over ? [`${say.over} ${over}`] : []),
    ...(endingSoon > 0 ? [`${say.endingSoon} ${endingSoon}`] : []),
  ]
  return (
    <div className="work-card">
      <div className="work-card-title">{pick(organ)}</div>
      <div className="work-card-foot faint">
        <span>{said.join(' · ')}</span>
        <span>{say.people(people.lasting, people.temporary, people.seconded)}</span>
      </div>
    </div>
  )
}
