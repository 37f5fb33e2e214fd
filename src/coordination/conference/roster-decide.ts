import { isBefore } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { hasEnded, overlaps } from '../../kernel/term.ts'
import { article } from '../../law/basis.ts'
import { holdsMeetings } from './acting.ts'
import type { ConferenceRefusal, ConferenceWorld, RosterCommand, RosterFact, RosterState } from './conference.ts'

export type RosterDecision = Result<readonly RosterFact[], ConferenceRefusal>
type Of<T extends RosterCommand['type']> = Extract<RosterCommand, { type: T }>
const refuse = (refusal: ConferenceRefusal): RosterDecision => err(refusal)

/** 及时调整成员单位 (art. 13 (2)): by the conference's own organ. Who once sat there stays on record. */
export function decideRoster(state: RosterState, command: RosterCommand, world: ConferenceWorld): RosterDecision {
  const refusal = refusalToAct(command, world)
  if (refusal) return refuse(refusal)
  return command.type === 'SeatMember' ? seat(state, command, world) : end(state, command)
}

/** Its head or its administrator, and whoever handles there. */
const keepers = ['clerk', 'head', 'administrator'] as const

export function refusalToAct(
  { actor, conference }: Pick<RosterCommand, 'actor' | 'conference'>,
  { organs, law }: Pick<ConferenceWorld, 'organs' | 'law'>,
): ConferenceRefusal | null {
  const place = organs.find(conference)
  const basis = article(13, 2)
  if (place?.state !== 'active' || !holdsMeetings(place, law))
    return { kind: 'no-conference', organ: conference, basis }
  if (actor.kind === 'house') return null
  const isTheirs = actor.organ === conference && keepers.some((post) => actor.posts.includes(post))
  return isTheirs ? null : { kind: 'conference-not-yours', basis }
}

function seat(
  state: RosterState,
  { on, conference, seat: kind, organ, account, from, until }: Of<'SeatMember'>,
  { organs, open }: ConferenceWorld,
): RosterDecision {
  if (organs.find(organ)?.state !== 'active') return refuse({ kind: 'unknown-organ', organ })
  if (until !== null && isBefore(until, from)) return refuse({ kind: 'seat-ended-before-begun', from })
  if (account !== null && !open.has(account)) return refuse({ kind: 'no-such-holder', account })
  const convenes = kind === 'convenor' || kind === 'deputyConvenor'
  if (convenes && account === null) return refuse({ kind: 'no-such-holder', account: '' })
  const seats = state?.seats ?? []
  const same = seats.find(
    (each) => each.seat === kind && each.organ === organ && each.account === account && overlaps(each, { from, until }),
  )
  if (same) return refuse({ kind: 'seated-already', ref: same.ref })
  const ref = `s${seats.length + 1}`
  return ok([{ type: 'MemberSeated', on, conference, ref, seat: kind, organ, account, from, until }])
}

function end(state: RosterState, { on, conference, ref, until }: Of<'EndSeat'>): RosterDecision {
  const held = state?.seats.find((each) => each.ref === ref)
  if (!held || (held.until !== null && hasEnded(held, on))) return refuse({ kind: 'no-such-seat' })
  if (isBefore(until, held.from)) return refuse({ kind: 'seat-ended-before-begun', from: held.from })
  return ok([{ type: 'SeatEnded', on, conference, ref, until }])
}
