/** Every command after registration: parsed prose is sealed, the decider decides, the answer goes back. */
import { randomBytes } from 'node:crypto'
import { parseFact } from '../engine/chain.ts'
import { execute } from '../engine/execute.ts'
import type { EngineRefusal, Idempotency, RowSet, SealedRow } from '../engine/room.ts'
import { houseActorOf, staffActorOf } from '../identity/actor.ts'
import { cohortOf } from '../identity/cohort.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import { poolsFor, readAs, scopeOf } from '../identity/scope.ts'
import type { CaseKey } from '../identity/seal.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { Prose } from '../kernel/prose.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { organAbove } from './approver.ts'
import { attached } from './attaching.ts'
import { decide } from './decide.ts'
import { namesPetitioner } from './extracts.ts'
import type { Directory, PetitionHouse } from './house.ts'
import { asIdentity, hidesWords, maskedRow, namesInPetition } from './masked-words.ts'
import { officialsIn } from './officials.ts'
import type { Actor, Command, CommandType, Fact, FactOf, Of, Petition, Refusal, State } from './petition.ts'
import { readPetition } from './reading.ts'
import { recorderOf } from './registering.ts'
import { petitionRoom } from './room.ts'
import { lawShown, law as nationalPack, worldUnder } from './world.ts'

export interface Commanding {
  readonly number: PetitionNumber
  readonly type: CommandType
  /** The parsed body; prose in it is sealed here. */
  readonly body: object
  readonly viewer: Viewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
  /** Rows that no fact can yield, such as the digest of a new key. */
  readonly beside?: RowSet
}

interface UnknownAccount {
  readonly kind: 'unknown-account'
}

interface ElsewhereAccount {
  readonly kind: 'not-in-that-organ'
}

interface TellingExtract {
  readonly kind: 'extract-names-petitioner'
}

export type CommandRefusal =
  | Refusal
  | EngineRefusal
  | { readonly kind: 'no-such-petition' }
  | { readonly kind: 'file-not-uploaded' }
  | TellingExtract
  | ElsewhereAccount
  | UnknownAccount

export interface Commanded {
  readonly version: number
  readonly petition: Petition
}

/** Carries out one command in one transaction. A petition that the viewer has no part in does not exist for them. */
export async function commandPetition(
  house: PetitionHouse,
  commanding: Commanding,
): Promise<Result<Commanded, CommandRefusal>> {
  const { number, type, body, viewer, expectedVersion, idempotency, beside } = commanding
  if (type === 'Link' && 'to' in body && body.to === number) return err({ kind: 'linked-to-itself' })
  const standing = await standingOf(house, number, viewer)
  const key = standing && (await house.keys.ifKept(number, standing.cohort))
  if (!key) return err({ kind: 'no-such-petition' })
  const complete = await attached(house, body)
  if (!complete) return err({ kind: 'file-not-uploaded' })
  const said = await completed(house, type, complete)
  const { command: sealed, rows } = sealProse(key, numbered(type, said))
  const actor = { ...actorOf(viewer), answersTo: standing.answersTo }
  const command = { ...sealed, type, on: house.today(), actor } as Command
  const deserted = await desertedBy(house, type, body, standing)
  const leading = await leadingIn(house, number, type, viewer, standing)
  const stranger = await namesStranger(house, type, body)
  const elsewhere = !stranger && (await isElsewhere(house, number, type, body, viewer))
  const telling = await tellsTooMuch(house, number, type, body)
  const executed = await execute<State, Fact, Refusal | UnknownAccount | ElsewhereAccount | TellingExtract>(
    poolsFor(house, viewer),
    {
      room: petitionRoom,
      stream: number,
      expectedVersion: expectedVersion ?? 'any',
      by: recorderOf(viewer),
      recordedAt: house.now(),
      scope: scopeOf(viewer, house.today()),
      decide: (state) => {
        const law = state === null ? nationalPack : lawShown(house.laws, state)
        const world = { ...worldUnder(law, house.directory, house.calendars), leading, deserted }
        const decision = decide(state, addressed(state, command, house.directory), world)
        if (decision.ok && stranger) return err({ kind: 'unknown-account' } as const)
        if (decision.ok && elsewhere) return err({ kind: 'not-in-that-organ' } as const)
        return decision.ok && telling ? err({ kind: 'extract-names-petitioner' } as const) : decision
      },
      sealed: await rowsOf(house, key, rows, body, command),
      jobs: (facts) => house.outgoing(facts),
      ...(beside ? { beside } : {}),
      ...(idempotency ? { idempotency } : {}),
    },
  )
  if (!executed.ok) return executed
  if (executed.value.state === null) return err({ kind: 'no-such-petition' })
  return ok({ version: executed.value.version, petition: executed.value.state })
}

