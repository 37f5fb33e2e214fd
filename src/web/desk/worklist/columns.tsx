import { useMemo } from 'react'
import type { Column } from '../layout/Ledger.tsx'
import { useLanguage } from '../locales/language.tsx'
import { WhyDay } from '../petition/WhyDay.tsx'
import { Headcount, LastDay, Marks, StageMark, shownNumber } from '../petition/words.tsx'
import { InStead } from './InStead.tsx'
import type { WorkItem } from './Worklist.tsx'

export function useWorkColumns(): readonly Column<WorkItem>[] {
  const { words, term, pick } = useLanguage()
  return useMemo(
    () => [
      {
        key: 'due',
        title: words.column.due,
        width: 'var(--due-width)',
        cell: (item) => (
          <span className="due-cell">
            <LastDay {...item} />
            <WhyDay number={item.petition.number} rule={item.rule} lastDay={item.lastDay} />
          </span>
        ),
      },
      {
        key: 'duty',
        title: words.column.duty,
        width: 168,
        text: ({ rule }) => term('clockRule', rule),
        cell: ({ rule }) => term('clockRule', rule),
      },
      {
        key: 'title',
        title: words.column.title,
        isWide: true,
        text: ({ petition }) => petition.title,
        cell: ({ petition }) => (
          <>
            <Marks row={petition} />
            <InStead petition={petition} />
            {petition.title}
          </>
        ),
      },
      {
        key: 'number',
        title: words.column.number,
        width: 174,
        cell: ({ petition }) => <span className="nowrap soft">{shownNumber(petition.number)}</span>,
      },
      {
        key: 'headcount',
        title: words.column.headcount,
        width: 64,
        align: 'end',
        cell: ({ petition }) => <Headcount count={petition.headcount} isBare />,
      },
      {
        key: 'holder',
        title: words.column.holder,
        width: 172,
        text: ({ petition }) => pick(petition.holder),
        cell: ({ petition }) => pick(petition.holder),
      },
      {
        key: 'stage',
        title: words.column.stage,
        width: 148,
        cell: ({ petition }) => <StageMark stage={petition.stage} />,
      },
    ],
    [words, term, pick],
  )
}
