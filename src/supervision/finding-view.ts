/** What was found, in words: which rule, which facts and days, which articles. */

import { daysLeft } from '../kernel/clock.ts'
import type { OrganId } from '../kernel/organ.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { basisInWords } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { FindingLaw, FindingRule } from '../law/supervision.ts'
import { type Bilingual, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import { terms } from '../wording/terms.ts'
import type { CandidateRowView, FindingView } from './contract.ts'
import type { CandidateRow, ReadMatter } from './queries.ts'
import { matterOf } from './room.ts'
import type { Evidence, Finding } from './supervision.ts'
import { clockView, organRef, type Place } from './view-place.ts'

/** The row that it rests on; where the law in force now knows no such finding, the national one says what it is. */
export const lawOf = (rule: FindingRule, { world }: Pick<Place, 'world'>): FindingLaw =>
  world.law.findings[rule] ?? cn2022.supervision.findings[rule]

/** Why it was confirmed or dismissed is for those who supervise. */
export function findingView(finding: Finding, read: ReadMatter, isSupervisor: boolean, place: Place): FindingView {
  const { trigger, basis, liability } = lawOf(finding.rule, place)
  const clock = read.matter.clocks.findLast(({ rule, subject }) => rule === 'decideFinding' && subject === finding.ref)
  const { ref, rule, on, state, escalations, mendedOn, decision } = finding
  return {
    ...{ ref, rule, on, state, escalations, mendedOn, trigger },
    organ: organRef(place, finding.organ),
    at: organRef(place, finding.at),
    evidence: finding.evidence.filter((each) => isSupervisor || !isKeptBack(each)).map(evidenceInWords),
    basis: basisInWords(basis),
    liability: liability && basisInWords(liability),
    decision:
      decision && isSupervisor
        ? {
            on: decision.on,
            by: organRef(place, decision.by),
            reason: decision.reason && place.opened(read, decision.reason),
          }
        : null,
    clock: clock && isSupervisor && isOpen(clock) ? clockView(clock, place) : null,
  }
}

/** Whoever is rated sees ratings in aggregate only (invariant 8): that somebody contests what they did is told, and not by which word. */
export const isKeptBack = ({ fact }: Evidence): boolean => fact === 'PetitionRated'

const factWords: Readonly<Record<string, Bilingual>> = terms.factType
const clockWords: Readonly<Record<string, Bilingual>> = terms.clockRule

/** Which fact on which day, and which limit was missed. */
export function evidenceInWords({ fact, on, clock, lastDay }: Evidence): Bilingual {
  const when = dayInWords(on)
  const what = factWords[fact] ?? { zh: fact, en: fact }
  if (lastDay === undefined) return say(`${when.zh}：${what.zh}`, `${when.en}: ${what.en}`)
  const limit = dayInWords(lastDay)
  const rule = clock?.split('#')[0]
  const name = (rule && clockWords[rule]) || say('期限', 'the limit')
  return say(
    `${when.zh}：${what.zh}；“${name.zh}”的期限至${limit.zh}`,
    `${when.en}: ${what.en}; “${name.en}” was due by ${limit.en}`,
  )
}

export function candidateView(row: CandidateRow, title: string | null, place: Place): CandidateRowView {
  const { stream, ref, rule, organ, foundOn, state, escalations, mendedOn, subject, lastDay } = row
  return {
    ...{
      matter: matterOf(stream),
      finding: ref,
      rule,
      on: foundOn,
      state,
      escalations,
      mendedOn,
      subject,
      title,
      lastDay,
    },
    organ: organRef(place, organ as OrganId),
    daysLeft: lastDay === null ? null : daysLeft(lastDay, place.today),
    basis: basisInWords(lawOf(rule, place).basis),
  }
}
