/**
 * The shape of what a pack says of mediation (调解): by whom each kind is held, which clocks run, and what a written agreement says. The
 * People's Mediation Law gives one number, the thirty days for joint confirmation (art. 33); the others are local practice, which a pack may
 * change (docs/adr/0048). Data; the rules that read it are in the room of mediations.
 */
import type { OrganKind } from '../kernel/organ.ts'
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/** 人民调解 · 行政调解 · 司法调解（法院委派、委托） · 行业性专业性调解 */
export const mediationKinds = ['people', 'administrative', 'judicial', 'industry'] as const
export type MediationKind = (typeof mediationKinds)[number]

/** Kinds of organs that hold one, or with which a committee does. Whoever disciplines or prosecutes holds none. */
export const mediatingKinds = [
  ...(['mediationCentre', 'village', 'township', 'enterprise', 'massOrganisation'] as const),
  ...(['department', 'government', 'police', 'bureau', 'court'] as const),
] as const satisfies readonly OrganKind[]

export interface MediationKindRule {
  readonly heldBy: readonly (typeof mediatingKinds)[number][]
  /** Whether its agreement can be confirmed by a court on a joint application. */
  readonly isConfirmable: boolean
  readonly basis: Basis
}

/** What a written agreement says: 当事人的基本情况 · 主要事实 · 争议事项 · 各方责任 · 协议内容 · 履行的方式、期限. */
export const agreementParts = ['parties', 'facts', 'disputed', 'responsibility', 'content', 'performance'] as const
export type AgreementPart = (typeof agreementParts)[number]

export const mediationClocks = [
  'takeUpMediation',
  'mediate',
  'followUpPromise',
  'remindOfConfirmation',
  'applyForConfirmation',
] as const
export type MediationClockName = (typeof mediationClocks)[number]

export interface MediationClockRule {
  readonly span: Span
  readonly basis: Basis
}

export interface MediationLaw {
  readonly kinds: Readonly<Partial<Record<MediationKind, MediationKindRule>>>
  readonly clocks: Readonly<Record<MediationClockName, MediationClockRule>>
  readonly agreement: Readonly<Record<AgreementPart, { readonly basis: Basis }>>
}

export const isMediationClock = (name: string): name is MediationClockName =>
  (mediationClocks as readonly string[]).includes(name)
