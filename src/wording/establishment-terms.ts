/** The coded values of establishments (编制) in words. A code without both languages does not compile. */
import type { EstablishmentCommandType, EstablishmentFactType } from '../workforce/establishment/establishment.ts'
import type { ExperienceBand, HoldingKind } from '../workforce/establishment/strength.ts'
import type { Bilingual } from './bilingual.ts'

export const establishmentTerms = {
  establishmentCommand: {
    AllotPosts: { zh: '登记编制', en: 'Write down what is allotted' },
    WithdrawAllotment: { zh: '撤销编制登记', en: 'Take back an entry' },
  } satisfies Record<EstablishmentCommandType, Bilingual>,

  establishmentFact: {
    PostsAllotted: { zh: '编制已登记', en: 'Posts allotted' },
    AllotmentWithdrawn: { zh: '编制登记已撤销', en: 'Entry taken back' },
  } satisfies Record<EstablishmentFactType, Bilingual>,

  holdingKind: {
    lasting: { zh: '在编', en: 'Lasting' },
    temporary: { zh: '临时', en: 'Temporary' },
    seconded: { zh: '挂职', en: 'Seconded' },
  } satisfies Record<HoldingKind, Bilingual>,

  experienceBand: {
    underOne: { zh: '不满1年', en: 'Less than a year' },
    oneToThree: { zh: '1至3年', en: 'One year to three' },
    threeToFive: { zh: '3至5年', en: 'Three years to five' },
    overFive: { zh: '5年以上', en: 'Five years and more' },
  } satisfies Record<ExperienceBand, Bilingual>,
} as const

export type EstablishmentTermGroup = keyof typeof establishmentTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function establishmentTermOf(group: EstablishmentTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = establishmentTerms[group]
  return words[code] ?? { zh: code, en: code }
}
