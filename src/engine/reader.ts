import { advance, batchSize, type Consumer, resume, type Stop } from './consumer.ts'
import type { House } from './house.ts'
import { type Chore, keepDoing, type Pace, type Running } from './loop.ts'

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
 * Keeps consumers up with the facts, each by itself, until stopped. One that stopped in an earlier run is let try again,
 * because a restart is mostly a new version. `pace.report` hears of a stop once, as a `ConsumerStopped`.
 */
export function keepReading(house: Pick<House, 'work' | 'bell'>, consumers: readonly Consumer[], pace: Pace): Running {
  return keepDoing(
    house,
    consumers.map((consumer) => choreOf(house, consumer, pace)),
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
