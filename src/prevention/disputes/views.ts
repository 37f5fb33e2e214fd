/** What is shown of a dispute, and in a line of the ledger. */
import { z } from 'zod'
import { dangers, disputeLevels, gradeColours, localRules, spreads } from '../../law/disputes.ts'
import { clockView, refusalView } from '../../petition/views.ts'
import { disputeActions } from './action-names.ts'
import { directions, disputeEndings, disputeSources, disputeStages, progressKinds, settlingWays } from './dispute.ts'
import { disputeShelves } from './shelves.ts'

export const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
export const inWords = z.object({ zh: z.string(), en: z.string() })
const stage = z.enum(disputeStages)
const shelf = z.enum(disputeShelves)
const level = z.enum(disputeLevels)

export const gradeView = z.object({
  grade: z.string(),
  zh: z.string(),
  en: z.string(),
  colour: z.enum(gradeColours),
  rank: z.int(),
})
export type GradeView = z.output<typeof gradeView>

/** Who settles it first, and which rules say so. */
export const suggestionView = z.object({
  level,
  rules: z.array(z.object({ rule: z.enum(localRules), level, zh: z.string(), en: z.string(), basis: inWords })),
  organs: z.array(organRef),
})
export type SuggestionView = z.output<typeof suggestionView>

export const disputeActionView = z.object({
  action: z.enum(disputeActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type DisputeActionView = z.output<typeof disputeActionView>

const materialView = z.object({ ref: z.string(), name: z.string(), bytes: z.int(), mediaType: z.string() })
const responsibleView = z.object({ organ: organRef, account: z.string().nullable(), name: z.string().nullable() })

export const disputeView = z.object({
  dispute: z.string(),
  version: z.int(),
  stage,
  /** The part that the viewer's organ has in it. */
  part: z.enum(['responsible', 'recorder', 'former']),
  source: z.object({ kind: z.enum(disputeSources), stream: z.string().nullable() }),
  foundOn: z.string(),
  recordedOn: z.string(),
  recorder: responsibleView,
  responsible: responsibleView,
  region: z.string(),
  spot: z.string().nullable(),
  category: z.string(),
  people: z.int(),
  title: z.string(),
  cause: z.string(),
  asked: z.string(),
  parties: z.array(
    z.object({ name: z.string(), contact: z.string().nullable(), organ: organRef.nullable(), asks: z.boolean() }),
  ),
  named: z.array(z.object({ organ: organRef, name: z.string() })),
  grading: z
    .object({
      grade: gradeView,
      danger: z.enum(dangers),
      spread: z.enum(spreads),
      since: z.string().nullable(),
      reasons: z.string(),
      on: z.string(),
      suggested: gradeView.nullable(),
    })
    .nullable(),
  /** As the rules suggested when it was recorded, and as they do now. */
  suggested: suggestionView,
  measures: z.string().nullable(),
  progress: z.array(
    z.object({
      ...{ at: z.string(), on: z.string(), organ: organRef, name: z.string().nullable() },
      ...{ kind: z.enum(progressKinds), text: z.string(), materials: z.array(materialView) },
    }),
  ),
  handOns: z.array(
    z.object({
      kind: z.enum(['up', 'back']),
      at: z.string(),
      from: organRef,
      to: organRef,
      words: z.string(),
    }),
  ),
  mediations: z.array(
    z.object({
      mediation: z.string(),
      on: z.string(),
      ended: z
        .object({ on: z.string(), outcome: z.enum(['agreed', 'failed']), note: z.string().nullable() })
        .nullable(),
    }),
  ),
  settlements: z.array(
    z.object({
      ...{ at: z.string(), on: z.string(), organ: organRef, level, way: z.enum(settlingWays) },
      terms: z.string().nullable(),
      words: z.array(z.object({ party: z.int(), by: z.enum(['signed', 'key']), witness: z.string().nullable() })),
      materials: z.array(materialView),
    }),
  ),
  followUps: z.array(
    z.object({ at: z.string(), on: z.string(), name: z.string().nullable(), holds: z.boolean(), text: z.string() }),
  ),
  extensions: z.array(z.object({ on: z.string(), until: z.string(), reason: z.string() })),
  petitions: z.array(z.object({ number: z.string(), on: z.string(), isOpenToYou: z.boolean() })),
  directed: z.object({ on: z.string(), to: z.enum(directions), told: z.string() }).nullable(),
  notFound: z.object({ on: z.string(), name: z.string().nullable(), reason: z.string() }).nullable(),
  ending: z.enum(disputeEndings).nullable(),
  note: z.string().nullable(),
  closedOn: z.string().nullable(),
  clocks: z.array(clockView),
  /** To whom it can be handed up, nearest first. */
  handUpTo: z.array(organRef),
  /** Organs that it can be assigned to. */
  assignTo: z.array(organRef),
  /** Of the viewer's organ, who may be made responsible. */
  colleagues: z.array(z.object({ account: z.string(), name: z.string() })),
  actions: z.array(disputeActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type DisputeView = z.output<typeof disputeView>

/** A line of the ledger. Title and dispute are null for whoever looks over the area and has no part in it: the line says that it is there. */
export const disputeRow = z.object({
  dispute: z.string().nullable(),
  title: z.string().nullable(),
  stage,
  shelf: shelf.nullable(),
  grade: gradeView.nullable(),
  region: z.string(),
  category: z.string(),
  people: z.int(),
  source: z.enum(disputeSources),
  responsible: organRef,
  recordedOn: z.string(),
  ending: z.enum(disputeEndings).nullable(),
  petition: z.boolean(),
  nextDuty: z.object({ rule: z.string(), lastDay: z.string(), daysLeft: z.int(), isOverdue: z.boolean() }).nullable(),
})
export type DisputeRowView = z.output<typeof disputeRow>
