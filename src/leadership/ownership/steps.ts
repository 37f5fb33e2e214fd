/** The steps of a plan as tasks: given in the name of the owner, reported back and closed like every other (docs/adr/0036). */
import { Prose } from '../../kernel/prose.ts'
import { giveTask, openTasksFrom } from '../tasks/giving.ts'
import type { OwnershipHouse } from './house.ts'
import type { Ownership, Step } from './ownership.ts'
import { pieceOf } from './queries.ts'

export const openStepsOf = (house: OwnershipHouse, stream: string): Promise<number> => openTasksFrom(house, stream)

/** Gives each step to whoever does it. Each is given once, however often it is asked. */
export async function giveSteps(
  house: OwnershipHouse,
  stream: string,
  { petition, owner }: Ownership,
  steps: readonly Step[],
): Promise<void> {
  if (owner === null) return
  for (const { key, what, organ, officer, due } of steps) {
    const text = await pieceOf(house, stream, what.ref)
    if (text === null) continue
    await giveTask(house, {
      origin: { kind: 'ownershipStep', stream, key },
      ...{ giver: owner.organ, givenBy: owner.account, organ, officer, what: new Prose(text), due },
      petitions: [petition],
    })
  }
}

