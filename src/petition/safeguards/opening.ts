import type { Petition } from '../petition.ts'
import type { Opening } from './words.ts'

/** Whether somebody has opened a seal that day. Over night every seal closes. */
export const isOpenTo = ({ openings }: Petition, { on, account, seal, material }: Opening): boolean =>
  openings.some(
    (opened) => opened.on === on && opened.account === account && opened.seal === seal && opened.material === material,
  )
