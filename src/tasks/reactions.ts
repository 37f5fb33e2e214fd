/** What tasks do when another room's fact happens. */
import type { Consumer } from '../engine/consumer.ts'
import { forEachStream } from '../engine/each-stream.ts'
import { afterReform } from '../identity/reforming.ts'
import { eraseBeside } from '../petition/erasing.ts'
import type { Fact, FactType } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import { commandTask } from './commanding.ts'
import type { TaskHouse } from './house.ts'
import { keepingOf } from './petitions.ts'

const viewer = { kind: 'system', task: 'tasks' } as const

/**
 * 分立、合并、撤销 (art. 24 (2)): tasks in which the organ has a part that is not over. Who carries it on the decision says. Asking twice
 * changes nothing.
 */
export function taskReformReaction(house: TaskHouse): Consumer {
  return afterReform(house, 'task-reform', (organ) =>
    forEachTask(house, { organ }, (stream) => commandTask(house, { stream, type: 'PassTaskOn', body: {}, viewer })),
  )
}

/** After which somebody must not see a task who might before, or what is written in it goes with its petition. */
const keepingFacts: ReadonlySet<FactType> = new Set<FactType>([
  ...(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected', 'ContentErased'] as const),
])

/** Whatever becomes known of a petition holds for every task about it. Reading a fact twice changes nothing. */
export function taskKeepingReaction(house: TaskHouse): Consumer {
  return {
    name: 'task-keeping',
    follows: [...keepingFacts],
    async react({ stream: petition, fact: recorded }) {
      if (petitionRoom.owns?.(petition) !== true) return
      const fact = recorded as Fact
      if (!keepingFacts.has(fact.type)) return
      if (fact.type === 'ContentErased') return forEachTask(house, { petition }, (task) => eraseTask(house, task))
      const keeping = await keepingOf(house, [petition])
      if (!keeping.ok) return
      await forEachTask(house, { petition }, async (stream) => {
        await commandTask(house, { stream, type: 'KeepTask', body: { ...keeping.value }, viewer })
      })
    },
  }
}

/** What is written of several petitions goes with the first of them: nobody can tell which words are whose. */
export const eraseTask = (house: TaskHouse, stream: string): Promise<void> =>
  eraseBeside(house, stream, () => commandTask(house, { stream, type: 'EraseTask', body: {}, viewer }))

type Which = { readonly organ: string } | { readonly petition: string }

async function forEachTask(house: TaskHouse, which: Which, act: (stream: string) => Promise<unknown>): Promise<void> {
  const [value, text] =
    'organ' in which
      ? [which.organ, `select distinct stream_id from task_party where organ = $1 and shelf <> 'done'`]
      : [which.petition, 'select stream_id from task_petition where petition = $1']
  await forEachStream(house, text, [value], act)
}
