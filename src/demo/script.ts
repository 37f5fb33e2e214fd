/**
 * Turns a demo petition into the commands that the house would have been given: the plain bodies that go over the wire, and
 * in whose name. Pure: the player sends them to a real house, the tests to `decide` alone.
 */
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Post, Viewer } from '../kernel/viewer.ts'
import { findPurpose } from '../law/codes/purposes.ts'
import type { PetitionClass, ServiceWay } from '../law/law.ts'
import { organInPart } from '../petition/clocks.ts'
import type { CommandType, Petition } from '../petition/petition.ts'
import { type DemoPerson, idNumberOf, phoneOf } from './people.ts'
import { places } from './places.ts'
import { findDemoOrgan } from './prefecture.ts'
import { demoAccounts } from './staff.ts'
import type { DemoPetition, Step, StepBody, StepOf } from './words.ts'

export interface Scripted {
  readonly type: CommandType
  readonly body: Readonly<Record<string, unknown>>
  readonly viewer: Viewer
}

/** What a step is turned into commands with. */
export interface Scene {
  readonly petition: DemoPetition
  readonly number: PetitionNumber
  readonly state: Petition
  readonly on: Day
  /** The number under which another petition of the demo was registered. */
  numberOf(id: string): PetitionNumber
}

const placeBySlug = new Map(places.map((place) => [place.slug, place]))

export function placeOf(slug: string) {
  const place = placeBySlug.get(slug)
  if (!place) throw new Error(`no such place in the demo: ${slug}`)
  return place
}

function organOf(id: string) {
  const organ = findDemoOrgan(id)
  if (!organ) throw new Error(`no such organ in the demo: ${id}`)
  return organ
}

/** Somebody of the organ: its own account where it has one that holds the post, else one that stands for its desk. */
export function staffOf(organ: OrganId, post: Post = 'clerk'): Extract<Viewer, { kind: 'staff' }> {
  const known = demoAccounts.find((account) => account.organ === organ && account.posts.includes(post))
  if (known) return { kind: 'staff', account: known.account, organ, posts: known.posts }
  return { kind: 'staff', account: `desk.${organ}`, organ, posts: ['clerk', 'head'] }
}

export function classOf(petition: DemoPetition): PetitionClass {
  const found = petition.class ?? findPurpose(petition.purpose)?.leadsTo
  if (!found) throw new Error(`${petition.id} has a purpose that leads to no class, and names none`)
  return found
}

/** People keep their numbers over several petitions, so that repeats can be recognised. */
const ordinals = new Map<string, number>()
export function ordinalOf({ name, born }: DemoPerson): number {
  const key = `${name} ${born}`
  const known = ordinals.get(key) ?? ordinals.size + 101
  ordinals.set(key, known)
  return known
}

function personBody(person: DemoPerson, petition: DemoPetition) {
  const ordinal = ordinalOf(person)
  const isAnonymous = petition.identity === 'anonymous'
  const home = placeOf(person.home)
  const county = home.code.slice(0, 6)
  const homeZh = `${placeOf(person.home.split('.')[0] ?? '').zh}${home.above?.zh ?? ''}${home.zh}`
  return {
    kind: person.kind ?? 'citizen',
    name: isAnonymous ? null : person.name,
    idNumber: isAnonymous ? null : idNumberOf(person, county, ordinal),
    phone: isAnonymous || person.noPhone ? null : phoneOf(ordinal),
    address: isAnonymous ? null : `${homeZh}${person.address}`,
    electronicService: person.electronicService ?? false,
  }
}

