/** The codes of a mediation in words, and whom or what a reference in it names. */
import { type MediationTermGroup, mediationTermOf, mediationTerms } from '../../../wording/mediation-terms.ts'
import { fullDay } from '../../shared/days.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import type { zh } from '../locales/zh.ts'
import type { MediationView } from './mediations.ts'

const groups = {
  kind: 'mediationKind',
  stage: 'mediationStage',
  role: 'partyRole',
  consentTo: 'consentTo',
  by: 'wordBy',
  guest: 'guestKind',
  result: 'sessionResult',
  performance: 'performance',
  ended: 'endReason',
  outcome: 'confirmationOutcome',
} as const satisfies Readonly<Record<string, MediationTermGroup>>

export type WordGroup = keyof typeof groups

/** A word by a code from the wire; the code itself when nobody here knows it. */
export const wordOf = (group: WordGroup, code: string): Bilingual => mediationTermOf(groups[group], code)

export const optionsIn = (group: WordGroup, language: Language) =>
  Object.entries(mediationTerms[groups[group]]).map(([value, said]) => ({
    value,
    label: (said as Bilingual)[language],
  }))

/** A party, mediator or guest by name, a session by its day, a promise by its words. */
export function nameIn(mediation: MediationView, ref: string, words: typeof zh, language: Language): string {
  const { parties, mediators, guests, sessions, agreement } = mediation
  const party = parties.find((one) => one.ref === ref)
  if (party) return party.organ ? party.organ[language] : party.name
  const person = [...mediators, ...guests].find((one) => one.ref === ref)
  if (person) return person.name
  const session = sessions.find((one) => one.ref === ref)
  if (session) return `${fullDay(session.day, language)} ${session.at}`
  const promise = agreement?.promises.find((one) => one.ref === ref)
  if (promise) return promise.what
  if (agreement?.ref === ref) return words.mediation.thisDraft
  return ref === mediation.moreTime?.ref ? fullDay(mediation.moreTime.until, language) : ref
}
