/** Owned cases on the wire and in the database (docs/adr/0040): proposed, owned, solved and closed, and who never learns of one. */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { fsck } from '../src/engine/fsck.ts'
import { settingStatements } from '../src/engine/history.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import { departedOwners, dueOwnerships, longOpenPetitions } from '../src/leadership/ownership/jobs.ts'
import { isOwned } from '../src/leadership/ownership/queries.ts'
import { ownershipFollowingReaction, ownershipProposingReaction } from '../src/leadership/ownership/reactions.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { nobodysNumber } from './command-bodies.ts'

const { ask, register, act, upload, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau', 'clerk')
const secretary = await staffOf('county.party', 'leader')
const deputy = await staffOf('county', 'leader')
const mayor = await staffOf('county', 'leader', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const land = await staffOf('county.land', 'clerk')
const landHead = await staffOf('county.land', 'head')
const stranger = await staffOf('prefecture.land', 'clerk', 'head', 'leader')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire is looked at as it came
  readonly [key: string]: any
}
const read = (who: Asker, number: string) => ask(who, 'GET', `/api/ownerships/${number}`)
const command = (who: Asker, number: string, segment: string, body: object) =>
  ask(who, 'POST', `/api/ownerships/${number}/${segment}`, body)
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refusalOf = async (asked: Promise<{ status: number; body: Read }>) => (await asked).body.refusal
const propose = (who: Asker, petition: string) =>
  ask(who, 'POST', '/api/ownerships', { petition, reason: '反映强烈，多次协调没有结果' })
const follow = async () => {
  await catchUp(house, ownershipProposingReaction(house))
  await catchUp(house, ownershipFollowingReaction(house))
}

async function onDay<T>(today: string, then: () => Promise<T>): Promise<T> {
  house.setToday(today)
  try {
    return await then()
  } finally {
    house.setToday('2026-11-23')
  }
}

const assigning = (more: object = {}) => ({
  owner: { organ: 'county', account: deputy.account },
  handler: { organ: 'county.labour', account: null },
  ...{ duties: ['know', 'resolve', 'help'], due: '2027-01-31' },
  ...more,
})
const step = { what: '核对工资表，把拖欠的工资发到本人手里', organ: 'county.labour', due: '2026-12-20' }
const plan = {
  plan: '先发工资，再谈补偿，每周通报一次',
  steps: [step, { ...step, what: '内部：核查欠薪原因', isShown: false }],
}

async function owned(more: object = {}, assigned: object = {}): Promise<Registered> {
  const registered = await register(more)
  await must(propose(bureau, registered.number))
  await must(command(secretary, registered.number, 'assign', assigning(assigned)))
  await follow()
  return registered
}

/** Everything that was planned is done and closed by the owner. */
async function doneSteps(number: string): Promise<void> {
  await follow()
  const { items } = await must(ask(deputy, 'GET', `/api/task-lines?of=ownership:${number}`))
  for (const { task } of items as { task: string }[]) {
    await must(ask(labour, 'POST', `/api/tasks/${task}/report`, { result: 'done', report: '已经完成', materials: [] }))
    await must(ask(deputy, 'POST', `/api/tasks/${task}/close`, { note: null }))
  }
}

const result = { outcome: 'resolved', result: '拖欠的工资已经全部发放' }
const statement = { statement: '已与本人三次见面，问题全部解决' }

describe('An owned case', () => {
  it('goes from a proposal to the end, with the petitioner’s own view', async () => {
    const registered = await register({})
    const { number } = registered
    const mine = keyOf(registered)
    const own = async () => (await must(ask(mine, 'GET', '/api/follow/ownership'))).ownership
    await must(propose(bureau, number))
    expect(await own()).toBeNull()
    expect(await must(read(secretary, number))).toMatchObject({
      ...{ stage: 'proposed', keeper: { id: 'county.bureau' }, isOpenToYou: false },
      grounds: [{ for: 'byHand', by: { id: 'county.bureau' }, reason: '反映强烈，多次协调没有结果' }],
      clocks: [{ rule: 'decideOwnership', basis: { zh: '本系统约定（ADR 0040）' } }],
    })
    expect((await read(labour, number)).status).toBe(404)
    await must(command(secretary, number, 'assign', assigning()))
    await follow()
    expect(await must(read(deputy, number))).toMatchObject({
      ...{ stage: 'assigned', isOpenToYou: true, owner: { account: deputy.account }, due: '2027-01-31' },
      fixed: [{ zh: '定领导', isFixed: true }, { isFixed: true }, { zh: '定方案', isFixed: false }, { isFixed: true }],
    })
    expect((await ask(deputy, 'GET', `/api/petitions/${number}`)).status).toBe(200)
    expect(await own()).toMatchObject({
      owner: { organ: { id: 'county' }, post: 'leader', name: expect.stringContaining('人名') },
      ...{ due: '2027-01-31', may: { view: { kind: 'no-result-yet' }, anotherOwner: null } },
    })
    await must(command(deputy, number, 'plan', plan))
    await must(
      command(deputy, number, 'meeting', {
        ...{ heldOn: '2026-11-23', place: '县信访大厅', present: '包案领导、信访人', readBack: true },
        ...{ said: '说明了核查的办法', words: '只要把工资发了就行' },
      }),
    )
    await must(command(labour, number, 'help', { kind: 'legalAid', explained: '可以到法律援助中心申请，不收费' }))
    await must(command(labour, number, 'help-answer', { help: 'h1', answer: 'accepted' }))
    expect(await refusalOf(command(deputy, number, 'close', statement))).toBe('no-result-yet')
    await must(command(deputy, number, 'result', result))
    expect(await refusalOf(command(deputy, number, 'close', statement))).toBe('steps-still-open')
    await doneSteps(number)
    expect(await refusalOf(command(deputy, number, 'close', statement))).toBe('view-not-known')
    const seen = await own()
    expect(seen).toMatchObject({
      steps: [
        { what: step.what, organ: { id: 'county.labour' }, isDone: true },
        { what: null, isDone: true },
      ],
      meetings: [{ words: '只要把工资发了就行' }],
      help: [{ kind: 'legalAid', answer: 'accepted' }],
      ...{ result: { outcome: 'resolved' }, statement: null, may: { view: null } },
    })
    expect(JSON.stringify(seen)).not.toMatch(/内部|先发工资|反映强烈/)
    await must(ask(mine, 'POST', '/api/follow/ownership/view', { view: 'satisfied', words: '工资收到了' }))
    await must(command(deputy, number, 'close', statement))
    await follow()
    expect(await own()).toMatchObject({
      ...{ stage: 'closed', views: [{ view: 'satisfied', words: '工资收到了', isYours: true }] },
      statement: { statement: statement.statement },
    })
    expect((await ask(deputy, 'GET', `/api/petitions/${number}`)).status).toBe(404)
    const { history } = await must(read(secretary, number))
    expect(history.map(({ type }: Read) => type)).toContain('OwnershipClosed')
  })

  it('is one for each petition: a second proposal finds the first', async () => {
    const { number } = await owned()
    expect(await refusalOf(propose(bureau, number))).toBe('owned-already')
    const block = await must(ask(bureau, 'GET', `/api/petitions/${number}/ownership`))
    expect(block).toMatchObject({
      ownership: { stage: 'assigned', owner: { account: deputy.account } },
      propose: { allowed: false, refusal: { kind: 'owned-already' } },
    })
  })

  it('is decided on by whoever leads the place, and by no department of its party committee', async () => {
    const { number } = await owned()
    const { deciders } = await must(read(bureau, number))
    const ids = (deciders as { id: string }[]).map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['county', 'county.bureau', 'county.party']))
    expect(ids).not.toContain('county.organisation')
    expect((await read(await staffOf('county.organisation', 'head'), number)).status).toBe(404)
  })

  it('shows the petition to who owns and who handles it, and no longer to whoever did before', async () => {
    const office = await staffOf('county', 'clerk')
    const statusFor = async (who: Asker) => (await ask(who, 'GET', `/api/petitions/${number}`)).status
    const { number } = await owned({}, { handler: { organ: 'county', account: office.account } })
    expect([await statusFor(deputy), await statusFor(office)]).toEqual([200, 200])
    const handledBy = async (organ: string) => {
      const owner = { organ: 'county', account: deputy.account }
      await must(command(secretary, number, 'replace', { owner, handler: { organ, account: null }, reason: '更换' }))
      await follow()
    }
    await handledBy('county.labour')
    expect([await statusFor(office), await statusFor(labour)]).toEqual([404, 200])
    await handledBy('county.land')
    expect([await statusFor(labour), await statusFor(land), await statusFor(deputy)]).toEqual([404, 200, 200])
  })

  it('moves no clock of the petition', async () => {
    const { number } = await register({})
    const clocksOf = async () => (await must(ask(bureau, 'GET', `/api/petitions/${number}`))).clocks
    const before = await clocksOf()
    await must(propose(bureau, number))
    await must(command(secretary, number, 'assign', assigning()))
    await follow()
    expect(await clocksOf()).toEqual(before)
  })

  it('takes nobody’s watching of anybody for a plan', async () => {
    const { number } = await owned()
    const watching = { plan: '安排专人稳控，防止其进京上访', steps: [step] }
    expect((await command(deputy, number, 'plan', watching)).body).toMatchObject({ refusal: 'names-watching' })
    await must(command(deputy, number, 'plan', { ...plan, steps: [step] }))
    expect(await refusalOf(command(deputy, number, 'step', { step: { ...step, what: '落实稳控责任人，劝返' } }))).toBe(
      'names-watching',
    )
  })

  it('is closed without a view only after another organ asked on three days', async () => {
    const { number } = await owned()
    await must(command(deputy, number, 'plan', { ...plan, steps: [step] }))
    await doneSteps(number)
    await must(command(deputy, number, 'result', result))
    const asking = (on: string) =>
      onDay(on, () => command(bureau, number, 'asking', { askedOn: on, way: 'phone', note: '无人接听' }))
    for (const on of ['2026-11-24', '2026-11-24', '2026-11-25']) await must(asking(on))
    await onDay('2026-11-26', async () => {
      expect(await refusalOf(command(deputy, number, 'close', statement))).toBe('view-not-known')
      expect(
        await refusalOf(command(labour, number, 'asking', { askedOn: '2026-11-26', way: 'visit', note: '不在家' })),
      ).toBe('asked-by-own-organ')
    })
    await must(asking('2026-11-27'))
    await onDay('2026-11-27', () => must(command(deputy, number, 'close', statement)))
    expect(await must(read(deputy, number))).toMatchObject({
      stage: 'closed',
      views: [],
      asked: { days: 3, atLeast: 3 },
    })
  })

  it('is not kept open by a step that nobody does', async () => {
    const registered = await owned()
    const { number } = registered
    await must(command(deputy, number, 'plan', { ...plan, steps: [step, { ...step, what: '评估费用' }] }))
    const why = { reason: '不由该局承担' }
    await must(command(deputy, number, 'withdraw-step', { step: 's2', ...why }))
    await follow()
    const { items } = await must(ask(deputy, 'GET', `/api/task-lines?of=ownership:${number}`))
    expect(items).toMatchObject([{ key: 's1' }])
    expect(await refusalOf(command(deputy, number, 'withdraw-step', { step: 's1', ...why }))).toBe('step-has-task')
    expect(await must(read(deputy, number))).toMatchObject({
      openSteps: 1,
      steps: [
        { isUngiven: false, withdrawn: null },
        { isUngiven: false, withdrawn: why },
      ],
    })
    await must(ask(deputy, 'POST', `/api/tasks/${items[0].task}/withdraw`, why))
    expect(await must(read(deputy, number))).toMatchObject({ openSteps: 0, steps: [{ isUngiven: true }, {}] })
    await must(command(deputy, number, 'withdraw-step', { step: 's1', ...why }))
    const { ownership } = await must(ask(keyOf(registered), 'GET', '/api/follow/ownership'))
    expect(ownership.steps).toMatchObject([{ isWithdrawn: true }, { isWithdrawn: true }])
    expect(JSON.stringify(ownership)).not.toContain(why.reason)
  })

  it('names handlers of an organ to whoever may name one, and to nobody else', async () => {
    const { number } = await owned()
    const people = async (who: Asker, organ = 'county.labour') =>
      ask(who, 'GET', `/api/ownerships/${number}/people?organ=${organ}`)
    const { people: found } = await must(people(deputy))
    expect(found.map(({ account }: Read) => account)).toContain(labour.account)
    expect((await must(people(secretary, 'county.land'))).people).not.toEqual([])
    expect((await must(people(bureau))).people).toEqual([])
    expect((await people(stranger)).status).toBe(404)
    const taken = { ...plan, steps: [{ ...step, officer: labour.account }] }
    await must(command(deputy, number, 'plan', taken))
    const { steps } = await must(read(deputy, number))
    expect(steps).toMatchObject([{ officer: expect.stringContaining('人名') }])
  })

  it('keeps what was signed, for those with a part in it', async () => {
    const { number } = await owned()
    await must(command(deputy, number, 'plan', { ...plan, steps: [step] }))
    await must(command(deputy, number, 'result', result))
    const file = await upload(bureau, 'signed.txt', `签字 ${number}`)
    const view = { view: 'partly', words: '还差一个月', materials: [{ ...file, name: 'signed.txt' }] }
    expect(await refusalOf(command(bureau, number, 'view', { ...view, materials: [] }))).toBe(
      'needs-own-key-or-signature',
    )
    await must(command(bureau, number, 'view', view))
    const path = `/api/ownerships/${number}/materials/f1`
    expect((await ask(secretary, 'GET', path)).status).toBe(200)
    expect((await ask(stranger, 'GET', path)).status).toBe(404)
    expect((await ask(secretary, 'GET', `/api/ownerships/${number}/materials/f9`)).status).toBe(422)
  })

  it('lists what is mine, my organ’s and each owner’s load, and never a petitioner’s', async () => {
    const { number } = await owned()
    const list = async (who: Asker, query: string) =>
      ((await must(ask(who, 'GET', `/api/ownerships?${query}`))).items as Read[]).map(({ petition }) => petition)
    expect(await list(deputy, 'whose=mine&limit=100')).toContain(number)
    expect(await list(mayor, 'whose=mine&limit=100')).not.toContain(number)
    expect(await list(mayor, 'whose=organ&limit=100')).toContain(number)
    expect(await list(secretary, `owner=${deputy.account}&limit=100`)).toContain(number)
    expect(await list(stranger, 'limit=100')).toEqual([])
    const { items } = await must(ask(secretary, 'GET', '/api/ownership-loads'))
    expect(items).toMatchObject([{ account: deputy.account, organ: { id: 'county' }, nextDue: '2027-01-31' }])
    const { owners } = await must(ask(secretary, 'GET', `/api/ownerships/${number}/owners`))
    expect(owners.find(({ account }: Read) => account === deputy.account)).toMatchObject({ open: items[0].open })
    const [first, ...rest] = (await must(ask(mayor, 'GET', '/api/ownerships?limit=1'))).items
    expect([first.petition, rest]).toEqual([expect.any(String), []])
  })

  it('answers a command that is sent twice once', async () => {
    const { number } = await register({})
    const again = () =>
      ask(
        bureau,
        'POST',
        '/api/ownerships',
        { petition: number, reason: '久拖不决' },
        { 'idempotency-key': `own-${number}` },
      )
    expect((await must(again())).version).toBe(1)
    expect((await must(again())).version).toBe(1)
    expect((await propose(bureau, nobodysNumber)).status).toBe(404)
  })
})

