/**
 * What is missing in who answers for petition work, and where two duties of one person stand against each other. Pure: the map shows it,
 * and nothing is refused for it, because the facts are true however uncomfortable they are.
 */
import { addDays, type Day } from '../../kernel/day.ts'
import { lineOf, type OrganFacts, type OrganId, type Organs } from '../../kernel/organ.ts'
import { runsOn } from '../../kernel/term.ts'
import type { ResponsibilityRole, ResponsibilityScope } from './responsibility.ts'

export const gapKinds = [
  'nobodyAnswersForAll',
  'nobodyDirects',
  'nobodyHandles',
  /** The account was closed, or its posts in the organ and above it have ended. */
  'holderLeft',
  /** Ends soon, and nobody follows. */
  'endsSoon',
  /** Two at once answer for everything. */
  'severalAnswerForAll',
  /** Directs the organ and supervises it. */
  'directsAndSupervises',
  /** Answers for all in two organs of which one looks over the other. */
  'answersOnBothSides',
  /** Is named in a petition that their organ handles and that they direct. */
  'namedInPetition',
] as const
export type GapKind = (typeof gapKinds)[number]

/** One row of the read model, as far as the rules look at it. */
export interface RunningRole {
  readonly organ: OrganId
  readonly ref: string
  readonly role: ResponsibilityRole
  readonly account: string | null
  readonly scope: ResponsibilityScope
  readonly from: Day
  readonly until: Day | null
}

export interface HolderStanding {
  readonly isOpen: boolean
  /** Posts that run today. */
  readonly posts: readonly { readonly organ: OrganId; readonly post: string }[]
}

export interface Naming {
  readonly organ: OrganId
  readonly account: string
  readonly petition: string
}

export interface MapWorld {
  readonly on: Day
  readonly organs: Organs
  /** All that runs today in the organs looked at. */
  readonly roles: readonly RunningRole[]
  readonly standing: ReadonlyMap<string, HolderStanding>
  /** Petitions that the viewer may see and that name somebody who directs their holder. */
  readonly named: readonly Naming[]
}

export interface Gap {
  readonly kind: GapKind
  readonly organ: OrganId
  /** Of which roles of that organ. */
  readonly refs: readonly string[]
  /** The other organ of a conflict. */
  readonly other: OrganId | null
  readonly petition: string | null
  readonly until: Day | null
}

const warnDays = 30

/** Every gap of the organs, by organ in the order given. */
export function gapsIn(organs: readonly OrganId[], world: MapWorld): ReadonlyMap<OrganId, readonly Gap[]> {
  const byOrgan = Map.groupBy(world.roles, ({ organ }) => organ)
  const led = leadersOf(world.roles)
  return new Map(
    organs.map((organ) => {
      const roles = (byOrgan.get(organ) ?? []).filter((role) => runsOn(role, world.on))
      return [
        organ,
        [
          ...holes(organ, roles),
          ...leavers(roles, world),
          ...endings(roles, world),
          ...conflicts(organ, roles, led, world),
        ],
      ]
    }),
  )
}

const gap = (kind: GapKind, organ: OrganId, refs: readonly string[], more: Partial<Gap> = {}): Gap => ({
  ...{ kind, organ, refs, other: null, petition: null, until: null },
  ...more,
})

const isForAll = ({ scope }: RunningRole): boolean => scope.area === null && scope.category === null

/** Somebody who answers for a part only does not answer for all. */
function holes(organ: OrganId, roles: readonly RunningRole[]): readonly Gap[] {
  const has = (role: ResponsibilityRole) => roles.some((each) => each.role === role)
  const answering = roles.filter((each) => each.role === 'answersForAll' && isForAll(each))
  return [
    ...(answering.length === 0 ? [gap('nobodyAnswersForAll', organ, [])] : []),
    ...(answering.length > 1
      ? [
          gap(
            'severalAnswerForAll',
            organ,
            answering.map(({ ref }) => ref),
          ),
        ]
      : []),
    ...(has('directs') ? [] : [gap('nobodyDirects', organ, [])]),
    ...(has('handles') ? [] : [gap('nobodyHandles', organ, [])]),
  ]
}

/** A leader of the government may answer for a township: posts above count as much as posts in the organ. */
function leavers(roles: readonly RunningRole[], { standing, organs }: MapWorld): readonly Gap[] {
  return roles.flatMap(({ organ, ref, account }) => {
    if (account === null) return []
    const holder = standing.get(account)
    const near = new Set(lineOf(organs, organ).map(({ id }) => id))
    const isHere = holder?.isOpen === true && holder.posts.some((held) => near.has(held.organ))
    return isHere ? [] : [gap('holderLeft', organ, [ref])]
  })
}

function endings(roles: readonly RunningRole[], { on, roles: all }: MapWorld): readonly Gap[] {
  const soon = addDays(on, warnDays)
  return roles.flatMap(({ organ, ref, role, until }) => {
    if (until === null || until > soon) return []
    const follows = all.some(
      (each) =>
        each.organ === organ && each.role === role && each.ref !== ref && (each.until === null || each.until > until),
    )
    return follows ? [] : [gap('endsSoon', organ, [ref], { until })]
  })
}

type Led = ReadonlyMap<string, readonly RunningRole[]>
const leadersOf = (roles: readonly RunningRole[]): Led =>
  Map.groupBy(
    roles.filter(({ role, account }) => role === 'answersForAll' && account !== null),
    ({ account }) => account as string,
  )

function conflicts(organ: OrganId, roles: readonly RunningRole[], led: Led, world: MapWorld): readonly Gap[] {
  return roles.flatMap((each) => {
    const { account, ref, role } = each
    if (account === null) return []
    if (role === 'directs') return directing(each, account, world)
    if (role !== 'answersForAll') return []
    const others = (led.get(account) ?? []).filter((other) => other.organ !== organ && runsOn(other, world.on))
    return others
      .filter((other) => looksOverEither(organ, other.organ, world.organs))
      .map((other) => gap('answersOnBothSides', organ, [ref], { other: other.organ }))
  })
}

/** Posts from which others are supervised: 督办人员, 督查专员. */
const supervising: ReadonlySet<string> = new Set(['supervisor', 'commissioner'])

function directing({ organ, ref }: RunningRole, account: string, world: MapWorld): readonly Gap[] {
  const posts = world.standing.get(account)?.posts ?? []
  const watched = posts.filter(
    ({ organ: where, post }) => supervising.has(post) && (where === organ || looksOver(where, organ, world.organs)),
  )
  return [
    ...watched.map(({ organ: where }) => gap('directsAndSupervises', organ, [ref], { other: where })),
    ...world.named
      .filter((naming) => naming.organ === organ && naming.account === account)
      .map(({ petition }) => gap('namedInPetition', organ, [ref], { petition })),
  ]
}

const looksOverEither = (one: OrganId, other: OrganId, organs: Organs): boolean =>
  looksOver(one, other, organs) || looksOver(other, one, organs)

const overArea: readonly OrganFacts['kind'][] = ['bureau', 'discipline']

/** Supervises: the bureau and the discipline body of an area the organs in it, and everybody those right below them. */
function looksOver(upper: OrganId, lower: OrganId, organs: Organs): boolean {
  const [above, below] = [organs.find(upper), organs.find(lower)]
  if (!above || !below || upper === lower) return false
  if (below.parent === upper) return true
  return overArea.includes(above.kind) && (above.region === '00' || below.region.startsWith(above.region))
}
