/**
 * The fictional places that a fresh house shows: 云栖州 (Yunqi Prefecture) in 苍澜省 (Canglan Province), five counties, their
 * townships and villages. No such places exist. GB/T 2260 assigns no code that begins with 99, so none of these codes can
 * be mistaken for a real one (9901 deliberately ignores that an autonomous prefecture would be numbered from 21).
 */
import type { OrganLevel } from '../kernel/organ.ts'
import { parseRegionCode, type Region, type RegionCode, wholeCountry } from '../law/codes/regions.ts'

export interface Place extends Region {
  /** The readable beginning of the ids of its organs: `qingping.shuangxi`. */
  readonly slug: string
  readonly level: OrganLevel
  /** How people begin the short name of an organ there: 省, 州, 青坪县, 双溪镇. */
  readonly short: string
  readonly above: Place | null
}

type Names = readonly [pinyin: string, zh: string]
type TownshipRow = readonly [pinyin: string, zh: string, villages: readonly Names[]]
type CountyRow = readonly [pinyin: string, code: string, zh: string, townships: readonly TownshipRow[]]

const countyRows: readonly CountyRow[] = [
  [
    'yunchuan',
    '990101',
    '云川市',
    [
      [
        'tingtao',
        '听涛街道',
        [
          ['yancang', '盐仓社区'],
          ['liudi', '柳堤社区'],
          ['beizha', '北闸社区'],
        ],
      ],
      [
        'zhonglou',
        '钟楼街道',
        [
          ['zhonggu', '钟鼓社区'],
          ['mianfang', '棉纺社区'],
          ['guihuali', '桂花里社区'],
        ],
      ],
      [
        'fengdu',
        '枫渡镇',
        [
          ['laoyao', '老窑村'],
          ['shangzhou', '上洲村'],
          ['fengqiaotou', '枫桥头村'],
        ],
      ],
      [
        'liantang',
        '莲塘镇',
        [
          ['lingjiao', '菱角村'],
          ['xiaoqiao', '小桥村'],
          ['liantangwan', '莲塘湾村'],
        ],
      ],
      [
        'shalang',
        '沙朗镇',
        [
          ['shalangjie', '沙朗街社区'],
          ['ganzheba', '甘蔗坝村'],
          ['baimiao', '白庙村'],
        ],
      ],
    ],
  ],
  [
    'qingping',
    '990122',
    '青坪县',
    [
      [
        'chengguan',
        '城关镇',
        [
          ['dongmen', '东门社区'],
          ['heba', '河坝社区'],
          ['chating', '茶亭村'],
        ],
      ],
      [
        'shuangxi',
        '双溪镇',
        [
          ['shuangxijie', '双溪街社区'],
          ['luoshui', '落水村'],
          ['youfang', '油坊村'],
          ['shimenkan', '石门坎村'],
        ],
      ],
      [
        'yangmei',
        '杨梅乡',
        [
          ['banpo', '半坡村'],
          ['daya', '大垭村'],
          ['shuijingwan', '水井湾村'],
        ],
      ],
      [
        'laoyingyan',
        '老鹰岩乡',
        [
          ['yanjiao', '岩脚村'],
          ['fengling', '风岭村'],
          ['tongzilin', '桐子林村'],
        ],
      ],
      [
        'madian',
        '马店镇',
        [
          ['madianjie', '马店街社区'],
          ['hetaoping', '核桃坪村'],
          ['xintian', '新田村'],
        ],
      ],
    ],
  ],
  [
    'bailu',
    '990123',
    '白鹭县',
    [
      [
        'luwan',
        '鹭湾镇',
        [
          ['luwanjie', '鹭湾街社区'],
          ['weitang', '苇塘村'],
          ['yugang', '渔港村'],
        ],
      ],
      [
        'hudong',
        '湖东镇',
        [
          ['hudongjie', '湖东街社区'],
          ['xinwei', '新圩村'],
          ['ouhe', '藕河村'],
        ],
      ],
      [
        'luhua',
        '芦花乡',
        [
          ['luhuadang', '芦花荡村'],
          ['yazui', '鸭嘴村'],
          ['sanjiaowei', '三角圩村'],
        ],
      ],
      [
        'changdi',
        '长堤镇',
        [
          ['changdijie', '长堤街社区'],
          ['ditou', '堤头村'],
          ['lingtang', '菱塘村'],
        ],
      ],
      [
        'changpu',
        '菖蒲乡',
        [
          ['changputan', '菖蒲滩村'],
          ['liuhe', '柳河村'],
          ['xiashi', '下石村'],
        ],
      ],
    ],
  ],
  [
    'shidu',
    '990124',
    '石渡县',
    [
      [
        'gudu',
        '古渡镇',
        [
          ['gudujie', '古渡街社区'],
          ['matou', '码头社区'],
          ['xipo', '西坡村'],
        ],
      ],
      [
        'tielu',
        '铁炉镇',
        [
          ['tielujie', '铁炉街社区'],
          ['datian', '大田村'],
          ['yaowan', '窑湾村'],
        ],
      ],
      [
        'hongyan',
        '红岩镇',
        [
          ['hongyan', '红岩村'],
          ['shuanghe', '双合村'],
          ['caijiagou', '蔡家沟村'],
        ],
      ],
      [
        'nankuang',
        '南矿镇',
        [
          ['nankuangqu', '南矿区社区'],
          ['erjing', '二井社区'],
          ['qingshuitang', '清水塘村'],
        ],
      ],
      [
        'baishu',
        '柏树乡',
        [
          ['baishuping', '柏树坪村'],
          ['gaoshi', '高石村'],
          ['huangnibao', '黄泥堡村'],
        ],
      ],
    ],
  ],
  [
    'wuhe',
    '990125',
    '雾河县',
    [
      [
        'wujiang',
        '雾江镇',
        [
          ['wujiangjie', '雾江街社区'],
          ['beishan', '北山社区'],
          ['pingba', '平坝村'],
        ],
      ],
      [
        'gaozhai',
        '高寨乡',
        [
          ['gaozhai', '高寨村'],
          ['yunding', '云顶村'],
          ['laochang', '老厂村'],
        ],
      ],
      [
        'sancha',
        '三汊口镇',
        [
          ['sanchajie', '三汊街社区'],
          ['hekou', '河口村'],
          ['shuinian', '水碾村'],
        ],
      ],
      [
        'zhuqing',
        '竹箐乡',
        [
          ['zhuqing', '竹箐村'],
          ['qibanqiao', '七板桥村'],
          ['langan', '榔干村'],
        ],
      ],
      [
        'songmao',
        '松毛岭乡',
        [
          ['songmao', '松毛村'],
          ['lengshui', '冷水村'],
          ['fengshuwan', '枫树湾村'],
        ],
      ],
    ],
  ],
]

