import { useLanguage } from '../locales/language.tsx'
import { TaskItem } from '../tasks/TaskLines.tsx'
import { useFirstTasks } from '../tasks/tasks.ts'
import { Block } from './Block.tsx'

const shownAtOnce = 5

/** What my organ gave or has to do itself, and whose day has passed. */
export const Overdue = () => <TaskBlock list="overdue" />

/** What a leader above, or a conference, asked of my organ. */
export const ForUs = () => <TaskBlock list="todo" />

function TaskBlock({ list }: { readonly list: 'overdue' | 'todo' }) {
  const { words } = useLanguage()
  const tasks = useFirstTasks(list, shownAtOnce)
  const rows = tasks.data?.items ?? []
  return (
    <Block
      title={words.leading[list]}
      count={tasks.data?.counts[list]}
      isBroken={list === 'overdue'}
      to={`/tasks?list=${list}`}
      asked={tasks}
      none={words.leading.none[list]}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.map((line) => (
          <TaskItem key={line.task} line={line} />
        ))}
      </ul>
    </Block>
  )
}
