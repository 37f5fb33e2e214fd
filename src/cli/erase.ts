import { Argument } from 'commander'
import type { CohortRefusal } from '../petition/erasing-cohort.ts'
import { UsageRefused, type Verb } from './verb.ts'

export const erase: Verb = {
  name: 'erase',
  summary: 'destroy the key of a cohort (month × class), once every one of its cases was approved for erasure',
  shape: (command) =>
    command
      .addArgument(new Argument('<what>', 'what to erase').choices(['cohort']))
      .argument('<cohort>', 'such as 1996-11.appeal'),
  async run({ config, arguments: [, cohort = ''] }) {
    const { openHouse } = await import('../main.ts')
    const { openRooms } = await import('../wiring.ts')
    const { eraseCohort } = await import('../petition/erasing-cohort.ts')
    const house = await openHouse(config)
    try {
      const rooms = await openRooms(house)
      const { petitions, vault } = rooms
      const erased = await eraseCohort({ work: house.pools.work, vault, today: petitions.today() }, cohort)
      rooms.close()
      if (!erased.ok) throw new UsageRefused(inWords(erased.error))
      const words = `the key of ${cohort} is destroyed. Restart what serves this house, and destroy the key in every backup of the keys.`
      return { exit: 0, words, json: { erased: erased.value } }
    } finally {
      await house.close()
    }
  },
}

function inWords(refusal: CohortRefusal): string {
  switch (refusal.kind) {
    case 'no-cohort':
      return `${refusal.text} is no cohort: say month and class, such as 1996-11.appeal`
    case 'cohort-not-over':
      return `cases are still registered into ${refusal.cohort}`
    case 'cases-not-approved':
      return `not every case of ${refusal.cohort} was approved for erasure: ${refusal.numbers.join(', ')}`
    case 'no-such-key':
      return `there is no key of ${refusal.cohort} in this data folder`
  }
}
