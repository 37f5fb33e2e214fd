import { Select } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { taskTermOf, taskTerms } from '../../../wording/task-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { LastDay } from '../petition/words.tsx'
import { TaskStanding } from './TaskLines.tsx'
import { type TaskLine, type TaskList, taskLists, useTaskCounts, useTasks } from './tasks.ts'
import './tasks.css'

const asList = (text: string | null): TaskList => taskLists.find((list) => list === text) ?? 'todo'
const kinds = Object.keys(taskTerms.taskOrigin)

/** Tasks by whose they are and how far they have come, and by where they come from. */
export function Tasks() {
  const { words, language } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const list = asList(search.get('list'))
  const kind = kinds.find((each) => each === search.get('kind')) ?? null
  const { data: counts } = useTaskCounts(true)
  const go = (next: { list?: TaskList; kind?: string | null }) => {
    const wanted = next.kind === undefined ? kind : next.kind
    setSearch({ list: next.list ?? list, ...(wanted ? { kind: wanted } : {}) }, { replace: true })
  }
  return (
    <Page title={words.task.title}>
      <p className="soft page-says">{words.task.says}</p>
      <div className="page-choice">
        <Shelves
          label={words.task.state}
          shelves={taskLists}
          chosen={list}
          nameOf={(each) => words.task.lists[each]}
          countOf={(each) => (
            <ShelfCount of={each === 'done' ? 0 : (counts?.[each] ?? 0)} isBroken={each === 'overdue'} />
          )}
          onChoose={(each) => go({ list: each })}
        />
        <Select
          aria-label={words.task.from}
          className="task-kind"
          value={kind ?? ''}
          onChange={(value: string) => go({ kind: value || null })}
          options={[
            { value: '', label: words.task.allKinds },
            ...kinds.map((value) => ({ value, label: taskTermOf('taskOrigin', value)[language] })),
          ]}
        />
      </div>
      <TaskLedger list={list} kind={kind} />
    </Page>
  )
}

function TaskLedger({ list, kind }: { readonly list: TaskList; readonly kind: string | null }) {
  const { words } = useLanguage()
  const tasks = useTasks(list, kind)
  const columns = useTaskColumns(list)
  if (tasks.isPending) return <Skeleton lines={8} />
  if (tasks.isError) return <Trouble error={tasks.error} onRetry={() => tasks.refetch()} />
  const rows = tasks.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.task.none[list]} says={words.task.noneSays} />
  return (
    <>
      <Ledger
        label={words.task.title}
        rows={rows}
        columns={columns}
        keyOf={({ task }) => task}
        hrefOf={({ task }) => `/tasks/${task}`}
        linked="what"
        card={(row) => <TaskCard row={row} />}
      />
      <More hasMore={tasks.hasNextPage} isLoading={tasks.isFetchingNextPage} onMore={() => tasks.fetchNextPage()} />
    </>
  )
}

function useTaskColumns(list: TaskList): readonly Column<TaskLine>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const when = ({ reportedOn, endedOn }: TaskLine) => (list === 'done' ? endedOn : reportedOn)
    const origin = ({ kind }: TaskLine) => taskTermOf('taskOrigin', kind)[language]
    const giverOf = ({ giver }: TaskLine) => pick(giver)
    const doerOf = ({ organ }: TaskLine) => pick(organ)
    const giver = { key: 'giver', title: words.task.giver, width: 200, text: giverOf, cell: giverOf }
    const doer = { key: 'doer', title: words.task.doer, width: 200, text: doerOf, cell: doerOf }
    return [
      list === 'done' || list === 'waiting'
        ? {
            key: 'on',
            title: list === 'done' ? words.task.ended : words.task.reported,
            width: 130,
            cell: (row: TaskLine) => <span className="nowrap">{fullDay(when(row) ?? row.due, language)}</span>,
          }
        : {
            key: 'due',
            title: words.task.due,
            width: 'var(--due-width)',
            cell: ({ due, daysLeft, isOverdue }: TaskLine) => (
              <LastDay lastDay={due} daysLeft={daysLeft} isOverdue={isOverdue} />
            ),
          },
      {
        key: 'what',
        title: words.task.what,
        isWide: true,
        text: ({ what }) => what ?? words.task.erased,
        cell: ({ what }) => what ?? words.task.erased,
      },
      { key: 'origin', title: words.task.from, width: 150, text: origin, cell: origin },
      ...(list === 'given' ? [] : [giver]),
      ...(list === 'todo' ? [] : [doer]),
      {
        key: 'state',
        title: words.task.state,
        width: 170,
        cell: (row) =>
          row.stage === 'given' ? taskTermOf('taskStage', 'given')[language] : <TaskStanding line={row} />,
      },
    ]
  }, [words, pick, language, list])
}

/** One task on a phone. */
function TaskCard({ row }: { readonly row: TaskLine }) {
  const { words, pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <TaskStanding line={row} />
        <span className="soft">{taskTermOf('taskOrigin', row.kind)[language]}</span>
      </div>
      <div className="work-card-title">{row.what ?? words.task.erased}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.giver)}</span>
        <span>{`→ ${pick(row.organ)}`}</span>
      </div>
    </div>
  )
}
