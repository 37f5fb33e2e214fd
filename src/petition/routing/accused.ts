import { lineOf, type OrganId } from '../../kernel/organ.ts'
import { article } from '../../law/basis.ts'
import { isAccused } from '../intake/decide.ts'
import type { Petition, Refusal, World } from '../petition.ts'

/** Art. 30 (3): neither the accused organ nor one below it is given the matter, decides about it or looks at it again. */
export function refusalOfAccused(petition: Petition, organ: OrganId, world: World): Refusal | null {
  const accused = lineOf(world.organs, organ).find(({ id }) => isAccused(petition.about, id))
  return accused ? { kind: 'organ-is-accused', organ: accused.id, basis: article(30, 3) } : null
}
