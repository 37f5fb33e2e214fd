/**
 * Sight of a petition from outside: what an organ without a part sees of it while it is shown, to whom in it, through which day, and that
 * the petitioner reads of it. The database keeps it by itself; what `decide` refuses is tried beside it.
 */
import { describe, expect, it } from 'vitest'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import type { Settings } from '../src/engine/room.ts'
import { sweep } from '../src/engine/sweep.ts'
import type { Day } from '../src/kernel/day.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { sightsPast } from '../src/petition/jobs.ts'
import { endSight, shareSight } from '../src/petition/sharing.ts'
import { keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { organ } from './office.ts'

const { ask, register, act, staffOf, house } = await openAnsweringHouse()

const cause = (stream = 'meeting:one') => ({ kind: 'conference', stream }) as const
const show = (
  of: Registered,
  to: string,
  more: { accounts?: readonly string[]; until?: string; stream?: string } = {},
) =>
  shareSight(house, {
    ...{ number: of.number as PetitionNumber, with: organ(to), accounts: more.accounts ?? null },
    ...{ because: cause(more.stream), until: (more.until ?? null) as Day | null },
  })
const end = (of: Registered, stream?: string) =>
  endSight(house, { number: of.number as PetitionNumber, because: cause(stream) })

type Somebody = { readonly token: string; readonly account: string }
const statusFor = async (who: Somebody, { number }: Registered) =>
  (await ask(who, 'GET', `/api/petitions/${number}`)).status
const listedFor = async (who: Somebody): Promise<readonly string[]> =>
  (await ask(who, 'GET', '/api/petitions?limit=100')).body.items.map(({ number }: { number: string }) => number)

const piecesSeen = async (settings: Settings, number: string) => {
  const text = 'select distinct part from sealed where stream_id = $1 order by 1'
  const rows = (await fly(house.app, [...settingStatements(settings), { name: '', text, values: [number] }])).at(-1)
  return rows?.map(({ part }) => part)
}
const as = (of: string, { account }: Somebody): Settings => ({ 'xinqiao.organ': of, 'xinqiao.account': account })

describe('A petition that is shown to an organ without a part', () => {
  it('is seen while it is shown, by those it is shown to, and by nobody of the organ after it ended', async () => {
    const [one, other, beside] = [
      await staffOf('prefecture.land'),
      await staffOf('prefecture.land'),
      await staffOf('county.labour'),
    ]
    const petition = await register({})
    expect(await statusFor(one, petition)).toBe(404)
    expect((await show(petition, 'prefecture.land', { accounts: [one.account] })).ok).toBe(true)
    expect([
      await statusFor(one, petition),
      await statusFor(other, petition),
      await statusFor(beside, petition),
    ]).toEqual([200, 404, 404])
    expect(await listedFor(one)).toContain(petition.number)
    expect(await listedFor(other)).not.toContain(petition.number)
    expect((await show(petition, 'prefecture.land', { stream: 'meeting:two' })).ok).toBe(true)
    expect(await statusFor(other, petition)).toBe(200)
    await end(petition, 'meeting:two')
    expect([await statusFor(one, petition), await statusFor(other, petition)]).toEqual([200, 404])
    await end(petition)
    expect(await statusFor(one, petition)).toBe(404)
    expect((await end(petition)).ok).toBe(true)
  })

  it('is done nothing with: every command is refused to whoever only sees it', async () => {
    const head = await staffOf('prefecture.land', 'clerk', 'head')
    const petition = await register({})
    await show(petition, 'prefecture.land')
    const { body } = await ask(head, 'GET', `/api/petitions/${petition.number}`)
    const allowed = body.actions.filter((action: { allowed: boolean }) => action.allowed)
    expect(allowed).toEqual([])
    const refused = await ask(head, 'POST', `/api/petitions/${petition.number}/open-seal`, {
      ...{ seal: 'material', material: 'm1', purpose: 'route', reason: '看看' },
    })
    expect([refused.status, refused.body.refusal]).toEqual([403, 'not-yours-to-do'])
  })

  it('is not found by who petitions', async () => {
    const clerk = await staffOf('prefecture.land')
    const petition = await register({ people: [{ name: '蔺若水', phone: '19955500001' }] })
    await show(petition, 'prefecture.land')
    expect(await listedFor(clerk)).toContain(petition.number)
    for (const query of ['q=19955500001', `q=${encodeURIComponent('蔺若水')}`]) {
      const { status, body } = await ask(clerk, 'GET', `/api/petitions?${query}`)
      expect([status, body.items]).toEqual([200, []])
    }
  })

  it('ends with its last day, in the database that night and as a fact when the sweep comes', async () => {
    const clerk = await staffOf('prefecture.land')
    const petition = await register({})
    const today = house.today()
    await show(petition, 'prefecture.land', { until: today })
    expect(await piecesSeen({ ...as('prefecture.land', clerk), 'xinqiao.today': today }, petition.number)).not.toEqual(
      [],
    )
    const tomorrow = { ...as('prefecture.land', clerk), 'xinqiao.today': '2099-01-01' }
    expect(await piecesSeen(tomorrow, petition.number)).toEqual([])
    expect((await sweep(sightsPast(house))).due).toBe(0)
    const later = { ...house, today: () => '2099-01-01' as Day }
    expect(await sweep(sightsPast(later))).toMatchObject({ due: 1, done: 1 })
    expect((await sweep(sightsPast(later))).due).toBe(0)
  })

  it('tells its petitioner who was shown it, for what and until when, and who looked', async () => {
    const clerk = await staffOf('prefecture.land')
    const petition = await register({})
    await show(petition, 'prefecture.land', { accounts: [clerk.account], until: '2099-12-31' })
    await statusFor(clerk, petition)
    const { body } = await ask(keyOf(petition), 'GET', '/api/follow')
    expect(body.sights).toEqual([
      expect.objectContaining({ reason: 'conference', isForSome: true, until: '2099-12-31', endedOn: null }),
    ])
    expect(body.sights[0].organ.id).toBe('prefecture.land')
    expect(body.looks.map(({ organ: { id } }: { organ: { id: string } }) => id)).toContain('prefecture.land')
    const entry = body.history.find(({ type }: { type: string }) => type === 'SightShared')
    expect(entry.values).toMatchObject({ 'because.kind': 'conference', until: '2099-12-31' })
    expect(JSON.stringify(entry)).not.toContain(clerk.account)
    expect(JSON.stringify(entry)).not.toContain('meeting:one')
  })

  it('is refused for an account of another organ, and for one that nobody has', async () => {
    const elsewhere = await staffOf('county.labour')
    const petition = await register({})
    for (const [account, kind] of [
      [elsewhere.account, 'not-in-that-organ'],
      ['nobody-at-all', 'unknown-account'],
    ] as const)
      expect(await show(petition, 'prefecture.land', { accounts: [account] })).toMatchObject({
        ...{ ok: false, error: { kind } },
      })
  })
})

describe('What stays sealed from whoever was only shown it', () => {
  it('who a confidential petitioner is', async () => {
    const head = await staffOf('prefecture.land', 'clerk', 'head')
    const petition = await register({ confidentiality: 'confidential' })
    await show(petition, 'prefecture.land')
    expect(await piecesSeen(as('prefecture.land', head), petition.number)).not.toContain('identity')
    const { status, body } = await ask(head, 'POST', `/api/petitions/${petition.number}/open-seal`, {
      ...{ seal: 'identity', purpose: 'contact', reason: '联系' },
    })
    expect([status, body.refusal]).toEqual([403, 'not-yours-to-do'])
  })

  it('every word of an accusation, from a competent body too', async () => {
    const head = await staffOf('prefecture.party', 'clerk', 'head')
    const bureau = await staffOf('county.bureau', 'clerk', 'head')
    const petition = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] })
    await act(bureau, petition.number, 'transfer', { to: 'county.discipline', note: '请依规处理' })
    expect(await show(petition, 'prefecture.land')).toMatchObject({ error: { kind: 'not-the-competent-body' } })
    expect((await show(petition, 'prefecture.party')).ok).toBe(true)
    expect(await statusFor(head, petition)).toBe(200)
    expect(await piecesSeen(as('prefecture.party', head), petition.number)).toEqual([])
  })
})

