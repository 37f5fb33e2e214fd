/** An answer as its words are looked at: which parts it has, which of them the law asks for, and what was asked. */
import type { Sealed } from '../../kernel/sealed.ts'
import type { DocumentKind } from '../../law/law.ts'
import type { FactOf, Petition, PetitionLaw } from '../../petition/petition.ts'
import type { WordCheck } from './finding.ts'
import type { AnswerWords } from './lacking.ts'

/** The facts that issue an answer. */
export type Answering = FactOf<'OpinionIssued'> | FactOf<'DutyAnswered'> | FactOf<'SuggestionConcluded'>

/** What somebody wrote, in parts, whether it is drafted or sealed; a part that is not written is null. */
export interface Written<Piece> {
  readonly kind: DocumentKind
  readonly facts: Piece | null
  readonly legalBasis: Piece | null
  readonly remedy: Piece | null
  /** One for each claim. */
  readonly answers: readonly { readonly claim: string; readonly answer: Piece }[]
  /** One for all. */
  readonly answer: Piece | null
}

export function writtenIn(fact: Answering): Written<Sealed> {
  const nothing = { facts: null, legalBasis: null, remedy: null, answers: [], answer: null }
  switch (fact.type) {
    case 'OpinionIssued': {
      const { kind, facts, legalBasis, remedy, answers } = fact
      return { ...nothing, kind, facts, legalBasis, remedy, answers }
    }
    case 'DutyAnswered':
      return { ...nothing, kind: 'dutyAnswer', answer: fact.answer, legalBasis: fact.legalBasis }
    case 'SuggestionConcluded':
      return { ...nothing, kind: 'suggestionReply', answer: fact.reply }
  }
}

export const piecesWritten = <Piece>({
  facts,
  legalBasis,
  remedy,
  answers,
  answer,
}: Written<Piece>): readonly Piece[] =>
  [facts, ...answers.map((each) => each.answer), answer, legalBasis, remedy].filter((piece) => piece !== null)

export interface InPetition {
  readonly law: PetitionLaw
  readonly claims: readonly { readonly ref: string; readonly text: string | null }[]
}

/** Of an opinion each claim has its answer; for the rest one answer is for all. */
const isByClaim = (kind: DocumentKind): boolean => kind === 'handlingOpinion' || kind === 'simplifiedAnswer'

/**
 * The form prints the organ and the day on every paper, and nothing asks whoever drafts it for a telephone: no paper of the house is looked at for
 * these (docs/adr/0065), only a letter that was written elsewhere.
 */
const signing = [] as const

export function wordsOf(written: Written<string>, { law, claims }: InPetition): AnswerWords {
  const { kind, answers } = written
  const asks = (part: string) => law.documents[kind]?.parts.some((each) => each.part === part) ?? false
  const byClaim = new Map(answers.map(({ claim, answer }) => [claim, answer]))
  return {
    asked: claims.map(({ ref, text }) => ({ claim: ref, text, answer: byClaim.get(ref) ?? null })),
    whole: piecesWritten(written).join('\n'),
    isByClaim: isByClaim(kind),
    legalBasis: asks('legalBasis') ? (written.legalBasis ?? '') : undefined,
    // where nothing is written the form tells the remedy by itself, if none is asked for; what is written stands in its place
    remedy: written.remedy ?? (asks('remedy') ? '' : undefined),
    signing,
  }
}

/** Which checks there are of such an answer: of how many something could have been found. */
export const checksOf = ({ asked, isByClaim, legalBasis, remedy, signing }: AnswerWords): readonly WordCheck[] => [
  ...(isByClaim ? (['claimUnanswered'] as const) : []),
  // that one is passed over shows beside another that is not
  ...(asked.length > 1 ? (['claimPassedOver'] as const) : []),
  ...(['emptyAnswer', 'handedOnOnly'] as const),
  ...(legalBasis === undefined ? [] : (['noBasis'] as const)),
  ...(remedy === undefined ? [] : (['noRemedy'] as const)),
  ...(signing.length === 0 ? [] : (['unsigned'] as const)),
]

/** Sealed words opened; null where a piece of the answer itself cannot be read, for then nothing may be said to be missing. */
export function openedFrom(written: Written<Sealed>, texts: ReadonlyMap<string, string>): Written<string> | null {
  if (piecesWritten(written).some(({ ref }) => !texts.has(ref))) return null
  const open = (piece: Sealed | null) => (piece === null ? null : (texts.get(piece.ref) ?? null))
  return {
    ...{ kind: written.kind, facts: open(written.facts), legalBasis: open(written.legalBasis) },
    ...{ remedy: open(written.remedy), answer: open(written.answer) },
    answers: written.answers.map(({ claim, answer }) => ({ claim, answer: open(answer) ?? '' })),
  }
}

export const claimsFrom = ({ claims }: Petition, texts: ReadonlyMap<string, string>): InPetition['claims'] =>
  claims.map(({ ref, text }) => ({ ref, text: texts.get(text.ref) ?? null }))
