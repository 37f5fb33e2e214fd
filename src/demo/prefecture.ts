/**
 * The organs of the fictional prefecture: what stands at the seat of each place, its departments, the courts, the centres
 * where disputes are settled, townships and villages. Generated from short tables; ids are readable, such as
 * `qingping.natural-resources` or `qingping.shuangxi.luoshui`. None of these organs exists.
 */
import type { OrganFacts, OrganId, OrganKind, OrganLevel } from '../kernel/organ.ts'
import {
  canglan,
  countyPlaces,
  formerTownship,
  nation,
  type Place,
  townshipPlaces,
  villagePlaces,
  yunqi,
} from './places.ts'

export interface DemoOrgan extends OrganFacts {
  readonly nameZh: string
  readonly nameEn: string
  /** As people say it: 州人社局, 双溪镇, 落水村. */
  readonly shortZh: string
}

interface Draft {
  readonly id: string
  readonly kind: OrganKind
  readonly place: Place
  readonly zh: string
  readonly en: string
  readonly short: string
  readonly parent: string | null
  readonly leadBy?: string | null
  readonly mergedInto?: string
}

function organ({ id, kind, place, zh, en, short, parent, leadBy = null, mergedInto }: Draft): DemoOrgan {
  return {
    id: id as OrganId,
    kind,
    level: place.level,
    region: place.code,
    parent: parent as OrganId | null,
    leadBy: leadBy as OrganId | null,
    state: mergedInto === undefined ? 'active' : 'merged',
    successors: mergedInto === undefined ? [] : [mergedInto as OrganId],
    nameZh: zh,
    nameEn: en,
    shortZh: short,
  }
}

/** The nation: only what the rules can reach from a county. Its government is where the tree of governments begins. */
const nationOrgans: readonly DemoOrgan[] = [
  organ({
    id: 'nation.government',
    kind: 'government',
    place: nation,
    zh: '中华人民共和国国务院',
    en: 'State Council',
    short: '国务院',
    parent: null,
  }),
  organ({
    id: 'nation.bureau',
    kind: 'bureau',
    place: nation,
    zh: '国家信访局',
    en: 'National Public Complaints and Proposals Administration',
    short: '国家信访局',
    parent: 'nation.government',
  }),
]

interface Seat {
  readonly slug: string
  readonly kind: OrganKind
  readonly zh: string
  readonly short: string
  readonly en: string
  /** The seat of the same place that it stands under; null when it stands under its own kind one level up. */
  readonly under: string | null
}

/** What every place from county to province has. Party, governments, courts and procuratorates each have a line of their own. */
const seats: readonly Seat[] = [
  { slug: 'party', kind: 'party', zh: '委员会', short: '委', en: 'Party Committee', under: null },
  { slug: 'government', kind: 'government', zh: '人民政府', short: '政府', en: "People's Government", under: null },
  { slug: 'bureau', kind: 'bureau', zh: '信访局', short: '信访局', en: 'Petition Bureau', under: 'government' },
  {
    slug: 'conference',
    kind: 'conference',
    zh: '信访工作联席会议',
    short: '信访联席会议',
    en: 'Joint Conference on Petition Work',
    under: 'party',
  },
  {
    slug: 'discipline',
    kind: 'discipline',
    zh: '纪律检查委员会',
    short: '纪委监委',
    en: 'Commission for Discipline Inspection and Supervision',
    under: 'party',
  },
  {
    slug: 'organisation',
    kind: 'party',
    zh: '委组织部',
    short: '委组织部',
    en: 'Party Organisation Department',
    under: 'party',
  },
  {
    slug: 'political-legal',
    kind: 'party',
    zh: '委政法委员会',
    short: '委政法委',
    en: 'Party Political and Legal Commission',
    under: 'party',
  },
  { slug: 'police', kind: 'police', zh: '公安局', short: '公安局', en: 'Public Security Bureau', under: 'government' },
  { slug: 'court', kind: 'court', zh: '人民法院', short: '法院', en: "People's Court", under: null },
  {
    slug: 'procuratorate',
    kind: 'procuratorate',
    zh: '人民检察院',
    short: '检察院',
    en: "People's Procuratorate",
    under: null,
  },
  {
    slug: 'centre',
    kind: 'mediationCentre',
    zh: '社会治安综合治理中心',
    short: '综治中心',
    en: 'Centre for Mediation and Public Order',
    under: 'political-legal',
  },
]

