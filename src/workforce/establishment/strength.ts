/**
 * Who fills what is allotted: counted from the posts that accounts hold, with those apart who are there for a while (docs/adr/0067). Pure, and of
 * accounts alone: no second list of people.
 */
import { addDays, addYears, type Day, isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { runsOn } from '../../kernel/term.ts'
import { type EstablishedPost, establishedPosts } from './establishment.ts'

/** A post that somebody holds, now or from a day to come. */
export interface Holding {
  readonly account: string
  readonly organ: OrganId
  readonly post: EstablishedPost
  readonly from: Day
  readonly until: Day | null
  /** 挂职: the organ that sent them. */
  readonly secondedFrom: OrganId | null
}

/** 在编 · 临时 · 挂职 */
export const holdingKinds = ['lasting', 'temporary', 'seconded'] as const
export type HoldingKind = (typeof holdingKinds)[number]

/** A post for no more than this is somebody's for a while: it fills nothing of what is allotted. */
const temporaryYears = 1

/** What ends within so many days is said beforehand, so that somebody can be found. */
export const endsSoonDays = 60

export function kindOf({ from, until, secondedFrom }: Omit<Holding, 'account' | 'organ' | 'post'>): HoldingKind {
  if (secondedFrom !== null) return 'seconded'
  return until !== null && !isAfter(until, addYears(from, temporaryYears)) ? 'temporary' : 'lasting'
}

export const endsSoon = ({ until }: Pick<Holding, 'until'>, today: Day): boolean =>
  until !== null && !isAfter(until, addDays(today, endsSoonDays))

export interface PostStrength {
  readonly post: EstablishedPost
  /** Null where no document is written down. */
  readonly allotted: number | null
  readonly lasting: number
  readonly temporary: number
  readonly seconded: number
  /** 空编 · 超编; null where nothing is allotted. */
  readonly vacant: number | null
  readonly over: number | null
  readonly endingSoon: number
  readonly toCome: number
}

export interface Strength {
  readonly posts: readonly PostStrength[]
  /** Each person once, by what they lastingly hold before what they hold for a while. */
  readonly people: Readonly<Record<HoldingKind, number>>
}

export type AllottedCounts = ReadonlyMap<EstablishedPost, number>

/** Of one organ on a day. A post of which nothing is allotted and which nobody holds is left out. */
export function strengthOf(allotted: AllottedCounts, holdings: readonly Holding[], today: Day): Strength {
  const posts = establishedPosts.flatMap((post) => {
    const held = holdings.filter((each) => each.post === post)
    const count = allotted.get(post) ?? null
    return held.length === 0 && count === null ? [] : [postStrength(post, count, held, today)]
  })
  return { posts, people: peopleOf(holdings.filter((each) => runsOn(each, today))) }
}

function postStrength(
  post: EstablishedPost,
  allotted: number | null,
  held: readonly Holding[],
  today: Day,
): PostStrength {
  const running = held.filter((each) => runsOn(each, today))
  const of = (kind: HoldingKind) => running.filter((each) => kindOf(each) === kind).length
  const lasting = of('lasting')
  return {
    ...{ post, allotted, lasting, temporary: of('temporary'), seconded: of('seconded') },
    vacant: allotted === null ? null : Math.max(0, allotted - lasting),
    over: allotted === null ? null : Math.max(0, lasting - allotted),
    endingSoon: running.filter((each) => endsSoon(each, today)).length,
    toCome: held.length - running.length,
  }
}

function peopleOf(running: readonly Holding[]): Record<HoldingKind, number> {
  const people = { lasting: 0, temporary: 0, seconded: 0 }
  for (const held of Map.groupBy(running, ({ account }) => account).values()) {
    const kinds = held.map(kindOf)
    const kind = holdingKinds.find((each) => kinds.includes(each))
    if (kind) people[kind] += 1
  }
  return people
}

/** 任职年限: less than one year, one to three, three to five, and more. */
export const experienceBands = ['underOne', 'oneToThree', 'threeToFive', 'overFive'] as const
export type ExperienceBand = (typeof experienceBands)[number]
const bandEnds = [1, 3, 5] as const

export function bandOf(since: Day, today: Day): ExperienceBand {
  const at = bandEnds.findIndex((years) => isAfter(addYears(since, years), today))
  return experienceBands[at === -1 ? bandEnds.length : at] as ExperienceBand
}

/** So many people have been in their post since a day. */
export interface Since {
  readonly since: Day
  readonly count: number
}

/** How many lie in each band. Nobody is told these before `withheld` has looked at them. */
export const mixOf = (people: readonly Since[], today: Day): readonly number[] =>
  experienceBands.map((band) =>
    people.reduce((sum, { since, count }) => sum + (bandOf(since, today) === band ? count : 0), 0),
  )

/** Of one organ: since when each has held their post, whoever is there for a while left out. */
export function sinceOf(holdings: readonly Holding[], today: Day): readonly Since[] {
  const lasting = holdings.filter((each) => runsOn(each, today) && kindOf(each) === 'lasting')
  return [...Map.groupBy(lasting, ({ account }) => account).values()].flatMap((held) => {
    const [first] = held.map(({ from }) => from).sort()
    return first === undefined ? [] : [{ since: first, count: 1 }]
  })
}
