/** Keeps, for each answer, what was looked for and what was found, and counts it for every organ with a part in its petition. No word of it is kept. */
import { factsUpTo } from '../../assessment/counting.ts'
import type { Consumer } from '../../engine/consumer.ts'
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { Fact, Petition, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { lawShown } from '../../petition/world.ts'
import type { Answering } from '../../supervision/finding/answer-words.ts'
import { dutiesOf } from '../../supervision/finding/in-time.ts'
import { isAnswering, judgeAnswers } from '../../supervision/finding/judging.ts'
import { followedFacts, ownsStream } from '../trends/line.ts'
import { keepAnswers } from './counting.ts'
import type { QualityHouse } from './house.ts'
import { isLookedAt } from './line.ts'
import type { AnswerCheck } from './quality.ts'

export const qualityReader = 'answer-quality'

/** Follows what structure and trend follow: each of these facts can give an organ a part in a petition, or take it, and an answer is one of them. */
export function qualityReaction(house: QualityHouse): Consumer {
  return {
    name: qualityReader,
    follows: followedFacts,
    async react(recorded, transaction) {
      const { stream, version, fact } = recorded as Recorded<Fact>
      // most facts register a petition, and then there is no answer yet
      if (version === 1 || !ownsStream(stream) || !(followedFacts as readonly string[]).includes(fact.type)) return
      const facts = (await factsUpTo(transaction, stream, version)) as readonly Fact[]
      if (!facts.some(isAnswering)) return
      const petition = stateOf(facts)
      if (petition === null) return
      if (isAnswering(fact) && isLookedAt(petition)) await look(house, stream, fact)
      await keepAnswers(house.work, stream, petition)
    },
  }
}

const stateOf = (facts: readonly Fact[]): Petition | null =>
  fold<State, Fact>(petitionRoom, petitionRoom.initial, facts)

/** As the petition stands now: words of one that was erased meanwhile are opened for nobody. */
async function look(house: QualityHouse, stream: string, fact: Answering): Promise<void> {
  const { facts: history } = await readHistory<Fact>(house.work, stream)
  const petition = stateOf(history.map((each) => each.fact))
  const document = petition?.documents.find(({ ref }) => ref === fact.document)
  if (!petition || !document) return
  const law = lawShown(house.laws, petition)
  const judging = { house, printing: house.printing }
  const judged = await judgeAnswers(judging, { number: stream, petition, history, law })
  const answers = judged.filter((answer) => answer.document === fact.document)
  // what cannot be read any more is not looked at
  const [first] = answers
  if (first === undefined) return
  const others = law.supervision.findings.boilerplateAnswer?.atLeast ?? Number.POSITIVE_INFINITY
  await keep(house, stream, {
    document,
    checked: ['late', ...first.checked, 'sameText'],
    found: [
      ...(isLate({ history }, fact) ? (['late'] as const) : []),
      ...first.lacks,
      ...(answers.some(({ equals }) => equals >= others) ? (['sameText'] as const) : []),
    ],
  })
}

interface Kept {
  readonly document: Petition['documents'][number]
  readonly checked: readonly AnswerCheck[]
  readonly found: readonly AnswerCheck[]
}

const keep = ({ work }: QualityHouse, stream: string, { document, checked, found }: Kept) =>
  work.query({
    name: 'quality keep answer',
    text: `insert into answer_check (stream_id, document, organ, day, kind, checked, found)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (stream_id, document) do update set organ = excluded.organ,
        day = excluded.day, kind = excluded.kind, checked = excluded.checked, found = excluded.found`,
    values: [stream, document.ref, document.issuedBy, document.issuedOn, document.kind, checked, found],
  })

const answeringDuties: readonly string[] = dutiesOf.notAnsweredInTime

/** Whether the duty to answer had fallen overdue when it was answered, since the answer before this one. */
export function isLate({ history }: { readonly history: readonly Recorded<Fact>[] }, { document }: Answering): boolean {
  const issued = history.findIndex(({ fact }) => isAnswering(fact) && fact.document === document)
  const before = history.slice(0, issued)
  const lastIssued = before.findLastIndex(({ fact }) => isAnswering(fact))
  return before
    .slice(lastIssued + 1)
    .some(({ fact }) => fact.type === 'DutyFellOverdue' && answeringDuties.includes(fact.clock.split('#')[0] ?? ''))
}