const partyBodies = ['party', 'discipline', 'organisation', 'political-legal']

function seatNameZh(place: Place, { slug, zh }: Seat): string {
  if (partyBodies.includes(slug))
    return slug === 'discipline' ? `中共${place.zh}${zh}、${place.zh}监察委员会` : `中共${place.zh}${zh}`
  if (slug === 'court' && place.level === 'province') return `${place.zh}高级人民法院`
  if (slug === 'court' && place.level === 'prefecture') return `${place.zh}中级人民法院`
  if (slug === 'police' && place.level === 'province') return `${place.zh}公安厅`
  return `${place.zh}${zh}`
}

/** The same seat one level up; above the province only the government and the bureau are shown. */
function sameSeatAbove(place: Place, slug: string): string | null {
  const above = place.above
  if (above === null) return null
  return above !== nation || slug === 'government' || slug === 'bureau' ? `${above.slug}.${slug}` : null
}

function seatOrgans(place: Place): readonly DemoOrgan[] {
  return seats.map((seat) => {
    const upper = sameSeatAbove(place, seat.slug)
    const standing =
      seat.under === null ? { parent: upper, leadBy: null } : { parent: `${place.slug}.${seat.under}`, leadBy: upper }
    return organ({
      id: `${place.slug}.${seat.slug}`,
      kind: seat.kind,
      place,
      zh: seatNameZh(place, seat),
      en: `${seat.en} of ${place.en}`,
      short: `${place.short}${seat.short}`,
      ...standing,
    })
  })
}

type Department = readonly [slug: string, zh: string, short: string, en: string, levels: string]

/** Departments and where they exist: P province, Y prefecture, C county. */
const departments: readonly Department[] = [
  ['development', '发展和改革委员会', '发改委', 'Development and Reform Commission', 'Y'],
  ['education', '教育局', '教育局', 'Education Bureau', 'PYC'],
  ['industry', '工业和信息化局', '工信局', 'Industry and Information Technology Bureau', 'Y'],
  ['civil-affairs', '民政局', '民政局', 'Civil Affairs Bureau', 'YC'],
  ['justice', '司法局', '司法局', 'Justice Bureau', 'Y'],
  ['human-resources', '人力资源和社会保障局', '人社局', 'Human Resources and Social Security Bureau', 'PYC'],
  ['natural-resources', '自然资源和规划局', '自然资源局', 'Natural Resources and Planning Bureau', 'PYC'],
  ['housing', '住房和城乡建设局', '住建局', 'Housing and Urban-Rural Development Bureau', 'PYC'],
  ['transport', '交通运输局', '交通局', 'Transport Bureau', 'YC'],
  ['water', '水利局', '水利局', 'Water Resources Bureau', 'YC'],
  ['agriculture', '农业农村局', '农业农村局', 'Agriculture and Rural Affairs Bureau', 'YC'],
  ['forestry', '林业和草原局', '林草局', 'Forestry and Grassland Bureau', 'Y'],
  ['commerce', '商务局', '商务局', 'Commerce Bureau', 'Y'],
  ['culture-tourism', '文化广播电视和旅游局', '文广旅局', 'Culture, Broadcasting and Tourism Bureau', 'Y'],
  ['health', '卫生健康委员会', '卫健委', 'Health Commission', 'PYC'],
  ['veterans', '退役军人事务局', '退役军人局', 'Veterans Affairs Bureau', 'YC'],
  ['emergency', '应急管理局', '应急局', 'Emergency Management Bureau', 'Y'],
  ['market', '市场监督管理局', '市场监管局', 'Market Supervision Bureau', 'YC'],
  ['medical-insurance', '医疗保障局', '医保局', 'Medical Insurance Bureau', 'YC'],
  ['urban-management', '城市管理综合行政执法局', '城管局', 'City Management and Enforcement Bureau', 'YC'],
]

