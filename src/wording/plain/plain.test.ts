import { describe, expect, it } from 'vitest'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { inPlainWords, type PlainGroup, plainName, plainWords } from './plain.ts'
import { besideInWords, limitInWords, ownSpanInWords, windowInWords } from './procedures.ts'

/** The ids of the pack, by group. Stages are those at which the pack lets anything be done. */
const ids: Readonly<Record<PlainGroup, readonly string[]>> = {
  stage: [...cn2022.permissions.Link.at],
  outcome: Object.keys(cn2022.outcomes),
  declineGround: Object.keys(cn2022.declineGrounds),
  route: Object.keys(cn2022.routes),
  serviceWay: Object.keys(cn2022.serviceWays),
  right: Object.keys(cn2022.rights),
  procedure: Object.keys(cn2022.otherProcedures),
  firstCase: Object.values(cn2022.otherProcedures).flatMap((one) => ('first' in one ? [...one.first.cases] : [])),
}
const groups = Object.keys(ids) as PlainGroup[]
const limits = Object.entries(cn2022.otherProcedures).flatMap(([name, { limits }]) =>
  limits.map((limit) => [`${name} ${limit.what}`, limitInWords(limit)] as const),
)
const all = [
  ...groups.flatMap((group) =>
    Object.entries(plainWords[group]).map(([id, words]) => [`${group} ${id}`, words] as const),
  ),
  ...limits,
]

describe('Plain words for petitioners', () => {
  it.each(groups)('there are for every %s of the pack, and for no other', (group) => {
    expect(Object.keys(plainWords[group]).sort()).toEqual([...new Set(ids[group])].sort())
  })

  it.each(all)('%s: whole in both languages', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh).not.toMatch(/[A-Za-z]|…|undefined/)
    expect(en).not.toMatch(/\p{Script=Han}|…|undefined/u)
  })

  it.each(all)('%s: short enough to be read aloud', (_, { zh, en }) => {
    for (const sentence of zh.split(/[。！？；]/)) expect(sentence.length, sentence).toBeLessThanOrEqual(60)
    expect(zh.length).toBeLessThanOrEqual(130)
    expect(en.length).toBeLessThanOrEqual(340)
  })

  it.each(all)('%s: no jargon and no threat', (_, { zh, en }) => {
    expect(zh).not.toMatch(/予以|逾期|之日起|严惩|否则|不得有误|追究您|缠访|闹访|越级访/)
    expect(en).not.toMatch(/\b(shall|hereby|pursuant|thereof|penal|punished by)\b/i)
  })

  it('says no number of days that the law’s own table could change', () => {
    for (const group of groups)
      for (const { zh } of Object.values(plainWords[group])) expect(zh, zh).not.toMatch(/\d+\s*(日|天|个工作日)/)
  })

  it('names rights and procedures, and an unknown one by its id', () => {
    expect(plainName('right', 'requestReview').zh).toBe('不服答复，请上一级复查')
    expect(plainName('procedure', 'labourArbitration').en).toBe('Labour arbitration')
    expect(plainName('right', 'constructor')).toEqual({ zh: 'constructor', en: 'constructor' })
    expect(inPlainWords('stage', 'constructor')).toBeNull()
  })
})

describe('A limit of another procedure in words', () => {
  const { administrativeReconsideration, labourArbitration } = cn2022.otherProcedures

  it('follows from its row', () => {
    expect(limitInWords(administrativeReconsideration.limits[0])).toEqual({
      zh: '从知道或者应当知道那个决定那天起，60日内提出。',
      en: 'Apply within 60 days from the day you knew or should have known of the decision.',
    })
    expect(
      limitInWords({ ...administrativeReconsideration.limits[0], span: { unit: 'months', count: 1 } }).en,
    ).toContain('within 1 month from')
  })

  it('counts in months and years as its statute does', () => {
    expect(ownSpanInWords({ unit: 'months', count: 6 })).toEqual({ zh: '6个月', en: '6 months' })
    expect(ownSpanInWords({ unit: 'years', count: 1 })).toEqual({ zh: '1年', en: '1 year' })
    expect(ownSpanInWords({ unit: 'workingDays', count: 20 })).toEqual({ zh: '20个工作日', en: '20 working days' })
  })

  it('is written into a notice with its article', () => {
    const { landContractArbitration } = cn2022.otherProcedures
    expect(windowInWords(plainName('procedure', 'landContractArbitration'), landContractArbitration).zh).toBe(
      '农村土地承包仲裁：从知道或者应当知道权利被侵害那天起，2年内提出（《农村土地承包经营纠纷调解仲裁法》第18条）。不服裁决的，从收到裁决书那天起30日内到法院起诉（《农村土地承包经营纠纷调解仲裁法》第48条）。',
    )
  })

  it('says that a petition does not stop it, and where asking for relief may start it anew', () => {
    expect(besideInWords(administrativeReconsideration).zh).toContain('不会让这个期限停下来')
    expect(besideInWords(labourArbitration).zh).toContain('不要指望')
  })
})
