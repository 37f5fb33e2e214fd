/**
 * 并案 as the petition room has it (docs/adr/0008): a link is a fact in each stream. Where the second is refused, the first is taken back, so that
 * nothing is half joined. Nobody's number, limit, answer or remedy changes.
 */
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type Commanded, type CommandRefusal, commandPetition } from '../../petition/commanding.ts'
import { rowsOf, type Staff } from '../../petition/queries.ts'
import type { RepeatHouse } from './house.ts'

export interface Joining {
  readonly number: PetitionNumber
  readonly with: PetitionNumber
  readonly reason: Prose
  readonly viewer: Staff
}

export type Joined = Result<readonly Commanded[], CommandRefusal>

/** The earlier one leads. */
export async function merge(house: RepeatHouse, joining: Joining): Promise<Joined> {
  const { number, with: other, viewer } = joining
  const rows = await rowsOf(house, viewer, [number, other])
  const [mine, theirs] = [rows.get(number), rows.get(other)]
  if (number === other) return err({ kind: 'linked-to-itself' })
  if (!mine || !theirs) return err({ kind: 'no-such-petition' })
  const leads = theirs.registeredOn < mine.registeredOn || (theirs.registeredOn === mine.registeredOn && other < number)
  return inBoth(house, joining, {
    does: (to) => ({
      type: 'Link',
      body: { to, as: (to === other) === leads ? 'lead' : 'member', reason: joining.reason },
    }),
    undoes: (to) => ({ type: 'Unlink', body: { from: to, reason: joining.reason } }),
    isDone: 'already-linked',
  })
}

export function unmerge(house: RepeatHouse, joining: Joining): Promise<Joined> {
  const { reason } = joining
  return inBoth(house, joining, {
    does: (from) => ({ type: 'Unlink', body: { from, reason } }),
    undoes: (to) => ({ type: 'Link', body: { to, as: 'member', reason } }),
    isDone: 'not-linked',
  })
}

type Step = { readonly type: 'Link' | 'Unlink'; readonly body: object }

interface Both {
  does(other: string): Step
  undoes(other: string): Step
  /** The refusal that says that it was so already: of one of two streams that is no reason to stop. */
  readonly isDone: 'already-linked' | 'not-linked'
}

async function inBoth(house: RepeatHouse, { number, with: other, viewer }: Joining, both: Both): Promise<Joined> {
  const command = (stream: PetitionNumber, step: Step) => commandPetition(house, { number: stream, ...step, viewer })
  const first = await command(number, both.does(other))
  if (!first.ok && first.error.kind !== both.isDone) return first
  const second = await command(other, both.does(number))
  if (!second.ok && (second.error.kind !== both.isDone || !first.ok)) {
    if (first.ok) await command(number, both.undoes(other))
    return second
  }
  return ok([first, second].flatMap((done) => (done.ok ? [done.value] : [])))
}