const letters: Partial<Record<OrganLevel, string>> = { province: 'P', prefecture: 'Y', county: 'C' }
const existsAt = (levels: string, place: Place | null): boolean =>
  levels.includes(letters[place?.level ?? 'nation'] ?? '–')

/** A province says 厅 where a county says 局. */
const provincial = (zh: string): string => zh.replace(/和规划局$/, '局').replace(/局$/, '厅')

function departmentOrgans(place: Place): readonly DemoOrgan[] {
  const isProvince = place.level === 'province'
  return departments
    .filter(([, , , , levels]) => existsAt(levels, place))
    .map(([slug, zh, short, en, levels]) =>
      organ({
        id: `${place.slug}.${slug}`,
        kind: 'department',
        place,
        zh: `${place.zh}${isProvince ? provincial(zh) : zh}`,
        en: `${isProvince ? en.replace(/Bureau$/, 'Department') : en} of ${place.en}`,
        short: `${place.short}${isProvince ? provincial(short) : short}`,
        parent: `${place.slug}.government`,
        leadBy: existsAt(levels, place.above) ? `${place.above?.slug}.${slug}` : null,
      }),
    )
}

/** Ecology is led from above: a county has a branch of the prefecture's bureau, not a bureau of its own. */
function ecologyOrgans(): readonly DemoOrgan[] {
  const line = (
    id: string,
    place: Place,
    zh: string,
    en: string,
    short: string,
    parent: string,
    leadBy: string | null,
  ) => organ({ id, kind: 'department', place, zh, en, short, parent, leadBy })
  const what = 'Ecology and Environment'
  return [
    line(
      'canglan.ecology',
      canglan,
      '苍澜省生态环境厅',
      `${what} Department of Canglan Province`,
      '省生态环境厅',
      'canglan.government',
      null,
    ),
    line(
      'yunqi.ecology',
      yunqi,
      '云栖州生态环境局',
      `${what} Bureau of Yunqi Prefecture`,
      '州生态环境局',
      'yunqi.government',
      'canglan.ecology',
    ),
    ...countyPlaces.map((place) => {
      const bare = place.zh.slice(0, -1)
      const zh = `云栖州生态环境局${bare}分局`
      const en = `${place.en} Branch of the Yunqi ${what} Bureau`
      return line(
        `${place.slug}.ecology`,
        place,
        zh,
        en,
        `生态环境局${bare}分局`,
        'yunqi.ecology',
        `${place.slug}.government`,
      )
    }),
  ]
}

