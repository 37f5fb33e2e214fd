/** The steps of a plan as tasks: given in the name of the owner, reported back and closed like every other (docs/adr/0036). */
import { giveTask } from '../../tasks/giving.ts'
import { stagesFrom } from '../../tasks/queries.ts'
import type { OwnershipHouse } from './house.ts'
import type { Ownership, Step } from './ownership.ts'
import { ownershipOfHouse, pieceOf } from './queries.ts'
import { isWithdrawn } from './solving.ts'

export interface StepsStanding {
  /** How many are still to be done, those that were planned a moment ago and are not yet given among them. */
  readonly openTasks: number
  /** Those that nobody has to do: never given, because it was refused or is about to be, or withdrawn from whoever had it. */
  readonly ungiven: readonly string[]
}

/** How the steps stand by the tasks that came of them. A step that was withdrawn is open only as far as somebody has it all the same. */
export async function stepsStanding(house: OwnershipHouse, stream: string): Promise<StepsStanding> {
  const [ownership, stages] = await Promise.all([ownershipOfHouse(house, stream), stagesFrom(house, stream)])
  if (ownership === null) return { openTasks: 0, ungiven: [] }
  const isOpen = (key: string): boolean => {
    const stage = stages.get(key)
    return stage === undefined ? !isWithdrawn(ownership, key) : stage !== 'closed' && stage !== 'withdrawn'
  }
  const isUngiven = (key: string): boolean =>
    !isWithdrawn(ownership, key) && ['none', 'withdrawn'].includes(stages.get(key) ?? 'none')
  const keys = ownership.steps.map(({ key }) => key)
  return { openTasks: keys.filter(isOpen).length, ungiven: keys.filter(isUngiven) }
}

/** Gives each step to whoever does it. Each is given once, however often it is asked; whoever must not know of it is given nothing. */
export async function giveSteps(
  house: OwnershipHouse,
  stream: string,
  ownership: Ownership,
  steps: readonly Step[],
): Promise<void> {
  const { petition, owner } = ownership
  if (owner === null) return
  for (const { key, what, organ, officer, due } of steps) {
    if (isWithdrawn(ownership, key)) continue
    const text = await pieceOf(house, stream, what.ref)
    if (text === null) continue
    await giveTask(house, {
      origin: { kind: 'ownershipStep', stream, key },
      ...{ giver: owner.organ, givenBy: owner.account, organ, officer, what: text, due },
      petitions: [petition],
    })
  }
}
