import type { Pool } from 'pg'
import type { Bell } from './bell.ts'

/** What the engine needs of the house: one pool for each database role that it acts as. */
export interface Pools {
  /** The running house: may insert and read facts, never change one. Row security binds it. */
  readonly app: Pool
  /** Sweeps, consumers, relay, `fsck` and `rebuild`. */
  readonly work: Pool
}

/** The house as the engine sees it. The bell is optional: without it readers are only a little later. */
export interface House extends Pools {
  readonly bell?: Bell
}
