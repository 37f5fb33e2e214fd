/** The coded values of a centre's window (一窗受理) in words. A code without both languages does not compile. */
import type { IntakeCommandType, IntakeFactType, IntakeStage, IntakeWay, LeadKind } from '../mediation/intake/intake.ts'
import type { BetweenWhom, Offered, OfferedKind } from '../mediation/intake/offering.ts'
import type { Bilingual } from './bilingual.ts'

export const intakeTerms = {
  intakeStage: {
    waiting: { zh: '已接待，待引导', en: 'Waits to be led on' },
    led: { zh: '已引导', en: 'Led on' },
  } satisfies Record<IntakeStage, Bilingual>,

  intakeWay: {
    window: { zh: '本人来访', en: 'Came in person' },
    phone: { zh: '来电', en: 'Called' },
    brought: { zh: '网格员、村（社区）代为反映', en: 'Brought by the village or a grid worker' },
  } satisfies Record<IntakeWay, Bilingual>,

  leadKind: {
    petition: { zh: '登记为信访事项', en: 'Registered as a petition' },
    dispute: { zh: '记入矛盾纠纷台账', en: 'Recorded as a dispute' },
    mediation: { zh: '开展调解', en: 'Mediation' },
    referral: { zh: '引导法定途径并跟踪', en: 'Another way of the law, followed' },
    explained: { zh: '说明办结', en: 'Explained and done' },
  } satisfies Record<LeadKind, Bilingual>,

  offeredKind: {
    people: { zh: '人民调解', en: 'People’s mediation' },
    administrative: { zh: '行政调解', en: 'Administrative mediation' },
    judicial: { zh: '司法调解（诉前调解、法院委托调解）', en: 'Judicial mediation' },
    industry: { zh: '行业性、专业性调解', en: 'Mediation of a trade' },
  } satisfies Record<OfferedKind, Bilingual>,

  offeredWhy: {
    labour: {
      zh: '劳动争议可以找企业、基层或者乡镇、街道的调解组织',
      en: 'A labour dispute can go to mediators of the firm, the grassroots or the township',
    },
    farmland: {
      zh: '承包地纠纷由村民委员会、乡镇人民政府帮助调解',
      en: 'Villages and townships help to mediate over contracted farmland',
    },
    private: { zh: '是群众之间或者与单位之间的民间纠纷', en: 'It is a dispute between people, or with a firm' },
    authority: {
      zh: '是与行政机关之间的事，在其职权范围内可以调解',
      en: 'It is with an authority, which may settle within its discretion',
    },
    inCourt: {
      zh: '已经起诉到法院，适宜调解的先行调解，拒绝的除外',
      en: 'It is in court, which has it mediated first where that fits and nobody refuses',
    },
  } satisfies Record<Offered['why'], Bilingual>,

  betweenWhom: {
    private: { zh: '群众之间、与单位之间', en: 'Between people, or with a firm' },
    authority: { zh: '与行政机关之间', en: 'With an authority' },
    inCourt: { zh: '已经起诉到法院', en: 'In court already' },
  } satisfies Record<BetweenWhom, Bilingual>,

  intakeCommand: {
    TakeIn: { zh: '接待登记', en: 'Take in' },
    LeadOn: { zh: '引导', en: 'Lead on' },
    KeepIntake: { zh: '限制知悉范围', en: 'Keep from whoever was named' },
    EraseIntake: { zh: '随信访事项销毁内容', en: 'Erase with its petition' },
  } satisfies Record<IntakeCommandType, Bilingual>,

  intakeFact: {
    IntakeRecorded: { zh: '接待登记', en: 'Taken in' },
    IntakeLed: { zh: '引导', en: 'Led on' },
    IntakeKept: { zh: '限制知悉范围', en: 'Kept from whoever was named' },
    IntakeErased: { zh: '内容随信访事项依法销毁', en: 'Lawfully erased with its petition' },
  } satisfies Record<IntakeFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function intakeTermOf(group: keyof typeof intakeTerms, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = intakeTerms[group]
  return words[code] ?? { zh: code, en: code }
}
