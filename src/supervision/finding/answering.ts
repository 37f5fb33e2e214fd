/** 敷衍: an opinion that leaves a claim unanswered, or answers with nothing, or with what everybody gets (art. 31 (6), 32). */
import type { FindingRule } from '../../law/supervision.ts'
import type { PetitionDocument } from '../../petition/petition.ts'
import { bearing, type Happened, type JudgedAnswer, type Look, type Looked, type Seen } from './finding.ts'

const answeringKinds = ['handlingOpinion', 'simplifiedAnswer', 'dutyAnswer', 'suggestionReply'] as const
const isAnswer = ({ kind }: PetitionDocument): boolean => (answeringKinds as readonly string[]).includes(kind)

const issueOf = ({ ref }: PetitionDocument, { history }: Looked): Happened | undefined =>
  history.find(({ fact }) => 'document' in fact && fact.document === ref)

/** A later answer takes the place of one that was quashed: what that one lacked is owed no more. */
function stateOf({ ref }: PetitionDocument, { petition }: Looked): Seen['state'] {
  return petition.documents.filter(isAnswer).at(-1)?.ref === ref ? 'stands' : 'mended'
}

/** Every answering document of which something is so. */
const ofDocuments =
  (rule: FindingRule, isSo: (document: PetitionDocument, looked: Looked, atLeast: number) => boolean): Look =>
  (looked, atLeast) =>
    looked.petition.documents.filter(isAnswer).flatMap((document) => {
      const issued = issueOf(document, looked)
      if (!issued || !isSo(document, looked, atLeast)) return []
      const state = stateOf(document, looked)
      return [{ rule, key: `${rule}/${document.ref}`, organ: document.issuedBy, state, evidence: [bearing(issued)] }]
    })

/** An answer to a suggestion or on a duty is one for all; an opinion answers claim by claim. */
const leavesOut = ({ kind, answers }: PetitionDocument, { petition: { claims } }: Looked): boolean =>
  (kind === 'handlingOpinion' || kind === 'simplifiedAnswer') &&
  claims.some(({ ref }) => !answers.some(({ claim }) => claim === ref))

const any = ({ ref }: PetitionDocument, { answers }: Looked, isSo: (answer: JudgedAnswer) => boolean): boolean =>
  answers.some((answer) => answer.document === ref && isSo(answer))

export const answering = {
  claimsUnanswered: ofDocuments('claimsUnanswered', leavesOut),
  emptyAnswer: ofDocuments('emptyAnswer', (document, looked, atLeast) =>
    any(document, looked, ({ signs, lacks }) => signs < atLeast || lacks.includes('handedOnOnly')),
  ),
  boilerplateAnswer: ofDocuments('boilerplateAnswer', (document, looked, atLeast) =>
    any(document, looked, ({ equals }) => equals >= atLeast),
  ),
} satisfies Partial<Record<FindingRule, Look>>
