/** Keeps, for each answer, what was looked for and what was found: figures by codes, and no word of the answer. */
import type { Pool } from 'pg'
import type { Consumer } from '../../engine/consumer.ts'
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { Fact, FactType, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { lawShown } from '../../petition/world.ts'
import { dutiesOf } from '../../supervision/finding/in-time.ts'
import { isAnswering, judgeAnswers } from '../../supervision/finding/judging.ts'
import type { Answering } from '../../supervision/finding/answer-words.ts'
import type { QualityHouse } from './house.ts'
import type { AnswerCheck } from './quality.ts'

export const qualityReader = 'answer-quality'

const follows: readonly FactType[] = [
  ...(['OpinionIssued', 'DutyAnswered', 'SuggestionConcluded'] as const),
  ...(['PetitionCorrected', 'ErasureApproved', 'ContentErased'] as const),
]

/** The same twice leaves the same, so it need not go with the checkpoint of the reader. */
export function qualityReaction(house: QualityHouse): Consumer {
  return {
    name: qualityReader,
    follows,
    async react(recorded) {
      if (!(petitionRoom.owns?.(recorded.stream) ?? false)) return
      const { stream, fact } = recorded as Recorded<Fact>
      const { facts: history } = await readHistory<Fact>(house.work, stream)
      const petition = fold<State, Fact>(
        petitionRoom,
        petitionRoom.initial,
        history.map((each) => each.fact),
      )
      if (petition === null) return
      if (!isLookedAt(petition)) await drop(house.work, stream)
      else if (isAnswering(fact)) await look(house, { number: stream, petition, history }, fact)
    },
  }
}

/** How an accusation is answered is not looked at (docs/adr/0031), and what is erased is counted no more. */
export const isLookedAt = ({ class: of, erasure }: Petition): boolean =>
  of !== 'accusation' && !erasure?.approvedOn

interface Looking {
  readonly number: string
  readonly petition: Petition
  readonly history: readonly Recorded<Fact>[]
}

async function look(house: QualityHouse, looking: Looking, fact: Answering): Promise<void> {
  const { number, petition, history } = looking
  const document = petition.documents.find(({ ref }) => ref === fact.document)
  if (!document) return
  const law = lawShown(house.laws, petition)
  const judged = (await judgeAnswers({ house, printing: house.printing }, { number, petition, history, law })).filter(
    (answer) => answer.document === fact.document,
  )
  // what cannot be read any more is not looked at
  if (judged.length === 0) return
  const others = law.supervision.findings.boilerplateAnswer?.atLeast ?? Number.POSITIVE_INFINITY
  const found: readonly AnswerCheck[] = [
    ...(isLate(looking, fact) ? (['late'] as const) : []),
    ...(judged[0]?.lacks ?? []),
    ...(judged.some(({ equals }) => equals >= others) ? (['sameText'] as const) : []),
  ]
  const checked: readonly AnswerCheck[] = ['late', ...(judged[0]?.checked ?? []), 'sameText']
  await house.work.query({
    name: 'quality keep answer',
    text: `insert into answer_check (stream_id, document, organ, day, kind, checked, found)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (stream_id, document) do update set organ = excluded.organ,
        day = excluded.day, kind = excluded.kind, checked = excluded.checked, found = excluded.found`,
    values: [number, document.ref, document.issuedBy, document.issuedOn, document.kind, checked, found],
  })
}

const answeringDuties: readonly string[] = dutiesOf.notAnsweredInTime

/** Whether a duty to answer was overdue when it was answered, by the fact that says so or by its last day. */
export function isLate({ history }: Pick<Looking, 'history'>, fact: Answering): boolean {
  const issued = history.findIndex(
    (each) => isAnswering(each.fact) && (each.fact as Answering).document === fact.document,
  )
  const before = history.slice(0, issued)
  const lastIssued = before.findLastIndex((each) => isAnswering(each.fact))
  return before
    .slice(lastIssued + 1)
    .some(({ fact: each }) => each.type === 'DutyFellOverdue' && answeringDuties.includes(each.clock.split('#')[0] ?? ''))
}

const drop = (work: Pool, number: string) =>
  work.query({ name: 'quality drop answers', text: 'delete from answer_check where stream_id = $1', values: [number] })
