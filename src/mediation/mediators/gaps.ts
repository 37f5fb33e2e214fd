/** Where a committee is not yet as the law wants it (人民调解法 art. 8, 9). Shown to whoever keeps it; nothing is refused for it. */
import { type Day, isBefore } from '../../kernel/day.ts'
import { type Basis, rule } from '../../law/basis.ts'
import type { Committee } from './committee.ts'

export const committeeGaps = [
  'notElected',
  'termOver',
  'tooFew',
  'tooMany',
  'noWoman',
  'noMinority',
  'noChair',
] as const
export type CommitteeGap = (typeof committeeGaps)[number]

const size = { least: 3, most: 9 } as const

const basisOf: Readonly<Record<CommitteeGap, Basis>> = {
  notElected: rule('RMTJ', 9, 1),
  termOver: rule('RMTJ', 9, 2),
  tooFew: rule('RMTJ', 8, 2),
  tooMany: rule('RMTJ', 8, 2),
  noWoman: rule('RMTJ', 8, 3),
  noMinority: rule('RMTJ', 8, 3),
  noChair: rule('RMTJ', 8, 2),
}

export interface FoundGap {
  readonly gap: CommitteeGap
  readonly basis: Basis
}

/** `chairs`: how many on the roster today are its chair. */
export function gapsOf(
  { election, isMultiEthnic, state }: Pick<Committee, 'election' | 'isMultiEthnic' | 'state'>,
  chairs: number,
  on: Day,
): readonly FoundGap[] {
  if (state === 'ended') return []
  const found: CommitteeGap[] = []
  if (election === null) found.push('notElected')
  else {
    const { until, members, women, minority } = election
    if (isBefore(until, on)) found.push('termOver')
    if (members < size.least) found.push('tooFew')
    if (members > size.most) found.push('tooMany')
    if (women === 0) found.push('noWoman')
    if (isMultiEthnic && minority === 0) found.push('noMinority')
  }
  if (chairs !== 1) found.push('noChair')
  return found.map((gap) => ({ gap, basis: basisOf[gap] }))
}
