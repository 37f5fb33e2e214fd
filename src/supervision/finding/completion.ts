/** 虚假办结: done, says the organ; it is not, says the petitioner, or nothing bears it out (art. 40 (1): 弄虚作假). */
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Petition } from '../../petition/petition.ts'
import { bearing, type Happened, type Look, type Looked, type Seen } from './finding.ts'

interface Completion {
  readonly happened: Happened
  readonly organ: OrganId
}

/**
 * When the organ said that it is done: it recorded that it carried the opinion out, or else the matter was closed in which something was
 * promised. To be told no and to say that one is dissatisfied contests no completion.
 */
function completionsOf({ petition, history }: Looked): readonly Completion[] {
  const carriedOut = history.flatMap((happened) => {
    const { fact } = happened
    return fact.type === 'ExecutionRecorded' && fact.done ? [{ happened, organ: fact.organ }] : []
  })
  const answer = answerStanding(petition)
  if (carriedOut.length > 0 || !answer || !promises(petition, history)) return carriedOut
  const closed = history.filter(({ fact }) => fact.type === 'PetitionClosed')
  return closed.map((happened) => ({ happened, organ: answer.issuedBy }))
}

const answerStanding = ({ documents, opinion }: Petition) => documents.find(({ ref }) => ref === opinion)

function promises(petition: Petition, history: readonly Happened[]): boolean {
  const { opinion, adoption } = petition
  const standing = answerStanding(petition)
  if (standing?.answers.some(({ outcome }) => outcome === 'supported')) return true
  if (standing?.kind === 'suggestionReply') return adoption === 'wholly' || adoption === 'partly'
  return history.some(({ fact }) => fact.type === 'DutyAnswered' && fact.document === opinion && fact.performed)
}

/** By rating the organ, or by asking for a review of what was carried out. That it was said, and never how often by whom. */
const contests = ({ fact }: Happened): boolean =>
  fact.type === 'ReviewRequested' ||
  (fact.type === 'PetitionRated' && fact.whom === 'organ' && fact.solved === 'dissatisfied')

/** The first word against it, after it was said to be done and before it was said again. */
const completionContested: Look = (looked) => {
  const completions = completionsOf(looked)
  return completions.flatMap(({ happened, organ }, at): Seen[] => {
    const next = completions[at + 1]?.happened.version ?? Number.POSITIVE_INFINITY
    const against = looked.history.find(
      (other) => other.version > happened.version && other.version < next && isAgainst(other, happened),
    )
    if (!against) return []
    const state = completions.some((other) => other.happened.version > against.version) ? 'mended' : 'stands'
    const key = `completionContested/${happened.version}`
    return [{ rule: 'completionContested', key, organ, state, evidence: [bearing(happened), bearing(against)] }]
  })
}

/** A review is asked for within its time whatever became of the matter; it contests what was said to be carried out. */
const isAgainst = (other: Happened, { fact }: Happened): boolean =>
  contests(other) && (other.fact.type !== 'ReviewRequested' || fact.type === 'ExecutionRecorded')

/** Whose evidence counts: the organ's own; for a bureau that reports upwards, that of anybody who handled it. */
const isOf = (organ: OrganId, by: OrganId, organs: Organs): boolean =>
  by === organ || organs.find(organ)?.kind === 'bureau'

/** What bears out that something was done: files, or a note of what was looked at. */
function evidenceBy({ history, organs }: Looked, organ: OrganId, before?: Happened): boolean {
  return history.some(({ version, fact }) => {
    if (before && version > before.version) return false
    if (fact.type === 'EvidenceAdded') return isOf(organ, fact.organ, organs)
    return fact.type === 'MaterialAdded' && 'organ' in fact.addedBy && isOf(organ, fact.addedBy.organ, organs)
  })
}

/** Reported back, or recorded as carried out, and not one piece of evidence was ever put to the file. */
const evidenceMissing: Look = (looked) =>
  looked.history.flatMap((happened): Seen[] => {
    const { fact } = happened
    const says = fact.type === 'ReportedBack' || (fact.type === 'ExecutionRecorded' && fact.done)
    if (!says || evidenceBy(looked, fact.organ, happened)) return []
    const state = evidenceBy(looked, fact.organ) ? 'mended' : 'stands'
    const key = `evidenceMissing/${happened.version}`
    return [{ rule: 'evidenceMissing', key, organ: fact.organ, state, evidence: [bearing(happened)] }]
  })

export const completion = { completionContested, evidenceMissing }
