/** Scorecards: sums of lines for an organ or a place, with target, trend and place among its like. What one costs depends on what is asked. */
import { lagOf } from '../engine/consumer.ts'
import { arrayOf } from '../engine/flight.ts'
import { readAs } from '../identity/scope.ts'
import type { Month } from '../kernel/month.ts'
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import {
  type IndicatorLaw,
  type IndicatorName,
  indicatorNames,
  isRating,
  type LineOutcome,
  type MeasureName,
} from '../law/assessment.ts'
import type { Target } from './assessment.ts'
import type { ScorecardView, ScoreView } from './contract.ts'
import { assessmentReader } from './counting.ts'
import {
  alikeTo,
  fewestToShow,
  isAssessed,
  type MonthCount,
  meets,
  notMeasured,
  type Place,
  perMille,
  placeAmong,
  shareOf,
  shown,
  shownOverMonths,
} from './figure.ts'
import type { AssessmentHouse } from './house.ts'
import { organsIn } from './overseeing.ts'
import { monthsUpTo, type Period } from './periods.ts'
import { targetsFor } from './queries.ts'
import { isMeasured } from './sources.ts'
import { areasAlike, type Subject } from './subjects.ts'
import { lawFor } from './world.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
const trendMonths = 12

interface Count extends MonthCount {
  readonly measure: MeasureName
  readonly isBureau: boolean
}

/** In the viewer's own name: the database shows sums of organs that theirs oversees, and no others. */
async function countsOf(
  house: AssessmentHouse,
  viewer: Staff,
  organs: readonly OrganFacts[],
  months: readonly Month[],
): Promise<readonly Count[]> {
  const ids = organs.map(({ id }) => id)
  const bureaus = organs.filter(({ kind }) => kind === 'bureau').map(({ id }) => id)
  return readAs<Count>(house, viewer, {
    name: 'assessment sums',
    text: `select organ = any ($2) as "isBureau", measure, month, outcome, sum(n)::integer as n from assessment_count
      where organ = any ($1) and month = any ($3) group by 1, 2, 3, 4`,
    values: [arrayOf(ids), arrayOf(bureaus), arrayOf(months)],
  })
}

interface PeerCount {
  readonly organ: OrganId
  readonly measure: MeasureName
  readonly outcome: LineOutcome
  readonly n: number
}

/** Sums of others, of which only a place among them is told: read by the house. */
async function peerCounts(
  { work }: AssessmentHouse,
  organs: readonly OrganId[],
  months: readonly Month[],
): Promise<readonly PeerCount[]> {
  if (organs.length === 0) return []
  const { rows } = await work.query<PeerCount>({
    name: 'assessment sums of peers',
    text: `select organ, measure, outcome, sum(n)::integer as n from assessment_count
      where organ = any ($1) and month = any ($2) group by organ, measure, outcome`,
    values: [organs, months],
  })
  return rows
}

/** Those like the subject, each with the organs whose figures make it up; the subject itself among them. */
function alike(
  house: AssessmentHouse,
  subject: Subject,
): readonly { readonly key: string; readonly organs: readonly OrganFacts[] }[] {
  const { directory } = house
  if (subject.kind === 'area')
    return areasAlike(subject.area, house).map((area) => ({ key: area, organs: organsIn(area, directory) }))
  return alikeTo(subject.organ, directory).map((id) => {
    const found = directory.find(id)
    return { key: id, organs: found ? [found] : [] }
  })
}

export async function readScores(
  house: AssessmentHouse,
  viewer: Staff,
  subject: Subject,
  period: Period,
): Promise<Pick<ScorecardView, 'letter' | 'waiting' | 'scores'>> {
  const { indicators } = lawFor(house, subjectSeat(subject), house.today())
  const trend = monthsUpTo(period.months.at(-1) as Month, trendMonths)
  const months = [...new Set([...trend, ...period.months])]
  const own = subject.organs.find(({ id }) => id === viewer.organ)
  const peers = alike(house, subject)
  const peerIds = peers.length < 2 ? [] : [...new Set(peers.flatMap(({ organs }) => organs.map(({ id }) => id)))]
  const [counts, ownCounts, others, letter, { facts }] = await Promise.all([
    countsOf(house, viewer, subject.organs, months),
    own && subject.kind === 'area' ? countsOf(house, viewer, [own], months) : [],
    peerCounts(house, peerIds, period.months),
    targetsFor(house, viewer, letterOf(subject, period)),
    lagOf(house, assessmentReader),
  ])
  const sheet = { counts, ownCounts, isOwn: own !== undefined, subject, period, trend, peers, others }
  const scores = indicatorNames.flatMap((indicator): readonly ScoreView[] => {
    const law = indicators[indicator]
    if (!law || !isOf(subject, law)) return []
    return [scoreOf(indicator, law, sheet, letter?.targets ?? [])]
  })
  return { letter: letter?.stream ?? null, waiting: facts, scores }
}

