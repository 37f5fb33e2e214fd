/** Search on the wire and in the database (docs/adr/0060): what is found, by whom, and by whom never. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { searchReaction } from '../src/insight/search/indexing.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { ask, register, act, staffOf, house, search } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const stranger = await staffOf('county.labour', 'clerk', 'head')
const inspector = await staffOf('county.discipline', 'clerk', 'head')

const read = () => catchUp(house, searchReaction(search))
const asWork = async (text: string, values: unknown[] = []) => (await house.work.query(text, values)).rows
const look = async (who: Asker, q: string, more = '') => {
  const { status, body } = await ask(who, 'GET', `/api/insight/search?q=${encodeURIComponent(q)}${more}`)
  expect(status, JSON.stringify(body)).toBe(200)
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  return body as any
}
const found = async (who: Asker, q: string, more = ''): Promise<readonly string[]> =>
  (await look(who, q, more)).items.map(({ petition }: { petition: { number: string } }) => petition.number)
type Stretches = readonly { readonly text: string; readonly isMarked: boolean }[]
const marked = (stretches: Stretches) => stretches.filter(({ isMarked }) => isMarked).map(({ text }) => text)
const plain = (stretches: Stretches) => stretches.map(({ text }) => text).join('')

const told = { way: 'onTheSpot' }
const answered = async (number: string, answer: string) => {
  await act(bureau, number, 'transfer', { to: 'county.land' })
  await act(land, number, 'accept', { route: 'handlingOpinion', procedure: '依法办理', told })
  await act(land, number, 'record-contact', { way: 'visit', note: '见面听取了意见', heard: true })
  await act(land, number, 'issue-opinion', {
    ...{ facts: answer, legalBasis: '依据有关规定', remedy: '可以请求复查', executeBy: null },
    answers: [{ claim: 'c1', outcome: 'explained', answer }],
  })
}

describe('What is found', () => {
  it('is what was asked and answered, best in the title, then the newest, with the words marked', async () => {
    const inText = await register({ title: '修水渠的事', text: '村里的灌溉渠塌了一段，下游浇不上地。' }, bureau)
    const titled = await register({ title: '灌溉渠塌方没人修', text: '请派人来看。' }, bureau)
    const replied = await register({ title: '请求补偿', text: '地被淹了。', claims: ['补偿损失'] }, bureau)
    await answered(replied.number, '经查，灌溉渠由水利站负责维护。')
    await read()
    const { items, count, sought } = await look(bureau, '灌溉渠')
    expect(items.map(({ petition }: { petition: { number: string } }) => petition.number)[0]).toBe(titled.number)
    expect(new Set(await found(bureau, '灌溉渠'))).toEqual(new Set([inText.number, titled.number, replied.number]))
    expect([count, sought.join('')]).toEqual([{ atLeast: 3, isMore: false }, '灌溉渠'])
    const shown = new Map(
      items.map(
        ({
          petition,
          shown: s,
        }: {
          petition: { number: string }
          shown: { in: string; text: Stretches; title: Stretches }
        }) => [petition.number, s],
      ),
    ) as ReadonlyMap<string, { in: string; text: Stretches; title: Stretches }>
    expect(marked(shown.get(titled.number)?.title ?? []).join('')).toBe('灌溉渠')
    expect(shown.get(inText.number)?.in).toBe('asked')
    expect(shown.get(replied.number)?.in).toBe('answered')
    expect(plain(shown.get(replied.number)?.text ?? [])).toContain('灌溉渠由水利站负责')
  })

  it('has every word, in any order, and in quotes the phrase as it is', async () => {
    const one = await register({ title: '噪声', text: '夜间施工噪声很大，影响休息。' }, bureau)
    const other = await register({ title: '施工', text: '白天施工，没有夜间。' }, bureau)
    await read()
    expect(new Set(await found(bureau, '施工 夜间'))).toEqual(new Set([one.number, other.number]))
    expect(await found(bureau, '“夜间施工”')).toEqual([one.number])
    expect(await found(bureau, '施工 夜间 鱼塘')).toEqual([])
  })

  it('is found by what no dictionary has, by a part of a word, and whatever its width and case', async () => {
    const { number } = await register({ title: '龘靐坪的ＷＩＦＩ信号塔', text: '信号塔离家太近。' }, bureau)
    await read()
    for (const q of ['龘靐坪', '靐坪', 'wifi', 'WiFi 信号', '信号塔'])
      expect(await found(bureau, q), q).toEqual([number])
  })

  it('is filtered by where it stands, and follows what happens to it', async () => {
    const { number } = await register(
      { title: '鹅卵石滩被围', text: '河滩围起来收费。', category: 'land.requisition', channel: 'visit' },
      bureau,
    )
    await read()
    for (const more of [
      '&goesOn=open',
      '&category=land',
      '&category=land.requisition',
      '&place=9901',
      '&channel=visit',
      '&holder=county.bureau',
      '&stage=registered',
      '&class=appeal',
      '&from=2026-11-01&until=2026-11-30',
    ])
      expect(await found(bureau, '鹅卵石滩', more), more).toEqual([number])
    for (const more of [
      '&goesOn=ended',
      '&category=labour',
      '&place=9902',
      '&channel=letter',
      '&holder=county.land',
      '&stage=closed',
      '&class=suggestion',
      '&until=2026-10-31',
    ])
      expect(await found(bureau, '鹅卵石滩', more), more).toEqual([])
    await act(bureau, number, 'transfer', { to: 'county.land' })
    await act(bureau, number, 'correct', { field: 'category', to: 'land.minerals', reason: '误选' })
    await read()
    expect(await found(bureau, '鹅卵石滩', '&holder=county.land&category=land.minerals')).toEqual([number])
    expect(await found(land, '鹅卵石滩')).toEqual([number])
  })

  it('is no longer found by a title that was corrected', async () => {
    const { number } = await register({ title: '旧题目里的鳄梨', text: '无关。' }, bureau)
    await read()
    expect(await found(bureau, '鳄梨')).toEqual([number])
    await act(bureau, number, 'correct', { field: 'title', to: '新题目里的山竹', reason: '写错' })
    await read()
    expect([await found(bureau, '鳄梨'), await found(bureau, '山竹')]).toEqual([[], [number]])
  })

  it('comes in pages that neither repeat nor leave out', async () => {
    const numbers = new Set<string>()
    for (let at = 0; at < 7; at += 1)
      numbers.add((await register({ title: `蜂箱第${at}次`, text: '蜂箱被砸。' }, bureau)).number)
    await read()
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { items, next, count } = await look(bureau, '蜂箱', `&limit=3${cursor}`)
      expect(count.atLeast).toBe(7)
      seen.push(...items.map(({ petition }: { petition: { number: string } }) => petition.number))
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    expect([seen.length, new Set(seen)]).toEqual([7, numbers])
  })

  it('is the petition whose number was typed, and organs by their names', async () => {
    const { number } = await register({}, bureau)
    const { number: typed, organs } = await look(bureau, number)
    expect(typed.number).toBe(number)
    expect(organs).toEqual([])
    expect((await look(stranger, number)).number).toBeNull()
    expect((await look(bureau, 'county.land')).organs.map(({ id }: { id: string }) => id)).toEqual(['county.land'])
  })
})

describe('What is typed', () => {
  it.each(
    [
      '',
      ' ',
      '，。！？',
      '%',
      '_',
      '%_%',
      "'; drop table search_row; --",
      '& | ! ( ) :* <->',
      '"',
      '""',
      '“”',
      '\\',
      '水',
      '\u0000',
      '\u200b\u202e',
      '水'.repeat(2000),
      '灌溉'.repeat(900),
      'a'.repeat(1999),
      '😀😀',
      '\ud800',
      '１２３４５',
      'or 1=1',
      '{1,2}',
      '[[',
      '{"a":1}',
      '的的的的',
    ].map((q) => [q.length > 40 ? `${q.slice(0, 10)}… of ${q.length}` : JSON.stringify(q), q] as const),
  )('finds or finds nothing, and breaks nothing: %s', async (_, q) => {
    const { status, body } = await ask(bureau, 'GET', `/api/insight/search?q=${encodeURIComponent(q.toWellFormed())}`)
    expect([200, 400, 414]).toContain(status)
    if (status === 200) expect(Array.isArray(body.items)).toBe(true)
  })

  it('says what was looked for, and nothing where only signs were typed', async () => {
    expect((await look(bureau, '，。！%')).sought).toEqual([])
    expect((await look(bureau, '请问灌溉渠如何修')).sought).not.toContain('请问')
  })

  it.each(['cursor=abc', 'place=99x', 'place=%25', 'from=yesterday', 'limit=1000', 'goesOn=maybe'])(
    'is refused where it cannot be meant: %s',
    async (more) => {
      expect((await ask(bureau, 'GET', `/api/insight/search?q=水渠&${more}`)).status).toBe(400)
    },
  )
})

describe('Who finds what', () => {
  it('is whoever has a part in it, and nobody else', async () => {
    const { number } = await register({ title: '貔貅石像被盗', text: '祠堂门口。' }, bureau)
    await read()
    expect(await found(bureau, '貔貅')).toEqual([number])
    for (const who of [stranger, land])
      expect(await look(who, '貔貅')).toMatchObject({ items: [], count: { atLeast: 0, isMore: false } })
    expect((await ask(keyOf(await register({})), 'GET', '/api/insight/search?q=貔貅')).status).toBe(403)
    expect((await ask(null, 'GET', '/api/insight/search?q=貔貅')).status).toBe(401)
  })

  it('of an accusation nobody finds a word: neither the accused, nor the bureau, nor whoever may open it', async () => {
    const { number } = await register({
      ...{
        class: 'accusation',
        title: '饕餮宴',
        text: '公款吃喝饕餮宴。',
        about: [{ as: 'accused', organ: 'county.land' }],
      },
    })
    await read()
    for (const who of [bureau, land, inspector, stranger]) expect(await found(who, '饕餮')).toEqual([])
    expect(await asWork('select from search_row where stream_id = $1', [number])).toEqual([])
    expect(await asWork("select from sealed where stream_id = $1 and ref = 'search~masked'", [number])).toEqual([])
  })

  it('is not found once it turned out to accuse somebody, even before the reader has come so far', async () => {
    const { number } = await register({ title: '狻猊香炉', text: '香炉不见了。' }, bureau)
    await read()
    expect(await found(bureau, '狻猊')).toEqual([number])
    await act(bureau, number, 'correct', { field: 'class', to: 'accusation', reason: '内容是检举' })
    expect(await found(bureau, '狻猊')).toEqual([])
    await read()
    expect(await asWork('select from search_row where stream_id = $1', [number])).toEqual([])
  })

  it('is not found by whoever has withdrawn, by a named official, nor by the accused, whatever lies in the index', async () => {
    const { number } = await register({ title: '獬豸雕像', text: '雕像倒了。' }, bureau)
    await read()
    const keepOut = (column: string, values: readonly string[]) =>
      asWork(`update petition_organ set ${column} = $2 where stream_id = $1`, [number, values])
    for (const [column, value] of [
      ['recused', bureau.account],
      ['officials', bureau.account],
      ['accused', 'county.bureau'],
      ['accused', 'county'],
    ] as const) {
      await keepOut(column, [value])
      expect(await look(bureau, '獬豸'), column).toMatchObject({ items: [], count: { atLeast: 0 } })
      await keepOut(column, [])
    }
    await asWork(`update petition_organ set is_part = false, sights = '{"* 2026-11-22"}' where stream_id = $1`, [
      number,
    ])
    expect(await found(bureau, '獬豸')).toEqual([])
    await asWork(`update petition_organ set sights = '{"* 2026-11-23"}' where stream_id = $1`, [number])
    expect(await found(bureau, '獬豸')).toEqual([number])
    await asWork(`update petition_organ set is_part = true, sights = '{}' where stream_id = $1`, [number])
  })

  it('knows no petitioner: masked words alone, and of a confidential one what lies masked', async () => {
    const people = [{ name: '令狐爨', phone: '19971230457' }]
    const text = '我叫令狐爨，电话19971230457，水表空转。'
    const named = await register({ title: '令狐爨反映水表', text, people }, bureau)
    const confidential = await register(
      { title: '令狐爨反映水表', text, people, confidentiality: 'confidential' },
      bureau,
    )
    await read()
    expect(new Set(await found(bureau, '水表空转'))).toEqual(new Set([named.number, confidential.number]))
    for (const q of ['令狐爨', '狐爨', '19971230457']) expect(await found(bureau, q), q).toEqual([])
    const { items } = await look(bureau, '水表空转')
    expect(JSON.stringify(items)).not.toMatch(/爨|19971230457/)
  })

  it('of what was said of those who handle it finds nothing: reports past them, ratings and notes', async () => {
    const registered = await register({ title: '螭吻瓦当', text: '瓦当掉落。' })
    const petitioner = keyOf(registered)
    await ask(petitioner, 'POST', '/api/follow/reports', { about: 'retaliation', text: '他们用朱鹮威胁我' })
    await act(bureau, registered.number, 'transfer', { to: 'county.land', note: '请注意白鹭' })
    await read()
    expect(await found(bureau, '螭吻')).toEqual([registered.number])
    for (const q of ['朱鹮', '白鹭']) expect(await found(bureau, q)).toEqual([])
  })
})

describe('The door in the database', () => {
  it('is the only way: the house that serves reads no row, and a session that names nobody finds nothing', async () => {
    await expect(house.app.query('select * from search_row')).rejects.toThrow(/permission denied/)
    const words = (await asWork('select words[1:1] as words from search_row limit 1'))[0].words
    const call = `select * from search_petitions($1, '[]', '{}', '{}', null, null, null, null, null, null, 10, 10)`
    expect((await house.app.query(call, [words])).rows).toEqual([])
    const named = (organ: string) =>
      fly(house.app, [
        ...settingStatements({ 'xinqiao.organ': organ, 'xinqiao.account': 'x', 'xinqiao.today': '2026-11-23' }),
        { name: '', text: call, values: [`{${words[0]}}`] },
      ])
    expect((await named('county.labour')).at(-1)).toEqual([])
    expect((await named('county.bureau')).at(-1)?.length).toBeGreaterThan(0)
    await expect(house.work.query(call, [words])).rejects.toThrow(/permission denied/)
  })

  it('finds the newest and counts right, however the months are walked that have few or many of them', async () => {
    const [word, mark] = [77_000_001, 77_000_002]
    // a few each month for three years, and very many in the tenth month: in steps of several months, and month by month again
    const perMonth = Array.from({ length: 36 }, (_, at) => (at === 9 ? 1100 : at % 4))
    const days = perMonth.flatMap((each, at) => Array.from({ length: each }, () => at))
    await asWork(
      `insert into search_row select '98' || lpad(at::text, 13, '0'), $1::date - month * 30, 1, '', array[$2::int], array[$3::int, $3 + 1 + month]
        from unnest($4::int[]) with ordinality as each (month, at)`,
      ['2026-11-23', word, mark, days],
    )
    await asWork(
      `insert into petition_organ select stream_id, 'county.land', registered_on, 'registered', '{}', '{}', '{}', 'none', true, '{}'
        from search_row where words = array[$1::int]`,
      [word],
    )
    const months = perMonth.map((_, at) => mark + 1 + at)
    const look = async (most: number) => {
      const text = `select stream_id, registered_on::text as day, counted, is_more from search_petitions(array[$1::int], '[]', array[$2::int], $3::int[],
        null, null, null, null, null, null, 5000, $4::int)`
      const settings = { 'xinqiao.organ': 'county.land', 'xinqiao.account': 'x', 'xinqiao.today': '2026-11-23' }
      const values = [word, mark, `{${months}}`, most]
      return (await fly(house.app, [...settingStatements(settings), { name: '', text, values }])).at(-1) ?? []
    }
    for (const most of [1, 7, 12, 100, 540, 1000]) {
      const rows = (await look(most)) as { day: string; counted: number; is_more: boolean }[]
      const shown = rows.map(({ day }) => day)
      const newest = days.map((at) => addDays(day('2026-11-23'), -30 * at)).slice(0, most)
      expect([most, shown.toSorted().toReversed()]).toEqual([most, newest])
      expect(rows[0]).toMatchObject({ counted: most, is_more: true })
    }
    expect((await look(2000)).length).toBe(days.length)
    for (const table of ['search_row', 'petition_organ'])
      await asWork(
        `delete from ${table} where stream_id like '98%' and stream_id in (select '98' || lpad(n::text, 13, '0') from generate_series(1, 2000) n)`,
      )
  })

  it('holds no word that anybody wrote', async () => {
    const rows = await asWork('select * from search_row')
    expect(rows.length).toBeGreaterThan(10)
    expect(JSON.stringify(rows)).not.toMatch(/\p{Script=Han}/u)
  })

  it('leaves the books right', async () => {
    await read()
    expect((await fsck(house, everyRoom)).errorCount).toBe(0)
  })
})
