/** What the house gives to a matter by itself: what its rules found, that it was put right, that what was owed was done. */
import type { Result } from '../kernel/result.ts'
import { eraseBeside } from '../petition/erasing.ts'
import { carryOut, commandMatter, type Done, type MatterRefusal } from './commanding.ts'
import type { SupervisionHouse } from './house.ts'
import { streamOfSubject } from './room.ts'
import type { Found, Keeping, MatterBeginning, Subject } from './supervision.ts'

/** Facts appended; 0 where everything was known already. */
export interface Recorded {
  readonly facts: number
}

/** What the house finds by itself is about one petition or one proposal: each has one matter, however often something is found. */
export type FoundSubject = Exclude<Subject, { kind: 'topic' }>

const viewer = { kind: 'system', task: 'supervision-finding' } as const

/** What the rules found about one subject. What is known already is left out; the first begins the matter. */
export async function recordFindings(
  house: SupervisionHouse,
  given: { readonly beginning: MatterBeginning; readonly found: readonly Found[] },
): Promise<Recorded> {
  const { beginning, found } = given
  if (found.length === 0) return { facts: 0 }
  const stream = streamOfSubject(beginning.subject as FoundSubject)
  return outcome(
    await carryOut(house, {
      ...{ stream, type: 'RecordFindings', body: {}, viewer, answersTo: [] },
      beside: { beginning, found },
      begun: beginning,
    }),
  )
}

/** What was owed was done since, by the keys of what was found. Nothing where there is no matter. */
export async function recordMended(
  house: SupervisionHouse,
  { subject, keys }: { readonly subject: FoundSubject; readonly keys: readonly string[] },
): Promise<Recorded> {
  if (keys.length === 0) return { facts: 0 }
  const stream = streamOfSubject(subject)
  return outcome(await commandMatter(house, { stream, type: 'RecordMended', body: { keys }, viewer }))
}

/** Everything that the petition owed was done: each order on it has had its effect. Nothing where there is no matter. */
export async function recordExecuted(
  house: SupervisionHouse,
  { subject }: { readonly subject: FoundSubject },
): Promise<Recorded> {
  const stream = streamOfSubject(subject)
  return outcome(await commandMatter(house, { stream, type: 'RecordExecuted', body: {}, viewer }))
}

/** From whom the petition is kept now, and whether it may be shown: as `beginningOf` reads it. Nothing where nothing changed. */
export async function recordKept(
  house: SupervisionHouse,
  { subject, keeping }: { readonly subject: FoundSubject; readonly keeping: Keeping },
): Promise<Recorded> {
  const stream = streamOfSubject(subject)
  const { keptFrom, officials, isShowable } = keeping
  const body = { keptFrom, officials, isShowable }
  return outcome(await commandMatter(house, { stream, type: 'RecordKept', body, viewer }))
}

/** What was written in the matter of a petition that was erased. Asking twice changes nothing. */
export async function eraseMatter(
  house: SupervisionHouse,
  { subject }: { readonly subject: FoundSubject },
): Promise<void> {
  const stream = streamOfSubject(subject)
  await eraseBeside(house, stream, async () =>
    outcome(await commandMatter(house, { stream, type: 'EraseMatter', body: {}, viewer })),
  )
}

/** What an organ may be refused, the house may not: there is no matter, or the record is out of order. */
function outcome(done: Result<Done, MatterRefusal>): Recorded {
  if (done.ok) return { facts: done.value.facts.length }
  if (done.error.kind === 'no-such-matter') return { facts: 0 }
  throw new Error(`the house could not record what it found: ${done.error.kind}`)
}