/** The registration, as the clerk typed it or the petitioner sent it. */
export function registrationOf(
  petition: DemoPetition,
  numberOf: Scene['numberOf'],
): { readonly body: Readonly<Record<string, unknown>>; readonly viewer: Viewer } {
  const { channel, elsewhere, spokenForBy } = petition
  const place = placeOf(petition.place)
  const receivedBy = organOf(petition.receivedBy)
  const body = {
    organ: receivedBy.id,
    channel,
    class: classOf(petition),
    category: petition.category,
    place: place.code,
    placeDetail: petition.placeDetail,
    confidentiality: petition.identity ?? 'named',
    title: petition.title,
    text: petition.text,
    claims: petition.claims,
    people: petition.people.map((person) => personBody(person, petition)),
    agent: spokenForBy
      ? { kind: petition.petitioner, name: spokenForBy.name, phone: null, mandate: spokenForBy.mandate }
      : null,
    headcount: petition.headcount ?? petition.people.length,
    about: (petition.about ?? []).map(({ as, organ, official }) => ({
      as,
      organ: organOf(organ).id,
      official: official ?? null,
    })),
    oral: petition.oral ? { readBack: true, signedBy: petition.oral } : null,
    elsewhere: elsewhere
      ? {
          organ: organOf(elsewhere.organ).id,
          petition: elsewhere.petition ? numberOf(elsewhere.petition) : null,
          note: elsewhere.note,
        }
      : null,
    track: petition.simplified ? 'simplified' : 'ordinary',
    firstTime: !petition.repeated,
  }
  return { body, viewer: staffOf(receivedBy.id) }
}

type Bodies = Readonly<Record<string, unknown>>
type Writer<Does extends StepBody['does']> = (step: StepOf<Does>, scene: Scene) => readonly Scripted[]

const byHolder = (type: CommandType, body: Bodies, { state }: Scene, post?: Post): readonly Scripted[] => [
  { type, body, viewer: staffOf(state.holder, post) },
]
const byRegistrar = (type: CommandType, body: Bodies, { state }: Scene): readonly Scripted[] => [
  { type, body, viewer: staffOf(state.registrar) },
]
function byPart(type: CommandType, body: Bodies, part: Parameters<typeof organInPart>[0], { state }: Scene) {
  const organ = organInPart(part, state)
  if (!organ) throw new Error(`nobody is ${part} for ${type}`)
  return [{ type, body, viewer: staffOf(organ) }]
}

const personRef = (index = 0): string => `p${index + 1}`
const nameOf = ({ petition }: Scene, index = 0): string => petition.people[index]?.name ?? '信访人'

/** By the petitioner's own key; or at the window, signed before a witness and entered by staff. */
function byPetitioner(
  type: CommandType,
  body: Bodies,
  { signed, person }: { readonly signed?: true; readonly person?: number },
  scene: Scene,
  window: 'holder' | 'registrar' = 'registrar',
): readonly Scripted[] {
  if (!signed) {
    return [{ type, body, viewer: { kind: 'petitioner', petition: scene.number, person: personRef(person) } }]
  }
  const viewer = staffOf(scene.state[window])
  const name = nameOf(scene, person)
  const record = { signature: `${name}（签名并按指印）`, witness: '接待窗口工作人员两人在场见证' }
  return [{ type, body: { ...body, signed: record }, viewer }]
}

/** A matter that several brought ends only when each of them has said so. */
function together(
  type: CommandType,
  body: Bodies,
  step: { readonly signed?: true; readonly person?: number },
  scene: Scene,
  window: 'holder' | 'registrar',
): readonly Scripted[] {
  const all = step.person === undefined ? scene.petition.people.map((_, at) => at) : [step.person]
  return all.flatMap((person) =>
    byPetitioner(type, { ...body, person: personRef(person) }, { ...step, person }, scene, window),
  )
}

const proofs: Readonly<Record<ServiceWay, (scene: Scene, index: number) => Bodies>> = {
  direct: (scene, index) => ({ signature: `${nameOf(scene, index)}在送达回证上签名` }),
  adultFamily: (scene, index) => ({ signature: `${nameOf(scene, index)}的同住成年家属代签，关系已核对` }),
  left: () => ({ witness: '村（社区）干部到场见证', photo: '送达现场照片两张，存卷' }),
  post: () => ({ postalReceipt: '挂号信，回执已收回存卷' }),
  electronic: () => ({ consent: true }),
  phone: () => ({ record: '电话告知答复内容，录音存卷；信访人表示不需要纸质答复' }),
  announcement: () => ({}),
}

