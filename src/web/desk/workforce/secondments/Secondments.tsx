import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { secondmentTermOf } from '../../../../wording/secondment-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { ShelfCount, Shelves } from '../../layout/Shelves.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { LastDay } from '../../petition/words.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import {
  type SecondmentList,
  type SecondmentRowView,
  secondmentLists,
  useSecondmentDesk,
  useSecondments,
} from './secondments.ts'

const asList = (text: string | null): SecondmentList => secondmentLists.find((list) => list === text) ?? 'serving'

/** 队伍: who is sent to which bureau, waiting for an answer, serving, and over. */
export function Secondments() {
  const { words, pick } = useLanguage()
  const say = words.team.secondments
  const [search, setSearch] = useSearchParams()
  const [isOpen, setIsOpen] = useState(false)
  const list = asList(search.get('list'))
  const { data: desk } = useSecondmentDesk()
  return (
    <TeamPage>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Shelves
          label={say.state}
          shelves={secondmentLists}
          chosen={list}
          nameOf={(each) => pick(secondmentTermOf('secondmentShelf', each))}
          countOf={(each) => <ShelfCount of={desk?.counts[each] ?? 0} />}
          onChoose={(each) => setSearch({ list: each }, { replace: true })}
        />
        {desk?.refusal === null && <Button onClick={() => setIsOpen(true)}>{say.propose}</Button>}
      </div>
      <SecondmentLedger list={list} />
      {isOpen && desk && <ProposeDialog bureaus={desk.bureaus} onClose={() => setIsOpen(false)} />}
    </TeamPage>
  )
}

function SecondmentLedger({ list }: { readonly list: SecondmentList }) {
  const { words } = useLanguage()
  const say = words.team.secondments
  const read = useSecondments(list)
  const columns = useSecondmentColumns(list)
  if (read.isPending) return <Skeleton lines={6} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const rows = read.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.none[list]} says={say.noneSays} />
  return (
    <>
      <Ledger
        label={say.title}
        rows={rows}
        columns={columns}
        keyOf={({ secondment }) => secondment}
        hrefOf={({ secondment }) => `/team/secondments/${secondment}`}
        linked="person"
        card={(row) => <SecondmentCard row={row} />}
      />
      <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
    </>
  )
}

function useSecondmentColumns(list: SecondmentList): readonly Column<SecondmentRowView>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const say = words.team.secondments
    const term = ({ from, until }: SecondmentRowView) => say.term(fullDay(from, language), fullDay(until, language))
    const person = (row: SecondmentRowView) => row.person.name
    const home = (row: SecondmentRowView) => pick(row.home)
    const host = (row: SecondmentRowView) => pick(row.host)
    return [
      list === 'over'
        ? {
            key: 'stage',
            title: say.outcome,
            width: 150,
            cell: ({ stage }) => secondmentTermOf('secondmentStage', stage)[language],
          }
        : {
            key: 'due',
            title: say.due,
            width: 260,
            cell: ({ due, daysLeft }) =>
              due !== null && <LastDay lastDay={due} daysLeft={daysLeft ?? 0} isOverdue={(daysLeft ?? 0) < 0} />,
          },
      { key: 'person', title: say.person, width: 140, text: person, cell: person },
      { key: 'home', title: say.home, isWide: true, text: home, cell: home },
      { key: 'host', title: say.host, width: 260, text: host, cell: host },
      { key: 'term', title: say.termTitle, width: 280, text: term, cell: term },
      { key: 'mentor', title: say.mentor, width: 120, cell: ({ mentor }) => mentor?.name ?? '' },
    ]
  }, [words, pick, language, list])
}

/** One secondment on a phone. */
function SecondmentCard({ row }: { readonly row: SecondmentRowView }) {
  const { words, pick, language } = useLanguage()
  const { due, daysLeft, stage, person, home, host, from, until } = row
  return (
    <div className="work-card">
      <div className="work-card-top">
        {due === null ? (
          <span className="soft">{secondmentTermOf('secondmentStage', stage)[language]}</span>
        ) : (
          <LastDay lastDay={due} daysLeft={daysLeft ?? 0} isOverdue={(daysLeft ?? 0) < 0} />
        )}
      </div>
      <div className="work-card-title">{person.name}</div>
      <div className="work-card-foot faint">
        <span>{words.team.secondments.fromTo(pick(home), pick(host))}</span>
        <span>{words.team.secondments.term(fullDay(from, language), fullDay(until, language))}</span>
      </div>
    </div>
  )
}
