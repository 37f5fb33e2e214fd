import type { Day } from '../../kernel/day.ts'
import { decided } from '../../law/basis.ts'
import type { Actor, Petition, Refusal } from '../petition.ts'
import type { Opening } from './words.ts'

/** Whether somebody has opened a seal that day. Over night every seal closes. */
export const isOpenTo = ({ openings }: Petition, { on, account, seal, material }: Opening): boolean =>
  openings.some(
    (opened) => opened.on === on && opened.account === account && opened.seal === seal && opened.material === material,
  )

/**
 * What is done for a petitioner whose identity is sealed needs it open: whoever says that this person stood before them must
 * know who it is, and the petitioner reads that they looked (docs/adr/0019).
 */
export function refusalOfSealedIdentity(petition: Petition, on: Day, actor: Actor): Refusal | null {
  if (actor.kind !== 'staff') return null
  if (petition.class !== 'accusation' && petition.confidentiality !== 'confidential') return null
  const opened = isOpenTo(petition, { on, account: actor.account, seal: 'identity', material: null })
  return opened ? null : { kind: 'identity-is-sealed', basis: decided('0019') }
}
