import { type Day, later } from '../../kernel/day.ts'
import type { Fact, FactOf, FactType, Petition } from '../petition.ts'
import type { Erasure } from './words.ts'

/** What somebody did to an erasure that was proposed before. */
function withErasure(petition: Petition, change: Partial<Erasure>): Petition {
  if (!petition.erasure) throw new Error('an erasure that nobody proposed')
  return { ...petition, erasure: { ...petition.erasure, ...change } }
}

export const erasureEvolvers = {
  ErasureProposed: (petition: Petition, fact: FactOf<'ErasureProposed'>): Petition => ({
    ...petition,
    erasure: {
      proposedOn: fact.on,
      organ: fact.organ,
      account: fact.account,
      approver: fact.approver,
      objectedOn: null,
      approvedOn: null,
      erasedOn: null,
    },
  }),
  CopyOffered: (petition: Petition, _: FactOf<'CopyOffered'>): Petition => petition,
  ErasureObjected: (petition: Petition, fact: FactOf<'ErasureObjected'>): Petition =>
    withErasure(petition, { objectedOn: fact.on }),
  ErasureApproved: (petition: Petition, fact: FactOf<'ErasureApproved'>): Petition =>
    withErasure(petition, { approvedOn: fact.on }),
  ContentErased: (petition: Petition, fact: FactOf<'ContentErased'>): Petition =>
    withErasure(petition, { erasedOn: fact.on }),
}

/**
 * What happens to a petition at rest without anybody asking for anything. Everything else wakes it, an objection to its erasure
 * above all: the whole retention then begins anew.
 */
const undisturbing: ReadonlySet<FactType> = new Set<FactType>([
  'ErasureProposed',
  'CopyOffered',
  'ErasureApproved',
  'ContentErased',
  'RightLapsed',
  'DutyFellOverdue',
  'ClockRecounted',
  'ClocksRecounted',
  'SightEnded',
])

/** Since when nothing has happened to it. */
export const restsSince = (before: Day, { type, on }: Fact): Day =>
  undisturbing.has(type) ? before : later(before, on)
