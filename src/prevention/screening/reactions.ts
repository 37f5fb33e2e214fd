/** What campaigns do when something happens elsewhere: organs are reformed, and disputes are recorded that were found in one. */
import type { Consumer } from '../../engine/consumer.ts'
import { afterReform } from '../../identity/reforming.ts'
import { isAfter, isBefore } from '../../kernel/day.ts'
import { isWithinRegion, type RegionCode } from '../../law/codes/regions.ts'
import type { DisputeFact, DisputeFactOf } from '../disputes/dispute.ts'
import { idOf as disputeOf, disputeRoom } from '../disputes/room.ts'
import { commandScreening } from './commanding.ts'
import type { ScreeningHouse } from './house.ts'
import { screeningOfHouse } from './queries.ts'
import { screeningRoom } from './room.ts'
import { isKeeper, reportsOf } from './sight.ts'

const viewer = { kind: 'system', task: 'screening' } as const
const screeningPrefix = `${screeningRoom.name}:`
const disputePrefix = `${disputeRoom.name}:`

/** 矛盾纠纷在排查中发现: what was recorded for a campaign is the report of its place. Reading a fact twice changes nothing. */
export function screeningFoundReaction(house: ScreeningHouse): Consumer {
  return {
    name: 'screening-found',
    follows: ['DisputeRecorded'] satisfies readonly DisputeFact['type'][],
    async react({ stream, fact: recorded }) {
      const fact = recorded as DisputeFact
      if (!stream.startsWith(disputePrefix) || fact.type !== 'DisputeRecorded') return
      const { source } = fact
      if (source.kind !== 'screening' || !source.stream?.startsWith(screeningPrefix)) return
      await link(house, source.stream, stream, fact)
    },
  }
}

/** Only what whoever recorded it could report: nobody reports of another's village by naming its campaign. */
async function link(
  house: ScreeningHouse,
  campaign: string,
  stream: string,
  fact: DisputeFactOf<'DisputeRecorded'>,
): Promise<void> {
  const { region, foundOn, on, account, organ, keptFrom, officials } = fact
  const screening = await screeningOfHouse(house, campaign)
  const area = screening?.areas.find((each) => isWithinRegion(region as RegionCode, each.area as RegionCode))
  if (!screening || !area) return
  const actor = { kind: 'staff', account, organ, posts: ['clerk'] } as const
  if (!reportsOf(area, actor, house.directory) && !isKeeper(screening, actor)) return
  const isOutside = isBefore(foundOn, screening.openedOn) || isAfter(foundOn, on)
  const looked = { dispute: disputeOf(stream), region, isKept: keptFrom.length > 0 || officials.length > 0 }
  await commandScreening(house, {
    ...{ stream: campaign, type: 'LinkDispute', body: { area: area.area }, viewer },
    beside: { at: isOutside ? on : foundOn, looked },
  })
}

/** 分立、合并、撤销: whoever carries an organ on keeps its campaigns and reports of its places. */
export function screeningReformReaction(house: ScreeningHouse): Consumer {
  return afterReform(house, 'screening-reform', async (organ) => {
    for (const campaign of await campaignsOf(house, organ))
      await commandScreening(house, { stream: campaign, type: 'PassScreeningOn', body: {}, viewer })
  })
}

/** Those that run, and those of which a next round is to come. */
async function campaignsOf({ work }: ScreeningHouse, organ: string): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream_id: string }>({
    name: 'campaigns of an organ',
    text: `select s.stream_id from screening s join screening_party p using (stream_id)
      where p.organ = $1 and (s.stage = 'open' or s.next_on is not null) order by s.stream_id`,
    values: [organ],
  })
  return rows.map(({ stream_id }) => stream_id)
}
