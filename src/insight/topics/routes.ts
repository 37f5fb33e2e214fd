/** HTTP for the topics: each capability is one endpoint, and every number is counted in the name of whoever asks. */
import { isAfter } from '../../kernel/day.ts'
import { err, ok } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import { placeNames } from '../../prevention/warnings/places.ts'
import * as wire from './contract.ts'
import type { TopicHouse } from './house.ts'
import * as queries from './queries.ts'
import { petitionView, topicRowView, topicView } from './view.ts'
import { explainTopic, statusOfTopicRefusal, type TopicRefusal } from './wording.ts'

export function topicRoutes(house: TopicHouse): AnyRoom {
  return room<TopicRefusal>({
    name: 'topic',
    title: { zh: '热点问题', en: 'Hot topics' },
    statusOf: statusOfTopicRefusal,
    explain: (refusal) => explainTopic(refusal as TopicRefusal),
    routes: [
      route(wire.listTopics, (call) => answerList(house, call)),
      route(wire.readTopic, (call) => answerRead(house, call)),
      route(wire.listOfTopic, (call) => answerPetitions(house, call)),
    ],
  })
}

const noSuchTopic = { kind: 'no-such-topic' } as const

async function answerList(house: TopicHouse, { viewer, query }: Call<typeof wire.listTopics>) {
  const usual = queries.usualPeriod(query.until ?? house.today())
  const { from = usual.from, until = usual.until } = query
  if (isAfter(from, until)) return err({ kind: 'period-ends-before-start' } as const)
  const [items, night] = await Promise.all([
    queries.hotTopics(house, viewer, { from, until, limit: query.limit }),
    queries.lastNight(house, viewer),
  ])
  return ok({ from, until, items: items.map(topicRowView), night })
}

async function answerRead(house: TopicHouse, { viewer, params }: Call<typeof wire.readTopic>) {
  const seen = await queries.oneTopic(house, viewer, params.topic)
  if (seen === null) return err(noSuchTopic)
  return ok(topicView(seen, await queries.sharesOf(house, viewer, params.topic), placeNames(house)))
}

async function answerPetitions(house: TopicHouse, { viewer, params, query }: Call<typeof wire.listOfTopic>) {
  if ((await queries.oneTopic(house, viewer, params.topic)) === null) return err(noSuchTopic)
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const { items, next } = await queries.petitionsOf(house, viewer, params.topic, { after, limit: query.limit })
  const nameOf = placeNames(house)
  return ok({
    items: items.map((each) => petitionView(each, nameOf)),
    next: next && wire.topicCursor.write([next.day as never, next.stream]),
  })
}
