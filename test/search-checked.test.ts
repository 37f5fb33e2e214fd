/** What is found is kept right: by the checks of `fsck`, when keys are renewed, and when content is erased. */
import { expect, it } from 'vitest'
import { markNewest } from '../src/identity/key-mark.ts'
import { repeatReaction } from '../src/insight/repeats/indexing.ts'
import { checkSearch } from '../src/insight/search/checking.ts'
import { searchReaction } from '../src/insight/search/indexing.ts'
import { staleRows } from '../src/insight/search/remaking.ts'
import { searchHouse } from '../src/wiring.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, staffOf, house, search } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const read = async () => {
  await catchUp(house, searchReaction(search))
  await catchUp(house, repeatReaction(search))
}
const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows
const found = async (q: string) =>
  (await ask(bureau, 'GET', `/api/insight/search?q=${encodeURIComponent(q)}`)).body.items.map(
    ({ petition }: { petition: { number: string } }) => petition.number,
  )
const kinds = async () => (await checkSearch(search)).map(({ kind, stream }) => [kind, stream])
const longText = '村东头的水渠塌了三年，浇不上地，麒麟山下二百多亩稻田没有水，请派人来修。'

it('names a row that is missing, one that is left, and one that is not what it ought to be; a reader that lags is no fault', async () => {
  const one = await register({ title: '麒麟', text: longText }, bureau)
  expect(await kinds()).toEqual([])
  await read()
  expect(await kinds()).toEqual([])
  await asWork('update search_row set words = words[2:] where stream_id = $1', [one.number])
  await asWork(
    'update repeat_print set print = 7 where (stream_id, print) = (select stream_id, print from repeat_print where stream_id = $1 limit 1)',
    [one.number],
  )
  expect(await kinds()).toEqual([
    ['search-row-wrong', one.number],
    ['repeat-print-wrong', one.number],
  ])
  await asWork(`update petition set class = 'accusation' where stream_id = $1`, [one.number])
  expect(await kinds()).toEqual([['search-row-left', one.number]])
  await asWork(`update petition set class = 'appeal' where stream_id = $1`, [one.number])
  await asWork('delete from search_row where stream_id = $1', [one.number])
  expect(await kinds()).toEqual([['search-row-missing', one.number]])
  await asWork('delete from repeat_print where stream_id = $1', [one.number])
  await asWork(`delete from consumer where name in ('search', 'repeats')`)
  await read()
  expect(await kinds()).toEqual([])
  expect(await found('麒麟')).toEqual([one.number])
})

it('finds all the while the key of the index is renewed, and makes the rows again', async () => {
  const { number } = await register({ title: '凤凰台', text: `${longText}凤凰台下。` }, bureau)
  await read()
  await house.vault.renew('index')
  await markNewest(house.app, house.vault, 'index')
  const renewed = searchHouse(house, house.vault)
  const later = await register({ title: '凤凰台塌了', text: '台子。' }, bureau)
  await catchUp(house, searchReaction(renewed))
  await catchUp(house, repeatReaction(renewed))
  expect(new Set(await found('凤凰台'))).toEqual(new Set([number, later.number]))
  expect(await checkSearch(renewed)).toEqual([])
  while (await staleRows(renewed).once()) expect(true).toBe(true)
  expect(
    await asWork('select distinct generation from search_row union select distinct generation from repeat_print'),
  ).toHaveLength(1)
  expect(new Set(await found('凤凰台'))).toEqual(new Set([number, later.number]))
  expect(await checkSearch(renewed)).toEqual([])
})
