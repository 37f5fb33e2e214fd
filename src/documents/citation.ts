/** What a paper rests on, as an official text cites it: by the law that the petition is handled under, which need not be the one in force. */
import type { Basis, Named } from '../law/basis.ts'
import { basisInWords } from '../law/basis.ts'
import type { DocumentKind } from '../law/law.ts'
import type { PetitionLaw } from '../petition/petition.ts'
import { type Bilingual, say } from '../wording/bilingual.ts'
import { chineseNumber } from '../wording/numbers.ts'
import type { PaperKind } from './forms/forms.ts'

type Cited = { readonly [kind in PaperKind]?: (law: PetitionLaw) => Basis | undefined }

const ofDocument = (kind: DocumentKind) => (law: PetitionLaw) => law.documents[kind]?.basis
const ofStep = (step: keyof PetitionLaw['permissions']) => (law: PetitionLaw) => law.permissions[step]?.basis

/** The row of the pack that each paper cites in its text. */
const cited: Cited = {
  transferLetter: ofStep('Transfer'),
  assignmentLetter: ofStep('Assign'),
  objectionLetter: ofStep('ObjectToTransfer'),
  extensionNotice: ofDocument('extensionNotice'),
  reviewReceiptNotice: ofStep('AcceptReview'),
  reviewExtensionNotice: ofStep('ExtendReview'),
  mediationAgreement: ofDocument('settlementAgreement'),
  settlementAgreement: ofDocument('settlementAgreement'),
  refusalAfterReexamination: (law) => law.declineGrounds.alreadyReexamined?.basis,
  reexaminationOpinion: (law) => law.declineGrounds.alreadyReexamined?.basis,
}

export const basisOfPaper = (kind: PaperKind, law: PetitionLaw): Basis | undefined => cited[kind]?.(law)

/** 根据《信访工作条例》第二十二条第一款第三项. Where a row is the house's own decision there is no article to cite. */
export function under(basis: Basis | undefined): Bilingual {
  if (!basis || !('instrument' in basis)) return say('按照有关规定', 'Under the rules that apply')
  const { article, paragraph, item, clause } = basis
  const name: Named = basisInWords({ ...basis, article: undefined, clause: undefined, adr: undefined } as never)
  if (clause !== undefined) return say(`根据${name.zh}第${clause}条`, `Under clause ${clause} of ${name.en}`)
  if (article === undefined) return say(`根据${name.zh}`, `Under ${name.en}`)
  const zh = [
    `第${chineseNumber(article)}条`,
    paragraph ? `第${chineseNumber(paragraph)}款` : '',
    item ? `第${chineseNumber(item)}项` : '',
  ]
  const en = [`article ${article}`, paragraph ? `, paragraph ${paragraph}` : '', item ? `, item ${item}` : '']
  return say(`根据${name.zh}${zh.join('')}`, `Under ${en.join('')} of the ${name.en}`)
}