/** Bodies that only one place has: mass organisations, public enterprises and institutions, and two led from the capital. */
const singleBodies: readonly Draft[] = [
  {
    id: 'yunqi.trade-union',
    kind: 'massOrganisation',
    place: yunqi,
    zh: '云栖州总工会',
    en: 'Yunqi Federation of Trade Unions',
    short: '州总工会',
    parent: 'yunqi.party',
  },
  {
    id: 'yunqi.womens-federation',
    kind: 'massOrganisation',
    place: yunqi,
    zh: '云栖州妇女联合会',
    en: "Yunqi Women's Federation",
    short: '州妇联',
    parent: 'yunqi.party',
  },
  {
    id: 'yunqi.disabled-federation',
    kind: 'massOrganisation',
    place: yunqi,
    zh: '云栖州残疾人联合会',
    en: "Yunqi Disabled Persons' Federation",
    short: '州残联',
    parent: 'yunqi.government',
  },
  {
    id: 'yunqi.state-assets',
    kind: 'department',
    place: yunqi,
    zh: '云栖州人民政府国有资产监督管理委员会',
    en: 'State-owned Assets Supervision and Administration Commission of Yunqi Prefecture',
    short: '州国资委',
    parent: 'yunqi.government',
  },
  {
    id: 'yunqi.housing-fund',
    kind: 'department',
    place: yunqi,
    zh: '云栖州住房公积金管理中心',
    en: 'Yunqi Housing Provident Fund Centre',
    short: '州公积金中心',
    parent: 'yunqi.government',
  },
  {
    id: 'yunqi.water-supply',
    kind: 'enterprise',
    place: yunqi,
    zh: '云栖州供排水集团有限责任公司',
    en: 'Yunqi Water Supply and Drainage Group',
    short: '州水务集团',
    parent: 'yunqi.state-assets',
    leadBy: 'yunqi.housing',
  },
  {
    id: 'yunqi.bus',
    kind: 'enterprise',
    place: yunqi,
    zh: '云栖州城乡公共交通有限责任公司',
    en: 'Yunqi Public Transport Company',
    short: '州公交公司',
    parent: 'yunqi.state-assets',
    leadBy: 'yunqi.transport',
  },
  {
    id: 'yunqi.hospital',
    kind: 'enterprise',
    place: yunqi,
    zh: '云栖州人民医院',
    en: "Yunqi People's Hospital",
    short: '州医院',
    parent: 'yunqi.health',
  },
  {
    id: 'canglan.tax',
    kind: 'department',
    place: canglan,
    zh: '国家税务总局苍澜省税务局',
    en: 'Canglan Provincial Tax Service',
    short: '省税务局',
    parent: 'nation.government',
  },
  {
    id: 'yunqi.tax',
    kind: 'department',
    place: yunqi,
    zh: '国家税务总局云栖州税务局',
    en: 'Yunqi Tax Service, State Taxation Administration',
    short: '州税务局',
    parent: 'canglan.tax',
    leadBy: 'yunqi.government',
  },
  {
    id: 'yunchuan.park',
    kind: 'department',
    place: countyPlaces[0] as Place,
    zh: '云川高新技术产业开发区管理委员会',
    en: 'Administrative Committee of the Yunchuan High-Technology Park',
    short: '云川高新区管委会',
    parent: 'yunchuan.government',
  },
  {
    id: 'yunqi.planning',
    kind: 'department',
    place: yunqi,
    zh: '云栖州城乡规划局',
    en: 'Town and Country Planning Bureau of Yunqi Prefecture',
    short: '州规划局',
    parent: 'yunqi.government',
    mergedInto: 'yunqi.natural-resources',
  },
  {
    id: formerTownship.slug,
    kind: 'township',
    place: formerTownship,
    zh: '苇塘乡人民政府',
    en: 'Weitang Township',
    short: '苇塘乡',
    parent: 'bailu.government',
    mergedInto: 'bailu.luwan',
  },
]

function centreOrgan(place: Place): DemoOrgan {
  return organ({
    id: `${place.slug}.centre`,
    kind: 'mediationCentre',
    place,
    zh: `${place.zh}综治中心`,
    en: `Mediation Centre of ${place.en}`,
    short: `${place.short}综治中心`,
    parent: place.slug,
    leadBy: `${place.above?.slug}.centre`,
  })
}

function townshipOrgan(place: Place): DemoOrgan {
  const zh = `${place.zh}${place.zh.endsWith('街道') ? '办事处' : '人民政府'}`
  const parent = `${place.above?.slug}.government`
  return organ({ id: place.slug, kind: 'township', place, zh, en: place.en, short: place.short, parent })
}

function villageOrgan(place: Place): DemoOrgan {
  const isCommunity = place.zh.endsWith('社区')
  const zh = `${place.above?.zh}${place.zh}${isCommunity ? '居民委员会' : '村民委员会'}`
  const en = `${isCommunity ? 'Residents' : 'Villagers'}' Committee of ${place.en}`
  return organ({
    id: place.slug,
    kind: 'village',
    place,
    zh,
    en,
    short: place.short,
    parent: place.above?.slug ?? null,
  })
}

/** Every organ, those above before those below. */
export const demoOrgans: readonly DemoOrgan[] = [
  ...nationOrgans,
  ...[canglan, yunqi, ...countyPlaces].flatMap((place) => [...seatOrgans(place), ...departmentOrgans(place)]),
  ...ecologyOrgans(),
  ...singleBodies.map(organ),
  ...townshipPlaces.flatMap((place) => [townshipOrgan(place), centreOrgan(place)]),
  ...villagePlaces.flatMap((place) => [villageOrgan(place), centreOrgan(place)]),
]

const byId = new Map<string, DemoOrgan>(demoOrgans.map((each) => [each.id, each]))

export const findDemoOrgan = (id: string): DemoOrgan | undefined => byId.get(id)
