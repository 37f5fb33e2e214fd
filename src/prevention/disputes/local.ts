/**
 * 小事不出村，大事不出镇，矛盾不上交 (art. 15 (3)): who settles a dispute first, from its place, its kind and its history, and which rules say so.
 * It is a suggestion; what it decides is from where on a dispute may rise without anything having been tried.
 */
import { isKeptOut, whoMayKnow } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { isWithinRegion, levelOfRegion, type RegionCode } from '../../law/codes/regions.ts'
import {
  type DisputeLaw,
  type DisputeLevel,
  disputeLevels,
  type LocalRuleName,
  type Spread,
} from '../../law/disputes.ts'
import type { Dispute, DisputeWorld, Kept, Suggestion } from './dispute.ts'

/** As far as the rules look at it. */
export interface Situated extends Kept {
  readonly region: string
  readonly category: string
  readonly danger: string
  readonly spread: Spread
  /** The highest level at which it was settled and came again; null where it did not. */
  readonly settledAt: DisputeLevel | null
}

export const situated = (dispute: Dispute): Situated => {
  const { region, category, keptFrom, officials, grading, followUps, settlements } = dispute
  const cameAgain = followUps.some(({ holds }) => !holds)
  return {
    ...{ region, category, keptFrom, officials },
    danger: grading?.danger ?? 'none',
    spread: grading?.spread ?? 'village',
    settledAt: cameAgain ? highest(settlements.map(({ level }) => level)) : null,
  }
}

const rankOf = (level: DisputeLevel): number => disputeLevels.indexOf(level)
export const isHigher = (a: DisputeLevel, b: DisputeLevel): boolean => rankOf(a) > rankOf(b)
const highest = (levels: readonly DisputeLevel[]): DisputeLevel | null =>
  levels.reduce<DisputeLevel | null>((top, level) => (top === null || isHigher(level, top) ? level : top), null)
export const oneAbove = (level: DisputeLevel): DisputeLevel =>
  disputeLevels[Math.min(rankOf(level) + 1, disputeLevels.length - 1)] ?? level

/** An organ's level; whoever works for the whole country counts with the provinces, above which no dispute rises. */
export const levelOf = ({ level }: Pick<OrganFacts, 'level'>): DisputeLevel => (level === 'nation' ? 'province' : level)

/** Who keeps a ledger and settles disputes: the village, the township, the seats of the area, and its centre. */
const settlingKinds = ['village', 'township', 'mediationCentre', 'bureau', 'government', 'department'] as const
/** At each level who is asked first. */
const firstKinds: Readonly<Record<DisputeLevel, readonly OrganFacts['kind'][]>> = {
  village: ['village', 'mediationCentre'],
  township: ['township', 'mediationCentre'],
  county: ['mediationCentre', 'bureau', 'government'],
  prefecture: ['mediationCentre', 'bureau', 'government'],
  province: ['mediationCentre', 'bureau', 'government'],
}

export const keepsLedger = ({ kind, state }: Pick<OrganFacts, 'kind' | 'state'>): boolean =>
  state === 'active' && (settlingKinds as readonly string[]).includes(kind)

const conditions: {
  readonly [R in LocalRuleName]: (of: Situated, categories: readonly string[], world: DisputeWorld) => boolean
} = {
  villageFirst: () => true,
  severalVillages: ({ spread }) => spread === 'township',
  severalTownships: ({ spread }) => spread === 'county',
  severalCounties: ({ spread }) => spread === 'wider',
  departmentHasDuty: ({ category }, categories) =>
    categories.some((each) => category === each || category.startsWith(`${each}.`)),
  organIsParty: ({ keptFrom }) => keptFrom.length > 0,
  cameAgain: ({ settledAt }) => settledAt !== null,
  lifeInDanger: ({ danger }) => danger === 'present',
}