describe('What the facts propose', () => {
  const stageOf = async (number: string) => (await read(secretary, number)).body?.stage

  it('a petition of many, and none of a few', async () => {
    const many = await register({ headcount: 6 })
    const few = await register({ headcount: 4 })
    await follow()
    expect(await must(read(secretary, many.number))).toMatchObject({
      grounds: [{ for: 'group', by: null, reason: null }],
    })
    expect((await read(secretary, few.number)).status).toBe(404)
    await must(command(secretary, many.number, 'drop', { reason: '部门正在依法办理' }))
    await follow()
    expect(await stageOf(many.number)).toBe('dropped')
  })

  it('what has been open for as long as the law says, on that day', async () => {
    const { number } = await register({})
    await follow()
    await onDay('2027-03-22', () => sweep(longOpenPetitions(house)))
    expect((await read(secretary, number)).status).toBe(404)
    await onDay('2027-03-23', () => sweep(longOpenPetitions(house)))
    expect(await must(read(secretary, number))).toMatchObject({ grounds: [{ for: 'longOpen' }] })
    const { rows } = await house.work.query('select from ownership_look where stream_id = $1', [number])
    expect(rows).toEqual([])
  })

  it('no accusation, whatever it is', async () => {
    const about = [{ as: 'accused', organ: 'county.land', official: null }]
    const { number } = await register({ class: 'accusation', about, headcount: 30 })
    await follow()
    await onDay('2027-06-01', () => sweep(longOpenPetitions(house)))
    expect((await read(secretary, number)).status).toBe(404)
    expect(await refusalOf(propose(bureau, number))).toBe('accusations-are-not-owned')
  })

  it.each(['old', 'new'] as const)(
    'the same matter that comes again after the end, linked from the %s one',
    async (from) => {
      const { number } = await owned()
      await must(command(deputy, number, 'plan', { ...plan, steps: [step] }))
      await doneSteps(number)
      await must(command(deputy, number, 'result', { ...result, outcome: 'explained' }))
      const file = await upload(bureau, 'signed.txt', `意见 ${number}`)
      await must(
        command(bureau, number, 'view', { view: 'dissatisfied', materials: [{ ...file, name: 'signed.txt' }] }),
      )
      await must(command(deputy, number, 'close', statement))
      const earlier = await register({})
      await act(bureau, number, 'link', { to: earlier.number, as: 'lead', reason: '同一事项' })
      await follow()
      expect(await stageOf(number)).toBe('closed')
      await onDay('2027-04-01', async () => {
        const again = await register({})
        const [one, other] = from === 'old' ? [number, again.number] : [again.number, number]
        await act(bureau, one, 'link', { to: other, as: 'lead', reason: '同一事项' })
        await follow()
        expect(await must(read(secretary, number))).toMatchObject({
          ...{ stage: 'proposed', owner: null, relapses: [{ again: again.number }] },
          held: [{ ended: 'reopened' }],
        })
      })
    },
  )
})

