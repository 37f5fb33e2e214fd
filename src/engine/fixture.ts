import { day } from '../kernel/day.ts'
import { ok } from '../kernel/result.ts'
import type { AnyFact } from './envelope.ts'
import type { Execution, Room, Row } from './room.ts'

/** A room for the engine's own tests and measurements: a shelf on which letters are put and from which they are taken. */
export type ShelfFact = AnyFact &
  (
    | { readonly type: 'ShelfOpened'; readonly keeper: string }
    | {
        readonly type: 'LetterPut'
        readonly letter: string
        readonly pages: number
        readonly marks?: readonly string[]
      }
    | { readonly type: 'LetterTaken'; readonly letter: string }
  )

export interface Shelf {
  readonly keeper: string | null
  readonly letters: { readonly [letter: string]: { readonly pages: number; readonly marks: readonly string[] } }
}

export const shelves: Room<Shelf, ShelfFact> = {
  name: 'shelf',
  initial: { keeper: null, letters: {} },
  evolve(shelf, fact) {
    if (fact.type === 'ShelfOpened') return { ...shelf, keeper: fact.keeper }
    if (shelf.keeper === null) throw new Error('a shelf that was never opened')
    const { [fact.letter]: letter, ...rest } = shelf.letters
    if (fact.type === 'LetterPut') {
      return { ...shelf, letters: { ...rest, [fact.letter]: { pages: fact.pages, marks: fact.marks ?? [] } } }
    }
    if (!letter) throw new Error('a letter that is not there')
    return { ...shelf, letters: rest }
  },
  rows({ keeper, letters }) {
    const all = Object.entries(letters)
    const pages = all.reduce((sum, [, letter]) => sum + letter.pages, 0)
    return {
      shelf: [{ keeper, letters: all.length, pages, opened_on: '2026-03-02', summary: { pages } }],
      shelf_letter: all.map(([letter, of]): Row => ({ letter, pages: of.pages, marks: of.marks })),
    }
  },
  tables: { shelf: { key: [] }, shelf_letter: { key: ['letter'] } },
}

/** What the migrations of a room would say. */
export const shelfTables = `
  create table shelf (stream_id text primary key, keeper text, letters integer not null, pages integer not null,
    opened_on date not null, summary jsonb not null, pages_twice integer generated always as (pages * 2) stored);
  create table shelf_letter (stream_id text, letter text, pages integer not null, marks text[],
    primary key (stream_id, letter));
  create table shelf_index (stream_id text, kind text, digest bytea, primary key (stream_id, kind, digest));
  grant select, insert, update, delete on shelf, shelf_letter, shelf_index to xinqiao_app, xinqiao_work`

export const on = day('2026-03-02')
export const opened = (keeper = 'k1'): ShelfFact => ({ type: 'ShelfOpened', on, keeper })
export const put = (letter: string, pages = 1): ShelfFact => ({ type: 'LetterPut', on, letter, pages })
export const taken = (letter: string): ShelfFact => ({ type: 'LetterTaken', on, letter })

/** An execution that appends these facts, whatever was before. */
export function appending<Refusal = never>(
  stream: string,
  facts: readonly ShelfFact[],
  rest: Partial<Execution<Shelf, ShelfFact, Refusal>> = {},
): Execution<Shelf, ShelfFact, Refusal> {
  return {
    room: shelves,
    stream,
    expectedVersion: 'any',
    by: { kind: 'system', task: 'test' },
    recordedAt: '2026-03-02T08:00:00.000Z',
    decide: () => ok(facts),
    ...rest,
  }
}
