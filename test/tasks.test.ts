/** Tasks on the wire and in the database (docs/adr/0036): who is given what, who closes it, and who cannot even see that there is one. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import { day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { commandTask } from '../src/tasks/commanding.ts'
import { type Giving, giveTask } from '../src/tasks/giving.ts'
import { dueTasks } from '../src/tasks/jobs.ts'
import { hasOpenTasks, openTasksFrom, readTask, tasksFrom } from '../src/tasks/queries.ts'
import { taskKeepingReaction, taskReformReaction } from '../src/tasks/reactions.ts'
import { recountTasks } from '../src/tasks/recounting.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysNumber, nobodysTask, taskBodies } from './command-bodies.ts'
import { organ } from './office.ts'

const { ask, register, act, upload, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk')
const leader = await staffOf('county', 'leader')
const deputy = await staffOf('county', 'leader')
const chief = await staffOf('county', 'head')
const secretary = await staffOf('county', 'clerk')
const land = await staffOf('county.land', 'clerk')
const landHead = await staffOf('county.land', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const everybody = { bureau, leader, deputy, chief, secretary, land, landHead, labour }

interface Read {
  readonly [key: string]: unknown
}
const command = (who: Asker, task: string, segment: string, body: object = taskBodies[segment] ?? {}) =>
  ask(who, 'POST', `/api/tasks/${task}/${segment}`, body)
const read = (who: Asker, task: string) => ask(who, 'GET', `/api/tasks/${task}`)
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const listed = async (who: Asker, list: string, more = ''): Promise<readonly string[]> =>
  ((await must(ask(who, 'GET', `/api/tasks?list=${list}&limit=100${more}`))).items as { task: string }[]).map(
    ({ task }) => task,
  )
const countsOf = async (who: Asker) =>
  (await must(ask(who, 'GET', '/api/tasks?limit=1'))).counts as Readonly<Record<string, number>>

async function onDay<T>(today: string, then: () => Promise<T>): Promise<T> {
  house.setToday(today)
  try {
    return await then()
  } finally {
    house.setToday('2026-11-23')
  }
}

let origins = 0
/** An instruction of the county's leader to the land office, until 15 December. */
const instruction = (more: Partial<Giving> = {}): Giving => {
  origins += 1
  return {
    origin: { kind: 'instruction', stream: `reading:${String(origins).padStart(22, 'r')}`, key: 'i1' },
    ...{ giver: organ('county'), givenBy: leader.account, organ: organ('county.land'), officer: null },
    ...{ what: '请县自然资源局重新丈量，并把结果告知本人', due: day('2026-12-15'), petitions: [] },
    ...more,
  }
}
async function given(more: Partial<Giving> = {}): Promise<string> {
  const task = await giveTask(house, instruction(more))
  if (!task.ok) throw new Error(task.error.kind)
  return task.value.task
}
async function reported(more: Partial<Giving> = {}): Promise<string> {
  const task = await given(more)
  await must(command(land, task, 'report'))
  return task
}

