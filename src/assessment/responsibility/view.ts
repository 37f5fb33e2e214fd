/** From rows to what a page is given. Allow-lists are in `contract.ts`. */
import { addDays, daysBetween } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { hasEnded } from '../../kernel/term.ts'
import { basisInWords } from '../../law/basis.ts'
import { errorStates } from '../../law/cn-2022/liability.ts'
import type { DueCase } from '../../petition/duties-due.ts'
import type { DueMatter } from '../../supervision/duties-due.ts'
import type { DueProposal } from '../../supervision/proposals/duties-due.ts'
import { gapInWords, warningInWords } from '../../wording/responsibility.ts'
import { supervisionTermOf } from '../../wording/supervision-terms.ts'
import { termOf } from '../../wording/terms.ts'
import type { GapView, HeldView, MapRow, WarningView } from './contract.ts'
import type { Gap } from './gaps.ts'
import type { ResponsibilityHouse } from './house.ts'
import type { MappedOrgan } from './mapping.ts'
import type { RoleRow } from './queries.ts'
import type { Warning } from './warning.ts'

/** Names of accounts, and sealed names by stream and ref. */
export interface Names {
  readonly accounts: ReadonlyMap<string, string>
  readonly sealed: ReadonlyMap<string, string>
}

type Place = Pick<ResponsibilityHouse, 'directory' | 'today'>

export const organView = ({ directory }: Place, id: OrganId) => ({ id, ...nameOf(directory, id) })
const nameOf = (directory: Place['directory'], id: OrganId) => {
  const { zh, en } = directory.nameOf(id)
  return { zh, en }
}

export function heldView(row: RoleRow, { accounts, sealed }: Names): HeldView {
  const { ref, role, account, scope, from, until, organ, nameRef, officeRef } = row
  const opened = (piece: string | null) =>
    piece === null ? null : (sealed.get(`responsibility:${organ} ${piece}`) ?? null)
  return {
    ...{ ref, role, account, from, until },
    name: account === null ? opened(nameRef) : (accounts.get(account) ?? null),
    office: opened(officeRef),
    area: scope.area,
    category: scope.category,
  }
}

export const pastAndPresent = (row: RoleRow, names: Names, { today }: Place) => ({
  ...heldView(row, names),
  isOver: hasEnded(row, today()),
})

export function gapView(gap: Gap, place: Place): GapView {
  const { kind, refs, other, petition, until } = gap
  return {
    ...{ kind, petition, until },
    refs: [...refs],
    other: other === null ? null : organView(place, other),
    ...gapInWords(gap, (id) => nameOf(place.directory, id)),
  }
}

export function rowView({ organ, depth, held, gaps }: MappedOrgan, names: Names, place: Place): MapRow {
  return {
    organ: organView(place, organ.id),
    ...{ kind: organ.kind, level: organ.level, depth },
    held: held.map((row) => heldView(row, names)),
    gaps: gaps.map((each) => gapView(each, place)),
  }
}

export function warningView(warning: Warning, names: Names, place: Place): WarningView {
  const { organ, source, rule, matters, lastDay, daysLeft, error, answersForAll, directs } = warning
  const duty = source === 'supervision' ? supervisionTermOf('supervisionClock', rule) : termOf('clockRule', rule)
  return {
    organ: organView(place, organ),
    ...{ source, rule, duty, matters, lastDay, daysLeft, error },
    through: daysLeft < 0 ? addDays(place.today(), -1) : lastDay,
    basis: error === null ? null : { ...basisInWords(errorStates[error].basis) },
    ...warningInWords({ matters, daysLeft, error, duty }),
    answersForAll: answersForAll.map((row) => heldView(row, names)),
    directs: directs.map((row) => heldView(row, names)),
  }
}

export const caseView = (
  { petition, stage, category, place: where, registeredOn, lastDay }: DueCase,
  { today }: Place,
) => ({
  number: petition,
  ...{ source: 'petition' as const, title: null },
  ...{ stage, category, registeredOn, lastDay },
  place: where,
  daysLeft: daysBetween(today(), lastDay),
})

export const matterView = ({ matter, lastDay }: DueMatter, { today }: Place) => ({
  ...{ number: matter, source: 'supervision' as const, title: null, lastDay },
  ...ofNoPetition,
  daysLeft: daysBetween(today(), lastDay),
})

export const proposalView = ({ proposal, title, lastDay }: DueProposal, { today }: Place) => ({
  ...{ number: proposal, source: 'proposal' as const, title, lastDay },
  ...ofNoPetition,
  daysLeft: daysBetween(today(), lastDay),
})

const ofNoPetition = { stage: null, category: null, place: null, registeredOn: null }