describe('When somebody else must own it', () => {
  it('the petitioner asks with reasons, and another person decides', async () => {
    const registered = await owned()
    const mine = keyOf(registered)
    const { number } = registered
    const asking = () => ask(mine, 'POST', '/api/follow/ownership/another-owner', { reason: '他以前分管过这个局' })
    await must(asking())
    expect(await refusalOf(asking())).toBe('asked-already')
    const decideIt = (who: Asker) => command(who, number, 'another-owner', { isGranted: true, reason: '确有关联' })
    expect(await refusalOf(decideIt(deputy))).toBe('owner-decides-not')
    expect(await refusalOf(decideIt(bureau))).toBe('deciders-decide')
    await must(decideIt(secretary))
    await follow()
    expect((await ask(deputy, 'GET', `/api/petitions/${number}`)).status).toBe(404)
    const naming = (account: string) => ({
      ...{ owner: { organ: 'county', account }, handler: { organ: 'county.labour', account: null }, reason: '更换' },
    })
    expect(await refusalOf(command(secretary, number, 'replace', naming(deputy.account)))).toBe('owner-was-refused')
    await must(command(secretary, number, 'replace', naming(mayor.account)))
    expect((await must(ask(mine, 'GET', '/api/follow/ownership'))).ownership).toMatchObject({
      ...{ anotherOwner: [{ decided: { isGranted: true, reason: '确有关联' } }], due: '2027-01-31' },
    })
  })

  it('a post that ended leaves the case without an owner, for the head of the organ to name the next', async () => {
    const leaving = await staffOf('county', 'leader')
    const { number } = await owned({}, { owner: { organ: 'county', account: leaving.account } })
    await sweep(departedOwners(house))
    expect(await must(read(mayor, number))).toMatchObject({ owner: { account: leaving.account } })
    await house.work.query("update account_post set runs_until = '2026-11-22' where stream_id = $1", [
      `account:${leaving.account}`,
    ])
    await sweep(departedOwners(house))
    expect(await must(read(mayor, number))).toMatchObject({
      ...{ owner: null, stage: 'assigned' },
      held: [{ ended: 'left', until: '2026-11-23' }],
    })
    await must(
      command(mayor, number, 'replace', {
        ...{ owner: { organ: 'county', account: mayor.account }, handler: { organ: 'county.labour', account: null } },
        reason: '职务变动',
      }),
    )
    expect(await must(read(mayor, number))).toMatchObject({ owner: { account: mayor.account } })
  })

  it('more time is given by whoever decides, and what falls overdue is marked', async () => {
    const { number } = await owned()
    const longer = { until: '2027-02-28', reason: '等待鉴定' }
    expect(await refusalOf(command(deputy, number, 'extend', longer))).toBe('own-extension')
    await must(command(secretary, number, 'extend', longer))
    await onDay('2027-03-01', () => sweep(dueOwnerships(house)))
    const { clocks, history } = await must(read(secretary, number))
    expect(clocks.at(-1)).toMatchObject({ rule: 'solve', lastDay: '2027-02-28', isOverdue: true })
    expect(history.map(({ type }: Read) => type)).toContain('OwnershipFellOverdue')
  })
})