describe('A task', () => {
  it('is given, reported on and closed by whoever gave it', async () => {
    const before = await countsOf(land)
    const task = await given()
    expect(await listed(land, 'todo')).toContain(task)
    expect((await countsOf(land)).todo).toBe((before.todo ?? 0) + 1)
    expect(await listed(secretary, 'given')).toContain(task)
    expect(await must(read(land, task))).toMatchObject({
      ...{ stage: 'given', parts: ['doer'], kind: 'instruction', until: '2026-12-15', isOverdue: false },
      ...{ what: '请县自然资源局重新丈量，并把结果告知本人', giver: { id: 'county' }, organ: { id: 'county.land' } },
      givenBy: { account: leader.account },
      clocks: [{ rule: 'doTask', lastDay: '2026-12-15', state: 'running', basis: { zh: '本系统约定（ADR 0036）' } }],
      actions: [{ action: 'report', allowed: true }],
    })
    expect((await command(leader, task, 'close')).body).toMatchObject({ refusal: 'not-reported-yet' })
    await must(command(land, task, 'report'))
    expect(await listed(leader, 'waiting')).toContain(task)
    expect(await listed(land, 'todo')).not.toContain(task)
    for (const who of [deputy, chief, secretary]) {
      expect(await listed(who, 'waiting')).not.toContain(task)
      expect((await command(who, task, 'close')).body).toMatchObject({ refusal: 'task-is-anothers' })
    }
    expect((await command(land, task, 'close')).body).toMatchObject({ refusal: 'task-is-anothers' })
    await must(command(leader, task, 'close'))
    expect(await listed(land, 'done')).toContain(task)
    const { history, clocks } = await must(read(land, task))
    expect((history as { type: string }[]).map(({ type }) => type)).toEqual(['TaskGiven', 'TaskReported', 'TaskClosed'])
    expect(clocks).toMatchObject([{ state: 'stopped' }])
  })

  it('is given once, however often what gives it is read', async () => {
    const giving = instruction()
    const [first, second] = [await giveTask(house, giving), await giveTask(house, { ...giving, what: '另一句话' })]
    expect(first).toEqual(second)
    expect(await tasksFrom(house, viewerOf('county.land', land), giving.origin.stream)).toMatchObject([
      { what: giving.what, due: '2026-12-15', stage: 'given', isOverdue: false, key: 'i1', result: null },
    ])
    const other = await giveTask(house, { ...giving, origin: { ...giving.origin, key: 'i2' } })
    expect(other).not.toEqual(first)
  })

  it('that was given late is late from the first', async () => {
    const task = await given({ due: day('2026-11-20') })
    expect(await must(read(land, task))).toMatchObject({ isOverdue: true })
    await sweep(dueTasks(house))
    const { history } = await must(read(leader, task))
    expect((history as { type: string }[]).map(({ type }) => type)).toEqual(['TaskGiven', 'TaskFellOverdue'])
  })

  it('is counted for the room that it comes from, until it is over', async () => {
    const stream = 'visit:countedcountedcounted'
    const giving = (key: string) => ({ origin: { kind: 'agreement' as const, stream, key } })
    const [one, two] = [await given(giving('a1')), await given(giving('a2'))]
    expect(await openTasksFrom(house, stream)).toBe(2)
    await must(command(land, one, 'report'))
    expect(await openTasksFrom(house, stream)).toBe(2)
    await must(command(leader, one, 'close'))
    await must(command(leader, two, 'withdraw'))
    expect(await openTasksFrom(house, stream)).toBe(0)
    const { items } = await must(ask(land, 'GET', `/api/task-lines?of=${stream}`))
    expect(items).toMatchObject([
      { task: one, key: 'a1', stage: 'closed', result: 'done' },
      { task: two, key: 'a2', stage: 'withdrawn', result: null },
    ])
    expect((await must(ask(labour, 'GET', `/api/task-lines?of=${stream}`))).items).toEqual([])
  })

  it('is reported on with files, which whoever has a part in it downloads', async () => {
    const file = await upload(land, 'map.txt', '十二亩')
    const task = await given()
    const material = { ...file, name: 'map.txt' }
    await must(command(land, task, 'report', { result: 'partly', report: '正在丈量', materials: [material] }))
    const { reports } = await must(read(leader, task))
    expect(reports).toMatchObject([{ result: 'partly', report: '正在丈量', materials: [{ name: 'map.txt' }] }])
    const { answer } = await ask(leader, 'GET', `/api/tasks/${task}/materials/r1m1`)
    expect(answer.body).toBe('十二亩')
    expect((await ask(labour, 'GET', `/api/tasks/${task}/materials/r1m1`)).status).toBe(404)
    const missing = { result: 'done', report: '附件', materials: [{ ...material, file: 'f'.repeat(64) }] }
    expect((await command(land, task, 'report', missing)).status).toBeGreaterThanOrEqual(400)
  })

  it('that is returned runs again, with a new day and what was missing', async () => {
    const task = await reported()
    expect((await command(leader, task, 'return', { reason: '不够', until: '2026-11-23' })).body).toMatchObject({
      refusal: 'day-not-ahead',
    })
    await must(command(leader, task, 'return'))
    expect(await listed(land, 'todo')).toContain(task)
    expect(await must(read(land, task))).toMatchObject({
      ...{ stage: 'given', until: '2026-12-20', due: '2026-12-15' },
      returns: [{ reason: '没有通知当事人到场', until: '2026-12-20' }],
      clocks: [{ state: 'stopped' }, { state: 'running', lastDay: '2026-12-20' }],
    })
  })

  it('falls overdue on the day after and stands first where the giver looks; more time takes the mark back and keeps the history', async () => {
    const task = await given()
    await onDay('2026-12-15', async () => {
      await sweep(dueTasks(house))
      expect(await listed(land, 'overdue')).not.toContain(task)
    })
    await onDay('2026-12-16', async () => {
      await sweep(dueTasks(house))
      await sweep(dueTasks(house))
      for (const who of [land, leader]) expect(await listed(who, 'overdue')).toContain(task)
      expect((await command(land, task, 'extend')).body).toMatchObject({ refusal: 'task-is-anothers' })
      await must(command(leader, task, 'extend'))
      expect(await listed(land, 'overdue')).not.toContain(task)
      expect(await must(read(land, task))).toMatchObject({ until: '2026-12-31', due: '2026-12-15', isOverdue: false })
      const { history } = await must(read(land, task))
      expect((history as { type: string }[]).map(({ type }) => type)).toEqual([
        ...['TaskGiven', 'TaskFellOverdue', 'TaskExtended'],
      ])
    })
    expect(await recountTasks(house, [`task:${task}`])).toEqual([])
  })

  it('has lists by where it comes from, page by page', async () => {
    const tasks = [
      await given({ origin: { kind: 'promise', stream: 'reception:pppppppppppppppppppppp', key: 'p1' } }),
      await given({ origin: { kind: 'promise', stream: 'reception:pppppppppppppppppppppp', key: 'p2' } }),
    ]
    expect([...(await listed(land, 'todo', '&kind=promise'))].sort()).toEqual([...tasks].sort())
    expect(await listed(land, 'todo', '&kind=suggestion')).toEqual([])
    const all: string[] = []
    let cursor = ''
    for (;;) {
      const { items, next } = await must(ask(land, 'GET', `/api/tasks?list=todo&limit=1${cursor}`))
      all.push(...(items as { task: string }[]).map(({ task }) => task))
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    expect(all).toEqual(await listed(land, 'todo'))
  })

  it('is acted on once under one key', async () => {
    const task = await given()
    const send = () =>
      ask(land, 'POST', `/api/tasks/${task}/report`, taskBodies.report, { 'idempotency-key': 'one-report-000001' })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect((await must(read(land, task))).reports).toHaveLength(1)
  })

  it('that an organ gives itself stands once in a list of both, and takes two people', async () => {
    const own = { giver: organ('county.land'), givenBy: landHead.account, organ: organ('county.land') }
    const task = await given({ ...own, due: day('2026-11-22') })
    expect((await listed(landHead, 'overdue')).filter((each) => each === task)).toHaveLength(1)
    await must(command(landHead, task, 'report'))
    expect((await command(landHead, task, 'close')).body).toMatchObject({ refusal: 'own-report' })
    await must(command(land, task, 'report'))
    await must(command(landHead, task, 'close'))
    expect((await listed(landHead, 'done')).filter((each) => each === task)).toHaveLength(1)
  })

  it('is followed by an organ to which it is shown, which does nothing in it', async () => {
    const task = await reported({ shownTo: [organ('county.bureau'), organ('county.land')] })
    expect(await must(read(bureau, task))).toMatchObject({ parts: ['reader'], actions: [] })
    for (const list of ['todo', 'given', 'waiting', 'overdue', 'done'])
      expect(await listed(bureau, list)).not.toContain(task)
    for (const segment of Object.keys(taskBodies))
      expect((await command(bureau, task, segment)).body, segment).toMatchObject({ refusal: 'task-is-anothers' })
  })
})

describe('Whoever closes it', () => {
  it('where nobody was named, is any head or leader of the giving organ and nobody else', async () => {
    const task = await reported({ givenBy: null })
    for (const who of [leader, deputy, chief]) expect(await listed(who, 'waiting')).toContain(task)
    expect(await listed(secretary, 'waiting')).not.toContain(task)
    expect((await command(secretary, task, 'close')).body).toMatchObject({ refusal: 'task-is-anothers' })
    await must(command(chief, task, 'close'))
  })

  it('hands it over to another who leads there', async () => {
    const task = await reported()
    const to = (account: string) => command(leader, task, 'hand-over', { to: account, reason: '工作调整' })
    for (const account of [secretary.account, landHead.account, 'nobody'])
      expect((await to(account)).body).toMatchObject({ refusal: 'leads-nothing-there' })
    expect((await command(secretary, task, 'hand-over')).body).toMatchObject({ refusal: 'task-is-anothers' })
    await must(to(deputy.account))
    expect(await listed(leader, 'waiting')).not.toContain(task)
    expect((await command(leader, task, 'close')).body).toMatchObject({ refusal: 'task-is-anothers' })
    await must(command(deputy, task, 'close'))
  })

  it('is anybody who leads there once their own post has ended, without anybody doing anything for it', async () => {
    const gone = await staffOf('county', 'leader')
    const task = await reported({ givenBy: gone.account })
    expect(await listed(chief, 'waiting')).not.toContain(task)
    await house.work.query(`update account_post set runs_until = '2026-11-22' where stream_id = $1`, [
      `account:${gone.account}`,
    ])
    expect(await listed(chief, 'waiting')).toContain(task)
    expect(await must(read(chief, task))).toMatchObject({ closerHasLeft: true, closer: { account: gone.account } })
    await must(command(chief, task, 'close'))
    await house.work.query('update account_post set runs_until = null where stream_id = $1', [
      `account:${gone.account}`,
    ])
  })

  it('is whoever has their handling while they are away', async () => {
    const task = await reported({
      giver: organ('county.land'),
      givenBy: landHead.account,
      organ: organ('county.labour'),
    }).catch(() => null)
    expect(task).toBeNull()
    const away = await given({ giver: organ('county.land'), givenBy: landHead.account, organ: organ('county.labour') })
    await must(command(labour, away, 'report'))
    const stand = { ...viewerOf('county.land', land), actsFor: [landHead.account] }
    const close = (viewer: typeof stand | Omit<typeof stand, 'actsFor'>) =>
      commandTask(house, { stream: `task:${away}`, type: 'CloseTask', body: { note: null }, viewer })
    expect(await close(viewerOf('county.land', land))).toMatchObject({ ok: false, error: { kind: 'task-is-anothers' } })
    expect(await close(stand)).toMatchObject({ ok: true })
  })
})

const viewerOf = (of: string, { account }: { account: string }, ...posts: ('clerk' | 'head' | 'leader')[]) => ({
  ...{ kind: 'staff' as const, account, organ: organ(of) },
  posts: posts.length === 0 ? (['clerk'] as const) : posts,
})

/** A petition that accuses the land office, and one that names somebody in it in an ordinary claim. */
async function accusing(): Promise<string> {
  const about = [{ as: 'accused', organ: 'county.land', official: null }]
  return (await register({ class: 'accusation', about })).number
}
async function naming(account: string): Promise<string> {
  const about = [{ as: 'respondent', organ: 'county.land', official: '经办的那个人' }]
  const { number } = await register({ about })
  await act(bureau, number, 'identify-official', { complained: 0, account })
  return number
}

describe('Somebody whom a petition is about', () => {
  it('is given nothing, gives nothing and answers for nothing: an accused organ, and one that a named official leads', async () => {
    const petitions = [await accusing()]
    const try_ = async (more: Partial<Giving>) => {
      const task = await giveTask(house, instruction({ petitions, ...more }))
      return task.ok ? 'given' : task.error.kind
    }
    expect(await try_({})).toBe('doer-is-kept-out')
    expect(await try_({ giver: organ('county.land'), givenBy: landHead.account, organ: organ('county.labour') })).toBe(
      'giver-is-kept-out',
    )
    expect(await try_({ organ: organ('county.labour'), shownTo: [organ('county.land')] })).toBe('given')
    const led = [await naming(landHead.account)]
    expect(await try_({ petitions: led })).toBe('doer-is-kept-out')
    const named = [await naming(land.account)]
    expect(await try_({ petitions: named })).toBe('given')
    expect(await try_({ petitions: named, officer: land.account })).toBe('person-is-kept-out')
    expect(await try_({ petitions: [nobodysNumber] })).toBe('about-no-petition')
  })

  it('sees nothing of a task about it, as an organ to which it was to be shown', async () => {
    const petitions = [await accusing()]
    const task = await given({ petitions, organ: organ('county.labour'), shownTo: [organ('county.land')] })
    expect((await read(labour, task)).status).toBe(200)
    for (const who of [land, landHead]) expect((await read(who, task)).status).toBe(404)
  })

  it('as a named official has no part in a task of their own organ, while a colleague who does not answer to them has', async () => {
    const colleague = await staffOf('county.land', 'clerk')
    const task = await given({ petitions: [await naming(land.account)] })
    expect((await read(land, task)).status).toBe(404)
    expect(await listed(land, 'todo')).not.toContain(task)
    for (const segment of Object.keys(taskBodies))
      expect((await command(land, task, segment)).status, segment).toBe(404)
    expect(await listed(colleague, 'todo')).toContain(task)
    await must(command(colleague, task, 'report'))
  })

  it('who comes to be named later is kept out from then on, and no part is told', async () => {
    const { number } = await register({ about: [{ as: 'respondent', organ: 'county.land', official: '某人' }] })
    const task = await given({ petitions: [number] })
    expect((await read(land, task)).status).toBe(200)
    await act(bureau, number, 'identify-official', { complained: 0, account: land.account })
    await catchUp(house, taskKeepingReaction(house))
    await catchUp(house, taskKeepingReaction(house))
    expect((await read(land, task)).status).toBe(404)
    const { history } = await must(read(leader, task))
    expect(JSON.stringify(history)).not.toMatch(/Kept/)
  })

  it('whose number is shown only to whoever may open the petition', async () => {
    const { number } = await register({})
    const task = await given({
      origin: { kind: 'assistance', stream: number, key: 'a1' },
      ...{ petitions: [number], shownTo: [organ('county.bureau')] },
    })
    expect(await must(read(bureau, task))).toMatchObject({ petitions: [number], origin: { stream: number } })
    const { body } = await read(land, task)
    expect(body).toMatchObject({ petitions: [], origin: { stream: null, key: 'a1' } })
    const step = await given({ origin: { kind: 'ownershipStep', stream: `ownership:${number}`, key: 's1' } })
    expect((await read(land, step)).body.origin).toEqual({ stream: null, key: 's1' })
    expect(JSON.stringify(body)).not.toContain(number)
  })
})

describe('With its petition', () => {
  it('a task that is open keeps it from being erased', async () => {
    const { number } = await register({})
    const task = await given({ petitions: [number] })
    expect(await hasOpenTasks(house, number)).toBe(true)
    await must(command(leader, task, 'withdraw'))
    expect(await hasOpenTasks(house, number)).toBe(false)
  })

  it('goes what was written in it and the files of it, and nothing more can be done; that it was stays', async () => {
    const { number } = await register({})
    const file = await upload(land, 'map.txt', `文件 ${number}`)
    const task = await given({ petitions: [number] })
    const materials = [{ ...file, name: 'map.txt' }]
    await must(command(land, task, 'report', { result: 'done', report: '丈量完毕', materials }))
    await must(command(leader, task, 'close'))
    const erased = { stream: number, fact: { type: 'ContentErased', on: '2026-11-23' }, version: 2 } as never
    await taskKeepingReaction(house).react(erased, null as never)
    await taskKeepingReaction(house).react(erased, null as never)
    const { body } = await read(leader, task)
    expect(body).toMatchObject({ erasedOn: '2026-11-23', stage: 'closed', note: '〔已依法销毁 / lawfully erased〕' })
    expect(JSON.stringify(body)).not.toMatch(/丈量|map\.txt/)
    const { rows } = await house.work.query('select from sealed where stream_id = $1', [`task:${task}`])
    expect(rows).toEqual([])
    expect((await ask(leader, 'GET', `/api/tasks/${task}/materials/r1m1`)).status).toBe(422)
    expect((await command(leader, task, 'remind')).body).toMatchObject({ refusal: 'task-erased' })
    expect(await listed(land, 'done')).toContain(task)
  })
})

const streamTables = ['task', 'task_petition', 'task_clock', 'task_party', 'event', 'sealed', 'file_reference'] as const
const rowsSeen = async (settings: Settings, task: string): Promise<readonly string[]> => {
  const counts = streamTables.map((name) => ({
    ...{ name: '', text: `select count(*)::int as n from ${name} where stream_id = $1`, values: [`task:${task}`] },
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results.slice(-counts.length).flatMap((rows, at) => (rows[0]?.n === 0 ? [] : [streamTables[at] as string]))
}
const as = (of: string, { account }: { account: string }, more: Settings = {}): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
  ...more,
})

describe('Row security by itself', () => {
  async function withFile(): Promise<string> {
    const { number } = await register({})
    const file = await upload(land, 'note.txt', `附件 ${number}`)
    const task = await given({ petitions: [number] })
    const materials = [{ ...file, name: 'note.txt' }]
    await must(command(land, task, 'report', { result: 'done', report: '完成', materials }))
    await must(command(leader, task, 'return'))
    return task
  }

  it('shows a task to its parties and to no other, and nothing to nobody', async () => {
    const task = await withFile()
    expect(await rowsSeen(as('county.land', land), task)).toEqual(streamTables)
    expect(await rowsSeen(as('county', secretary), task)).toEqual(streamTables)
    for (const settings of [
      {},
      as('county.labour', labour),
      as('county.bureau', bureau),
      { 'xinqiao.petition': nobodysNumber },
    ])
      expect(await rowsSeen(settings, task)).toEqual([])
  })

  it('shows nothing to whom it is kept from, to one below, nor to a named official and who answers to them', async () => {
    const task = await withFile()
    const keep = (column: string, whom: string) =>
      house.work.query(`update task_party set ${column} = $2 where stream_id = $1`, [`task:${task}`, `{${whom}}`])
    await keep('kept_from', 'county')
    expect(await rowsSeen(as('county.land', land), task)).toEqual([])
    await keep('kept_from', '')
    await keep('officials', landHead.account)
    expect(await rowsSeen(as('county.land', land), task)).toEqual([])
    expect(await rowsSeen(as('county.land', landHead), task)).toEqual([])
    expect(await rowsSeen(as('county', leader), task)).toEqual(streamTables)
    await keep('officials', '')
  })

  it('lets nobody be made a party from whom it is kept, and takes writing to the one task that is named', async () => {
    const task = await given()
    const stream = `task:${task}`
    const write = (text: string, settings: Settings) =>
      fly(house.app, [...settingStatements(settings), { name: '', text, values: [stream] }])
    const party = `insert into task_party values ($1, 'county.labour', 'reader', 'open', '2026-01-01', 'promise', null, false, '{county.labour}', '{}')`
    await expect(write(party, as('county', leader, { 'xinqiao.task': stream }))).rejects.toThrow(/row-level security/)
    const fact = `insert into event (stream_id, version, type, fact, hash, recorded_at) values ($1, 99, 'X', '{}', '', now())`
    await expect(write(fact, as('county', leader))).rejects.toThrow(/row-level security/)
    await expect(write(`insert into file_reference values ($1, 'f')`, as('county', leader))).rejects.toThrow(
      /row-level security/,
    )
    await write(`update task set giver = 'thief' where stream_id = $1`, as('county', leader))
    expect((await house.work.query('select giver from task where stream_id = $1', [stream])).rows).toEqual([
      { giver: 'county' },
    ])
  })
})

describe('The decision by itself, with the database blind', () => {
  it('says of a task that it does not exist to who has no part in it, or is named', async () => {
    const colleague = await staffOf('county.land', 'clerk')
    const task = await given({ petitions: [await naming(land.account)] })
    const blind = { ...house, app: house.work }
    const seen = async (of: string, who: { account: string }) =>
      (await readTask(blind, `task:${task}`, viewerOf(of, who))) !== null
    expect(await seen('county.land', land)).toBe(false)
    expect(await seen('county.labour', labour)).toBe(false)
    expect(await seen('county.land', colleague)).toBe(true)
    expect(await seen('county', leader)).toBe(true)
  })
})

describe('A reform of organs', () => {
  it('looks at the tasks of the organ that ended and are not over; whoever carries it on owes and closes', async () => {
    const [open, over] = [await given(), await reported()]
    await must(command(leader, over, 'close'))
    const heirs: Readonly<Record<string, string>> = { 'county.land': 'county.labour', county: 'county.party' }
    const find = (id: string) => {
      const facts = house.directory.find(id as never)
      return heirs[id] && facts ? { ...facts, state: 'merged' as const, successors: [heirs[id] as never] } : facts
    }
    const reformed = { ...house, directory: { ...house.directory, find } }
    const fact = { stream: 'organ:county.land', fact: { type: 'OrganMerged' }, version: 2 } as never
    await taskReformReaction(reformed).react(fact, null as never)
    await taskReformReaction(reformed).react(fact, null as never)
    const rows = async (task: string) =>
      (await house.work.query('select giver, closer, organ from task where stream_id = $1', [`task:${task}`])).rows
    expect(await rows(open)).toEqual([{ giver: 'county.party', closer: null, organ: 'county.labour' }])
    expect(await rows(over)).toEqual([{ giver: 'county', closer: leader.account, organ: 'county.land' }])
    expect(await listed(labour, 'todo')).toContain(open)
    await must(command(labour, open, 'report'))
  })
})

describe('The rows of tasks', () => {
  it('are what the facts say, and are made again from them', async () => {
    const { errors } = await fsck(house, everyRoom)
    expect(errors.filter((error) => 'table' in error && String(error.table).startsWith('task'))).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })

  it('a strange address is no task, and nobody signed in reads one', async () => {
    for (const strange of ['x', 'a'.repeat(23), '%00', '..%2f..'])
      expect([400, 404]).toContain((await read(leader, strange)).status)
    for (const who of Object.values(everybody)) expect((await read(who, nobodysTask)).status).toBe(404)
    expect((await read(null, nobodysTask)).status).toBe(401)
    for (const of of ['', 'x', 'a:b c', 'task:%00', '1'.repeat(16)])
      expect([200, 400]).toContain((await ask(leader, 'GET', `/api/task-lines?of=${of}`)).status)
  })
})
