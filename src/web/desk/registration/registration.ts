/** What the registration form holds, how it becomes a request, and the draft that is kept until it is sent. */
import type * as petition from '../../../petition/contract.ts'
import type { Input, Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { todayInBeijing } from '../../shared/days.ts'
import type { Attached } from './Attachments.tsx'
import type { ReadLetter } from './letter-reader.ts'

export type RegistrationBody = Input<typeof petition.registerPetition>['body']
export type Registered = Received<typeof petition.registerPetition>

export interface TypedPerson {
  readonly kind?: 'citizen' | 'legalPerson' | 'otherOrganisation'
  readonly name?: string
  readonly phone?: string
  readonly idNumber?: string
  readonly address?: string
  readonly email?: string
  readonly electronicService?: boolean
}

/** 个人 · 联名 · 集体: one person, several who all stand here, or a group with elected representatives. */
export type Together = 'single' | 'joint' | 'group'

export interface Typed {
  readonly channel: 'letter' | 'visit' | 'online' | 'call' | 'other'
  readonly receivedOn: string | null
  readonly confidentiality: 'named' | 'confidential' | 'anonymous'
  readonly firstTime: boolean
  readonly together: Together
  readonly people: readonly (TypedPerson | undefined)[]
  readonly headcount?: number | null
  readonly hasAgent?: boolean
  readonly agent?: {
    readonly kind?: 'agent' | 'guardian'
    readonly name?: string
    readonly phone?: string
    readonly mandate?: string
  }
  readonly title?: string
  readonly text?: string
  readonly claims: readonly (string | undefined)[]
  readonly place?: string
  readonly placeDetail?: string
  readonly category?: string
  readonly class: 'suggestion' | 'accusation' | 'appeal'
  readonly about: readonly (
    | { readonly as?: 'accused' | 'respondent'; readonly organ?: string | null; readonly official?: string }
    | undefined
  )[]
  readonly readBack?: boolean
  readonly signedBy?: 'signature' | 'fingerprint' | 'voiceConfirmed'
  readonly hasElsewhere?: boolean
  readonly elsewhere?: { readonly organ?: string | null; readonly petition?: string; readonly note?: string }
  readonly simplified?: boolean
  /** The call for suggestions that it answers. */
  readonly answersCall?: string
  readonly materials: readonly Attached[]
}

export const emptyForm = (): Typed => ({
  channel: 'visit',
  receivedOn: todayInBeijing(),
  confidentiality: 'named',
  firstTime: true,
  together: 'single',
  people: [{ kind: 'citizen' }],
  claims: [''],
  class: 'appeal',
  about: [],
  readBack: true,
  signedBy: 'signature',
  materials: [],
})

/** Spoken words are written down, read back and signed (art. 19); only visits and calls have any. */
export const isSpoken = ({ channel }: Pick<Typed, 'channel'>): boolean => channel === 'visit' || channel === 'call'

const given = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null)

export function bodyOf(typed: Typed): RegistrationBody {
  const people = typed.people.filter((person) => person !== undefined)
  return {
    channel: typed.channel,
    receivedOn: typed.receivedOn,
    class: typed.class,
    confidentiality: typed.confidentiality,
    firstTime: typed.firstTime,
    ...(typed.category ? { category: typed.category } : {}),
    place: typed.place ?? '',
    placeDetail: given(typed.placeDetail),
    title: typed.title?.trim() ?? '',
    text: typed.text?.trim() ?? '',
    claims: typed.claims.flatMap((claim) => given(claim) ?? []),
    people: people.map((person) => personOf(person, typed.confidentiality)),
    headcount: typed.together === 'group' ? (typed.headcount ?? people.length) : people.length,
    agent: typed.hasAgent ? agentOf(typed) : null,
    about: typed.about.flatMap((one) =>
      one && (one.organ || given(one.official))
        ? [{ as: one.as ?? 'respondent', organ: one.organ ?? null, official: given(one.official) }]
        : [],
    ),
    oral: isSpoken(typed) ? { readBack: typed.readBack ?? false, signedBy: typed.signedBy ?? 'signature' } : null,
    elsewhere: typed.hasElsewhere ? elsewhereOf(typed) : null,
    materials: typed.materials.map(({ file, name, mediaType, bytes }) => ({ file, name, mediaType, bytes })),
    track: typed.simplified ? 'simplified' : 'ordinary',
    ...(typed.class === 'suggestion' && typed.answersCall ? { answersCall: typed.answersCall } : {}),
  }
}

