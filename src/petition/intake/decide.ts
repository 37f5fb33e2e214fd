import { isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { RepresentativesRule, SimplifiedBar } from '../../law/law.ts'
import { packName } from '../../law/laws.ts'
import { accept, activeOrgan, type Decide, type Decision, refuse } from '../decision.ts'
import { actingOrgan } from '../may.ts'
import { type Actor, type Fact, isEnded, type Of, type Petition, type Refusal, type World } from '../petition.ts'
import { readsAccusations, refusalOfAccused } from '../routing/accused.ts'
import { isOpenTo } from '../safeguards/opening.ts'
import { officialsIn } from '../safeguards/recusal.ts'
import { takenAsAccusation } from '../sharing/decide.ts'
import { renewKey } from './renew-key.ts'
import type { AddedBy } from './words.ts'

/**
 * 登记 (art. 19–22): every matter is registered, whatever will become of it. Only an organ that is itself accused, or stands
 * below one that is, does not register the accusation: it must not hold the material (art. 30).
 */
export function register(said: Of<'Register'>, world: World): Decision {
  const command = { ...said, about: complainedIn(said) }
  const refusal = refusalOfRegistration(command, world)
  if (refusal) return refuse(refusal)
  const { type: _, on, actor: __, organ, ...registration } = command
  return accept({ type: 'PetitionRegistered', on, organ, pack: packName(world.law), ...registration })
}

function refusalOfRegistration(command: Of<'Register'>, world: World): Refusal | null {
  const organ = activeOrgan(command.organ, world)
  if (!organ.ok) return organ.error
  return (
    refusalOfDay(command) ??
    refusalOfPeople(command, world) ??
    refusalOfContent(command, world) ??
    refusalOfAccused(command, command.organ, world)
  )
}

/** Whoever an accusation is about is accused by it, whatever word was chosen for them. */
const complainedIn = ({ class: petitionClass, about }: Of<'Register'>): Of<'Register'>['about'] =>
  petitionClass === 'accusation' ? about.map((complained) => ({ ...complained, as: 'accused' })) : about

function refusalOfDay({ receivedOn, on }: Of<'Register'>): Refusal | null {
  return isAfter(receivedOn, on) ? { kind: 'day-in-the-future', day: receivedOn, today: on } : null
}

function refusalOfPeople(command: Of<'Register'>, { law }: World): Refusal | null {
  const { people, headcount, confidentiality } = command
  const { basis: stated } = law.principles.whoAndWhatIsStated
  if (people.length === 0) return { kind: 'no-petitioner', basis: stated }
  if (confidentiality !== 'anonymous' && people.some(({ name }) => name === null)) {
    return { kind: 'no-petitioner', basis: stated }
  }
  const { atMost, basis } = representativesFor(headcount, law.representatives)
  if (people.length > atMost) return { kind: 'too-many-representatives', count: people.length, atMost, basis }
  if (headcount < people.length) return { kind: 'headcount-too-small', headcount, people: people.length }
  return null
}

/** How many may speak for a group of that size. */
export function representativesFor(headcount: number, { tiers = [], atMost, basis }: RepresentativesRule) {
  const tier = tiers.find(({ upTo }) => headcount <= upTo)
  return { atMost: tier?.atMost ?? atMost, basis }
}

function refusalOfContent(command: Of<'Register'>, world: World): Refusal | null {
  const { basis } = world.law.principles.whoAndWhatIsStated
  if (command.claims.length === 0) return { kind: 'no-claim', basis }
  if (command.oral && !command.oral.readBack) return { kind: 'oral-record-not-read-back', basis }
  for (const { organ } of command.about) {
    if (organ !== null && !world.organs.find(organ)) return { kind: 'unknown-organ', organ }
  }
  const elsewhere = command.elsewhere?.organ
  if (elsewhere && !world.organs.find(elsewhere)) return { kind: 'unknown-organ', organ: elsewhere }
  const bar = command.track === 'simplified' ? simplifiedBar(command, world) : null
  return bar && { kind: 'simplified-not-allowed', bar, basis: world.law.simplified.basis }
}

type SimplifiedCandidate = Pick<Petition, 'firstTime' | 'class' | 'headcount' | 'about'> & {
  readonly urgent?: unknown
  readonly handOff?: Petition['handOff']
  readonly route?: Petition['route']
}

/** What keeps a matter off the simplified track (JY22): the first bar that applies. */
export function simplifiedBar(matter: SimplifiedCandidate, { law }: World): SimplifiedBar | null {
  const bars: Partial<Record<SimplifiedBar, boolean>> = {
    notFirst: !matter.firstTime,
    accusation: matter.class === 'accusation',
    collective: matter.headcount >= 5,
    severalOrgans: new Set(matter.about.map(({ organ }) => organ).filter((organ) => organ !== null)).size > 1,
    urgent: Boolean(matter.urgent),
    assigned: matter.handOff === 'assigned',
    statutoryRoute: matter.route === 'performDuty',
  }
  return law.simplified.excluded.find((bar) => bars[bar]) ?? null
}

const correct: Decide<'Correct'> = (petition, command, world) => {
  const { field, to, reason, on, actor } = command
  const from = petition[field]
  if (from === to) return refuse({ kind: 'nothing-changed', field })
  const shapesClocks = field === 'class' || field === 'firstTime'
  if (shapesClocks && petition.stage !== 'registered')
    return refuse({ kind: 'too-late-to-correct', field, stage: petition.stage })
  if (field === 'headcount' && typeof to === 'number' && to < petition.people.length) {
    return refuse({ kind: 'headcount-too-small', headcount: to, people: petition.people.length })
  }
  const sealed = field === 'class' || field === 'title' || field === 'text'
  const unread = sealed ? refusalOfUnread(petition, command, world) : null
  if (unread) return refuse(unread)
  const accused = field === 'class' && to === 'accusation' ? refusalToCallAccusation(petition, world) : null
  if (accused) return refuse(accused)
  const corrected: Fact = {
    type: 'PetitionCorrected',
    on,
    organ: actingOrgan(actor, petition),
    field,
    from,
    to,
    reason,
  }
  const taken = field === 'class' && to === 'accusation' ? takenAsAccusation(petition, on, world) : []
  return accept(corrected, ...taken, ...leavingTrack({ ...petition, [field]: to }, command, world))
}

/**
 * What an accusation says is corrected by whoever has opened it; and it is not called something else in order to be read (art. 30 (1), (3)).
 * What a competent body has read and sent back is routed anew by the bureau, which may say then what it is.
 */
function refusalOfUnread(petition: Petition, { actor, field, on }: Of<'Correct'>, world: World): Refusal | null {
  if (petition.class !== 'accusation' || actor.kind !== 'staff') return null
  const reads = (organ: OrganId) => readsAccusations(world.organs.find(organ))
  const cameBack = petition.hops.some(({ how, from }) => how === 'returned' && reads(from))
  if (field === 'class' && cameBack) return null
  const { principles } = world.law
  if (!reads(actor.organ))
    return { kind: 'not-the-competent-body', basis: principles.onlyTheCompetentBodyHandlesAccusations.basis }
  const isOpen = isOpenTo(petition, { on, account: actor.account, seal: 'accusation', material: null })
  return isOpen ? null : { kind: 'accusation-is-sealed', basis: principles.accusationsAreKeptFromTheAccused.basis }
}

/** Whoever it is about does not get rid of a claim by calling it an accusation, nor keep one that it would be. */
function refusalToCallAccusation(petition: Petition, world: World): Refusal | null {
  const accusation = { ...petition, class: 'accusation' } as const
  const refusals = [petition.registrar, petition.holder].map((organ) => refusalOfAccused(accusation, organ, world))
  return refusals.find((refusal) => refusal !== null) ?? null
}

/** What turns out to be no simple matter goes on as an ordinary one, in the same breath. */
function leavingTrack(petition: Petition, { on, reason }: Of<'Correct'>, world: World): readonly Fact[] {
  if (petition.track !== 'simplified' || isEnded(petition.stage) || !simplifiedBar(petition, world)) return []
  return [{ type: 'SimplifiedTrackLeft', on, organ: petition.holder, reason }]
}

const nameClerk: Decide<'NameClerk'> = (petition, { on, actor, account }) => {
  if (petition.clerk === account) return refuse({ kind: 'nothing-changed', field: 'clerk' })
  const keptOut = [...petition.recused.map((each) => each.account), ...officialsIn(petition)]
  if (account !== null && keptOut.includes(account)) return refuse({ kind: 'already-recused', account })
  return accept({ type: 'ClerkNamed', on, organ: actingOrgan(actor, petition), account })
}

/** 重大、紧急 (art. 25): each body that must be told gets its own clock. */
const markUrgent: Decide<'MarkUrgent'> = (petition, { on, actor, reason }, { law, organs }) => {
  if (petition.urgent) return refuse({ kind: 'already-urgent' })
  const organ = actingOrgan(actor, petition)
  const recipients = organs.find(organ)?.kind === 'bureau' ? law.urgentReports.bureau : law.urgentReports.organ
  return accept({ type: 'PetitionMarkedUrgent', on, organ, recipients, reason })
}

const reportUrgent: Decide<'ReportUrgent'> = (petition, { on, actor, to, note }, { law }) => {
  if (!petition.urgent) return refuse({ kind: 'not-urgent' })
  const report = petition.urgent.reports.find((due) => due.to === to)
  if (!report) return refuse({ kind: 'not-a-recipient', to, basis: law.urgentReports.basis })
  if (report.on) return refuse({ kind: 'already-reported', to })
  return accept({ type: 'UrgentReported', on, organ: actingOrgan(actor, petition), to, note })
}

/** Each addition holds many files, so more than this in a day is not a petitioner's need. */
const mostAdditionsADay = 20

function addedByIn(petition: Petition, actor: Actor, heardAt: OrganId | undefined): AddedBy {
  if (actor.kind === 'petitioner') return { person: actor.person }
  const organ = actingOrgan(actor, petition)
  return actor.kind === 'house' ? { organ: heardAt ?? organ, heard: true } : { organ }
}

const addMaterial: Decide<'AddMaterial'> = (petition, { on, actor, note, materials, organ }) => {
  const isOwn = ({ by }: Petition['added'][number]) =>
    actor.kind === 'petitioner' && 'person' in by && by.person === actor.person
  const today = petition.added.filter((addition) => addition.on === on && isOwn(addition))
  if (today.length >= mostAdditionsADay) return refuse({ kind: 'too-many-today', atMost: mostAdditionsADay })
  const addedBy = addedByIn(petition, actor, organ)
  return accept({ type: 'MaterialAdded', on, addedBy, note, materials })
}

const askPetitioner: Decide<'AskPetitioner'> = (petition, { on, actor, question }) =>
  accept({
    type: 'QuestionAsked',
    on,
    ref: `q${petition.questions.length + 1}`,
    organ: actingOrgan(actor, petition),
    question,
  })

const answerQuestion: Decide<'AnswerQuestion'> = (petition, { on, question, answer }) => {
  const asked = petition.questions.find(({ ref }) => ref === question)
  if (!asked) return refuse({ kind: 'unknown-question', question })
  if (asked.answeredOn) return refuse({ kind: 'question-answered', question })
  return accept({ type: 'QuestionAnswered', on, ref: question, answer })
}

/** 合并: a link fact in each stream. Each petition keeps its number, clocks, answer and remedies. */
const link: Decide<'Link'> = (petition, { on, actor, to, as, reason }) => {
  if (petition.links.some((other) => other.to === to)) return refuse({ kind: 'already-linked', to })
  return accept({ type: 'PetitionsLinked', on, organ: actingOrgan(actor, petition), to, as, reason })
}

const unlink: Decide<'Unlink'> = (petition, { on, actor, from, reason }) => {
  if (!petition.links.some((other) => other.to === from)) return refuse({ kind: 'not-linked', to: from })
  return accept({ type: 'PetitionsUnlinked', on, organ: actingOrgan(actor, petition), from, reason })
}

export const intakeDecisions = {
  Correct: correct,
  NameClerk: nameClerk,
  MarkUrgent: markUrgent,
  ReportUrgent: reportUrgent,
  AddMaterial: addMaterial,
  AskPetitioner: askPetitioner,
  AnswerQuestion: answerQuestion,
  Link: link,
  Unlink: unlink,
  RenewKey: renewKey,
}
