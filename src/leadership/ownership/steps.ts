/** The steps of a plan as tasks: given in the name of the owner, reported back and closed like every other (docs/adr/0036). */
import { giveTask } from '../tasks/giving.ts'
import { stagesFrom } from '../tasks/queries.ts'
import type { OwnershipHouse } from './house.ts'
import type { Ownership, Step } from './ownership.ts'
import { ownershipOfHouse, pieceOf } from './queries.ts'

/** Steps that are still to be done, those that were planned a moment ago and are not yet given among them. */
export async function openStepsOf(house: OwnershipHouse, stream: string): Promise<number> {
  const [ownership, stages] = await Promise.all([ownershipOfHouse(house, stream), stagesFrom(house, stream)])
  const isOver = (key: string) => ['closed', 'withdrawn'].includes(stages.get(key) ?? 'given')
  return (ownership?.steps ?? []).filter(({ key }) => !isOver(key)).length
}

/** Gives each step to whoever does it. Each is given once, however often it is asked; whoever must not know of it is given nothing. */
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
      ...{ giver: owner.organ, givenBy: owner.account, organ, officer, what: text, due },
      petitions: [petition],
    })
  }
}
