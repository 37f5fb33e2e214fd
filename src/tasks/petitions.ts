/** From whom a task is kept, by the petitions that it is about: read by the house, because whoever gives it need not see them. */
import { fold, readHistory } from '../engine/history.ts'
import { superiorsOf } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { partsOf } from '../petition/parts.ts'
import type { Fact, State } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import type { TaskHouse } from './house.ts'
import type { TaskKeeping, TaskRefusal } from './task.ts'

/** Accused organs, organs that a named official leads, and the officials; nothing is told of a petition that is not there or was erased. */
export async function keepingOf(
  house: TaskHouse,
  petitions: readonly string[],
): Promise<Result<TaskKeeping, TaskRefusal>> {
  const keptFrom = new Set<OrganId>()
  const officials = new Set<string>()
  for (const number of petitions) {
    const petition = await petitionOf(house, number)
    if (petition === null || petition.erasure?.erasedOn) return err({ kind: 'about-no-petition', petition: number })
    const parts = partsOf(petition)
    for (const organ of parts.accused) keptFrom.add(organ)
    for (const official of parts.officials) officials.add(official)
  }
  const led = officials.size === 0 ? [] : await house.leadsOf([...officials])
  for (const { organ } of led) keptFrom.add(organ)
  return ok({ keptFrom: [...keptFrom], officials: [...officials] })
}

async function petitionOf({ work }: TaskHouse, number: string): Promise<State> {
  const { facts } = await readHistory<Fact>(work, number)
  return fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

/** Whether somebody is named in a matter, or answers to somebody who is. */
export async function isBarred(
  house: TaskHouse,
  { officials }: Pick<TaskKeeping, 'officials'>,
  people: readonly { readonly account: string | null; readonly organ: OrganId }[],
): Promise<boolean> {
  if (officials.length === 0) return false
  for (const { account, organ } of people) {
    if (account === null) continue
    const above = await superiorsOf(house, { account, organ })
    if ([account, ...above].some((each) => officials.includes(each))) return true
  }
  return false
}
