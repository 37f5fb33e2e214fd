/**
 * The shape of what a pack says of training (教育培训). Training of petition work belongs to what party schools teach (信访工作条例 art. 16 (2)); which
 * training a post needs, how long a certificate holds and when a test may be taken again is said by no article: the rows are practice, and a
 * pack may change them (docs/adr/0068).
 */
import type { Span } from '../kernel/span.ts'
import type { Post } from '../kernel/viewer.ts'
import type { Basis } from './basis.ts'

/** 岗前培训 · 纪律和保密培训 · 专题培训 */
export const trainingKinds = ['induction', 'conduct', 'topical'] as const
export type TrainingKind = (typeof trainingKinds)[number]

export interface Training {
  /** Posts that need it; of nobody else is it said that they lack it. */
  readonly requiredOf: readonly Post[]
  /** For how long its certificate holds. */
  readonly span: Span
  readonly basis: Basis
}
export type Trainings = Readonly<Record<TrainingKind, Training>>

/** After how many days a test is taken again, and how long before its end a certificate is to be renewed. */
export const trainingTimeNames = ['retakeTest', 'renewCertificate'] as const
export type TrainingTimeName = (typeof trainingTimeNames)[number]
export type TrainingTimes = Readonly<Record<TrainingTimeName, { readonly span: Span; readonly basis: Basis }>>