describe('Somebody whom a petition is about', () => {
  const about = [{ as: 'respondent', organ: 'county.land', official: '某人' }]

  it('owns nothing of it where it complains of their organ, and leads where a named official does', async () => {
    const { number } = await register({ about })
    await must(propose(bureau, number))
    const assign = (more: object) => command(secretary, number, 'assign', assigning(more))
    expect(await refusalOf(assign({ owner: { organ: 'county.land', account: landHead.account } }))).toBe(
      'owner-is-complained-of',
    )
    expect(await refusalOf(assign({ owner: { organ: 'county', account: bureau.account } }))).toBe('owner-leads-nothing')
    await act(bureau, number, 'identify-official', { complained: 0, account: landHead.account })
    await follow()
    expect(await refusalOf(assign({ handler: { organ: 'county.land', account: null } }))).toBe('handler-is-kept-out')
    const { owners } = await must(ask(secretary, 'GET', `/api/ownerships/${number}/owners`))
    expect(JSON.stringify(owners)).not.toContain(landHead.account)
    await must(assign({}))
    await must(command(deputy, number, 'plan', { ...plan, steps: [step] }))
    expect(await refusalOf(command(deputy, number, 'step', { step: { ...step, organ: 'county.land' } }))).toBe(
      'doer-is-kept-out',
    )
  })

  it('as a named official of the handling organ has no part in it, and who answers to them neither', async () => {
    const { number } = await owned({ about }, { handler: { organ: 'county.land', account: null } })
    expect((await read(land, number)).status).toBe(200)
    await act(bureau, number, 'identify-official', { complained: 0, account: land.account })
    await follow()
    expect((await read(land, number)).status).toBe(404)
    expect((await ask(land, 'GET', '/api/ownerships?limit=100')).body.items).not.toContainEqual(
      expect.objectContaining({ petition: number }),
    )
    for (const [segment, body] of [
      ['plan', plan],
      ['help', { kind: 'legalAid', explained: '…' }],
    ] as const)
      expect((await command(land, number, segment, body)).status, segment).toBe(404)
  })

  it('learns nothing of a case that turns out to accuse, which is owned no longer', async () => {
    const { number } = await owned({ about }, { handler: { organ: 'county.land', account: null } })
    await act(bureau, number, 'correct', { field: 'class', to: 'accusation', reason: '实为检举' })
    await follow()
    await follow()
    expect((await read(land, number)).status).toBe(404)
    expect(await isOwned(house, number)).toBe(false)
    expect(await must(read(secretary, number))).toMatchObject({ stage: 'ended' })
    expect((await ask(deputy, 'GET', `/api/petitions/${number}`)).status).toBe(404)
  })
})