/** A corrected title or text is masked anew, by names that whoever corrects it may not see: the house reads them for itself. */
async function rowsOf(
  house: PetitionHouse,
  key: CaseKey,
  rows: readonly SealedRow[],
  body: object,
  command: Command,
): Promise<readonly SealedRow[]> {
  const isWords = command.type === 'Correct' && (command.field === 'title' || command.field === 'text')
  if (!isWords || !('to' in body)) return rows
  const read = await readPetition(house, key.stream as PetitionNumber, { kind: 'system', task: 'masking' })
  if (!read) return rows
  const piece = command.to as Sealed
  const isHidden = hidesWords(read.petition.confidentiality)
  if (command.field === 'text' && !isHidden) return rows
  const masked = maskedRow(key, piece, body.to as Prose, namesInPetition(read))
  return [...(isHidden ? asIdentity(rows, [piece]) : rows), masked]
}

/** What is found out from prose before it is sealed: who an official is. */
async function completed(house: PetitionHouse, type: CommandType, body: object): Promise<object> {
  if (type !== 'NameComplained') return body
  return { ...body, ...(await officialsIn(house, body as Parameters<typeof officialsIn>[1])) }
}

/** Whether an extract says who petitions. Told only to whoever may send it: to anybody else it would confirm a guess. */
async function tellsTooMuch(
  house: PetitionHouse,
  number: PetitionNumber,
  type: CommandType,
  body: object,
): Promise<boolean> {
  const isExtract = type === 'InformAccused' && 'extract' in body && body.extract instanceof Prose
  return isExtract && (await namesPetitioner(house, number, body.extract as Prose))
}

/** Whoever is to withdraw is somebody there is. */
async function namesStranger(house: PetitionHouse, type: CommandType, body: object): Promise<boolean> {
  if (type === 'ShareSight') return namesStrangers(house, body as Of<'ShareSight'>)
  if (type !== 'IdentifyOfficial' && type !== 'DecideRecusal') return false
  if (!('account' in body) || typeof body.account !== 'string') return false
  return !(await house.staffNames([body.account])).has(body.account)
}

async function namesStrangers(house: PetitionHouse, { accounts }: Of<'ShareSight'>): Promise<boolean> {
  const known = accounts === null || accounts.length === 0 ? null : await house.staffNames(accounts)
  return known !== null && accounts?.some((account) => !known.has(account)) === true
}

/** Whoever is to see a matter for an organ holds a post there. */
async function isShownElsewhere(house: PetitionHouse, { accounts, with: organ }: Of<'ShareSight'>): Promise<boolean> {
  if (accounts === null) return false
  const { rows } = await house.work.query(
    `select 1 from unnest($1::text[]) as shown (id) where not exists (
      select from account a join account_post p using (stream_id) where a.id = shown.id and p.organ = $2) limit 1`,
    [accounts, organ],
  )
  return rows.length > 0
}

/** And in the organ that is meant: nobody is kept out from elsewhere, as those are who look at it again, or a competent body's people. */
async function isElsewhere(
  house: PetitionHouse,
  number: PetitionNumber,
  type: CommandType,
  body: object,
  viewer: Viewer,
): Promise<boolean> {
  if (type === 'ShareSight') return isShownElsewhere(house, body as Of<'ShareSight'>)
  if (type !== 'DecideRecusal' && type !== 'IdentifyOfficial') return false
  const { account } = body as Of<'DecideRecusal'>
  const read = account === null ? null : await readPetition(house, number, viewer)
  const organ = read && organMeant(read.petition, type, body)
  if (!organ) return false
  const rows = await readAs(house, viewer, {
    name: 'petition post in organ',
    text: `select 1 from account a join account_post p using (stream_id) where a.id = $1 and p.organ = $2 limit 1`,
    values: [account, organ],
  })
  return rows.length === 0
}

