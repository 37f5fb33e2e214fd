import { describe, expect, it } from 'vitest'
import { err, ok } from '../kernel/result.ts'
import { execute } from './execute.ts'
import { appending, opened, put, taken } from './fixture.ts'
import { shelfHouse } from './shelf-house.ts'
import { type Due, type Sweep, sweep } from './sweep.ts'

const house = await shelfHouse()
await house.owner.query('create index on shelf_letter (letter, stream_id)')

/** Takes the letter from every shelf that has it. */
function taking(letter: string, refuses: (stream: string) => boolean = () => false): Sweep<Due> {
  return {
    name: 'take letters',
    async due(after, atMost) {
      const { rows } = await house.work.query(
        `select stream_id as stream, stream_id as key from shelf_letter
          where letter = $1 and stream_id > $2 order by stream_id limit $3`,
        [letter, after ?? '', atMost],
      )
      return rows
    },
    async act({ stream }) {
      if (stream.endsWith('bad')) throw new Error('a bad shelf')
      const decide = () => (refuses(stream) ? err({ kind: 'not-now' }) : ok([taken(letter)]))
      return (await execute(house, { ...appending<{ kind: string }>(stream, []), decide })).ok
    },
  }
}

const fill = (letter: string, names: readonly string[]): Promise<unknown> =>
  Promise.all(names.map((name) => execute(house, appending(`shelf:${letter}${name}`, [opened(), put(letter)]))))
const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at).padStart(3, '0'))

describe('a sweep', () => {
  it('acts once on everything that is due, page after page', async () => {
    await fill('a', numbered(57))
    await fill('other', ['1'])
    expect(await sweep(taking('a'), { pageSize: 10 })).toEqual({
      due: 57,
      done: 57,
      refused: 0,
      faults: [],
      more: false,
    })
    expect(await sweep(taking('a'))).toEqual({ due: 0, done: 0, refused: 0, faults: [], more: false })
    expect(
      (await house.work.query("select count(*)::integer as n from shelf_letter where letter = 'other'")).rows,
    ).toEqual([{ n: 1 }])
  })

  it('is not held up by what is refused or throws', async () => {
    await fill('b', [...numbered(25), '010bad'])
    const swept = await sweep(
      taking('b', (stream) => stream < 'shelf:b005'),
      { pageSize: 3 },
    )
    expect(swept).toEqual({
      due: 26,
      done: 20,
      refused: 5,
      faults: [{ stream: 'shelf:b010bad', fault: 'Error: a bad shelf' }],
      more: false,
    })
  })

  it('stops at its bound, and says that there is more', async () => {
    await fill('c', numbered(12))
    expect(await sweep(taking('c'), { atMost: 8, pageSize: 5 })).toMatchObject({ due: 8, done: 8, more: true })
    expect(await sweep(taking('c'), { atMost: 8, pageSize: 5 })).toMatchObject({ due: 4, done: 4, more: false })
  })

  it('ends when the house is closed', async () => {
    await fill('d', numbered(12))
    const closing = new AbortController()
    const { act, ...rest } = taking('d')
    const closed: Sweep<Due> = {
      ...rest,
      act: (item) => {
        closing.abort()
        return act(item)
      },
    }
    expect(await sweep(closed, { pageSize: 5, signal: closing.signal })).toMatchObject({ due: 5, done: 5, more: true })
  })

  it('refuses a query that does not move on', async () => {
    const stuck: Sweep<Due> = { name: 'stuck', due: async () => [{ key: 'k', stream: 's' }], act: async () => false }
    await expect(sweep(stuck, { pageSize: 1 })).rejects.toThrow('does not move on')
  })
})
