/** Draws up the figures of a month: goes through its cases some at a time, and writes the extract and the counts. */
import { createHash } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { canonicalJson } from '../../engine/canonical-json.ts'
import { parseFact } from '../../engine/chain.ts'
import { inTransaction } from '../../engine/transaction.ts'
import { firstDayOf, lastDayOf, type Month } from '../../kernel/month.ts'
import type { Organs } from '../../kernel/organ.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { type CaseLine, caseLine } from './case-line.ts'
import { Coarsening } from './coarsening.ts'
import { commitmentIn, lineText } from './commitment.ts'
import { Counting } from './counting.ts'
import { type Drawn, nameOfEdition } from './figures.ts'
import { headerLine, type Line, writeLine } from './line.ts'
import type { FigureStore } from './store.ts'

export interface Drawing {
  readonly work: Pool
  readonly organs: Organs
  readonly month: Month
  /** For which edition: its name is in every line. */
  readonly edition: number
  /** Entries of the log over which they are drawn up. */
  readonly logSize: number
  /** Hears how many cases have been gone through. */
  readonly progress?: (cases: number) => void
}

/** Draws up, writes both files, and says what was written. */
export async function drawFigures(drawing: Drawing, store: FigureStore): Promise<Drawn> {
  const { month, edition, logSize } = drawing
  const name = nameOfEdition(month, edition)
  const cases = await gather(drawing)
  const counting = new Counting(name, month)
  const extract = await store.write('extract', extractOf(name, cases, counting))
  const counts = await store.write('counts', [canonicalJson(counting.counts())])
  return { logSize, cases: cases.size, extract, counts, fingerprint: cases.fingerprint() }
}

/** Only counts: nothing is written. */
export async function previewFigures(drawing: Drawing) {
  const name = nameOfEdition(drawing.month, drawing.edition)
  const counting = new Counting(name, drawing.month)
  for (const line of (await gather(drawing)).lines()) counting.add(line)
  return counting.counts()
}

function* extractOf(name: string, cases: Gathered, counting: Counting): Generator<string> {
  yield headerLine
  for (const line of cases.lines()) {
    counting.add(line)
    yield writeLine(name, line)
  }
}

const commitmentBytes = 32

/**
 * The cases of a month, at 36 bytes each, and what can be said of them once for all of which the same can be said. They come out by
 * their commitments, which are as good as drawn by lot: their order tells nothing of when or where.
 */
class Gathered {
  readonly #coarsening: Coarsening
  readonly #kinds: CaseLine[] = []
  readonly #places = new Map<string, number>()
  #commitments = Buffer.alloc(1024 * commitmentBytes)
  #kindOf = new Uint32Array(1024)
  readonly #fingerprint = new Uint8Array(commitmentBytes)
  size = 0

  constructor(month: Month) {
    this.#coarsening = new Coarsening(month)
  }

  add(name: string, { salt, hash }: Pick<FactRow, 'salt' | 'hash'>, line: CaseLine): void {
    if (this.size === this.#kindOf.length) this.#grow()
    const commitment = commitmentIn(name, salt, hash)
    this.#coarsening.add(line)
    this.#commitments.set(commitment, this.size * commitmentBytes)
    this.#kindOf[this.size] = this.#placeOf(line)
    this.size += 1
    const said = createHash('sha256').update(salt).update(hash).update(cellsOf(line)).digest()
    for (const [at, byte] of said.entries()) this.#fingerprint[at] = (this.#fingerprint[at] as number) ^ byte
  }

  fingerprint(): string {
    return Buffer.from(this.#fingerprint).toString('hex')
  }

  *lines(): Generator<Line> {
    this.#coarsening.settle()
    const order = Uint32Array.from({ length: this.size }, (_, at) => at).sort((a, b) =>
      this.#commitments.compare(
        this.#commitments,
        b * commitmentBytes,
        (b + 1) * commitmentBytes,
        a * commitmentBytes,
        (a + 1) * commitmentBytes,
      ),
    )
    for (const at of order) {
      const line = lineText(this.#commitments.subarray(at * commitmentBytes, (at + 1) * commitmentBytes))
      yield { line, ...this.#coarsening.told(this.#kinds[this.#kindOf[at] as number] as CaseLine) }
    }
  }

  #placeOf(line: CaseLine): number {
    const key = cellsOf(line)
    const place = this.#places.get(key) ?? this.#kinds.push(line) - 1
    this.#places.set(key, place)
    return place
  }

  #grow(): void {
    this.#commitments = Buffer.concat([this.#commitments, Buffer.alloc(this.#commitments.length)])
    const kinds = new Uint32Array(this.#kindOf.length * 2)
    kinds.set(this.#kindOf)
    this.#kindOf = kinds
  }
}

const cellsOf = (line: CaseLine): string => Object.values(line).join(',')

const casesAtOnce = 500

/** All as of one moment, whatever is registered meanwhile. */
const gather = (drawing: Drawing): Promise<Gathered> =>
  inTransaction(
    drawing.work,
    async (client) => {
      const gathered = new Gathered(drawing.month)
      let gone = 0
      for (let after = ''; ; ) {
        const numbers = await candidates(client, drawing.month, after)
        await gatherFrom(client, drawing, numbers, gathered)
        gone += numbers.length
        drawing.progress?.(gone)
        const last = numbers.at(-1)
        if (last === undefined || numbers.length < casesAtOnce) return gathered
        after = last
      }
    },
    'repeatable read read only',
  )

/** Cases that may be of the month. One that is at an end now may have been open then, never the other way round before its first day. */
async function candidates(client: ClientBase, month: Month, after: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ number: string }>({
    name: 'figures candidates',
    text: `select stream_id as number from petition
      where stream_id > $1 and registered_on <= $2 and (ended_on is null or ended_on >= $3)
      order by stream_id limit ${casesAtOnce}`,
    values: [after, lastDayOf(month), firstDayOf(month)],
  })
  return rows.map(({ number }) => number)
}

interface FactRow {
  readonly stream: string
  readonly version: number
  readonly fact: string
  readonly hash: Buffer
  readonly salt: Buffer
}

async function gatherFrom(
  client: ClientBase,
  { month, edition, logSize, organs }: Drawing,
  numbers: readonly string[],
  gathered: Gathered,
): Promise<void> {
  if (numbers.length === 0) return
  const { rows } = await client.query<FactRow>({
    name: 'figures facts',
    text: `select e.stream_id as stream, e.version, e.fact, e.hash, e.salt
      from event e join leaf l using (stream_id, version)
      where e.stream_id = any($1) and l.position < $2 order by e.stream_id, e.version`,
    values: [numbers, logSize],
  })
  const name = nameOfEdition(month, edition)
  for (const facts of Map.groupBy(rows, ({ stream }) => stream).values()) {
    const petition = stateAtEnd(facts, month)
    const line = petition && caseLine(petition, month, organs)
    const [first] = facts
    if (line && first) gathered.add(name, first, line)
  }
}

/**
 * The case as it stood when the month ended: all facts up to the first that happened later. What was entered late, but happened in
 * the month, counts until then, so that a correction can take it in.
 */
function stateAtEnd(facts: readonly FactRow[], month: Month): State {
  const lastDay = lastDayOf(month)
  let state: State = null
  for (const { fact } of facts) {
    const recorded = parseFact<Fact>(fact).fact
    if (recorded.on > lastDay) break
    state = petitionRoom.evolve(state, recorded)
  }
  return state
}
