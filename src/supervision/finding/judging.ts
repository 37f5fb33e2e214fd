/**
 * Judging an answer needs its words, which lie sealed: the house opens them for the moment, keeps figures and keyed prints, and neither
 * writes nor logs a word. A petition of which something is being taken out, or whose key is gone, is not judged.
 */
import { type Box, openPieces, SealBroken } from '../../identity/seal.ts'
import { addDays, addYears, type Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { namesInPetition } from '../../petition/masked-words.ts'
import type { Fact, Petition, PetitionDocument, PetitionLaw } from '../../petition/petition.ts'
import { bandsOfNearCopy, wordsAlone } from '../../text/likeness.ts'
import { type Answering, checksOf, claimsFrom, openedFrom, piecesWritten, wordsOf, writtenIn } from './answer-words.ts'
import type { Happened, JudgedAnswer } from './finding.ts'
import { lacksIn } from './lacking.ts'
import type { Printing, Words } from './prints.ts'
import { signsLeft } from './set-phrases.ts'

export interface Judging {
  readonly house: Pick<PetitionHouse, 'work' | 'keys'>
  readonly printing: Printing
}

export interface ToJudge {
  readonly number: string
  readonly petition: Petition
  readonly history: readonly Happened[]
  /** Under which it is handled: which parts an answer must have. */
  readonly law: PetitionLaw
}

interface Answer {
  readonly fact: Answering
  readonly document: PetitionDocument
  /** `c1`, or nothing where one answer is for all. */
  readonly claim: string
  readonly text: Sealed
  readonly asked: readonly Sealed[]
}

export const isAnswering = (fact: Fact): fact is Answering =>
  fact.type === 'OpinionIssued' || fact.type === 'DutyAnswered' || fact.type === 'SuggestionConcluded'

function answersOf({ petition }: ToJudge, fact: Answering): readonly Answer[] {
  const document = petition.documents.find(({ ref }) => ref === fact.document)
  if (!document) return []
  const all = petition.claims.map(({ text }) => text)
  if (fact.type === 'DutyAnswered') return [{ fact, document, claim: '', text: fact.answer, asked: all }]
  if (fact.type === 'SuggestionConcluded') return [{ fact, document, claim: '', text: fact.reply, asked: all }]
  return fact.answers.map(({ claim, answer: text }) => ({
    ...{ fact, document, claim, text },
    asked: petition.claims.flatMap((each) => (each.ref === claim ? [each.text] : [])),
  }))
}

/** Every answer that the petition was given, judged; what is new among them is printed. */
export async function judgeAnswers(judging: Judging, toJudge: ToJudge): Promise<readonly JudgedAnswer[]> {
  const { petition, history, law } = toJudge
  if (petition.class === 'accusation' || petition.erasure?.approvedOn) return []
  const answers = history.flatMap(({ fact }) => (isAnswering(fact) ? answersOf(toJudge, fact) : []))
  if (answers.length === 0) return []
  const texts = await textsOf(judging.house, toJudge.number, piecesOf(petition, answers))
  const names = namesInPetition({ petition, texts })
  const judged: JudgedAnswer[] = []
  for (const answer of answers) {
    const text = texts.get(answer.text.ref)
    if (text === undefined) continue
    const asked = answer.asked.flatMap(({ ref }) => texts.get(ref) ?? []).map((each) => wordsAlone(each, names))
    const words = { organ: answer.document.issuedBy, answer: wordsAlone(text, names), asked }
    await keepPrint(judging, toJudge.number, answer, words)
    const equals = await equalsOf(judging, { number: toJudge.number, petition, on: answer.document.issuedOn }, words)
    judged.push({
      document: answer.document.ref,
      signs: signsLeft(text),
      equals,
      ...lackingIn(answer, petition, law, texts),
    })
  }
  return judged
}

/** By the words of the whole document; of one that cannot be read whole nothing is said to be missing. */
function lackingIn(
  { fact }: Answer,
  petition: Petition,
  law: PetitionLaw,
  texts: ReadonlyMap<string, string>,
): Pick<JudgedAnswer, 'lacks' | 'checked'> {
  const written = openedFrom(writtenIn(fact), texts)
  if (written === null) return { lacks: [], checked: [] }
  const words = wordsOf(written, { law, claims: claimsFrom(petition, texts) })
  const found = lacksIn(words, law.supervision.findings.emptyAnswer?.atLeast ?? 0).map(({ check }) => check)
  return { lacks: [...new Set(found)], checked: checksOf(words) }
}

/** What is opened: the answers with their other parts, what they answer, and the names that are masked in both. */
function piecesOf({ people, agent, about }: Petition, answers: readonly Answer[]): readonly string[] {
  const named = [...people.map(({ name }) => name), agent?.name ?? null, ...about.map(({ official }) => official)]
  const pieces = [...named, ...answers.flatMap(({ fact, asked }) => [...piecesWritten(writtenIn(fact)), ...asked])]
  return pieces.flatMap((piece) => (piece === null ? [] : [piece.ref]))
}

/** A piece that is damaged is named by `xinqiao keys check`; here it is a reason not to judge. */
async function textsOf(
  { work, keys }: Judging['house'],
  number: string,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await work.query<Box>({
    name: 'supervision answers opened',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = any ($2::text[])',
    values: [number, refs],
  })
  return openPieces(keys, rows).catch((fault: unknown) => {
    if (fault instanceof SealBroken) return new Map()
    throw fault
  })
}

/**
 * The same twice is one row, so it need not go with the checkpoint of the reader: a transaction that has written, and goes on over hundreds of
 * facts, would keep every other reader waiting for it.
 */
async function keepPrint(
  { printing, house }: Judging,
  number: string,
  { document, claim }: Answer,
  words: Words,
): Promise<void> {
  const { prints, about } = await printing.of(words)
  if (prints.length === 0) return
  await house.work.query({
    name: 'supervision keep prints',
    text: `insert into answer_print (stream_id, document, claim, print, organ, answered_on, about)
      select $1, $2, $3, print, $5, $6, $7::bytea[] from unnest($4::bytea[]) as one (print)
      on conflict do nothing`,
    values: [number, document.ref, claim, prints, words.organ, document.issuedOn, about],
  })
}

/** So many of the latest answers with the same print are looked at: what an organ says every day is found among the first. */
const lookedAtMost = 200
/** For so long an answer is remembered: 十二个月. */
export const rememberedFrom = (on: Day): Day => addDays(addYears(on, -1), 1)

/**
 * In how many other petitions the organ had said the same by that day, within a year, to somebody who had asked for something else. Those
 * that a clerk linked are one matter.
 */
export async function equalsOf(
  { printing, house }: Judging,
  { number, petition, on }: Pick<ToJudge, 'number' | 'petition'> & { readonly on: Day },
  words: Words,
): Promise<number> {
  const { prints, about } = await printing.everyOf(words)
  if (prints.length === 0) return 0
  const { rows } = await house.work.query<{ equals: number }>({
    name: 'supervision same answers',
    text: `select count(distinct near.stream_id)::int as equals from (
      select same.stream_id from unnest($2::bytea[]) as one (print) cross join lateral (
        select stream_id, document, claim, about from answer_print p
          where p.organ = $1 and p.print = one.print and p.answered_on between $3 and $4
          order by p.answered_on desc limit $8) as same
      where same.stream_id <> $5 and same.stream_id <> all ($6::text[]) and not same.about && $7::bytea[]
      group by same.stream_id, same.document, same.claim having count(*) >= $9) as near`,
    values: [
      ...[words.organ, prints, rememberedFrom(on), on],
      ...[number, petition.links.map(({ to }) => to), about, lookedAtMost, bandsOfNearCopy],
    ],
  })
  return rows[0]?.equals ?? 0
}

/** What is older than a year is compared with nothing any more. */
export async function forgetPrints({ work }: Pick<PetitionHouse, 'work'>, today: Day): Promise<void> {
  await work.query('delete from answer_print where answered_on < $1', [rememberedFrom(today)])
}