const organMeant = ({ recusals, about }: Petition, type: 'DecideRecusal' | 'IdentifyOfficial', body: object) =>
  type === 'DecideRecusal'
    ? recusals.find(({ ref }) => ref === (body as Of<'DecideRecusal'>).request)?.organ
    : about[(body as Of<'IdentifyOfficial'>).complained]?.organ

/** Where officials lead whom the petition names; and whoever works on it, where the petitioner asks that they withdraw. */
async function leadingIn(
  house: PetitionHouse,
  number: PetitionNumber,
  type: CommandType,
  viewer: Viewer,
  { leading }: Standing,
): Promise<Standing['leading']> {
  if (type !== 'RequestRecusal') return leading
  const rows = await readAs<{ clerk: string }>(house, viewer, {
    name: 'petition clerk',
    text: 'select clerk from petition where stream_id = $1 and clerk is not null',
    values: [number],
  })
  return [...leading, ...(await house.leadsOf(rows.map(({ clerk }) => clerk)))]
}

/** Who proposes an erasure does not choose who approves it. */
function addressed(state: State, command: Command, directory: Directory): Command {
  if (command.type !== 'ProposeErasure') return command
  return { ...command, approver: state && organAbove(state, state.registrar, directory) }
}

/** Materials get their names within the petition here, because a page cannot know how many there are. */
function numbered(type: CommandType, body: object): object {
  if (!('materials' in body) || !Array.isArray(body.materials)) return body
  const prefix = type === 'AddMaterial' ? 'a' : 'e'
  const stamp = randomBytes(6).toString('hex')
  return {
    ...body,
    materials: body.materials.map((material: object, index: number) => ({
      ref: `${prefix}${stamp}.${index}`,
      ...material,
    })),
  }
}

/** What must be known before a petition can be decided on: under which cohort it is sealed, and who is above whom in it. */
interface Standing {
  /** Which month and class it was sealed under never changes. */
  readonly cohort: string
  readonly answersTo: readonly string[]
  readonly leading: readonly { readonly account: string; readonly organ: OrganId }[]
  readonly officials: readonly string[]
  readonly recused: readonly string[]
}

/** Null where the viewer sees no such petition. Who answers to whom is asked only where an official is named. */
async function standingOf(house: PetitionHouse, number: PetitionNumber, viewer: Viewer): Promise<Standing | null> {
  const [row] = await readAs<Omit<Standing, 'cohort'> & { registered: string }>(house, viewer, {
    name: 'petition standing',
    text: `select e.fact as registered, o.officials, o.recused,
        case when o.officials = '{}' then '{}' else viewer_answers_to() end as "answersTo",
        case when o.officials = '{}' then '[]' else coalesce((
          select json_agg(json_build_object('account', a.id, 'organ', p.organ)) from account_post p join account a using (stream_id)
          where a.id = any (o.officials) and a.state = 'open' and p.post in ('head', 'leader')
            and p.runs_from <= viewer_today() and (p.runs_until is null or p.runs_until >= viewer_today())), '[]') end as leading
      from event e join petition_organ o using (stream_id) where e.stream_id = $1 and e.version = 1
      order by o.organ is distinct from viewer_organ() limit 1`,
    values: [number],
  })
  if (!row) return null
  const { fact } = parseFact<FactOf<'PetitionRegistered'>>(row.registered)
  return { ...row, cohort: cohortOf(fact.on, fact.class) }
}

/** The organ that is to pass its duties on, where nobody in it is left who may carry them out. */
async function desertedBy(
  house: PetitionHouse,
  type: CommandType,
  body: object,
  { officials, recused }: Standing,
): Promise<OrganId | null> {
  if (type !== 'PassDutiesOn' || !('from' in body) || officials.length + recused.length === 0) return null
  const from = body.from as OrganId
  return (await house.isDeserted(from, { officials, recused })) ? from : null
}

export function actorOf(viewer: Viewer): Actor {
  switch (viewer.kind) {
    case 'staff':
      return {
        ...staffActorOf(viewer),
        ...(viewer.actsFor ? { standsFor: viewer.actsFor } : {}),
      }
    case 'petitioner':
      return { kind: 'petitioner', person: viewer.person }
    default:
      return houseActorOf(viewer)
  }
}