describe('Whoever must not learn of it', () => {
  it('is refused by the decision', async () => {
    const petition = await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county' }] })
    for (const accused of ['county', 'county.land'])
      expect(await show(petition, accused)).toMatchObject({ error: { kind: 'organ-is-accused' } })
  })

  it('sees nothing by row security alone, with sight given by mistake', async () => {
    const named = await staffOf('prefecture.land')
    const head = await staffOf('prefecture.land', 'head')
    const petition = await register({})
    await show(petition, 'prefecture.land')
    const setting = async (column: 'officials' | 'recused' | 'accused', to: readonly string[]) =>
      house.work.query(`update petition_organ set ${column} = $2 where stream_id = $1`, [petition.number, to])
    const sees = async (who: Somebody) => (await piecesSeen(as('prefecture.land', who), petition.number))?.length !== 0
    await setting('officials', [named.account])
    expect([await sees(named), await sees(head)]).toEqual([false, true])
    await setting('officials', [head.account])
    expect([await sees(named), await sees(head)]).toEqual([false, false])
    await setting('officials', [])
    await setting('recused', [named.account])
    expect([await sees(named), await sees(head)]).toEqual([false, true])
    await setting('recused', [])
    await setting('accused', ['prefecture'])
    expect([await sees(named), await sees(head)]).toEqual([false, false])
  })
})
