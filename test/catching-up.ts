import { setTimeout as pause } from 'node:timers/promises'
import { advance, type Consumer, lagOf } from '../src/engine/consumer.ts'
import type { Pools } from '../src/engine/house.ts'

const waitMs = 20

/** Until a consumer has read everything: a transaction that is open elsewhere in the cluster may keep facts back for a while. */
export async function catchUp(pools: Pools, consumer: Consumer): Promise<void> {
  for (;;) {
    const done = await advance(pools, consumer)
    if (done.kind === 'stopped') throw new Error(done.fault)
    if ((await lagOf(pools, consumer.name)).facts === 0) return
    await pause(waitMs)
  }
}
