/** A petitioner who lost the key, at the window and afterwards, on the wire. */
import { describe, expect, it } from 'vitest'
import { keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()
const bureau = await staffOf('county.bureau')
const land = await staffOf('county.land')
const seen = { person: 'p1', identity: 'idCardSeen', witness: '两名工作人员核对了身份证' }

const renew = (registered: Registered, body: object = seen, more: object = {}, who = bureau) =>
  ask(who, 'POST', `/api/petitions/${registered.number}/renew-key`, body, more)
const follows = async (number: string, key: string) => (await ask({ number, key }, 'GET', '/api/follow')).status

describe('A key that was lost', () => {
  it('is renewed at the window: the new one opens, the old one is dead at once', async () => {
    const registered = await register({})
    const { number, key: old } = keyOf(registered)
    const { status, body } = await renew(registered)
    expect([status, body.key]).toEqual([200, expect.stringMatching(/^(\d{4}-){4}\d{2}$/)])
    expect(await follows(number, body.key)).toBe(200)
    expect(await follows(number, old)).toBe(401)
  })

  it('of one petitioner leaves the keys of the others alone', async () => {
    const people = [{ name: '甲某某' }, { name: '乙某某' }]
    const registered = await register({ people, headcount: 2 })
    const { body } = await renew(registered)
    expect(await follows(registered.number, body.key)).toBe(200)
    expect(await follows(registered.number, keyOf(registered, 'p2').key)).toBe(200)
    const asOther = (await ask(keyOf(registered, 'p2'), 'GET', '/api/follow')).body
    expect(JSON.stringify(asOther.history)).not.toContain('KeyRenewed')
  })

  it('is shown again to a repeat of the same request, and stored nowhere', async () => {
    const registered = await register({})
    const repeated = { 'idempotency-key': `renewal-${registered.number}` }
    const [first, second] = [await renew(registered, seen, repeated), await renew(registered, seen, repeated)]
    expect([second.status, second.body.key]).toEqual([200, first.body.key])
    const { rows } = await house.work.query(
      `select fact as text from event where stream_id = $1
        union all select response::text from idempotency where stream_id = $1
        union all select payload::text from outbox where stream_id = $1`,
      [registered.number],
    )
    const kept = rows.map(({ text }) => text).join()
    expect(kept).toContain('KeyRenewed')
    expect(kept).not.toContain(first.body.key)
    expect(kept).not.toContain(first.body.key.replaceAll('-', '').slice(0, 16))
  })

  it('can be exchanged against the old one, which a repeat does not ask for again', async () => {
    const registered = await register({ confidentiality: 'anonymous', people: [{}] })
    expect((await renew(registered)).body.refusal).toBe('petitioner-is-anonymous')
    const old = keyOf(registered).key
    const shown = { ...seen, identity: 'oldKeyShown', oldKey: old }
    const wrong = await renew(registered, { ...shown, oldKey: '1234-5678-9012-3456' })
    expect([wrong.status, wrong.body.refusal]).toEqual([422, 'key-is-wrong'])
    const repeated = { 'idempotency-key': `exchange-${registered.number}` }
    const first = await renew(registered, shown, repeated)
    expect(await follows(registered.number, first.body.key)).toBe(200)
    expect((await renew(registered, shown, repeated)).body.key).toBe(first.body.key)
    expect((await renew(registered, shown)).body.refusal).toBe('key-is-wrong')
  })

  it('is not renewed by an organ without a part, nor by the one that is complained about', async () => {
    const registered = await register({ about: [{ as: 'respondent', organ: 'county.land' }] })
    expect((await renew(registered, seen, {}, land)).status).toBe(404)
    await act(bureau, registered.number, 'transfer', { to: 'county.land' })
    const refused = await renew(registered, seen, {}, land)
    expect([refused.status, refused.body.refusal]).toEqual([403, 'only-the-registrar'])
    expect(await follows(registered.number, keyOf(registered).key)).toBe(200)
  })

  it('is told to its petitioner: in the history, and by a notice to that one alone', async () => {
    const registered = await register({ people: [{ name: '甲某某' }, { name: '乙某某' }], headcount: 2 })
    const { body } = await renew(registered, { ...seen, person: 'p2' })
    const { history } = (await ask({ number: registered.number, key: body.key }, 'GET', '/api/follow')).body
    const entry = history.find(({ type }: { type: string }) => type === 'KeyRenewed')
    expect([entry.values.identity, entry.texts.witness]).toEqual(['idCardSeen', seen.witness])
    const { rows } = await house.work.query(
      `select payload from outbox where stream_id = $1 and payload ->> 'fact' = 'KeyRenewed'`,
      [registered.number],
    )
    expect(rows.map(({ payload }) => payload.person)).toEqual(['p2'])
  })
})
