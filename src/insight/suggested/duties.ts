/**
 * Which organ a matter is for is learned by what organs do and not by which they are: 自然资源局 of every county has the same duties, and
 * a county that joined yesterday has them too. Where the matter lies then says which one it is.
 */
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'

export interface NamedOrgan extends OrganFacts {
  readonly name: { readonly zh: string }
}

const ofPlace =
  /^\p{Script=Han}{1,8}?(?:自治区|自治州|自治县|街道|社区|省|州|(?<![城都])市|县|区|旗|盟|镇|(?<!城)乡|(?<![乡农])村)(?=\p{Script=Han}{3,})/u

/** Two organs in one office (纪律检查委员会、监察委员会), and a branch of a bureau in a county. */
const beside = /、.*$/u
const branch = /局\p{Script=Han}{1,8}分局$/u

/** 云栖州青坪县自然资源局 → 自然资源局, 云栖州生态环境局青坪分局 → 生态环境局. What is no name of a place at the beginning stays. */
export function dutyOf(name: string): string {
  const known = dutiesKnown.get(name)
  if (known !== undefined) return known
  if (dutiesKnown.size >= mostKnown) dutiesKnown.clear()
  const duty = withoutPlace(name)
  dutiesKnown.set(name, duty)
  return duty
}

/** A province has some thousands of organs, and each is asked about at every suggestion. */
const dutiesKnown = new Map<string, string>()
const mostKnown = 50_000

function withoutPlace(name: string): string {
  let rest = name.replace(beside, '').replace(branch, '局')
  for (let place = ofPlace.exec(rest); place !== null; place = ofPlace.exec(rest)) rest = rest.slice(place[0].length)
  return rest
}

/** Governments, villages and whoever takes everything in has no duty that words could point at. */
const withDuties: ReadonlySet<OrganFacts['kind']> = new Set([
  'department',
  'police',
  'massOrganisation',
  'enterprise',
  'discipline',
])

export const hasDuty = ({ kind, state }: OrganFacts): boolean => state === 'active' && withDuties.has(kind)

/**
 * The organ with that duty for a place: the nearest that the place lies in, the narrowest first; no organ of another place. Null where
 * there is none that may have it.
 */
export function organFor(
  duty: string,
  place: string,
  organs: Iterable<NamedOrgan>,
  mayHave: (organ: NamedOrgan) => boolean,
): OrganId | null {
  const fitting = [...organs].filter(
    (organ) => hasDuty(organ) && dutyOf(organ.name.zh) === duty && place.startsWith(organ.region) && mayHave(organ),
  )
  return fitting.toSorted((a, b) => b.region.length - a.region.length || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}
