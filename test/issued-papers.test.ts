/** The port through which a room issues papers of its own, with a room that is there for this alone. */
import { describe, expect, it } from 'vitest'
import { issuedBy, issuedPage } from '../src/documents/issued-papers.ts'
import { type PaperIssuer, paperOf } from '../src/documents/issuer.ts'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { numberingRoom } from '../src/documents/numbering/room.ts'
import type { AnyFact } from '../src/engine/envelope.ts'
import { execute } from '../src/engine/execute.ts'
import { readHistory } from '../src/engine/history.ts'
import type { Room } from '../src/engine/room.ts'
import { settingsOf } from '../src/identity/scope.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { ok } from '../src/kernel/result.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { house, office } = await openAnsweringHouse()
const bureau = 'county.bureau' as OrganId
const on = day('2026-11-23')

interface LetterWritten extends AnyFact {
  readonly type: 'LetterWritten'
  readonly organ: OrganId
}

/** Letters of supervision that are written one after the other and say what they are told. */
const letters: Room<number, LetterWritten> = {
  name: 'letters',
  initial: 0,
  evolve: (count) => count + 1,
  rows: () => ({}),
  tables: {},
}

const issuer: PaperIssuer = {
  owns: (stream) => stream.startsWith('letters:'),
  issuingFacts: ['LetterWritten'],
  papersOf: ({ on, organ }: AnyFact & { organ?: OrganId }, version) =>
    organ === undefined ? [] : [paperOf('supervisionLetter', { version, on, organ })],
  async open(stream, viewer) {
    const { facts } = await readHistory<LetterWritten>(house.app, stream, settingsOf(viewer, house.today()))
    if (facts.length === 0) return null
    const said = (text: string) => ({ zh: text, en: text })
    return {
      papers: facts.map(({ fact, version }) =>
        paperOf('supervisionLetter', { version, on: fact.on, organ: fact.organ }),
      ),
      contentOf: ({ version }, nameOf) => ({
        parts: {
          to: nameOf('county.land' as OrganId),
          matter: said('一件信访事项的办理情况'),
          under: said('根据有关规定'),
          orderKind: said('督促办理'),
          instruction: said('三日内答复'),
          day: said('2026年12月1日'),
          findings: version === 2 ? { unreadable: 'erased' } : said('没有按期答复'),
        },
        lists: {},
      }),
    }
  },
}

const stream = 'letters:one'
const write = (count: number, of = stream) =>
  execute<number, LetterWritten, never>(house, {
    ...{ room: letters, stream: of, expectedVersion: 'any', by: { kind: 'system', task: 'test' } },
    recordedAt: house.now(),
    decide: () => ok(Array.from({ length: count }, () => ({ type: 'LetterWritten', on, organ: bureau }) as const)),
  })

const rooms = [...issuing, issuer]
const numbered = () => catchUp(house, numberingReaction(house, rooms))
const viewer = { kind: 'staff', account: 'a1', organ: bureau, posts: ['clerk'] } as const

await write(2)
await numbered()
await numbered()

describe('Papers of another room', () => {
  it('bear numbers of the series of whoever issues them, each once', async () => {
    const papers = await issuedBy(house, [issuer], stream, viewer)
    expect(papers && [...papers.numbers]).toEqual([
      ['1-supervisionLetter', 'county.bureau信督〔2026〕1号'],
      ['2-supervisionLetter', 'county.bureau信督〔2026〕2号'],
    ])
  })

  it('are set as pages, in both languages, with the number', async () => {
    const papers = await issuedBy(house, [issuer], stream, viewer)
    const page = papers && issuedPage(house, papers, '1-supervisionLetter', 'zh')
    expect(page).toMatchObject({
      ok: true,
      value: { number: 'county.bureau信督〔2026〕1号', to: 'county.land：', isDraft: false, isNumberPending: false },
    })
    expect(JSON.stringify(page)).toContain('没有按期答复')
    expect(papers && issuedPage(house, papers, '1-supervisionLetter', 'en')).toMatchObject({
      value: { title: 'Letter of supervision' },
    })
  })

  it('that cannot be read are refused by the name of the part', async () => {
    const papers = await issuedBy(house, [issuer], stream, viewer)
    expect(papers && issuedPage(house, papers, '2-supervisionLetter', 'zh')).toMatchObject({
      error: { kind: 'paper-part-unreadable', part: 'findings', why: 'erased' },
    })
  })

  it('are of nobody where the stream is of no room, or not there', async () => {
    expect(await issuedBy(house, [issuer], 'organ:county', viewer)).toBeNull()
    expect(await issuedBy(house, [issuer], 'letters:two', viewer)).toBeNull()
  })

  it('are held against their facts by fsck, and a number of nothing is found', async () => {
    expect(await checkNumbers(house.work, rooms)).toEqual([])
    // whoever does not know the room takes its numbers for numbers of nothing
    const unknown = await checkNumbers(house.work, issuing)
    expect(unknown.map(({ kind }) => kind)).toEqual(['number-of-nothing', 'number-of-nothing'])
  })
})

describe('The number of a paper of another room', () => {
  it('is seen by whoever sees the fact that issued it, and by nobody else', async () => {
    const seen = async () => (await issuedBy(house, [issuer], stream, viewer))?.numbers.size
    expect(await seen()).toBe(2)
    await office.database.owner.query(
      `create policy test_kept on event as restrictive for select to xinqiao_app
        using (stream_id <> 'letters:one' or version = 1)`,
    )
    try {
      const { rows } = await house.app.query("select shown from paper_number where bearer = 'letters:one'")
      expect(rows).toEqual([{ shown: 'county.bureau信督〔2026〕1号' }])
    } finally {
      await office.database.owner.query('drop policy test_kept on event')
    }
  })
})

describe('Numbers given before other rooms issued papers', () => {
  it('are read as they were written, and not given again', () => {
    const old = {
      ...({ type: 'PaperNumbered', on, organ: bureau, year: 2026, numberClass: '转', number: 1 } as const),
      ...{ shown: '信转〔2026〕1号', petition: '261123000000017', paper: '2-transferLetter' },
    }
    const state = numberingRoom.evolve(null, old)
    expect(numberingRoom.rows(state, 'numbering:x').paper_number).toMatchObject([
      { bearer: '261123000000017', paper: '2-transferLetter', number: 1 },
    ])
    expect(() => numberingRoom.evolve(state, { ...old, number: 2 })).toThrow('has one already')
  })
})