function personOf(
  person: TypedPerson,
  confidentiality: Typed['confidentiality'],
): NonNullable<RegistrationBody['people']>[number] {
  const isNamed = confidentiality !== 'anonymous'
  return {
    kind: person.kind ?? 'citizen',
    name: isNamed ? given(person.name) : null,
    idNumber: isNamed ? given(person.idNumber) : null,
    phone: given(person.phone),
    address: given(person.address),
    email: given(person.email),
    electronicService: person.electronicService ?? false,
  }
}

const agentOf = ({ agent }: Typed): RegistrationBody['agent'] => ({
  kind: agent?.kind ?? 'agent',
  name: agent?.name?.trim() ?? '',
  phone: given(agent?.phone),
  mandate: agent?.mandate?.trim() ?? '',
})

const elsewhereOf = ({ elsewhere }: Typed): RegistrationBody['elsewhere'] => ({
  organ: elsewhere?.organ ?? null,
  petition: given(elsewhere?.petition),
  note: given(elsewhere?.note),
})

/** What a letter says goes where nothing was typed yet; what the clerk wrote stays. */
export function withLetter(
  typed: Typed,
  read: ReadLetter,
  place: string | undefined,
  organ: string | undefined,
): Typed {
  const [first = {}, ...others] = typed.people
  const person = { kind: 'citizen' as const, ...first }
  const hasClaims = typed.claims.some((claim) => given(claim))
  return {
    ...typed,
    ...(typed.title ? {} : { title: read.title }),
    ...(typed.text ? {} : { text: read.text }),
    ...(hasClaims || read.claims.length === 0 ? {} : { claims: read.claims }),
    ...(typed.place || !place ? {} : { place }),
    ...(read.class && typed.class === 'appeal' ? { class: read.class } : {}),
    ...(organ && typed.about.length === 0
      ? { about: [{ as: read.class === 'accusation' ? 'accused' : 'respondent', organ }] }
      : {}),
    people: [
      {
        ...person,
        ...fill('name', person.name, read.name),
        ...fill('phone', person.phone, read.phone),
        ...fill('idNumber', person.idNumber, read.idNumber),
        ...fill('address', person.address, read.address),
      },
      ...others,
    ],
  }
}

const fill = (name: keyof TypedPerson, typed: string | undefined, read: string | null) =>
  typed || read === null ? {} : { [name]: read }

export interface Draft {
  readonly typed: Typed
  readonly savedAt: string
  /** The key of a request that was sent and whose answer never came, with what was sent. */
  readonly sent?: { readonly body: string; readonly key: string } | undefined
}

const place = (account: string): string => `xinqiao.draft.registration.${account}`

export function readDraft(account: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(account)) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'typed' in kept ? (kept as Draft) : null
  } catch {
    return null
  }
}

export function keepDraft(account: string, draft: Draft): boolean {
  try {
    localStorage.setItem(place(account), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const forgetDraft = (account: string): void => localStorage.removeItem(place(account))

/** The same body sent again carries the same key, also after the page was closed in between. */
export function keyFor(account: string, typed: Typed, body: RegistrationBody): string {
  const said = JSON.stringify(body)
  const before = readDraft(account)?.sent
  const key = before?.body === said ? before.key : newIdempotencyKey()
  keepDraft(account, { typed, savedAt: new Date().toISOString(), sent: { body: said, key } })
  return key
}
