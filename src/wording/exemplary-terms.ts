/** The coded values of exemplary cases (典型案例) in words. A code without both languages does not compile. */
import type {
  ExemplaryAudience,
  ExemplaryCommandType,
  ExemplaryFactType,
  ExemplaryStage,
  TellingKind,
  WrittenPart,
} from '../insight/exemplary/exemplary.ts'
import type { UseCommand, UseFactType } from '../insight/exemplary/use.ts'
import type { Bilingual } from './bilingual.ts'

export const exemplaryTerms = {
  exemplaryStage: {
    proposed: { zh: '待审核', en: 'Proposed' },
    returned: { zh: '已退回', en: 'Sent back' },
    published: { zh: '已发布', en: 'Published' },
    withdrawn: { zh: '已撤下', en: 'Withdrawn' },
  } satisfies Record<ExemplaryStage, Bilingual>,

  exemplaryAudience: {
    organ: { zh: '本单位', en: 'Own organ' },
    place: { zh: '本地区各机关、单位', en: 'Organs of the place' },
    public: { zh: '向社会公开', en: 'Everybody' },
  } satisfies Record<ExemplaryAudience, Bilingual>,

  exemplaryPart: {
    title: { zh: '标题', en: 'the title' },
    situation: { zh: '基本情况', en: 'the situation' },
    done: { zh: '做法', en: 'what was done' },
    why: { zh: '为什么有效', en: 'why it worked' },
    basis: { zh: '依据', en: 'the basis' },
    titleEn: { zh: '英文标题', en: 'the English title' },
    summaryEn: { zh: '英文摘要', en: 'the English summary' },
  } satisfies Record<WrittenPart, Bilingual>,

  exemplaryTelling: {
    name: { zh: '姓名', en: 'a name' },
    number: { zh: '号码或者门牌', en: 'a number or a door' },
    day: { zh: '具体日期', en: 'a day' },
    petitionNumber: { zh: '信访事项编号', en: 'the number of a petition' },
    place: { zh: '小地方或者基层单位的名称', en: 'a small place or its organ' },
    copied: { zh: '与原事项文字相同', en: 'copied from the matter' },
  } satisfies Record<TellingKind, Bilingual>,

  exemplaryCommand: {
    ProposeExemplary: { zh: '推荐典型案例', en: 'Propose it' },
    MendExemplary: { zh: '修改后再送审', en: 'Mend it' },
    ReturnExemplary: { zh: '退回修改', en: 'Send it back' },
    PublishExemplary: { zh: '审核发布', en: 'Publish it' },
    WithdrawExemplary: { zh: '撤下', en: 'Withdraw it' },
    KeepExemplary: { zh: '不再让有关单位、人员看到', en: 'Keep it from those concerned' },
  } satisfies Record<ExemplaryCommandType, Bilingual>,

  exemplaryFact: {
    ExemplaryProposed: { zh: '推荐', en: 'Proposed' },
    ExemplaryMended: { zh: '修改后再送审', en: 'Mended and submitted again' },
    ExemplaryReturned: { zh: '退回修改', en: 'Sent back' },
    ExemplaryPublished: { zh: '审核发布', en: 'Published' },
    ExemplaryWithdrawn: { zh: '撤下', en: 'Withdrawn' },
    ExemplaryKept: { zh: '不再让有关单位、人员看到', en: 'Kept from those concerned' },
  } satisfies Record<ExemplaryFactType, Bilingual>,

  exemplaryUseCommand: {
    OpenExemplary: { zh: '参考', en: 'Open it' },
    SayHelped: { zh: '是否有帮助', en: 'Say whether it helped' },
  } satisfies Record<UseCommand['type'], Bilingual>,

  exemplaryUseFact: {
    ExemplaryOpened: { zh: '参考了典型案例', en: 'Opened for a petition' },
    ExemplaryHelped: { zh: '说明是否有帮助', en: 'Said whether it helped' },
  } satisfies Record<UseFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ExemplaryTermGroup = keyof typeof exemplaryTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it. */
export function exemplaryTermOf(group: ExemplaryTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = exemplaryTerms[group]
  return words[code] ?? { zh: code, en: code }
}
