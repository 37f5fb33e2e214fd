/** What the desk and the portal are shown of a petition: allow-lists, so that nothing else can leak out. */
import { z } from 'zod'
import { canDoView, notSuableView, procedureView } from './rights-contract.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })

export const sightView = z.object({
  organ: organRef,
  reason: z.string(),
  on: z.string(),
  /** Shown to named people of the organ alone. */
  isForSome: z.boolean(),
  until: z.string().nullable(),
  endedOn: z.string().nullable(),
})
export type SightView = z.output<typeof sightView>

/** What another organ does for the one that leads. What offices write to each other of it is not for petitioners. */
export const assistanceView = z.object({
  ref: z.string(),
  organ: organRef,
  by: organRef,
  claims: z.array(z.string()),
  askedOn: z.string(),
  until: z.string(),
  standing: z.enum(['asked', 'reported', 'ended']),
  objectedOn: z.string().nullable(),
  notAwaitedOn: z.string().nullable(),
  reportedOn: z.string().nullable(),
  result: z.string().nullable(),
  what: z.string().nullable(),
  report: z.string().nullable(),
})
export type AssistanceView = z.output<typeof assistanceView>

export const derivationStep = z.object({ step: z.string() }).catchall(z.unknown())

export const clockView = z.object({
  id: z.string(),
  rule: z.string(),
  state: z.enum(['running', 'suspended', 'stopped', 'lapsed']),
  binds: z.enum(['organ', 'petitioner']),
  organ: organRef.nullable(),
  person: z.string().nullable(),
  subject: z.string().nullable(),
  from: z.string(),
  lastDay: z.string(),
  originally: z.string(),
  /** The last day to which an open clock can be extended, where the law allows it. */
  extendableUntil: z.string().nullable(),
  stoppedOn: z.string().nullable(),
  /** Days to the last day, negative after it; null when the clock no longer runs. */
  daysLeft: z.int().nullable(),
  isOverdue: z.boolean(),
  provisionalYears: z.array(z.int()),
  basis: bilingual,
  pack: z.string(),
  calendar: z.string(),
  derivation: z.array(derivationStep),
})
export type ClockView = z.output<typeof clockView>

export const refusalView = z.object({ kind: z.string(), zh: z.string(), en: z.string() })

