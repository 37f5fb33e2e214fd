import { expect, it } from 'vitest'
import { cascade } from './cascade.ts'

const row = (letter: string, carriesOn: string | null = null) => ({ letter, carriesOn })
const shape = (rows: Parameters<typeof cascade>[0]) =>
  cascade(rows).map(({ row: { letter }, depth }) => `${depth}${letter}`)

it('puts each letter below the one that it carries on, in the order given', () => {
  expect(shape([row('c', 'b'), row('a'), row('b', 'a'), row('d', 'a'), row('e')])).toEqual([
    '0a',
    '1b',
    '2c',
    '1d',
    '0e',
  ])
})

it('loses none: neither one whose upper letter is not there nor any of a circle', () => {
  expect(shape([row('x', 'unseen')])).toEqual(['0x'])
  expect(shape([row('p', 'q'), row('q', 'p')])).toEqual(['0p', '0q'])
})
