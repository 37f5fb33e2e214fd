/** Some fifty organs of a made-up prefecture: the seat of it and nine counties with their departments. */
import type { OrganKind, OrganLevel } from '../src/kernel/organ.ts'

export interface BenchOrgan {
  readonly id: string
  readonly zh: string
  readonly kind: OrganKind
  readonly level: OrganLevel
  readonly region: string
  readonly parent: string | null
}

export interface County {
  readonly id: string
  readonly region: string
  readonly bureau: string
  /** Who answers for the matters that the bureau forwards. */
  readonly departments: readonly string[]
}

const countyNames = [...'甲乙丙丁戊己庚辛壬']
const departmentNames = [
  ['land', '自然资源局'],
  ['labour', '人力资源和社会保障局'],
  ['housing', '住房和城乡建设局'],
] as const

export const counties: readonly County[] = countyNames.map((_, at) => {
  const id = `county${at + 1}`
  const region = `9901${String(at + 1).padStart(2, '0')}`
  return { id, region, bureau: `${id}.bureau`, departments: departmentNames.map(([name]) => `${id}.${name}`) }
})

function organsOfCounty({ id, region, bureau }: County, name: string): readonly BenchOrgan[] {
  const at = { level: 'county', region } as const
  return [
    { id, zh: `${name}县人民政府`, kind: 'government', parent: 'prefecture', ...at },
    { id: bureau, zh: `${name}县信访局`, kind: 'bureau', parent: id, ...at },
    ...departmentNames.map(
      ([department, zh]) =>
        ({ id: `${id}.${department}`, zh: `${name}县${zh}`, kind: 'department', parent: id, ...at }) as const,
    ),
  ]
}

const prefecture = { level: 'prefecture', region: '9901' } as const

export const benchOrgans: readonly BenchOrgan[] = [
  { id: 'province', zh: '测量省人民政府', kind: 'government', level: 'province', region: '99', parent: null },
  { id: 'prefecture', zh: '测量州人民政府', kind: 'government', parent: 'province', ...prefecture },
  { id: 'prefecture.bureau', zh: '测量州信访局', kind: 'bureau', parent: 'prefecture', ...prefecture },
  {
    id: 'prefecture.conference',
    zh: '测量州信访工作联席会议',
    kind: 'conference',
    parent: 'prefecture',
    ...prefecture,
  },
  { id: 'prefecture.land', zh: '测量州自然资源局', kind: 'department', parent: 'prefecture', ...prefecture },
  {
    id: 'prefecture.labour',
    zh: '测量州人力资源和社会保障局',
    kind: 'department',
    parent: 'prefecture',
    ...prefecture,
  },
  ...counties.flatMap((county, at) => organsOfCounty(county, countyNames[at] ?? '')),
]