export const actionView = z.object({
  /** Path segment of the command, as in /api/petitions/{number}/{action}. */
  action: z.string(),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type ActionView = z.output<typeof actionView>

export const petitionRow = z.object({
  number: z.string(),
  title: z.string(),
  stage: z.string(),
  class: z.string(),
  category: z.string(),
  place: z.string(),
  channel: z.string(),
  track: z.string(),
  headcount: z.int(),
  isUrgent: z.boolean(),
  confidentiality: z.string(),
  registeredOn: z.string(),
  registrar: organRef,
  holder: organRef,
  clerk: z.string().nullable(),
  /** The next day that binds an organ, if any duty runs. */
  nextDuty: z.object({ rule: z.string(), lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
})
export type PetitionRow = z.output<typeof petitionRow>

export const materialView = z.object({
  ref: z.string(),
  isOpen: z.boolean(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
})

export const documentView = z.object({
  ref: z.string(),
  kind: z.string(),
  issuedOn: z.string(),
  issuedBy: organRef,
  parts: z.record(z.string(), z.string()),
  /** Each with what its outcome means in plain words. */
  answers: z.array(
    z.object({ claim: z.string(), outcome: z.string(), answer: z.string(), says: bilingual.nullable() }),
  ),
  isServed: z.boolean(),
  services: z.array(
    z.object({ person: z.string(), way: z.string(), servedOn: z.string(), says: bilingual.nullable() }),
  ),
  /** Published because no other way reached somebody; from `until` on it counts as served. */
  announced: z.object({ on: z.string(), until: z.string(), says: bilingual.nullable() }).nullable(),
  /** The fact that issued it: a receipt of it is asked for by this number. */
  receiptVersion: z.int().nullable(),
})
export type DocumentView = z.output<typeof documentView>

export const historyEntry = z.object({
  version: z.int(),
  type: z.string(),
  on: z.string(),
  recordedAt: z.string(),
  by: z.object({ kind: z.string(), organ: organRef.nullable(), name: z.string().nullable() }),
  /** Opened prose by its field, `answers.0.answer` for nested ones. */
  texts: z.record(z.string(), z.string()),
  /** Coded values of the fact: organs as references, days, codes. */
  values: z.record(z.string(), z.unknown()),
})
export type HistoryEntry = z.output<typeof historyEntry>

const personView = z.object({
  ref: z.string(),
  kind: z.string(),
  name: z.string().nullable(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  electronicService: z.boolean(),
})

const named = z.object({ zh: z.string(), en: z.string() })

const shared = {
  number: z.string(),
  /** The law that it is handled under, by the pack that it began under. */
  law: z.object({ pack: z.string(), name: named.nullable(), note: named.nullable() }),
  version: z.int(),
  stage: z.string(),
  class: z.string(),
  category: z.string(),
  place: z.string(),
  placeDetail: z.string().nullable(),
  channel: z.string(),
  track: z.string(),
  confidentiality: z.string(),
  title: z.string(),
  text: z.string(),
  claims: z.array(z.object({ ref: z.string(), text: z.string() })),
  headcount: z.int(),
  receivedOn: z.string(),
  registeredOn: z.string(),
  registrar: organRef,
  holder: organRef,
  materials: z.array(materialView),
  added: z.array(
    z.object({ on: z.string(), by: z.string(), note: z.string().nullable(), materials: z.array(materialView) }),
  ),
  questions: z.array(
    z.object({
      ref: z.string(),
      askedOn: z.string(),
      organ: organRef,
      question: z.string(),
      answeredOn: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  documents: z.array(documentView),
  clocks: z.array(clockView),
  /** Organs that were shown it without a part in its handling, what for, and until when. */
  sights: z.array(sightView),
  /** Organs that assist the one that has it. */
  assistances: z.array(assistanceView),
  actions: z.array(actionView),
  history: z.array(historyEntry),
  endedOn: z.string().nullable(),
}

/** For staff whose organ plays a part in the petition. */
export const petitionView = z.object({
  ...shared,
  /** What lies sealed from this reader, and whether they have opened it today. */
  seals: z.array(z.object({ seal: z.enum(['identity', 'accusation']), isOpen: z.boolean() })),
  /** Requests for recusal that the reader's organ decides on. */
  recusals: z.array(z.object({ ref: z.string(), on: z.string(), whom: z.string(), decidedOn: z.string().nullable() })),
  people: z.array(personView),
  agent: z.object({ kind: z.string(), name: z.string(), phone: z.string().nullable(), mandate: z.string() }).nullable(),
  about: z.array(z.object({ as: z.string(), organ: organRef.nullable(), official: z.string().nullable() })),
  oral: z.object({ readBack: z.boolean(), signedBy: z.string() }).nullable(),
  elsewhere: z
    .object({ organ: organRef.nullable(), petition: z.string().nullable(), note: z.string().nullable() })
    .nullable(),
  firstTime: z.boolean(),
  sender: organRef.nullable(),
  clerk: z.string().nullable(),
  urgent: z
    .object({ on: z.string(), reports: z.array(z.object({ to: z.string(), on: z.string().nullable() })) })
    .nullable(),
  route: z.string().nullable(),
  round: z.int(),
  executeBy: z.string().nullable(),
  executed: z.boolean(),
  reportBack: z.object({ by: z.string(), on: z.string().nullable() }).nullable(),
  hops: z.array(z.object({ on: z.string(), how: z.string(), from: organRef, to: organRef })),
  links: z.array(z.object({ to: z.string(), as: z.string() })),
  hearings: z.array(
    z.object({
      ref: z.string(),
      stage: z.string(),
      openedOn: z.string(),
      heldOn: z.string().nullable(),
      place: z.string().nullable(),
      closedOn: z.string().nullable(),
      subject: z.string(),
    }),
  ),
  mediations: z.array(
    z.object({
      ref: z.string(),
      proposedOn: z.string(),
      mediator: z.string(),
      about: z.string(),
      consents: z.array(z.object({ party: z.string(), consents: z.boolean(), on: z.string() })),
      endedOn: z.string().nullable(),
    }),
  ),
  reviews: z.array(
    z.object({
      instance: z.string(),
      organ: organRef,
      requests: z.array(z.object({ person: z.string(), on: z.string(), grounds: z.string() })),
      outcome: z.string().nullable(),
      redoBy: z.string().nullable(),
    }),
  ),
})
export type PetitionView = z.output<typeof petitionView>

/** For the petitioner, with number and key: where it is, who holds it, every clock, every document, who looked at it. */
export const followView = z.object({
  ...shared,
  /** Which of the petitioners this key belongs to. */
  me: z.object({ ref: z.string(), name: z.string().nullable(), electronicService: z.boolean() }),
  sender: organRef.nullable(),
  /** Who may be asked for review or re-examination now: the body one level up, by administration and by profession. */
  reviewBodies: z.array(organRef),
  ratings: z.array(z.enum(['bureau', 'organ'])),
  mediation: z.object({ mediator: z.string(), about: z.string() }).nullable(),
  looks: z.array(z.object({ on: z.string(), organ: organRef })),
  /** Where it stands in plain words: the stage, and why or where to where it was declined or directed. */
  stands: z.array(bilingual),
  canDo: z.array(canDoView),
  otherProcedures: z.array(procedureView),
  /** Which acts of petition work no court hears; where that is of no concern, null. */
  notSuable: notSuableView.nullable(),
})
export type FollowView = z.output<typeof followView>
