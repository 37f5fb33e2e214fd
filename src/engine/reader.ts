import { advance, batchSize, type Consumer, resume, type Stop } from './consumer.ts'
import type { House } from './house.ts'
import { type Chore, keepDoing, type Pace, type Running } from './loop.ts'
import { turns } from './turns.ts'

/** A consumer has stopped at a fact and will not go on by itself. */
export class ConsumerStopped extends Error {
  override readonly name = 'ConsumerStopped'
  readonly stop: Stop

  constructor(consumer: string, stop: Stop) {
    super(`${consumer} stopped at version ${stop.version} of ${stop.stream}: ${stop.fault}`)
    this.stop = stop
  }
}

/**
 * A reader holds a session of the pool while it reacts, and what it does in other rooms takes more of the same pool (`platform/pools.ts`). As
 * many as the pool has sessions would wait for each other for good.
 */
const readAtOnce = 3

/**
 * Keeps consumers up with the facts, each by itself, until stopped. One that stopped in an earlier run is let try again,
 * because a restart is mostly a new version. `pace.report` hears of a stop once, as a `ConsumerStopped`.
 */
export function keepReading(house: Pick<House, 'work' | 'bell'>, consumers: readonly Consumer[], pace: Pace): Running {
  const take = turns(readAtOnce)
  const chores = consumers.map((consumer) => choreOf(house, consumer, pace))
  return keepDoing(
    house,
    chores.map(({ name, once }) => ({ name, once: () => take(once) })),
    pace,
  )
}

function choreOf(house: Pick<House, 'work'>, consumer: Consumer, { report }: Pace): Chore {
  let begun = false
  let stopped = false
  return {
    name: consumer.name,
    async once() {
      if (!begun) await resume(house, consumer.name)
      begun = true
      const advanced = await advance(house, consumer)
      if (advanced.kind === 'stopped' && !stopped) report(consumer.name, new ConsumerStopped(consumer.name, advanced))
      stopped = advanced.kind === 'stopped'
      return advanced.kind === 'advanced' && advanced.facts === batchSize
    },
  }
}
