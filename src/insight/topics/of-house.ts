/** The topics of the whole house, in the shape in which those of a file are told: for the command line, which has no viewer. */
import type { HotTopic, Period } from './hot.ts'
import type { TopicHouse } from './house.ts'
import { hotTopics, petitionsOf, usualPeriod } from './queries.ts'

const mostPetitions = 10_000

export async function hotInHouse(
  house: TopicHouse,
  { from, until }: Period,
  top: number,
): Promise<readonly HotTopic[]> {
  const viewer = { kind: 'system', task: 'topics' } as const
  const usual = usualPeriod(until ?? house.today())
  const period = { from: from ?? usual.from, until: until ?? usual.until }
  const seen = await hotTopics(house, viewer, { ...period, limit: top })
  return Promise.all(
    seen.map(async ({ topic, name, place, whom, words, heat }, at) => {
      const { items } = await petitionsOf(house, viewer, topic, { after: null, limit: mostPetitions })
      const inPeriod = items.filter(({ day }) => day >= period.from && day <= period.until)
      return { rank: at + 1, id: topic, name, place, whom, words, ...heat, ids: inPeriod.map(({ stream }) => stream) }
    }),
  )
}
