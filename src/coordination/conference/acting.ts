/** Who may know of an item or a meeting, and as what they act. The database keeps the first by itself (migrations/0186-conference.sql). */
import type { Day } from '../../kernel/day.ts'
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId, Organs } from '../../kernel/organ.ts'
import { runsOn } from '../../kernel/term.ts'
import { type ConferenceLaw, type MeetingKind, meetingKinds } from '../../law/conference.ts'
import type {
  ConferenceRefusal,
  ConferenceWorld,
  Item,
  ItemCommandType,
  Meeting,
  MeetingStage,
  Member,
  Seat,
  StaffActor,
} from './conference.ts'

type Held = Pick<OrganFacts, 'kind'> | undefined
type Holding = Pick<ConferenceLaw, 'meetings'>

/** Which meetings an organ of that kind holds. */
export const meetingsOf = (organ: Held, { meetings }: Holding): readonly MeetingKind[] =>
  meetingKinds.filter((kind) => (meetings[kind].heldBy as readonly (string | undefined)[]).includes(organ?.kind))

/** Organs that hold meetings of some kind. */
export const holdsMeetings = (organ: Held, law: Holding): boolean => meetingsOf(organ, law).length > 0

/** Whoever handles in an organ or leads it. */
export const acts = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  (['clerk', 'head', 'leader', 'supervisor'] as const).some((post) => posts.includes(post))

const handles = ({ posts }: Pick<StaffActor, 'posts'>): boolean => posts.includes('clerk') || posts.includes('head')

type Somebody = Pick<StaffActor, 'account' | 'organ' | 'posts'>

/** 联席会议办公室: whoever handles in the conference itself, and whoever was given a seat in its office. */
export const isOffice = (actor: Somebody, conference: OrganId, seats: readonly Member[]): boolean =>
  (actor.organ === conference && handles(actor)) || sitsAs(actor, seats, ['office'])

/** 召集人: a seat that names the account itself, since nobody convenes for an organ. */
export const isConvenor = ({ account }: Somebody, seats: readonly Member[]): boolean =>
  seats.some((seat) => (seat.seat === 'convenor' || seat.seat === 'deputyConvenor') && seat.account === account)

const sitsAs = (actor: Somebody, seats: readonly Member[], kinds: readonly Member['seat'][]): boolean =>
  seats.some((seat) => kinds.includes(seat.seat) && isSeatOf(seat, actor))

/** The seat of an account, or of an organ in which somebody acts. */
export const isSeatOf = ({ organ, account }: Member, actor: Somebody): boolean =>
  organ === actor.organ && (account === null ? acts(actor) : account === actor.account)

export const memberOf = ({ seat, organ, account }: Member): Member => ({ seat, organ, account })

export const seatedOn = (seats: readonly Seat[], on: Day): readonly Seat[] => seats.filter((seat) => runsOn(seat, on))

export type ItemPart = 'conference' | 'bringer' | 'member'

/** The part that somebody has in an item; the conference's own organ and whoever brought it have theirs as organs. */
export function itemPartOf({ conference, bringer, members }: Item, actor: Somebody): ItemPart | null {
  if (actor.organ === conference || isOffice(actor, conference, members)) return 'conference'
  if (actor.organ === bringer) return 'bringer'
  return members.some((member) => isSeatOf(member, actor)) ? 'member' : null
}

/** Named in what is brought, recused from it, or answering to somebody who is. */
export const isNamed = (officials: readonly string[], { account, answersTo = [] }: StaffActor): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

export const mayKnowItem = (item: Item, actor: StaffActor, organs: Organs): boolean =>
  itemPartOf(item, actor) !== null && !isPersonKeptOut(item.keptFrom, actor, organs) && !isNamed(item.officials, actor)

export const mayKnowMeeting = ({ conference, members }: Meeting, actor: Somebody): boolean =>
  actor.organ === conference || members.some((member) => isSeatOf(member, actor))

/** Somebody is kept from it, so it is minuted apart (单独成文) and stands in nothing that all of them read. */
export const isApart = ({ keptFrom, officials }: Pick<Item, 'keptFrom' | 'officials'>): boolean =>
  keptFrom.length + officials.length > 0

/** Those who may have the papers of an item. Whoever answers to a named official the database knows, and keeps out as well. */
export const admitted = (
  seats: readonly Member[],
  { keptFrom, officials }: Pick<Item, 'keptFrom' | 'officials'>,
  organs: Organs,
): readonly Member[] =>
  seats
    .filter(
      ({ organ, account }) => !isKeptOut(keptFrom, organ, organs) && !(account !== null && officials.includes(account)),
    )
    .map(memberOf)

/** From the beginning: those who prepare and convene. */
export const preparing = (seats: readonly Seat[]): readonly Seat[] => seats.filter(({ seat }) => seat !== 'member')

/** An item moves with a meeting of its own conference that has come so far. */
export function refusalOfMeeting(
  { conference }: Pick<Item, 'conference'>,
  command: ItemCommandType,
  needs: readonly MeetingStage[],
  { meeting }: ConferenceWorld,
): ConferenceRefusal | null {
  if (meeting === null || meeting.conference !== conference) return { kind: 'no-such-meeting' }
  if (!needs.includes(meeting.stage)) return { kind: 'wrong-meeting-stage', stage: meeting.stage, command, needs }
  return null
}