const streamTables = ['ownership', 'ownership_clock', 'ownership_party', 'event', 'sealed'] as const
const rowsSeen = async (settings: Settings, number: string): Promise<readonly string[]> => {
  const counts = streamTables.map((name) => ({
    ...{
      name: '',
      text: `select count(*)::int as n from ${name} where stream_id = $1`,
      values: [`ownership:${number}`],
    },
  }))
  const results = await fly(house.app, [...settingStatements(settings), ...counts])
  return results.slice(-counts.length).flatMap((rows, at) => (rows[0]?.n === 0 ? [] : [streamTables[at] as string]))
}
const as = (of: string, { account }: { account: string }): Settings => ({
  ...{ 'xinqiao.organ': of, 'xinqiao.account': account, 'xinqiao.today': '2026-11-23' },
})

describe('Row security by itself', () => {
  it('shows a case to the organs with a part in it and to the petition’s own key, and to nobody else', async () => {
    const { number } = await owned()
    expect(await rowsSeen(as('county', deputy), number)).toEqual(streamTables)
    expect(await rowsSeen(as('county.labour', labour), number)).toEqual(streamTables)
    expect(await rowsSeen({ 'xinqiao.petition': number, 'xinqiao.person': 'p1' }, number)).toEqual(streamTables)
    expect(await rowsSeen(as('county.land', land), number)).toEqual([])
    expect(await rowsSeen({ 'xinqiao.petition': '261101000000009' }, number)).toEqual([])
    expect(await rowsSeen({}, number)).toEqual([])
  })

  it('keeps it from whoever is barred, named or has stepped aside, whatever the program believes', async () => {
    const { number } = await owned()
    const set = (column: string, values: readonly string[]) =>
      house.work.query(`update ownership_party set ${column} = $2 where stream_id = $1`, [
        `ownership:${number}`,
        values,
      ])
    for (const [column, values] of [
      ['kept_from', ['county']],
      ['officials', [deputy.account]],
      ['recused', [deputy.account]],
    ] as const) {
      await set(column, values)
      expect(await rowsSeen(as('county', deputy), number), column).toEqual([])
      await set(column, [])
    }
    expect(await rowsSeen(as('county', deputy), number)).toEqual(streamTables)
  })
})

describe('The record', () => {
  it('holds together, is remade from the facts alone, and is erased with its petition', async () => {
    const { number } = await owned()
    await must(command(deputy, number, 'plan', { ...plan, steps: [step] }))
    expect(await isOwned(house, number)).toBe(true)
    const check = await fsck(house, everyRoom)
    expect(check.errors.filter(({ stream }) => stream.startsWith('ownership:'))).toEqual([])
    await rebuild(house, everyRoom)
    expect(await must(read(deputy, number))).toMatchObject({ stage: 'planned' })
    const erased = { stream: number, fact: { type: 'ContentErased', on: '2026-11-23' }, version: 2 } as never
    await ownershipProposingReaction(house).react(erased, null as never)
    await ownershipProposingReaction(house).react(erased, null as never)
    const { body } = await read(deputy, number)
    expect(JSON.stringify(body)).not.toMatch(/工资/)
    const { rows } = await house.work.query('select from sealed where stream_id = $1', [`ownership:${number}`])
    expect(rows).toEqual([])
  })
})
