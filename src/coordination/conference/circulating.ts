/**
 * 书面会签 (docs/adr/0052): a draft goes round among those who sit there, and each signs. All of them agree, and it is decided as at a meeting;
 * one who does not, or who asks for a meeting, brings it there. Practice and no law: the Regulations know conferences that meet.
 */
import { addDays, type Day, isAfter, isBefore } from '../../kernel/day.ts'
import { err, ok } from '../../kernel/result.ts'
import { admitted, isApart, isSeatOf } from './acting.ts'
import type {
  Circulation,
  CirculationEnd,
  ConferenceRefusal,
  ConferenceWorld,
  Item,
  ItemFact,
  ItemOf,
  Member,
  Signature,
  StaffActor,
} from './conference.ts'
import { refusalOfOutcome, withKeys } from './deciding.ts'
import type { ItemRule } from './item-decide.ts'
import { evolveItem } from './item-evolve.ts'

/** What goes round now. */
export const runningCirculation = ({ circulations }: Pick<Item, 'circulations'>): Circulation | null => {
  const last = circulations.at(-1)
  return last?.ended === null ? last : null
}

/** The papers are frozen from now on, and everybody who sits there has them, except who is kept from it: they are left out. */
export const circulateItem: ItemRule<'CirculateItem'> = (item, command, world) => {
  const members = admitted(world.seats, item, world.organs)
  const signatories = distinct(members.filter(({ seat }) => seat !== 'office'))
  const { on, actor, until, says, jurisdiction, measure, tasks } = command
  const { account } = actor as StaffActor
  const refusal: ConferenceRefusal | null =
    refusalToCirculate(item, command, world) ??
    // what is decided begins once everybody has signed
    refusalOfOutcome(item, { ...command, on: until }, world) ??
    (convenes({ signatories, account }) ? null : { kind: 'no-convenor-signs', basis: world.law.circulation.basis })
  if (refusal) return err(refusal)
  const outcome = { says, jurisdiction, measure, tasks }
  return ok([{ type: 'ItemCirculated', on, account, until, members, signatories, ...outcome }])
}

function refusalToCirculate(
  { kind }: Item,
  { on, until, measure }: ItemOf<'CirculateItem'>,
  { law }: ConferenceWorld,
): ConferenceRefusal | null {
  const { kinds, atLeastDays, basis } = law.circulation
  const asked = measure === null ? kind : 'measure'
  if (!kinds.includes(asked)) return { kind: 'needs-a-meeting', item: asked, basis }
  const earliest = addDays(on, atLeastDays)
  return isBefore(until, earliest) ? { kind: 'too-little-time-to-sign', earliest, basis } : null
}

/** Somebody may sit there in two ways, and signs once: as whoever convenes where they do. */
function distinct(members: readonly Member[]): readonly Member[] {
  const convening = members.filter(isConvening)
  const all = [...convening, ...members.filter((member) => !isConvening(member))]
  return all.filter((member, at) => all.findIndex((each) => isSame(each, member)) === at)
}

const isConvening = ({ seat }: Pick<Member, 'seat'>): boolean => seat === 'convenor' || seat === 'deputyConvenor'

type SeatOf = Pick<Signature, 'organ' | 'account'>
const isSame = (one: SeatOf, other: SeatOf): boolean => one.organ === other.organ && one.account === other.account

/** A convenor who did not send it round signs: nothing binds on the word of one (docs/adr/0041). */
const convenes = ({ signatories, account }: Pick<Circulation, 'signatories' | 'account'>): boolean =>
  signatories.some((member) => isConvening(member) && member.account !== account)

/** For an organ whoever leads it signs. */
const signsAs = (member: Member, actor: StaffActor): boolean =>
  isSeatOf(member, actor) && (member.account !== null || actor.posts.includes('head') || actor.posts.includes('leader'))

export const seatsToSign = (item: Pick<Item, 'circulations'>, actor: StaffActor): readonly Member[] =>
  runningCirculation(item)?.signatories.filter((member) => signsAs(member, actor)) ?? []

const hasSigned = ({ signatures }: Pick<Circulation, 'signatures'>, member: Member): boolean =>
  signatures.some((signature) => isSame(signature, member))

export const unsigned = (circulation: Circulation): readonly Member[] =>
  circulation.signatories.filter((member) => !hasSigned(circulation, member))

/** Whoever has not signed on the last day can no more: the house ends it. */
export const signItem: ItemRule<'SignItem'> = (item, { on, actor, view, reason }) => {
  const running = runningCirculation(item)
  const mine = seatsToSign(item, actor as StaffActor)
  if (running === null || mine.length === 0) return err({ kind: 'not-asked-to-sign' })
  if (isAfter(on, running.until)) return err({ kind: 'circulation-over', until: running.until })
  const open = mine.filter((member) => !hasSigned(running, member))
  if (open.length === 0) return err({ kind: 'signed-already' })
  if (view !== 'agreed' && reason === null) return err({ kind: 'objection-without-reasons' })
  const by = (actor as StaffActor).account
  return ok(
    settling(
      item,
      open.map(({ organ, account }) => ({ type: 'ItemSigned', on, organ, account, by, view, reason })),
      on,
    ),
  )
}

/** Taken back by the office: it waits for a meeting, or goes round once more. */
export const recallItem: ItemRule<'RecallItem'> = (_, { on, reason }) => ok([ended(on, 'recalled', reason)])

/** Asked too early it changes nothing. */
export const lapseCirculation: ItemRule<'LapseCirculation'> = (item, { on }) => {
  const running = runningCirculation(item)
  return running !== null && isAfter(on, running.until) ? ok([ended(on, 'lapsed')]) : ok([])
}

export const ended = (on: Day, because: CirculationEnd, reason: Signature['reason'] = null): ItemFact => ({
  ...{ type: 'CirculationEnded', on, because, reason },
})

/** What follows once these happened: it goes on, goes to a meeting, or is decided. */
export function settling(item: Item, facts: readonly ItemFact[], on: Day): readonly ItemFact[] {
  const then = facts.reduce((each, fact) => evolveItem(each, fact), item)
  const running = runningCirculation(then)
  if (running === null) return facts
  const against = running.signatures.find(({ view }) => view !== 'agreed')
  if (against) return [...facts, ended(on, against.view)]
  if (!convenes(running)) return [...facts, ended(on, 'unconvened')]
  return unsigned(running).length > 0 ? facts : [...facts, ...decidedBySigning(then, running, on)]
}

function decidedBySigning(item: Item, circulation: Circulation, on: Day): readonly ItemFact[] {
  const { account, says, jurisdiction, measure } = circulation
  const { conference } = item
  return [
    ended(on, 'agreed'),
    { type: 'ItemDecided', on, account, says, jurisdiction, measure, tasks: withKeys(circulation.tasks) },
    { type: 'DecisionConfirmed', on, conference, isApart: isApart(item), account: null, isSigned: true },
  ]
}