const told = (scene: Scene) =>
  scene.petition.channel === 'visit'
    ? { way: 'direct', proof: '当面交付，信访人签收' }
    : scene.petition.people.every(({ electronicService }) => electronicService)
      ? { way: 'electronic', proof: null }
      : { way: 'post', proof: '挂号寄出，回执存卷' }

/** The document that waits to be served: the newest one that must be. */
function served(step: StepOf<'serve'>, scene: Scene): readonly Scripted[] {
  const { state, on } = scene
  const document = state.documents.findLast(({ served }) => served)
  if (!document) throw new Error(`${scene.petition.id}: nothing to serve on day ${step.day}`)
  const review = state.reviews.find(({ opinion }) => opinion?.document === document.ref)
  const people = review ? review.requests.map(({ person }) => person) : state.people.map(({ ref }) => ref)
  return people
    .filter((ref) => step.person === undefined || ref === personRef(step.person))
    .map((person) => {
      const proof = proofs[step.way](scene, Number(person.slice(1)) - 1)
      const body = { document: document.ref, person, way: step.way, servedOn: on, proof }
      return { type: 'Serve', body, viewer: staffOf(document.issuedBy) }
    })
}

/** A body one level up that may review, named in the remedy notice (art. 35). */
function remedyOf({ state }: Scene): string {
  const holder = organOf(state.holder)
  const upper = [holder.parent, holder.leadBy].flatMap((id) => (id ? [organOf(id).nameZh] : []))
  return `如不服本处理意见，可以自收到本意见书之日起30日内，向${upper.join('或者')}书面请求复查。请求时请附上本意见书；本人到场有困难的，可以委托他人代办。`
}

const procedures = {
  handlingOpinion:
    '您反映的事项已经收到，属于本机关职权范围，现予受理。我们将听取您陈述的事实和理由，调查核实，自受理之日起60日内出具信访处理意见书，逐项答复您的请求。凭登记编号和查询码可以随时查看办理进度。',
  performDuty:
    '您申请查处（履职）的事项已经收到，属于本机关法定职责，现予受理。我们将依照有关法律法规调查处理，并把结果书面告知您。',
  suggestion: '您的建议已经收到。我们将认真研究论证，采纳、部分采纳或者不采纳，都会向您说明理由。',
  accusation: '您反映的问题已经收到并按规定受理。您的姓名、联系方式和所反映的内容严格保密，办理结果将按规定向您反馈。',
}

function accepted(step: StepOf<'accept'>, scene: Scene): readonly Scripted[] {
  const { state } = scene
  const route = state.class === 'appeal' ? (step.route ?? 'handlingOpinion') : null
  const fallback = route ? procedures[route] : procedures[state.class === 'suggestion' ? 'suggestion' : 'accusation']
  const body = { route, track: state.track, procedure: step.procedure ?? fallback, told: told(scene) }
  const clerk = staffOf(state.holder)
  const naming: Scripted = { type: 'NameClerk', body: { account: clerk.account }, viewer: clerk }
  const isKnown = demoAccounts.some(({ account }) => account === clerk.account)
  return [{ type: 'Accept', body, viewer: clerk }, ...(isKnown ? [naming] : [])]
}

const opinionOf = ({ answers, executeWithin, facts, legalBasis }: StepOf<'opinion'>, scene: Scene) => ({
  facts,
  legalBasis,
  answers: answers.map(([outcome, answer], at) => ({ claim: `c${at + 1}`, outcome, answer })),
  remedy: remedyOf(scene),
  executeBy: executeWithin === undefined ? null : addDays(scene.on, executeWithin),
})

