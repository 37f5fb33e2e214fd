/** Which leaders there are in an area, how often they have received, and where that falls short. */
import type { Pool } from 'pg'
import { addDays, type Day, day as parse } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { basisInWords } from '../../law/basis.ts'
import type { ReceptionFrequency } from '../../law/reception.ts'
import { receptionTerms } from '../../wording/reception-terms.ts'
import { type DayGap, dayGaps, type LeaderOf, leaderGaps, periodOf } from './gaps.ts'
import type { ReceptionHouse } from './house.ts'
import { daysOfLeaders, lastTitles, type Staff } from './queries.ts'
import type { Standing } from './reception.ts'
import { organRef } from './view.ts'
import { worldAt } from './world.ts'

/** Party and government of an area, whose leaders are asked to receive. */
const receiving: readonly OrganFacts['kind'][] = ['party', 'government', 'township']

/** Organs of the viewer's area at its own level: those whose leaders their bureau arranges for. */
export function organsOfArea(house: ReceptionHouse, organ: OrganId): readonly OrganFacts[] {
  const own = house.directory.find(organ)
  if (!own) return []
  if (own.kind !== 'bureau') return receiving.includes(own.kind) ? [own] : []
  return [...house.directory.all()].filter(
    ({ kind, region, level, state }) =>
      state === 'active' && region === own.region && level === own.level && receiving.includes(kind),
  )
}

export interface LeaderIn {
  readonly account: string
  readonly name: string
  readonly organ: OrganId
  readonly isHead: boolean
}

/** Whoever holds the post of a leader in these organs today. */
export async function leadersIn(pool: Pool, organs: readonly OrganId[], today: Day): Promise<readonly LeaderIn[]> {
  if (organs.length === 0) return []
  const { rows } = await pool.query<LeaderIn>({
    name: 'reception leaders',
    text: `select account.id as account, account_person.name, held.organ, bool_or(held.post = 'head') as "isHead"
      from account_post held join account using (stream_id) join account_person using (stream_id)
      where held.organ = any($1) and account.state = 'open' and held.post in ('head', 'leader')
        and held.runs_from <= $2 and (held.runs_until is null or held.runs_until >= $2)
      group by account.id, account_person.name, held.organ having bool_or(held.post = 'leader') order by held.organ, account.id`,
    values: [organs, today],
  })
  return rows
}

/** As what somebody received last, else whether they head the organ as well. */
const standingOf = (leader: LeaderIn, last: ReadonlyMap<string, { readonly standing: Standing }>): Standing =>
  last.get(leader.account)?.standing ?? (leader.isHead ? 'main' : 'other')

export async function readGaps(house: ReceptionHouse, viewer: Staff, month: string) {
  const today = house.today()
  const first = parse(`${month}-01`)
  const span = periodOf(first, 'month') as { readonly from: Day; readonly until: Day }
  const organs = organsOfArea(house, viewer.organ)
  const found = await leadersIn(
    house.app,
    organs.map(({ id }) => id),
    today,
  )
  const accounts = found.map(({ account }) => account)
  const year = periodOf(first, 'year') as typeof span
  const [last, days] = await Promise.all([
    lastTitles(house, viewer, accounts),
    daysOfLeaders(house, viewer, accounts, { from: addDays(year.from, -7), until: addDays(year.until, 7) }),
  ])
  const { law, calendars } = worldAt(viewer.organ, house)
  const leaders: readonly LeaderOf[] = found.flatMap((leader) => {
    const organ = organs.find(({ id }) => id === leader.organ)
    return organ ? [{ ...leader, level: organ.level, region: organ.region, standing: standingOf(leader, last) }] : []
  })
  // a month is judged as it stands; one that is ahead, by its first day
  const on = today >= span.from && today <= span.until ? today : first
  return {
    leaders: leaderGaps(leaders, days, on, today, law.receptions).map((gap) => {
      const rule = law.receptions.frequencies[gap.frequency]
      const words = rule && receptionTerms.receptionPeriod[rule.every]
      return {
        ...gap,
        every: rule?.every ?? 'anyTime',
        ...wordsOf(gap.frequency, words),
        basis: basisInWords(rule?.basis ?? law.receptions.day.basis),
        name: found.find(({ account }) => account === gap.account)?.name ?? '',
        organ: organRef(house.directory, gap.organ),
      }
    }),
    days: daysShort(),
    standing: Object.entries(law.receptions.frequencies).flatMap(([name, rule]) =>
      rule && rule.every === 'anyTime'
        ? [
            {
              ...wordsOf(name as ReceptionFrequency, receptionTerms.receptionPeriod.anyTime),
              basis: basisInWords(rule.basis),
            },
          ]
        : [],
    ),
  }

  function daysShort() {
    const rule = law.receptions.frequencies.countyEachDay
    if (!rule || !organs.some(({ level }) => level === 'county')) return null
    const calendar = calendars.in(organs[0]?.region ?? null, 'organ')
    const items: readonly DayGap[] = dayGaps(days, span, today, calendar)
    return { basis: basisInWords(rule.basis), items: items.map((item) => ({ ...item })) }
  }
}

function wordsOf(frequency: ReceptionFrequency, every?: { readonly zh: string; readonly en: string } | null) {
  const who = receptionTerms.receptionFrequency[frequency]
  return { zh: `${who.zh}${every?.zh ?? ''}`, en: `${who.en}: ${every?.en ?? ''}` }
}