const subjectSeat = (subject: Subject): OrganId =>
  subject.kind === 'organ' ? subject.organ : ((subject.organs[0]?.id ?? '') as OrganId)

const isOf = (subject: Subject, law: IndicatorLaw): boolean =>
  subject.kind === 'area' || isAssessed(law, subject.organs[0]?.kind)

function letterOf(subject: Subject, { year }: Period) {
  if (subject.kind === 'organ') return { lower: [subject.organ], year, covers: 'organ' as const }
  const seats = subject.organs.filter(({ region }) => region === subject.area).map(({ id }) => id)
  return { lower: seats, year, covers: 'area' as const }
}

interface Sheet {
  readonly counts: readonly Count[]
  readonly ownCounts: readonly Count[]
  readonly isOwn: boolean
  readonly subject: Subject
  readonly period: Period
  readonly trend: readonly Month[]
  readonly peers: ReturnType<typeof alike>
  readonly others: readonly PeerCount[]
}

/** Of a place only those organs are put together whom the indicator assesses. */
const ofIndicator = (counts: readonly Count[], law: IndicatorLaw): readonly Count[] =>
  counts.filter(
    ({ measure, isBureau }) =>
      measure === law.measure && (law.assesses === 'both' || (law.assesses === 'bureau') === isBureau),
  )

function scoreOf(indicator: IndicatorName, law: IndicatorLaw, sheet: Sheet, targets: readonly Target[]): ScoreView {
  const target = targets.find((each) => each.indicator === indicator)
  const aim = { target: target?.share ?? null, weight: target?.weight ?? null }
  if (!isMeasured(law.measure)) {
    const trend = sheet.trend.map((month) => ({ month, ...notMeasured }))
    return { indicator, ...notMeasured, ...aim, isMet: null, rank: null, trend }
  }
  const { period, subject } = sheet
  const counts = ofIndicator(sheet.counts, law)
  const isOwn = sheet.isOwn && subject.kind === 'organ'
  const whole = shownOverMonths(law, counts, { months: period.months, isOwn })
  const share = showsOwn(law, sheet, period.months) ? withheld : whole
  const trend = sheet.trend.map((month) => {
    const inMonth = shown(
      shareOf(
        law,
        counts.filter((each) => each.month === month),
      ),
      { isOwn, law },
    )
    return { month, ...(showsOwn(law, sheet, [month]) ? withheld : inMonth) }
  })
  const isMet = target && share.perMille !== null ? meets(share.perMille, target.share, law.better) : null
  return { indicator, ...share, ...aim, isMet, rank: share.perMille === null ? null : rankOf(law, sheet), trend }
}

const withheld = { numerator: null, denominator: null, perMille: null, note: 'tooFewToShow' } as const

/** In a sum over a place somebody who reads all the others too could find their own by taking these away. */
function showsOwn(law: IndicatorLaw, { ownCounts }: Sheet, months: readonly Month[]): boolean {
  if (!isRating(law.measure)) return false
  const { denominator } = shareOf(
    law,
    ofIndicator(ownCounts, law).filter(({ month }) => months.includes(month)),
  )
  return denominator > 0 && denominator < fewestToShow
}

function rankOf(law: IndicatorLaw, { peers, others, subject }: Sheet): Place | null {
  const month = '' as Month
  const shareOfPeer = (organs: readonly OrganFacts[]) => {
    const ids = new Set(organs.filter(({ kind }) => isAssessed(law, kind)).map(({ id }) => id))
    const counts = others.filter(({ organ, measure }) => measure === law.measure && ids.has(organ))
    return perMille(
      shareOf(
        law,
        counts.map(({ outcome, n }) => ({ month, outcome, n })),
      ),
    )
  }
  const key = subject.kind === 'organ' ? subject.organ : subject.area
  const shares = peers.map((peer) => ({ key: peer.key, share: shareOfPeer(peer.organs) }))
  const own = shares.find((each) => each.key === key)?.share ?? null
  return placeAmong(
    own,
    shares.map(({ share }) => share),
    law.better,
  )
}
