/** What a petitioner reads of an owned case (领导包案): few terms, so that they weigh little on a telephone. */
import type { HelpAnswer, HelpKind, OwnershipOutcome, PetitionerView } from '../leadership/ownership/ownership.ts'
import type { Bilingual } from './bilingual.ts'

export const ownedTerms = {
  ownershipHelp: {
    socialRelief: { zh: '社会救助', en: 'Social relief' },
    judicialRelief: { zh: '司法救助', en: 'Judicial relief' },
    legalAid: { zh: '法律援助', en: 'Legal aid' },
    counselling: { zh: '心理疏导', en: 'Counselling' },
  } satisfies Record<HelpKind, Bilingual>,

  ownershipHelpAnswer: {
    accepted: { zh: '愿意接受', en: 'Accepted' },
    notWanted: { zh: '不需要', en: 'Not wanted' },
    undecided: { zh: '尚未决定', en: 'Not decided yet' },
  } satisfies Record<HelpAnswer, Bilingual>,

  ownershipOutcome: {
    resolved: { zh: '已经化解', en: 'Solved' },
    partly: { zh: '部分化解', en: 'Solved in part' },
    explained: { zh: '诉求无依据，已解释清楚', en: 'Not founded, and explained' },
    notResolved: { zh: '没有化解', en: 'Not solved' },
  } satisfies Record<OwnershipOutcome, Bilingual>,

  ownershipView: {
    satisfied: { zh: '满意', en: 'Satisfied' },
    partly: { zh: '部分满意', en: 'Satisfied in part' },
    dissatisfied: { zh: '不满意', en: 'Not satisfied' },
  } satisfies Record<PetitionerView, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export function ownedTermOf(group: keyof typeof ownedTerms, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = ownedTerms[group]
  return words[code] ?? { zh: code, en: code }
}
