import { useMemo } from 'react'
import type { Column } from '../layout/Ledger.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Headcount, LastDay, Marks, StageMark, shownNumber } from '../petition/words.tsx'
import type { WorkItem } from './Worklist.tsx'

export function useWorkColumns(): readonly Column<WorkItem>[] {
  const { words, term, pick } = useLanguage()
  return useMemo(
    () => [
      { key: 'due', title: words.column.due, width: 132, cell: (item) => <LastDay {...item} /> },
      { key: 'duty', title: words.column.duty, width: 168, cell: ({ rule }) => term('clockRule', rule) },
      {
        key: 'title',
        title: words.column.title,
        isWide: true,
        cell: ({ petition }) => (
          <>
            <Marks row={petition} />
            {petition.title}
          </>
        ),
      },
      {
        key: 'number',
        title: words.column.number,
        width: 158,
        cell: ({ petition }) => <span className="nowrap soft">{shownNumber(petition.number)}</span>,
      },
      {
        key: 'headcount',
        title: words.column.headcount,
        width: 72,
        align: 'end',
        cell: ({ petition }) => <Headcount count={petition.headcount} />,
      },
      { key: 'holder', title: words.column.holder, width: 168, cell: ({ petition }) => pick(petition.holder) },
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
