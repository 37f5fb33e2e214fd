/** Whom a bulletin goes to where the law says so, and from whom one about cadres is kept. */
import { lineOf, type OrganFacts, type OrganId, type Organs } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article } from '../../law/basis.ts'
import type { BulletinOrgans, BulletinRefusal, Missing, PersonnelMatter } from './bulletin.ts'

type Found = Result<readonly OrganId[], BulletinRefusal>

const missing = (who: Missing, at: 30 | 41): Found =>
  err({ kind: 'recipient-missing', who, basis: at === 30 ? article(30, 2) : article(41) })

const activeIn = (organs: BulletinOrgans): readonly OrganFacts[] =>
  [...organs.all()].filter(({ state }) => state === 'active')

/** A party committee stands under no other party body of its own place; its departments do. */
const isCommittee = ({ kind, parent, region }: OrganFacts, organs: Organs): boolean => {
  if (kind !== 'party') return false
  if (parent === null) return true
  const above = organs.find(parent)
  return above !== undefined && !(above.kind === 'party' && above.region === region)
}

const nation = '00'
const isWider = (wide: string, region: string): boolean =>
  wide !== region && (wide === nation || (region !== nation && region.startsWith(wide)))

/** The bureau of the nearest level above, by region. */
function bureauAbove(bureau: OrganFacts, all: readonly OrganFacts[]): OrganFacts | undefined {
  return all
    .filter(({ kind, region }) => kind === 'bureau' && isWider(region, bureau.region))
    .toSorted((a, b) => (b.region === nation ? 0 : b.region.length) - (a.region === nation ? 0 : a.region.length))[0]
}

/** 每年向本级党委和政府、上一级党委和政府信访部门报告 (art. 41). The bureau of the nation has none above it. */
export function recipientsOfReport(organ: OrganId, organs: BulletinOrgans): Found {
  const bureau = organs.find(organ)
  if (!bureau) return missing('committee', 41)
  const all = activeIn(organs)
  const here = all.filter(({ region, level }) => region === bureau.region && level === bureau.level)
  const committee = here.find((each) => isCommittee(each, organs))
  if (!committee) return missing('committee', 41)
  const government = here.find(({ kind }) => kind === 'government')
  if (!government) return missing('government', 41)
  if (bureau.level === 'nation') return ok([committee.id, government.id])
  const above = bureauAbove(bureau, all)
  return above ? ok([committee.id, government.id, above.id]) : missing('upperBureau', 41)
}

/**
 * 向组织（人事）部门通报，重大情况向党委主要负责同志和分管组织（人事）工作的负责同志报送 (art. 30 (2)). Which department manages the cadres the bureau
 * says; the committee that answers for it is the one that it stands under, and is not chosen.
 */
export function recipientsOfNotice({ department, isMajor }: PersonnelMatter, organs: BulletinOrgans): Found {
  const found = organs.find(department)
  if (found?.state !== 'active' || found.kind !== 'party' || isCommittee(found, organs)) {
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
