/** Calls for suggestions and what becomes of suggestions, on the wire and in the database (信访工作条例 art. 29, docs/adr/0043). */
import { describe, expect, it } from 'vitest'
import { suggestionReaction, suggestionTaskReaction } from '../src/coordination/suggestions/reactions.ts'
import { streamOfPetition } from '../src/coordination/suggestions/room.ts'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { tasksFrom } from '../src/tasks/queries.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { callBodies, nobodysCall, suggestionBodies } from './command-bodies.ts'
import { organ } from './office.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')
const head = await staffOf('county.bureau', 'head')
const city = await staffOf('prefecture.bureau', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk')
const landHead = await staffOf('county.land', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')

interface Read {
  readonly [key: string]: unknown
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const onCall = (who: Asker, call: string, segment: string, body: object = callBodies[segment] ?? {}) =>
  ask(who, 'POST', `/api/own-calls/${call}/${segment}`, body)
const on = (who: Asker, suggestion: string, segment: string, body: object = suggestionBodies[segment] ?? {}) =>
  ask(who, 'POST', `/api/suggestions/${suggestion}/${segment}`, body)
const read = (who: Asker, suggestion: string) => ask(who, 'GET', `/api/suggestions/${suggestion}`)

async function onDay<T>(today: string, then: () => Promise<T>): Promise<T> {
  house.setToday(today)
  try {
    return await then()
  } finally {
    house.setToday('2026-11-23')
  }
}

/** Everything that follows by itself, twice over: reading a fact again changes nothing. */
async function follow(): Promise<void> {
  for (const consumer of [suggestionReaction(house), suggestionTaskReaction(house)]) await catchUp(house, consumer)
}

async function drafted(who: Asker = clerk, more: object = {}): Promise<string> {
  return (await must(ask(who, 'POST', '/api/own-calls', { ...callBodies.draft, ...more }))).call as string
}
async function published(more: object = {}): Promise<string> {
  const call = await drafted(clerk, more)
  await must(onCall(clerk, call, 'submit'))
  await must(onCall(head, call, 'publish'))
  return call
}

const words = { class: 'suggestion', title: '站台加几条长椅', text: '等车的多是老人。', claims: ['加长椅'] }
const suggest = (more: object = {}, who: Asker = null): Promise<Registered> =>
  register({ ...words, organ: 'county.bureau', ...more }, who)
const idOf = ({ number }: { readonly number: string }) => streamOfPetition(number).slice('suggestion:'.length)

const reply = { adoption: 'wholly', study: '有经费，可以做到', reply: '采纳，下月开始安装' }
/** Sent to the land office, which takes it up and replies to it. */
async function replied(petition: Registered, more: object = {}): Promise<void> {
  await act(clerk, petition.number, 'transfer', { to: 'county.land', note: '请研究' })
  await act(land, petition.number, 'accept', {
    ...{ route: null, track: 'ordinary', procedure: '研究后回复', told: { way: 'onTheSpot', proof: null } },
  })
  await act(land, petition.number, 'conclude-suggestion', { ...reply, ...more })
  await follow()
}
async function answered(more: object = {}): Promise<{ petition: Registered; suggestion: string }> {
  const petition = await suggest(more)
  await follow()
  await replied(petition)
  return { petition, suggestion: idOf(petition) }
}

describe('信访工作条例 art. 29 (3): a call for suggestions', () => {
  it('is read by nobody outside its organ before it is published, and by everybody after', async () => {
    const call = await drafted()
    for (const who of [null, labour, clerk]) expect((await ask(who, 'GET', `/api/calls/${call}`)).status).toBe(404)
    expect((await ask(labour, 'GET', `/api/own-calls/${call}`)).status).toBe(404)
    await must(onCall(clerk, call, 'submit'))
    await must(onCall(head, call, 'publish'))
    expect(await must(ask(null, 'GET', `/api/calls/${call}`))).toMatchObject({
      ...{ title: '公交线路怎么改', questions: ['您最想改哪一条？'], organ: { id: 'county.bureau' }, daysLeft: 38 },
      answeredBy: [{ id: 'county.land' }],
    })
    const { items } = await must(ask(null, 'GET', '/api/calls'))
    expect(items).toContainEqual(expect.objectContaining({ call, title: '公交线路怎么改' }))
    expect((await ask(labour, 'GET', `/api/own-calls/${call}`)).status).toBe(404)
  })

  it('is published by another person than those who wrote it', async () => {
    const call = await drafted(head)
    await must(onCall(clerk, call, 'submit'))
    expect((await onCall(clerk, call, 'publish')).body).toMatchObject({ refusal: 'call-needs-post' })
    expect((await onCall(head, call, 'publish')).body).toMatchObject({ refusal: 'own-call' })
    await must(onCall(head, call, 'return'))
    expect(await must(ask(clerk, 'GET', `/api/own-calls/${call}`))).toMatchObject({ returned: { reason: '问题太多' } })
  })

  it('is in public with its words and nothing of who wrote and who approved it', async () => {
    const call = await published()
    const { answer } = await ask(null, 'GET', `/api/calls/${call}`)
    for (const { account } of [clerk, head]) expect(answer.body).not.toContain(account)
  })

  it('is closed after its last day and never while somebody waits for a reply', async () => {
    const call = await published()
    const petition = await suggest({ answersCall: call })
    await follow()
    expect((await onCall(head, call, 'close')).body).toMatchObject({ refusal: 'call-still-open' })
    await onDay('2027-01-01', async () =>
      expect((await onCall(head, call, 'close')).body).toMatchObject({ refusal: 'suggestions-unanswered' }),
    )
    await replied(petition, { adoption: 'partly' })
    await onDay('2027-01-01', () => must(onCall(head, call, 'close')))
    expect(await must(ask(null, 'GET', `/api/calls/${call}`))).toMatchObject({
      ...{ stage: 'closed', report: '采纳了一半', daysLeft: null },
      counts: { received: 1, wholly: 0, partly: 1, notAdopted: 0, elsewhere: 0 },
    })
  })

  it('is answered by a petition like any other, whatever the call turns out to be', async () => {
    const call = await published()
    const [one, none, appeal] = [
      await suggest({ answersCall: call }),
      await suggest({ answersCall: nobodysCall }),
      await register({ answersCall: call }),
    ]
    await follow()
    expect(await must(read(clerk, idOf(one)))).toMatchObject({ call: { call, title: '公交线路怎么改' } })
    expect(await must(read(clerk, idOf(none)))).toMatchObject({ call: null, stage: 'received' })
    expect((await read(clerk, idOf(appeal))).status).toBe(404)
    const { items } = await must(ask(clerk, 'GET', `/api/suggestions?call=${call}`))
    expect(items).toEqual([expect.objectContaining({ petition: one.number, title: '站台加几条长椅' })])
  })

  it('shows what came in to the organ that asked, also where another registered it, until the call is closed', async () => {
    const call = (await must(ask(city, 'POST', '/api/own-calls', callBodies.draft))).call as string
    const chief = await staffOf('prefecture.bureau', 'head')
    await must(onCall(city, call, 'submit'))
    await must(onCall(chief, call, 'publish'))
    const petition = await suggest({ answersCall: call }, clerk)
    await follow()
    const { items } = await must(ask(city, 'GET', `/api/suggestions?call=${call}`))
    expect(items).toHaveLength(1)
    expect((await on(city, idOf(petition), 'assign-study')).body).toMatchObject({ refusal: 'suggestion-is-anothers' })
    await replied(petition)
    await onDay('2027-01-01', () => must(onCall(chief, call, 'close')))
    await follow()
    expect((await read(city, idOf(petition))).status).toBe(404)
  })

  it('what turned out to be no suggestion is counted with none', async () => {
    const call = await published()
    const petition = await suggest({ answersCall: call })
    await follow()
    await act(clerk, petition.number, 'correct', { field: 'class', to: 'appeal', reason: '实为申诉求决' })
    await follow()
    expect(await must(ask(clerk, 'GET', `/api/own-calls/${call}`))).toMatchObject({
      standing: { received: 0, open: 0 },
    })
    expect(await must(ask(clerk, 'GET', `/api/suggestion-of?petition=${petition.number}`))).toEqual({
      suggestion: null,
    })
  })
})

describe('信访工作条例 art. 29 (1): a suggestion', () => {
  it('is given for study as a task, with sight of the petition until it was replied to', async () => {
    const petition = await suggest()
    await follow()
    const suggestion = idOf(petition)
    expect((await read(labour, suggestion)).status).toBe(404)
    await must(on(clerk, suggestion, 'assign-study', { organ: 'county.labour', what: '请研究用工', due: '2026-12-15' }))
    await follow()
    const tasks = await tasksFrom(house, viewerOf('county.labour', labour), streamOfPetition(petition.number))
    expect(tasks).toMatchObject([{ organ: 'county.labour', giver: 'county.bureau', what: '请研究用工', key: 's1' }])
    expect((await read(labour, suggestion)).status).toBe(200)
    expect((await must(read(labour, suggestion))).actions).toEqual([])
    await replied(petition)
    expect((await read(labour, suggestion)).status).toBe(404)
  })

  it('that was adopted is carried out by somebody by a day; what was not adopted is not', async () => {
    const { suggestion, petition } = await answered()
    await must(on(land, suggestion, 'carry-out', { organ: 'county.labour', what: '安装长椅', due: '2026-12-31' }))
    await follow()
    const tasks = await tasksFrom(house, viewerOf('county.labour', labour), streamOfPetition(petition.number))
    expect(tasks).toMatchObject([{ key: 'c1', what: '安装长椅', due: '2026-12-31' }])
    const declined = await suggest()
    await follow()
    await replied(declined, { adoption: 'notAdopted' })
    expect((await on(land, idOf(declined), 'carry-out')).body).toMatchObject({ refusal: 'nothing-adopted' })
  })

  it('tells the petitioner who studies it, the reward and what changed, and no word that offices wrote to each other', async () => {
    const { suggestion, petition } = await answered()
    await must(on(land, suggestion, 'carry-out'))
    await must(on(land, suggestion, 'propose-reward'))
    const own = () => must(ask(keyOf(petition), 'GET', '/api/follow/suggestion'))
    expect(await own()).toMatchObject({ suggestion: { carryingOut: [{ due: '2026-12-31' }], rewards: [] } })
    await must(on(landHead, suggestion, 'approve-reward'))
    expect(await own()).toMatchObject({ suggestion: { rewards: [{ kind: 'bonus', what: '三百元' }] } })
    expect(JSON.stringify(await own())).not.toMatch(/省下一笔|按采纳的内容/)
    expect(await must(ask(keyOf(await register({})), 'GET', '/api/follow/suggestion'))).toEqual({ suggestion: null })
  })
})

describe('信访工作条例 art. 29 (2): a reward', () => {
  it('is approved by the head, and by another person than who proposed it', async () => {
    const { suggestion } = await answered()
    await must(on(landHead, suggestion, 'propose-reward'))
    expect((await on(land, suggestion, 'approve-reward')).body).toMatchObject({ refusal: 'suggestion-needs-head' })
    expect((await on(landHead, suggestion, 'approve-reward')).body).toMatchObject({ refusal: 'own-proposal' })
    expect((await on(head, suggestion, 'give-reward')).body).toMatchObject({ refusal: 'wrong-reward-stage' })
    await must(on(head, suggestion, 'approve-reward'))
    await must(on(clerk, suggestion, 'give-reward'))
    expect((await on(clerk, suggestion, 'give-reward')).body).toMatchObject({ refusal: 'wrong-reward-stage' })
  })

  it('leaves no amount in any fact', async () => {
    const { suggestion } = await answered()
    await must(on(land, suggestion, 'propose-reward', { kind: 'bonus', what: '八千八百元', why: '贡献很大' }))
    const { rows } = await house.work.query('select fact from event where stream_id = $1', [`suggestion:${suggestion}`])
    expect(JSON.stringify(rows)).not.toMatch(/八千八百|贡献/)
  })
})

describe('What changed because of it', () => {
  const say = (who: Asker, suggestion: string, title: string, text: string) =>
    on(who, suggestion, 'draft-change', { title, text })

  it.each([
    ['a telephone', '站台加了长椅', '联系电话 13800138000'],
    ['an identity number', '站台加了长椅', '身份证号 110101199003078515'],
    ['a name that can be told from the text', '站台加了长椅', '感谢市民王建国先生的建议'],
    ['the name that the petition knows, spaced out', '站台加了长椅', '来自测 试 人的建议'],
    ['the same in its title', '测试人的长椅', '站台加了长椅'],
  ])('says of nobody who they are: %s', async (_, title, text) => {
    const { suggestion } = await answered()
    expect((await say(land, suggestion, title, text)).body).toMatchObject({ refusal: 'change-names-somebody' })
  })

  it('is published by the head, read by everybody, and leads to no petition', async () => {
    const { suggestion, petition } = await answered()
    await must(say(land, suggestion, '站台有长椅了', '根据大家的建议，三十个站台装了长椅。'))
    const changes = async () => (await ask(null, 'GET', '/api/suggestion-changes?limit=100')).answer.body
    expect(await changes()).not.toContain('三十个站台')
    expect((await on(land, suggestion, 'publish-change')).body).toMatchObject({ refusal: 'suggestion-needs-head' })
    await must(on(landHead, suggestion, 'publish-change'))
    expect(await changes()).toContain('三十个站台')
    for (const lead of [petition.number, suggestion, land.account]) expect(await changes()).not.toContain(lead)
    await must(on(head, suggestion, 'take-back-change'))
    expect(await changes()).not.toContain('三十个站台')
  })

  it('is listed page by page, each once', async () => {
    const titles = ['一条长椅', '两条长椅', '三条长椅']
    for (const title of titles) {
      const { suggestion } = await answered()
      await must(say(land, suggestion, title, '装好了。'))
      await must(on(landHead, suggestion, 'publish-change'))
    }
    const seen: string[] = []
    for (let cursor = ''; ; ) {
      const { items, next } = await must(ask(null, 'GET', `/api/suggestion-changes?limit=1${cursor}`))
      seen.push(...(items as { title: string }[]).map(({ title }) => title))
      if (next === null) break
      cursor = `&cursor=${encodeURIComponent(next as string)}`
    }
    for (const title of titles) expect(seen.filter((each) => each === title)).toHaveLength(1)
  })

  it('goes from public with the petition when that is erased', async () => {
    const { suggestion, petition } = await answered()
    await must(say(land, suggestion, '临时的长椅', '装好了。'))
    await must(on(landHead, suggestion, 'publish-change'))
    const erased = { stream: petition.number, fact: { type: 'ContentErased', on: '2026-11-23' }, version: 2 } as never
    await suggestionReaction(house).react(erased, null as never)
    await suggestionReaction(house).react(erased, null as never)
    expect((await ask(null, 'GET', '/api/suggestion-changes?limit=100')).answer.body).not.toContain('临时的长椅')
    const { rows } = await house.work.query('select from sealed where stream_id = $1', [`suggestion:${suggestion}`])
    expect(rows).toEqual([])
    expect((await on(land, suggestion, 'draft-change')).body).toMatchObject({ refusal: 'suggestion-erased' })
  })
})

const viewerOf = (of: string, { account }: { account: string }) => ({
  ...{ kind: 'staff' as const, account, organ: organ(of), posts: ['clerk'] as const },
})

describe('Somebody whom the petition is about', () => {
  it('as a named official sees nothing of it, while a colleague who does not answer to them does', async () => {
    const petition = await suggest({ about: [{ as: 'respondent', organ: 'county.land', official: '经办的那个人' }] })
    await act(clerk, petition.number, 'identify-official', { complained: 0, account: land.account })
    await act(clerk, petition.number, 'transfer', { to: 'county.land', note: '请研究' })
    await follow()
    const colleague = await staffOf('county.land', 'clerk')
    expect((await read(land, idOf(petition))).status).toBe(404)
    for (const segment of Object.keys(suggestionBodies))
      expect((await on(land, idOf(petition), segment)).status, segment).toBe(404)
    expect((await read(colleague, idOf(petition))).status).toBe(200)
  })

  it('is given nothing to study, where it is accused', async () => {
    const petition = await suggest({ about: [{ as: 'accused', organ: 'county.land', official: null }] })
    await follow()
    expect((await on(clerk, idOf(petition), 'assign-study')).body).toMatchObject({ refusal: 'studier-is-kept-out' })
  })
})

const tables = ['suggestion', 'event', 'sealed'] as const
const seenBy = async (settings: Settings, stream: string): Promise<readonly string[]> => {
  const counts = tables.map((name) => ({
    ...{ name: '', text: `select count(*)::int as n from ${name} where stream_id = $1`, values: [stream] },
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results.slice(-counts.length).flatMap((rows, at) => (rows[0]?.n === 0 ? [] : [tables[at] as string]))
}
const as = (of: string, { account }: { account: string }): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
})

describe('Row security by itself', () => {
  it('shows a suggestion with its petition and to nobody else, and to nobody whom the petition is kept from', async () => {
    const { petition, suggestion } = await answered()
    await must(on(land, suggestion, 'propose-reward'))
    const stream = `suggestion:${suggestion}`
    for (const settings of [as('county.bureau', clerk), as('county.land', land)])
      expect(await seenBy(settings, stream)).toEqual(tables)
    for (const settings of [{}, as('county.labour', labour), as('prefecture.bureau', city)])
      expect(await seenBy(settings, stream)).toEqual([])
    await house.work.query('update petition_organ set officials = $2 where stream_id = $1', [
      petition.number,
      `{${landHead.account}}`,
    ])
    for (const who of [land, landHead]) expect(await seenBy(as('county.land', who), stream)).toEqual([])
    expect(await seenBy(as('county.bureau', clerk), stream)).toEqual(tables)
    await house.work.query('update petition_organ set officials = $2, accused = $3 where stream_id = $1', [
      ...[petition.number, '{}', '{county}'],
    ])
    for (const settings of [as('county.land', land), as('county.bureau', clerk)])
      expect(await seenBy(settings, stream)).toEqual([])
    await house.work.query(`update petition_organ set accused = '{}' where stream_id = $1`, [petition.number])
  })

  it('shows the petitioner of what was written the reward that was approved, and not another word', async () => {
    const { petition, suggestion } = await answered()
    await must(on(land, suggestion, 'propose-reward'))
    const own = { 'xinqiao.petition': petition.number, 'xinqiao.person': 'p1' }
    expect(await seenBy(own, `suggestion:${suggestion}`)).toEqual(['suggestion', 'event'])
    await must(on(landHead, suggestion, 'approve-reward'))
    expect(await seenBy(own, `suggestion:${suggestion}`)).toEqual(tables)
  })

  it('shows nobody outside its organ the facts of a call or a word of a draft', async () => {
    const draft = await drafted()
    const open = await published()
    const count = async (settings: Settings, table: string, call: string) => {
      const statement = {
        name: '',
        text: `select count(*)::int as n from ${table} where stream_id = $1`,
        values: [`call:${call}`],
      }
      return (await fly(house.app, [...settingStatements(settings), statement])).at(-1)?.[0]?.n
    }
    for (const settings of [{}, as('county.labour', labour)]) {
      for (const table of ['call', 'event', 'sealed']) expect(await count(settings, table, draft), table).toBe(0)
      expect(await count(settings, 'event', open)).toBe(0)
      expect(await count(settings, 'sealed', open)).toBe(3)
    }
  })

  it('takes writing to the one stream that is named', async () => {
    const { suggestion } = await answered()
    const write = (settings: Settings) =>
      fly(house.app, [
        ...settingStatements(settings),
        {
          name: '',
          text: `update suggestion set waits = true where stream_id = $1 returning 1`,
          values: [`suggestion:${suggestion}`],
        },
      ]).then((results) => results.at(-1)?.length)
    expect(await write(as('county.land', land))).toBe(0)
  })
})

describe('The read models', () => {
  it('agree with the facts, and can be remade from them', async () => {
    const { errors } = await fsck(house, everyRoom)
    expect(errors.filter((error) => 'table' in error && /^(?:call|suggestion)/.test(String(error.table)))).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
