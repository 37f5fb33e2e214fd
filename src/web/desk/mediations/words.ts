/** The codes of a mediation in words, and whom or what a reference in it names. */
import { fullDay } from '../../shared/days.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import type { zh } from '../locales/zh.ts'
import type { MediationActionView, MediationView, Part } from './mediations.ts'

type Row = Pick<MediationView, 'kind' | 'stage'>
type PartyRow = MediationView['parties'][number]
type Word = PartyRow['words'][number]
type Agreement = NonNullable<MediationView['agreement']>

const tables = {
  kind: {
    people: { zh: '人民调解', en: 'People’s mediation' },
    administrative: { zh: '行政调解', en: 'Administrative mediation' },
    judicial: { zh: '司法调解（法院委派、委托）', en: 'Judicial mediation, delegated by a court' },
    industry: { zh: '行业性、专业性调解', en: 'Industry mediation' },
  } satisfies Record<Row['kind'], Bilingual>,
  stage: {
    requested: { zh: '已申请', en: 'Requested' },
    declined: { zh: '未受理', en: 'Not taken up' },
    asking: { zh: '征求同意', en: 'Asking for consent' },
    mediating: { zh: '调解中', en: 'Under way' },
    agreed: { zh: '已达成协议', en: 'Agreed' },
    ended: { zh: '已终止', en: 'Ended' },
    closed: { zh: '已办结', en: 'Closed' },
  } satisfies Record<Row['stage'], Bilingual>,
  role: {
    applicant: { zh: '申请人', en: 'Applicant' },
    respondent: { zh: '被申请人', en: 'Respondent' },
    other: { zh: '其他当事人', en: 'Another party' },
  } satisfies Record<PartyRow['role'], Bilingual>,
  consentTo: {
    mediation: { zh: '调解', en: 'mediation' },
    mediator: { zh: '调解员', en: 'mediator' },
    guest: { zh: '受邀参加的人', en: 'guest' },
    moreTime: { zh: '延长期限', en: 'more time' },
    agreement: { zh: '协议', en: 'agreement' },
  } satisfies Record<Word['to'], Bilingual>,
  by: {
    key: { zh: '本人凭查询码', en: 'by their own key' },
    signed: { zh: '本人签字的记录', en: 'on a signed record' },
    organ: { zh: '本单位', en: 'by the organ' },
    petition: { zh: '在信访事项中', en: 'in the petition' },
    noted: { zh: '工作人员记录', en: 'noted down' },
  } satisfies Record<Word['by'], Bilingual>,
  guest: {
    relative: { zh: '亲属', en: 'relative' },
    neighbour: { zh: '邻里', en: 'neighbour' },
    colleague: { zh: '同事', en: 'colleague' },
    expert: { zh: '有专门知识、特定经验的人', en: 'expert' },
    organisation: { zh: '社会组织', en: 'social organisation' },
    wellRegarded: { zh: '群众认可的社会人士', en: 'well regarded in the community' },
  } satisfies Record<MediationView['guests'][number]['kind'], Bilingual>,
  result: {
    agreement: { zh: '达成一致', en: 'Came to an agreement' },
    progress: { zh: '有进展', en: 'Some progress' },
    none: { zh: '没有进展', en: 'No progress' },
  } satisfies Record<NonNullable<MediationView['sessions'][number]['record']>['result'], Bilingual>,
  form: {
    written: { zh: '调解协议书', en: 'Written agreement' },
    oral: { zh: '口头协议', en: 'Oral agreement' },
  } satisfies Record<Agreement['form'], Bilingual>,
  performance: {
    kept: { zh: '已履行', en: 'Kept' },
    partly: { zh: '部分履行', en: 'Partly kept' },
    notKept: { zh: '未履行', en: 'Not kept' },
  } satisfies Record<Agreement['promises'][number]['words'][number]['performance'], Bilingual>,
  ended: {
    refused: { zh: '当事人不愿意调解', en: 'A party was not willing' },
    left: { zh: '当事人要求终止', en: 'A party wanted to stop' },
    notAgreed: { zh: '调解不成', en: 'No agreement was reached' },
    notFit: { zh: '不宜调解', en: 'It cannot be mediated' },
  } satisfies Record<NonNullable<MediationView['ended']>['reason'], Bilingual>,
  outcome: {
    confirmed: { zh: '确认有效', en: 'Confirmed' },
    invalid: { zh: '确认无效', en: 'Held invalid' },
    rejected: { zh: '不予受理或者驳回', en: 'Not taken up or rejected' },
    withdrawn: { zh: '撤回申请', en: 'Withdrawn' },
  } satisfies Record<NonNullable<MediationView['confirmation']['decided']>['outcome'], Bilingual>,
  told: {
    phone: { zh: '电话', en: 'By telephone' },
    inPerson: { zh: '当面', en: 'In person' },
    letter: { zh: '信函', en: 'By letter' },
  },
  clock: {
    takeUpMediation: { zh: '决定是否受理', en: 'Decide whether to take it up' },
    mediate: { zh: '调解期限', en: 'To be over' },
    followUpPromise: { zh: '回访履行情况', en: 'Look whether the promise was kept' },
    remindOfConfirmation: { zh: '提醒申请司法确认', en: 'Remind of confirmation' },
    applyForConfirmation: { zh: '共同申请司法确认', en: 'Apply together for confirmation' },
  },
} as const

export type WordGroup = keyof typeof tables

/** A word by a code from the wire; the code itself when nobody here knows it. */
export function wordOf(group: WordGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = tables[group]
  return words[code] ?? { zh: code, en: code }
}

export const optionsIn = (group: WordGroup, language: Language) =>
  Object.entries(tables[group]).map(([value, said]) => ({ value, label: (said as Bilingual)[language] }))

/** A party, mediator or guest by name, a session by its day, a promise by its words. */
export function nameIn(mediation: MediationView, ref: string, words: typeof zh, language: Language): string {
  const { parties, mediators, guests, sessions, agreement } = mediation
  const party = parties.find((one) => one.ref === ref)
  if (party) return party.organ ? party.organ[language] : party.name
  const person = [...mediators, ...guests].find((one) => one.ref === ref)
  if (person) return person.name
  const session = sessions.find((one) => one.ref === ref)
  if (session) return `${fullDay(session.day, language)} ${session.at}`
  const promise = agreement?.promises.find((one) => one.ref === ref)
  if (promise) return promise.what
  if (agreement?.ref === ref) return words.mediation.thisDraft
  return ref === mediation.moreTime?.ref ? fullDay(mediation.moreTime.until, language) : ref
}

export type ActName = MediationActionView['action']
export const isHolder = (part: Part): boolean => part === 'holder'
