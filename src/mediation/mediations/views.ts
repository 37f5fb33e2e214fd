/** What is shown of a mediation, and in a list of them. */
import { z } from 'zod'
import { procedureView } from '../../petition/rights-contract.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { mediationActions } from './actions.ts'
import { agreementForms } from './agreeing-words.ts'
import { consentTo } from './consenting-words.ts'
import { by, inWords, kind, organRef, performance, stage } from './fields.ts'
import { mediationParts } from './keeping.ts'
import { guestKinds, sessionResults } from './mediating-words.ts'
import { endReasons } from './mediation.ts'
import { partyRoles, subjectKinds } from './opening-words.ts'
import { confirmationOutcomes } from './performing-words.ts'
import { mediationShelves } from './shelves.ts'

export const agreementView = z.object({
  ref: z.string(),
  form: z.enum(agreementForms),
  writtenOn: z.string(),
  facts: z.string().nullable(),
  disputed: z.string().nullable(),
  responsibility: z.string().nullable(),
  content: z.string(),
  /** Parties and mediators by their references, and when. */
  signedBy: z.array(z.object({ who: z.string(), on: z.string() })),
  sealedOn: z.string().nullable(),
  effectiveOn: z.string().nullable(),
  promises: z.array(
    z.object({
      /** Null until it has taken effect. */
      ref: z.string().nullable(),
      party: z.string(),
      what: z.string(),
      due: z.string(),
      organ: organRef.nullable(),
      isOver: z.boolean(),
      words: z.array(z.object({ party: z.string(), performance, on: z.string(), by })),
      followUps: z.array(
        z.object({ on: z.string(), performance, lookedAt: z.string().nullable(), again: z.string().nullable() }),
      ),
    }),
  ),
})

export const partyView = z.object({
  ref: z.string(),
  role: z.enum(partyRoles),
  name: z.string(),
  /** For whoever holds it alone. */
  phone: z.string().nullable(),
  organ: organRef.nullable(),
  /** Whether they act with the key of a petition. */
  isPetitioner: z.boolean(),
  /** Null as long as they have not said whether they are willing. */
  consents: z.boolean().nullable(),
  open: z.boolean().nullable(),
  asksConfirmation: z.string().nullable(),
  words: z.array(
    z.object({ to: z.enum(consentTo), ref: z.string().nullable(), agrees: z.boolean(), on: z.string(), by }),
  ),
})

export const mediatorView = z.object({
  ref: z.string(),
  name: z.string(),
  roster: z.string().nullable(),
  chosenBy: z.string().nullable(),
  declared: z.boolean().nullable(),
  isExcluded: z.boolean(),
  /** Accepted by every party, and without an interest of their own. */
  isReady: z.boolean(),
})

export const guestView = z.object({ ref: z.string(), kind: z.enum(guestKinds), name: z.string(), mayCome: z.boolean() })

export const sessionView = z.object({
  ref: z.string(),
  day: z.string(),
  at: z.string(),
  place: z.string(),
  cancelled: z.object({ on: z.string(), reason: z.string() }).nullable(),
  record: z
    .object({
      on: z.string(),
      parties: z.array(z.string()),
      mediators: z.array(z.string()),
      guests: z.array(z.string()),
      result: z.enum(sessionResults),
      /** For whoever holds it alone. */
      notes: z.string().nullable(),
    })
    .nullable(),
})

export const confirmationView = z.object({
  isPossible: z.boolean(),
  basis: inWords,
  /** The last day for the joint application; null where none runs. */
  lastDay: z.string().nullable(),
  daysLeft: z.int().nullable(),
  askedBy: z.array(z.string()),
  applied: z.object({ on: z.string(), court: z.string() }).nullable(),
  decided: z.object({ on: z.string(), outcome: z.enum(confirmationOutcomes), note: z.string() }).nullable(),
})

export const endedView = z
  .object({ on: z.string(), reason: z.enum(endReasons), party: z.string().nullable(), note: z.string().nullable() })
  .nullable()

export const mediationActionView = z.object({
  action: z.enum(mediationActions),
  /** The party, mediator, guest, session or promise that it is done to; null where it is to none. */
  ref: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})

const subjectView = z.object({
  kind: z.enum(subjectKinds),
  petition: z.string().nullable(),
  /** Whether the petition is open to whoever reads. */
  isOpenToYou: z.boolean(),
  dispute: z.string().nullable(),
})

export const mediationView = z.object({
  mediation: z.string(),
  version: z.int(),
  kind,
  stage,
  part: z.enum(mediationParts),
  subject: subjectView,
  organ: organRef,
  opener: organRef.nullable(),
  basis: inWords,
  openedOn: z.string(),
  startedOn: z.string().nullable(),
  /** Null where it was erased. */
  what: z.string().nullable(),
  isPublic: z.boolean(),
  parties: z.array(partyView),
  mediators: z.array(mediatorView),
  guests: z.array(guestView),
  sessions: z.array(sessionView),
  escalations: z.array(
    z.object({ ref: z.string(), on: z.string(), organ: organRef, what: z.string(), due: z.string() }),
  ),
  moreTime: z.object({ ref: z.string(), until: z.string() }).nullable(),
  agreement: agreementView.nullable(),
  confirmation: confirmationView,
  ended: endedView,
  declined: z.object({ on: z.string(), reason: z.string() }).nullable(),
  closed: z.object({ on: z.string(), isPerformed: z.boolean(), note: z.string().nullable() }).nullable(),
  /** 告知: by which routes they go on, with the limits of each (art. 26). */
  remedies: z.array(procedureView),
  clocks: z.array(clockView),
  actions: z.array(mediationActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type MediationView = z.output<typeof mediationView>

export const mediationRow = z.object({
  mediation: z.string(),
  kind,
  stage,
  shelf: z.enum(mediationShelves),
  organ: organRef,
  subject: z.enum(subjectKinds),
  petition: z.string().nullable(),
  openedOn: z.string(),
  parties: z.int(),
  /** How many have said yes. */
  consents: z.int(),
  /** What it lies by: the next session, the next promise, the last day for confirmation, or the last change. */
  day: z.string(),
  nextDuty: z.object({ lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
  what: z.string().nullable(),
})
export type MediationRowView = z.output<typeof mediationRow>
