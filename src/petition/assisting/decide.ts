import { isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { decided } from '../../law/basis.ts'
import { lastDayNow, rulesOf } from '../clocks.ts'
import { accept, activeOrgan, type Decide, refuse } from '../decision.ts'
import { actingOrgan } from '../may.ts'
import type { Fact, Of, Petition, Refusal, World } from '../petition.ts'
import { readsAccusations, refusalOfAccused } from '../routing/accused.ts'
import { refusalOfLed } from '../safeguards/recusal.ts'
import { openSights, sightEnded } from '../sharing/decide.ts'
import type { Assistance } from './words.ts'

const basis = decided('0042')

/** Of these the lead still waits for a report. */
export const awaited = ({ assistances }: Petition): readonly Assistance[] =>
  assistances.filter(({ standing, notAwaitedOn }) => standing === 'asked' && notAwaitedOn === null)

/** The one answer is the lead's, and not before what it asked others for; it may say why it does not wait. */
export function refusalOfAwaited(petition: Petition): Refusal | null {
  const waiting = awaited(petition)
  if (waiting.length === 0) return null
  return { kind: 'assistance-awaited', organs: [...new Set(waiting.map(({ organ }) => organ))], basis }
}

const askAssistance: Decide<'AskAssistance'> = (petition, command, world) => {
  const { on, actor, of: organ, claims, what, by: until } = command
  const refusal = refusalToAssist(petition, organ, world) ?? refusalOfAsking(petition, command)
  if (refusal) return refuse(refusal)
  const ref = `a${petition.assistances.length + 1}`
  const by = actingOrgan(actor, petition)
  const asked: Fact = { type: 'AssistanceAsked', on, ref, by, organ, claims, what, until }
  const sight = `s${petition.sights.length + 1}`
  const because = { kind: 'assistance', stream: ref } as const
  return accept(asked, { type: 'SightShared', on, ref: sight, organ, accounts: null, because, until: null })
}

/** Whoever must not learn of the matter is not asked for help in it either (art. 28 (3), 30 (3)). */
function refusalToAssist(petition: Petition, id: OrganId, world: World): Refusal | null {
  const organ = activeOrgan(id, world)
  if (!organ.ok) return organ.error
  if (id === petition.holder) return { kind: 'already-there', organ: id }
  const refusal = refusalOfAccused(petition, id, world) ?? refusalOfLed(petition, id, world)
  if (refusal) return refusal
  const { principles } = world.law
  if (petition.class !== 'accusation' || readsAccusations(organ.value)) return null
  return { kind: 'not-the-competent-body', basis: principles.onlyTheCompetentBodyHandlesAccusations.basis }
}

/** Its day lies ahead and within the lead's own time: help lengthens nothing. */
function refusalOfAsking(petition: Petition, { on, of: organ, claims, by }: Of<'AskAssistance'>): Refusal | null {
  const known = petition.claims.map(({ ref }) => ref)
  const stranger = claims.find((claim) => !known.includes(claim))
  if (stranger) return { kind: 'unknown-claim', claim: stranger }
  if (petition.assistances.some((each) => each.organ === organ && each.standing !== 'ended'))
    return { kind: 'assists-already', organ }
  if (!isAfter(by, on)) return { kind: 'not-before-today', day: by, today: on }
  const answer = petition.clocks.find((clock) => isOpen(clock) && answering.includes(clock.rule))
  return answer && isAfter(by, answer.lastDay) ? { kind: 'assistance-too-late', lastDay: answer.lastDay, basis } : null
}

const answering: readonly string[] = ['handle', 'redo', 'performDuty', 'replyToSuggestion', 'answerAccusation']

/** As against a transfer: five working days, with reasons. What becomes of it, whoever asked says. */
const objectToAssistance: Decide<'ObjectToAssistance'> = (petition, command, world) => {
  const { on, actor, assistance: ref, reasons } = command
  const asked = petition.assistances.find((each) => each.ref === ref && each.standing === 'asked')
  if (!asked || asked.organ !== actingOrgan(actor, petition))
    return refuse({ kind: 'unknown-assistance', assistance: ref })
  const window = petition.clocks.find((clock) => clock.rule === 'objectToAssistance' && clock.subject === ref)
  const lastDay = window ? lastDayNow(window, petition, world) : asked.askedOn
  if (!window || !isOpen(window) || isAfter(on, lastDay)) {
    const rests = rulesOf(world).objectToAssistance?.basis ?? basis
    return refuse({ kind: 'right-lapsed', clock: 'objectToAssistance', lastDay, basis: rests })
  }
  return accept({ type: 'AssistanceObjected', on, ref, organ: asked.organ, reasons })
}

const goOnWithoutAssistance: Decide<'GoOnWithoutAssistance'> = (petition, { on, assistance: ref, reason }) => {
  const asked = awaited(petition).find((each) => each.ref === ref)
  if (!asked) return refuse({ kind: 'unknown-assistance', assistance: ref })
  return accept({ type: 'AssistanceNotAwaited', on, ref, organ: asked.organ, reason })
}

/** By the house, from the task: what is already so changes nothing. */
const noteAssistance: Decide<'NoteAssistance'> = (petition, { on, assistance: ref, standing, result, report }) => {
  const asked = petition.assistances.find((each) => each.ref === ref)
  if (!asked) return refuse({ kind: 'unknown-assistance', assistance: ref })
  if (asked.standing === 'ended') return accept()
  const { organ } = asked
  if (standing === 'ended') return accept(...assistanceEnded(petition, asked, on))
  if (standing === 'reported' && result !== null && report !== null)
    return accept({ type: 'AssistanceReported', on, ref, organ, result, report })
  return standing === 'returned' && asked.standing === 'reported'
    ? accept({ type: 'AssistanceReturned', on, ref, organ })
    : accept()
}

/** With what it was shown for it. */
export const assistanceEnded = (
  petition: Petition,
  { ref, organ }: Assistance,
  on: Of<'NoteAssistance'>['on'],
): readonly Fact[] => [
  { type: 'AssistanceEnded', on, ref, organ },
  ...openSights(petition)
    .filter(({ because }) => because.kind === 'assistance' && because.stream === ref)
    .map((sight) => sightEnded(sight, on)),
]

export const assistingDecisions = {
  AskAssistance: askAssistance,
  ObjectToAssistance: objectToAssistance,
  GoOnWithoutAssistance: goOnWithoutAssistance,
  NoteAssistance: noteAssistance,
}