const reviewBody = (
  { outcome, facts, opinion, legalBasis, redoWithin }: StepOf<'reviewOpinion'> | StepOf<'reexaminationOpinion'>,
  { on }: Scene,
) => ({ outcome, facts, opinion, legalBasis, redoBy: redoWithin === undefined ? null : addDays(on, redoWithin) })

/** Who talks to the petitioner: whoever has the matter at that moment, the reviewing body included. */
function contacting({ state }: Scene): 'holder' | 'reviewer' | 'reexaminer' {
  if (state.stage === 'underReview') return 'reviewer'
  return state.stage === 'underReexamination' ? 'reexaminer' : 'holder'
}

const writers: { readonly [Does in StepBody['does']]: Writer<Does> } = {
  correct: ({ field, to, reason }, scene) => byRegistrar('Correct', { field, to, reason }, scene),
  markUrgent: ({ reason }, scene) => byRegistrar('MarkUrgent', { reason }, scene),
  reportUrgent: ({ to, note }, scene) => to.flatMap((each) => byRegistrar('ReportUrgent', { to: each, note }, scene)),
  addMaterial: (step, scene) => byPetitioner('AddMaterial', { note: step.note }, step, scene),
  ask: ({ question }, scene) => byPart('AskPetitioner', { question }, contacting(scene), scene),
  reply: (step, scene) => {
    const question = scene.state.questions.find(({ answeredOn }) => answeredOn === null)?.ref ?? 'q1'
    return byPetitioner('AnswerQuestion', { question, answer: step.answer }, step, scene)
  },
  link: ({ to, as, reason }, scene) => byRegistrar('Link', { to: scene.numberOf(to), as, reason }, scene),
  unlink: ({ from, reason }, scene) => byRegistrar('Unlink', { from: scene.numberOf(from), reason }, scene),

  transfer: ({ to, note }, scene) => byHolder('Transfer', { to: organOf(to).id, note: note ?? null }, scene),
  assign: ({ to, withinDays, note }, scene) =>
    byHolder('Assign', { to: organOf(to).id, reportBy: addDays(scene.on, withinDays), note: note ?? null }, scene),
  object: ({ reasons, suggests }, scene) =>
    byHolder('ObjectToTransfer', { reasons, suggests: suggests ? organOf(suggests).id : null }, scene),
  agreeToReturn: ({ note }, scene) => byPart('AgreeToReturn', { note }, 'sender', scene),
  insist: ({ reasons }, scene) => byPart('InsistOnTransfer', { reasons }, 'sender', scene),
  referDispute: ({ to, note }, scene) => byPart('ReferDispute', { to: organOf(to).id, note }, 'sender', scene),
  decideDispute: ({ competent, reasons }, scene) =>
    byPart('DecideDispute', { competent: organOf(competent).id, reasons }, 'arbiter', scene),
  reportBack: ({ by, report, result }, { state }) => [
    { type: 'ReportBack', body: { report, result }, viewer: staffOf(by ? organOf(by).id : state.holder) },
  ],
  leaveSimplifiedTrack: ({ reason }, scene) => byHolder('LeaveSimplifiedTrack', { reason }, scene),

  accept: accepted,
  decline: ({ ground, competent, earlier, reasons }, scene) =>
    byHolder(
      'DeclineAcceptance',
      {
        ground,
        competent: competent ? organOf(competent).id : null,
        earlier: earlier ? scene.numberOf(earlier) : null,
        reasons,
        told: told(scene),
      },
      scene,
    ),
  direct: ({ route, to, explanation, limit }, scene) =>
    byHolder('Direct', { route, to, explanation, limit: limit ?? null, told: told(scene) }, scene),
  contact: ({ way, note, heard }, scene) =>
    byPart('RecordContact', { way, note, heard: heard ?? false }, contacting(scene), scene),
  evidence: ({ note }, scene) => byPart('AddEvidence', { note }, contacting(scene), scene),
  openHearing: ({ subject, withinDays, place }, scene) =>
    byPart('OpenHearing', { subject, heldOn: addDays(scene.on, withinDays), place }, contacting(scene), scene),
  closeHearing: ({ record, conclusion }, scene) =>
    byPart('CloseHearing', { record, conclusion }, contacting(scene), scene),
  proposeMediation: ({ mediator, about }, scene) => byHolder('ProposeMediation', { mediator, about }, scene),
  answerMediation: (step, scene) => {
    const isOther = step.party === 'otherParty'
    const body = { party: step.party, consents: step.consents }
    return byPetitioner('AnswerMediation', body, isOther ? { ...step, signed: true } : step, scene, 'holder')
  },
  endMediation: ({ agreement, note }, scene) => byHolder('EndMediation', { agreement, note }, scene),
  extend: ({ days, reason }, scene) => {
    const due = scene.state.clocks.findLast(({ rule, state }) => rule === 'handle' && state === 'running')?.lastDay
    const body = { until: addDays(due ?? scene.on, days), reason, told: told(scene) }
    return byHolder('ExtendHandling', body, scene, 'head')
  },
  opinion: (step, scene) => byHolder('IssueOpinion', opinionOf(step, scene), scene),
  answerDuty: ({ performed, answer, legalBasis }, scene) =>
    byHolder('AnswerDuty', { performed, answer, legalBasis }, scene),
  concludeSuggestion: ({ adoption, study, reply }, scene) =>
    byHolder('ConcludeSuggestion', { adoption, study, reply }, scene),
  announce: ({ reason }, scene) => {
    const document = scene.state.documents.findLast(({ served }) => served)?.ref ?? 'none'
    return byHolder('AnnounceDocument', { document, reason }, scene)
  },
  serve: served,
  execute: ({ done, note }, scene) => byHolder('RecordExecution', { done, note }, scene),
  rate: (step, scene) => {
    const { whom, solved, fair, comment } = step
    return byPetitioner('Rate', { whom, solved, fair, comment: comment ?? null }, step, scene)
  },
  withdraw: (step, scene) => together('Withdraw', { reason: step.reason }, step, scene, 'registrar'),
  settle: (step, scene) => together('Settle', { agreement: step.agreement }, step, scene, 'holder'),

  openSeal: ({ seal, purpose, reason }, scene) =>
    byHolder('OpenSeal', { seal, material: null, purpose, reason }, scene, 'head'),
  requestRecusal: (step, scene) =>
    byPetitioner('RequestRecusal', { whom: step.whom, reasons: step.reasons }, step, scene),
  refuseRecusal: ({ reasons }, { state }) => {
    const asked = state.recusals.findLast(({ decidedOn }) => decidedOn === null)
    if (!asked) throw new Error('no request for recusal to decide')
    const viewer = staffOf(asked.decider, 'head')
    return [{ type: 'DecideRecusal', body: { request: asked.ref, account: null, reasons }, viewer }]
  },
  informAccused: ({ organ, extract, legalBasis }, scene) =>
    byHolder('InformAccused', { organ: organOf(organ).id, extract, legalBasis }, scene, 'head'),

  requestReview: (step, scene) => {
    const body = { organ: organOf(step.organ).id, person: personRef(step.person), grounds: step.grounds }
    return byPetitioner('RequestReview', body, step, scene)
  },
  reviewOpinion: (step, scene) => byPart('IssueReviewOpinion', reviewBody(step, scene), 'reviewer', scene),
  requestReexamination: (step, scene) => {
    const body = { organ: organOf(step.organ).id, person: personRef(step.person), grounds: step.grounds }
    return byPetitioner('RequestReexamination', body, step, scene)
  },
  reexaminationOpinion: (step, scene) =>
    byPart('IssueReexaminationOpinion', reviewBody(step, scene), 'reexaminer', scene),
}

/** The commands of one step, in the order in which they are given. */
export function commandsOf(step: Step, scene: Scene): readonly Scripted[] {
  const write = writers[step.does] as (step: Step, scene: Scene) => readonly Scripted[]
  return write(step, scene)
}
