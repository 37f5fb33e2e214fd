/** Document numbers on a real database: no gap and no duplicate, whoever asks at the same time. */
import { describe, expect, it } from 'vitest'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberOf } from '../src/documents/numbering/giving.ts'
import { numberingStream, type Series, streamHolds } from '../src/documents/numbering/numbering.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { numberingRoom } from '../src/documents/numbering/room.ts'
import { fsck } from '../src/engine/fsck.ts'
import { issuing } from '../src/issuing.ts'
import { day } from '../src/kernel/day.ts'
import { petitionRoom } from '../src/petition/room.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { house, ask, register, act, staffOf } = await openAnsweringHouse()
const pools = { app: house.app, work: house.work, now: () => house.now() }
const clerk = await staffOf('county.bureau')
const other = await staffOf('county.land', 'clerk', 'head')
const reaction = numberingReaction(house, issuing)

const numbered = () => catchUp(house, reaction)

const series = (numberClass: string): Series => ({ organ: 'county.land' as never, year: 2026, numberClass })
const asking = (numberClass: string, at: number) => ({
  ...{ series: series(numberClass), code: '青川县自然资源局信', on: day('2026-11-23') },
  ...{ bearer: `2611230000${String(at).padStart(5, '0')}`, paper: '3-receiptNotice' },
})
const numbersOf = async (numberClass: string): Promise<readonly number[]> => {
  const { rows } = await house.work.query<{ number: number }>(
    'select number from paper_number where number_class = $1 order by number',
    [numberClass],
  )
  return rows.map(({ number }) => number)
}

describe('Numbers of documents', () => {
  it('have no gap and no duplicate where many ask at the same time, past the end of a stream', async () => {
    const many = streamHolds + 20
    const shown = await Promise.all(Array.from({ length: many }, (_, at) => numberOf(pools, asking('试', at))))
    expect(new Set(shown).size).toBe(many)
    expect(await numbersOf('试')).toEqual(Array.from({ length: many }, (_, at) => at + 1))
    expect(shown).toContain(`青川县自然资源局信试〔2026〕${many}号`)
  }, 60_000)

  it('are given once, however often and however many at a time ask for the same paper', async () => {
    const shown = await Promise.all(Array.from({ length: 12 }, () => numberOf(pools, asking('同', 9001))))
    expect(new Set(shown)).toEqual(new Set(['青川县自然资源局信同〔2026〕1号']))
    expect(await numbersOf('同')).toEqual([1])
  })

  it('run apart by organ, year and class', async () => {
    const [first] = [asking('甲', 9002)]
    const next = { ...first, series: { ...series('甲'), year: 2027 }, bearer: '270101000000001' }
    const elsewhere = { ...first, series: { ...series('甲'), organ: 'county' as never }, bearer: '261123000099009' }
    for (const each of [first, next, elsewhere]) expect(await numberOf(pools, each)).toContain('〕1号')
  })

  it('that follow nothing are found by fsck', async () => {
    const found = await checkNumbers(house.work, issuing)
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['number-of-nothing']))
  })
})

describe('Papers of petitions', () => {
  it('are numbered in the order of their facts, once, by whoever issued them', async () => {
    await house.work.query("delete from paper_number where number_class in ('试', '同', '甲')")
    const { number } = await register({})
    const version = async () => (await ask(clerk, 'GET', `/api/petitions/${number}`)).body.version
    await act(clerk, number, 'transfer', { to: 'county.land' })
    await act(other, number, 'accept', {
      route: 'handlingOpinion',
      procedure: '调查核实后出具处理意见',
      told: { way: 'onTheSpot' },
    })
    expect(await version()).toBe(3)
    await numbered()
    await numbered()
    const { rows } = await house.work.query(
      'select paper, shown, organ from paper_number where bearer = $1 order by paper',
      [number],
    )
    expect(rows).toEqual([
      { paper: '2-destinationNotice', shown: 'county.bureau信告〔2026〕1号', organ: 'county.bureau' },
      { paper: '2-transferLetter', shown: 'county.bureau信转〔2026〕1号', organ: 'county.bureau' },
      { paper: '3-receiptNotice', shown: 'county.land信受〔2026〕1号', organ: 'county.land' },
    ])
    expect(await checkNumbers(house.work, issuing)).toEqual([])
  })

  it('and their numbers follow from the facts', async () => {
    const { errors } = await fsck(house, [petitionRoom, numberingRoom])
    const own = errors.filter(({ stream }) => stream.startsWith('numbering:'))
    // the rows that the test above took away, and nothing else
    expect(own.every((error) => 'table' in error && error.stream.match(/:(?:试|同|甲):/))).toBe(true)
  })

  it('a number that was taken away is missed', async () => {
    await register({}).then(({ number }) => act(clerk, number, 'transfer', { to: 'county.land' }))
    await numbered()
    await house.work.query("delete from paper_number where number_class = '转' and number = 1")
    const found = await checkNumbers(house.work, issuing)
    expect(found).toMatchObject([{ kind: 'number-missing', number: 2 }])
  })
})

describe('The streams of numbers', () => {
  const stream = numberingStream({ organ: 'county.bureau' as never, year: 2026, numberClass: '转' }, 1)

  it('are read by nobody who serves pages, because they name petitions', async () => {
    const { rows } = await house.work.query('select 1 from event where stream_id = $1', [stream])
    expect(rows.length).toBeGreaterThan(0)
    const { rows: seen } = await house.app.query('select 1 from event where stream_id = $1', [stream])
    expect(seen).toEqual([])
    const { rows: numbers } = await house.app.query('select 1 from paper_number')
    expect(numbers).toEqual([])
  })

  it('are written by nobody who serves pages', async () => {
    await expect(
      house.app.query(
        `insert into event (stream_id, version, type, fact, hash, salt, recorded_at)
          values ($1, 999, 'PaperNumbered', '{}', '', '', now())`,
        [stream],
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(house.app.query('delete from paper_number')).rejects.toThrow(/permission denied/)
  })
})
