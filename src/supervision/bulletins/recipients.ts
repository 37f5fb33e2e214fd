/** Whom a bulletin goes to where the law says so, and from whom one about cadres is kept. */
import { isPartyCommittee, lineOf, type OrganFacts, type OrganId, type Organs } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article } from '../../law/basis.ts'
import type { BulletinOrgans, BulletinRefusal, Missing, PersonnelMatter } from './bulletin.ts'

type Found = Result<readonly OrganId[], BulletinRefusal>

const basisOf = { 14: article(14, 1, 4), 30: article(30, 2), 41: article(41) } as const
const missing = (who: Missing, at: keyof typeof basisOf): Result<never, BulletinRefusal> =>
  err({ kind: 'recipient-missing', who, basis: basisOf[at] })

const activeIn = (organs: BulletinOrgans): readonly OrganFacts[] =>
  [...organs.all()].filter(({ state }) => state === 'active')

const nation = '00'
const isWider = (wide: string, region: string): boolean =>
  wide !== region && (wide === nation || (region !== nation && region.startsWith(wide)))

/** The bureau of the nearest level above, by region. */
function bureauAbove(bureau: OrganFacts, all: readonly OrganFacts[]): OrganFacts | undefined {
  return all
    .filter(({ kind, region }) => kind === 'bureau' && isWider(region, bureau.region))
    .toSorted((a, b) => (b.region === nation ? 0 : b.region.length) - (a.region === nation ? 0 : a.region.length))[0]
}

interface Leaders {
  readonly committee: OrganId
  readonly government: OrganId
  readonly conference: OrganId | null
  readonly above: OrganId | null
}

/** Party committee and government of the same level, which no report goes without, and who else there is. */
function leadersOf(
  bureau: OrganFacts | undefined,
  organs: BulletinOrgans,
  at: 14 | 41,
): Result<Leaders, BulletinRefusal> {
  if (!bureau) return missing('committee', at)
  const all = activeIn(organs)
  const here = all.filter(({ region, level }) => region === bureau.region && level === bureau.level)
  const committee = here.find((each) => isPartyCommittee(each, organs))
  if (!committee) return missing('committee', at)
  const government = here.find(({ kind }) => kind === 'government')
  if (!government) return missing('government', at)
  const conference = here.find(({ kind }) => kind === 'conference')?.id ?? null
  const above = bureau.level === 'nation' ? null : (bureauAbove(bureau, all)?.id ?? null)
  return ok({ committee: committee.id, government: government.id, conference, above })
}

/** 每年向本级党委和政府、上一级党委和政府信访部门报告 (art. 41). The bureau of the nation has none above it. */
export function recipientsOfReport(organ: OrganId, organs: BulletinOrgans): Found {
  const bureau = organs.find(organ)
  const leaders = leadersOf(bureau, organs, 41)
  if (!leaders.ok) return leaders
  const { committee, government, above } = leaders.value
  if (bureau?.level === 'nation') return ok([committee, government])
  return above ? ok([committee, government, above]) : missing('upperBureau', 41)
}

/** 为党委和政府提供决策参考 (art. 14 (1) (4)); to the joint conference and the bureau above too, where there are such (docs/adr/0044). */
export function recipientsOfSituation(organ: OrganId, organs: BulletinOrgans): Found {
  const leaders = leadersOf(organs.find(organ), organs, 14)
  if (!leaders.ok) return leaders
  const { committee, government, conference, above } = leaders.value
  return ok([committee, government, conference, above].filter((each) => each !== null))
}

/**
 * 向组织（人事）部门通报，重大情况向党委主要负责同志和分管组织（人事）工作的负责同志报送 (art. 30 (2)). Which department manages the cadres the bureau
 * says; the committee that answers for it is the one that it stands under, and is not chosen.
 */
export function recipientsOfNotice({ department, isMajor }: PersonnelMatter, organs: BulletinOrgans): Found {
  const found = organs.find(department)
  if (found?.state !== 'active' || found.kind !== 'party' || isPartyCommittee(found, organs)) {
    return missing('organisationDepartment', 30)
  }
  if (!isMajor) return ok([department])
  const committee = found.parent === null ? undefined : organs.find(found.parent)
  return committee?.state === 'active' ? ok([department, committee.id]) : missing('committee', 30)
}

/** Chains of mergers are short; a circle would be somebody's mistake and must not hang the house. */
const mostSuccessions = 50

/** Whether an organ must not learn of it: those concerned lead it, or it succeeds one that they lead, or stands below one. */
export function isKeptFrom(keptFrom: readonly OrganId[], organ: OrganId, organs: Organs): boolean {
  const kept = new Set(keptFrom)
  for (const id of kept) {
    if (kept.size > mostSuccessions) break
    for (const successor of organs.find(id)?.successors ?? []) kept.add(successor)
  }
  return lineOf(organs, organ).some(({ id }) => kept.has(id)) || kept.has(organ)
}
