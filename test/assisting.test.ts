/** 主办、协办 from outside: what is asked in the petition is followed as a task, and what became of the task stands in the petition. */
import { expect, it } from 'vitest'
import { assistanceReaction } from '../src/coordination/assisting/reactions.ts'
import { tasksFrom } from '../src/tasks/queries.ts'
import { keyOf, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { organ } from './office.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const followed = () => catchUp(house, assistanceReaction(house))

const lead = await staffOf('county.land', 'clerk', 'head')
const assistant = await staffOf('county.labour', 'clerk', 'head')
const bureau = await staffOf('county.bureau', 'clerk', 'head')
const asking = { of: 'county.labour', claims: ['c1'], what: '请核对用工名册上的天数', by: '2026-12-10' }

async function accepted(more: object = {}) {
  const petition = await register(more)
  await act(bureau, petition.number, 'transfer', { to: 'county.land' })
  return petition
}

it('An assistance is a task of whoever assists, reported into the petition and closed by the lead', async () => {
  const petition = await accepted()
  const { number } = petition
  await act(lead, number, 'ask-assistance', asking)
  await followed()
  const viewer = { kind: 'staff', account: assistant.account, organ: organ('county.labour'), posts: ['clerk'] } as const
  const [task] = await tasksFrom(house, viewer, number)
  expect(task).toMatchObject({
    giver: 'county.land',
    organ: 'county.labour',
    due: '2026-12-10',
    key: 'a1',
    what: asking.what,
  })

  const reported = await ask(assistant, 'POST', `/api/tasks/${task?.task}/report`, {
    result: 'done',
    report: '名册上是十四天',
  })
  expect(reported.status).toBe(200)
  await followed()
  const { body } = await ask(lead, 'GET', `/api/petitions/${number}`)
  expect(body.assistances).toMatchObject([
    { ref: 'a1', standing: 'reported', result: 'done', what: asking.what, report: '名册上是十四天', claims: ['c1'] },
  ])
  expect((await ask(assistant, 'GET', `/api/petitions/${number}`)).status).toBe(200)

  const mine = (await ask(keyOf(petition), 'GET', '/api/follow')).body
  expect(mine.assistances).toMatchObject([{ organ: { id: 'county.labour' }, what: null, report: null, result: null }])
  expect(JSON.stringify(mine)).not.toContain('十四天')
  expect(JSON.stringify(mine)).not.toContain(asking.what)

  expect((await ask(lead, 'POST', `/api/tasks/${task?.task}/close`, { note: null })).status).toBe(200)
  await followed()
  expect((await ask(lead, 'GET', `/api/petitions/${number}`)).body.assistances[0].standing).toBe('ended')
  expect((await ask(assistant, 'GET', `/api/petitions/${number}`)).status).toBe(404)
})

it('An accused organ is not asked, and an assistant does nothing but its own part', async () => {
  const accusing = await accepted({ about: [{ as: 'accused', organ: 'county.labour', official: null }] })
  const refused = await ask(lead, 'POST', `/api/petitions/${accusing.number}/ask-assistance`, asking)
  expect([refused.status, refused.body.refusal]).toEqual([422, 'organ-is-accused'])

  const { number } = await accepted()
  await act(lead, number, 'ask-assistance', asking)
  const { body } = await ask(assistant, 'GET', `/api/petitions/${number}`)
  const allowed = body.actions.filter((action: { allowed: boolean }) => action.allowed)
  expect(allowed.map(({ action }: { action: string }) => action).sort()).toEqual([
    'declare-recusal',
    'object-to-assistance',
  ])
  await act(assistant, number, 'object-to-assistance', {
    assistance: 'a1',
    reasons: '这不是本单位的职责，应当由法院处理',
  })
  const shown = (await ask(lead, 'GET', `/api/petitions/${number}`)).body.assistances[0]
  expect(shown).toMatchObject({ standing: 'asked', objectedOn: house.today() })
})
