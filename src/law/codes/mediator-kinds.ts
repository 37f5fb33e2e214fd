/**
 * Who mediates (调解员), in which committee, and in what language. 委员 and 聘任的人员 are in art. 13 of the People's Mediation Law [A], committees
 * of villages and neighbourhoods, of enterprises and institutions in art. 8 [A], of townships, social organisations and others in art. 34 [A].
 * 专职 and 特邀 mediators of a centre are practice [D] (docs/adr/0049). What somebody is good at is said in the first level of the categories
 * of petitions, so that a matter finds who knows such matters.
 */
import { categoryTree } from './categories.ts'

export const mediatorKinds = [
  { id: 'member', zh: '调解委员会委员', en: 'Committee member' },
  { id: 'engaged', zh: '调委会聘任', en: 'Engaged by a committee' },
  { id: 'fullTime', zh: '中心专职', en: 'Full-time at a centre' },
  { id: 'invited', zh: '特邀', en: 'Invited' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type MediatorKind = (typeof mediatorKinds)[number]['id']

export const memberRoles = [
  { id: 'chair', zh: '主任', en: 'Chair' },
  { id: 'deputy', zh: '副主任', en: 'Deputy chair' },
  { id: 'ordinary', zh: '委员', en: 'Member' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type MemberRole = (typeof memberRoles)[number]['id']

export const committeeKinds = [
  { id: 'village', zh: '村人民调解委员会', en: 'Of a village' },
  { id: 'neighbourhood', zh: '社区（居委会）人民调解委员会', en: 'Of a neighbourhood' },
  { id: 'township', zh: '乡镇、街道人民调解委员会', en: 'Of a township or subdistrict' },
  { id: 'enterprise', zh: '企业事业单位人民调解委员会', en: 'Of an enterprise or institution' },
  { id: 'industry', zh: '行业性、专业性人民调解委员会', en: 'Of an industry or profession' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type CommitteeKind = (typeof committeeKinds)[number]['id']

/** By whom the members were elected (art. 9 para. 1); those of art. 34 follow the same rules by reference. */
export const electing = [
  { id: 'residents', zh: '村民会议、居民会议', en: 'A meeting of villagers or residents' },
  { id: 'representatives', zh: '村民代表会议', en: 'A meeting of villagers’ representatives' },
  { id: 'staff', zh: '职工大会、职工代表大会', en: 'A meeting of the staff or its representatives' },
  { id: 'union', zh: '工会组织', en: 'The trade union' },
  { id: 'founder', zh: '设立单位（参照规定）', en: 'Whoever founded it, after the same rules' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type Electing = (typeof electing)[number]['id']

export const mediatorLanguages = [
  { id: 'mandarin', zh: '普通话', en: 'Standard Chinese' },
  { id: 'dialect', zh: '当地汉语方言', en: 'The local dialect of Chinese' },
  { id: 'yi', zh: '彝语', en: 'Yi' },
  { id: 'miao', zh: '苗语', en: 'Miao' },
  { id: 'zhuang', zh: '壮语', en: 'Zhuang' },
  { id: 'dai', zh: '傣语', en: 'Dai' },
  { id: 'bai', zh: '白语', en: 'Bai' },
  { id: 'tibetan', zh: '藏语', en: 'Tibetan' },
  { id: 'mongolian', zh: '蒙古语', en: 'Mongolian' },
  { id: 'uyghur', zh: '维吾尔语', en: 'Uyghur' },
  { id: 'kazakh', zh: '哈萨克语', en: 'Kazakh' },
  { id: 'korean', zh: '朝鲜语', en: 'Korean' },
  { id: 'sign', zh: '手语', en: 'Sign language' },
  { id: 'other', zh: '其他语言', en: 'Another language' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type MediatorLanguage = (typeof mediatorLanguages)[number]['id']

/** What art. 15 of the People's Mediation Law calls out of place in a mediator, in its own order. */
export const mediatorFaults = [
  { id: 'partial', item: 1, zh: '偏袒一方当事人', en: 'Took the side of one party' },
  { id: 'insulting', item: 2, zh: '侮辱当事人', en: 'Insulted a party' },
  { id: 'gain', item: 3, zh: '索取、收受财物或者牟取其他不正当利益', en: 'Asked for, took or sought an improper gain' },
  {
    id: 'disclosing',
    item: 4,
    zh: '泄露当事人的个人隐私、商业秘密',
    en: 'Gave away a private or business secret of a party',
  },
] as const satisfies readonly { id: string; item: number; zh: string; en: string }[]
export type MediatorFault = (typeof mediatorFaults)[number]['id']

export type MediatorSkill = (typeof categoryTree)[number]['id']
export const mediatorSkills: readonly MediatorSkill[] = categoryTree.map(({ id }) => id)