/** What the end of a Chinese name says: the English for it, and where the codes of its kind begin. */
const suffixes = [
  { zh: '街道', en: 'Sub-district', from: 1 },
  { zh: '镇', en: 'Town', from: 100 },
  { zh: '乡', en: 'Township', from: 200 },
  { zh: '社区', en: 'Community', from: 1 },
  { zh: '村', en: 'Village', from: 201 },
  { zh: '市', en: 'City', from: 1 },
  { zh: '县', en: 'County', from: 21 },
] as const

const suffixOf = (zh: string) => {
  const suffix = suffixes.find((candidate) => zh.endsWith(candidate.zh))
  if (!suffix) throw new Error(`what kind of place is ${zh}?`)
  return suffix
}

const englishOf = (pinyin: string, zh: string): string =>
  `${pinyin.charAt(0).toUpperCase()}${pinyin.slice(1)} ${suffixOf(zh).en}`

function region(text: string): RegionCode {
  const code = parseRegionCode(text)
  if (code === null) throw new Error(`not a region code: ${text}`)
  return code
}

/** Places side by side, numbered in order within their kind: towns 100, 101 …, villages 201, 202 … */
function placesUnder(above: Place, level: OrganLevel, rows: readonly Names[]): readonly Place[] {
  const taken = new Map<string, number>()
  return rows.map(([pinyin, zh]) => {
    const suffix = suffixOf(zh)
    const number = suffix.from + (taken.get(suffix.zh) ?? 0)
    taken.set(suffix.zh, number - suffix.from + 1)
    const code = region(above.code + String(number).padStart(3, '0'))
    return { slug: `${above.slug}.${pinyin}`, code, level, zh, en: englishOf(pinyin, zh), short: zh, above }
  })
}

const top = (
  slug: string,
  code: RegionCode,
  level: OrganLevel,
  zh: string,
  en: string,
  short: string,
  above: Place | null,
) => ({ slug, code, level, zh, en, short, above }) satisfies Place

export const nation: Place = top('nation', wholeCountry, 'nation', '国家', 'the State', '国家', null)
export const canglan: Place = top('canglan', region('99'), 'province', '苍澜省', 'Canglan Province', '省', nation)
export const yunqi: Place = top('yunqi', region('9901'), 'prefecture', '云栖州', 'Yunqi Prefecture', '州', canglan)

export const countyPlaces: readonly Place[] = countyRows.map(([pinyin, code, zh]) =>
  top(pinyin, region(code), 'county', zh, englishOf(pinyin, zh), zh, yunqi),
)

export const townshipPlaces: readonly Place[] = countyRows.flatMap(([, , , rows], at) =>
  placesUnder(
    countyPlaces[at] as Place,
    'township',
    rows.map(([pinyin, zh]): Names => [pinyin, zh]),
  ),
)

const villageRows = countyRows.flatMap(([, , , rows]) => rows.map(([, , villages]) => villages))

export const villagePlaces: readonly Place[] = villageRows.flatMap((rows, at) =>
  placesUnder(townshipPlaces[at] as Place, 'village', rows),
)

/** 苇塘乡 was merged into 鹭湾镇; its code is not used again. */
export const formerTownship: Place = top(
  'bailu.weitang',
  region('990123299'),
  'township',
  '苇塘乡',
  'Weitang Township',
  '苇塘乡',
  countyPlaces[2] as Place,
)

/** Every place from the province down, widest first. */
export const places: readonly Place[] = [canglan, yunqi, ...countyPlaces, ...townshipPlaces, ...villagePlaces]

/** Rows for the house's table of regions. */
export const demoRegions: readonly Region[] = places.map(({ code, zh, en }) => ({ code, zh, en }))
