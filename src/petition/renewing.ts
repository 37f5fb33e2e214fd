/** A new key for somebody who lost theirs: made here, shown once, and dead is the old one in the moment in which the fact is written. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { readAs } from '../identity/scope.ts'
import { readKey } from '../kernel/petitioner-key.ts'
import type { Result } from '../kernel/result.ts'
import { ok } from '../kernel/result.ts'
import { type Commanded, type Commanding, type CommandRefusal, commandPetition } from './commanding.ts'
import type { petitionCommands } from './commands.ts'
import type { PetitionHouse } from './house.ts'

type RenewalInput = z.output<(typeof petitionCommands)['renew-key']['body']>

export interface Renewing extends Omit<Commanding, 'type' | 'body' | 'beside'> {
  readonly body: RenewalInput
}

export interface Renewed extends Commanded {
  /** As it is shown. It is in no fact, no log and no stored answer. */
  readonly key: string
}

/** The key follows from the request's own key, so that a repeat after a lost answer shows the same one again. */
export async function renewKey(
  house: PetitionHouse,
  { body: said, ...renewing }: Renewing,
): Promise<Result<Renewed, CommandRefusal>> {
  const { oldKey, ...body } = said
  const { number, idempotency } = renewing
  const seed = idempotency ? `${idempotency.scope}\n${idempotency.key}` : randomUUID()
  const { key, digest } = house.petitionerKey(`renewal\n${seed}\n${number}\n${body.person}`)
  const isOldKey = oldKey !== null && (await isKeyOf(house, renewing, body.person, oldKey))
  const done = await commandPetition(house, {
    ...renewing,
    type: 'RenewKey',
    body: { ...body, isOldKey },
    beside: { petition_key: [{ person: body.person, digest }] },
  })
  return done.ok ? ok({ ...done.value, key }) : done
}

async function isKeyOf(
  house: PetitionHouse,
  { number, viewer }: Pick<Renewing, 'number' | 'viewer'>,
  person: string,
  typed: string,
): Promise<boolean> {
  const read = readKey(typed)
  if (read.is !== 'key') return false
  const rows = await readAs<{ digest: Buffer }>(house, viewer, {
    name: 'petition key of person',
    text: 'select digest from petition_key where stream_id = $1 and person = $2',
    values: [number, person],
  })
  return house.isKey(
    read.key,
    rows.map(({ digest }) => digest),
  )
}