/** Above whoever is a party: their level says where nobody stands under them. */
function levelAbove(keptFrom: readonly OrganId[], { organs }: DisputeWorld): DisputeLevel {
  const levels = keptFrom.flatMap((id) => {
    const organ = organs.find(id)
    if (!organ) return []
    // a department answers to whoever stands over all departments of its place, and that is of the same level
    return [organ.kind === 'department' ? levelOf(organ) : oneAbove(levelOf(organ))]
  })
  return highest(levels) ?? 'village'
}

function levelBy(rule: LocalRuleName, of: Situated, law: DisputeLaw, world: DisputeWorld): DisputeLevel | null {
  const row = law.firstLevels[rule]
  if (!row || !conditions[rule](of, row.categories, world)) return null
  if (row.level !== null) return row.level
  return rule === 'cameAgain' && of.settledAt !== null ? oneAbove(of.settledAt) : levelAbove(of.keptFrom, world)
}

/** The rules that hold, the highest level that one of them asks for, and who is there. */
export function suggest(of: Situated, world: DisputeWorld): Suggestion {
  const law = world.disputes
  const rules = (Object.keys(law.firstLevels) as LocalRuleName[]).flatMap((rule) => {
    const level = levelBy(rule, of, law, world)
    const row = law.firstLevels[rule]
    return level === null || !row ? [] : [{ rule, level, basis: row.basis }]
  })
  // a place that is known to its county only has no village to begin with
  const place = levelOfRegion(of.region as RegionCode)
  const level = highest([place === 'nation' ? 'province' : place, ...rules.map((each) => each.level)]) ?? 'village'
  const organs = placesFrom(level, of, world)
  const found = organs[0] === undefined ? undefined : world.organs.find(organs[0])
  return {
    level: found ? levelOf(found) : level,
    rules: rules.filter((each) => each.rule !== 'villageFirst' || level === 'village'),
    organs,
  }
}

/** Organs over the place that may know of it, from a level upwards: of the lowest level where there is one. */
function placesFrom(level: DisputeLevel, of: Situated, world: DisputeWorld): readonly OrganId[] {
  const all = whoMayKnow(of.keptFrom, world.organs)
  for (const at of disputeLevels.slice(rankOf(level))) {
    const there = firstOf(all, of.region, at)
    if (there.length > 0) return there
  }
  return []
}

const firstOf = (all: readonly OrganFacts[], region: string, level: DisputeLevel): readonly OrganId[] =>
  firstKinds[level].flatMap((kind) =>
    all
      .filter((organ) => organ.kind === kind && levelOf(organ) === level && isOver(organ, region))
      .map(({ id }) => id)
      .toSorted(),
  )

export const isOver = ({ region }: Pick<OrganFacts, 'region'>, place: string): boolean =>
  isWithinRegion(place as RegionCode, region as RegionCode)

/** To whom whoever has it can hand it up: the nearest level above with somebody who may know of it. */
export function aboveOf(dispute: Dispute, organ: OrganId, world: DisputeWorld): readonly OrganId[] {
  const own = world.organs.find(organ)
  if (!own) return []
  const above = oneAbove(levelOf(own))
  return isHigher(above, levelOf(own)) ? placesFrom(above, situated(dispute), world) : []
}

/** To whom it can be assigned without rising: organs of the same level or below over the place, and departments of that level. */
export function besideOf(dispute: Dispute, organ: OrganId, world: DisputeWorld): readonly OrganId[] {
  const own = world.organs.find(organ)
  if (!own) return []
  return whoMayKnow(dispute.keptFrom, world.organs)
    .filter((other) => keepsLedger(other) && !isHigher(levelOf(other), levelOf(own)))
    .filter((other) => isOver(own, other.region) && isOver(other, dispute.region))
    .map(({ id }) => id)
    .toSorted()
}

/** A party to it, or standing below one. */
export const isParty = (keptFrom: readonly OrganId[], organ: OrganId, { organs }: DisputeWorld): boolean =>
  isKeptOut(keptFrom, organ, organs)
