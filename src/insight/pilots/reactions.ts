/** What pilots do about facts: where one is spread, each organ has its task. */
import type { Consumer } from '../../engine/consumer.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { readProse } from '../../kernel/prose.ts'
import { giveTask } from '../../tasks/giving.ts'
import type { TaskHouse } from '../../tasks/house.ts'
import type { PilotFact, PilotStep } from './pilot.ts'
import { pilotOfHouse } from './queries.ts'
import { pilotRoom } from './room.ts'

export function pilotStepReaction(house: TaskHouse): Consumer {
  return {
    name: 'pilot-steps',
    follows: ['PilotSpread'] satisfies readonly PilotFact['type'][],
    async react({ stream, fact: recorded }) {
      const fact = recorded as PilotFact
      if (!stream.startsWith(`${pilotRoom.name}:`) || fact.type !== 'PilotSpread') return
      for (const step of fact.steps) await give(house, stream, step)
    },
  }
}

async function give(house: TaskHouse, stream: string, { key, organ, what, due }: PilotStep): Promise<void> {
  const pilot = await pilotOfHouse(house, stream)
  if (pilot === null) return
  const { rows } = await house.work.query<Box>(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, what.ref],
  )
  const said = (await openPieces(house.keys, rows)).get(what.ref)
  const prose = said === undefined ? undefined : readProse(said, { max: 20_000 })
  if (prose === undefined || !prose.ok) return
  await giveTask(house, {
    origin: { kind: 'pilot', stream, key },
    ...{ giver: pilot.organ, givenBy: null, organ, officer: null, what: prose.value, due, petitions: [], shownTo: [] },
  })
}
