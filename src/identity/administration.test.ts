import { beforeAll, describe, expect, it } from 'vitest'
import { house, organ, type TestOffice, testOffice } from '../../test/office.ts'
import { fsck } from '../engine/fsck.ts'
import { readHistory } from '../engine/history.ts'
import type { AccountId } from './account.ts'
import {
  accountRoom,
  accountStream,
  administratorsOf,
  type Login,
  namesOf,
  parseLogin,
  readAccounts,
} from './account-tables.ts'
import { actOnAccount, actOnOrgan, openAccount, renameAccount, resetPassword } from './administration.ts'
import type { Administrator } from './organ.ts'
import { organRoom, readOrgans } from './organ-tables.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
  await office.openOrgan('city', { level: 'prefecture', region: '9901' })
  await office.openOrgan('east', { parent: organ('city') })
  await office.openOrgan('west', { parent: organ('city'), region: '990102' })
})

const staff = (account: AccountId, of = 'city'): Administrator => ({ kind: 'staff', account, organ: organ(of) })
const refusalOf = async (acted: Promise<{ ok: true } | { ok: false; error: { kind: string } }>) => {
  const answer = await acted
  return answer.ok ? 'done' : answer.error.kind
}

describe('organs', () => {
  it('are facts, rows and a tree that follows at once in this process', async () => {
    await office.openOrgan('east-water', {
      parent: organ('east'),
      leadBy: organ('city'),
      name: { zh: '水利局', en: 'Water' },
    })
    expect(office.organs.find(organ('east-water'))).toMatchObject({ parent: 'east', leadBy: 'city', state: 'active' })
    expect(office.organs.nameOf(organ('east-water'))).toEqual({ zh: '水利局', en: 'Water' })
    const into = organ('east')
    const merged = await actOnOrgan(office, organ('east-water'), { type: 'MergeOrgan', into }, house)
    expect(merged).toMatchObject({ ok: true, value: { version: 2, state: { state: 'merged' } } })
    expect(office.organs.find(organ('east-water'))).toMatchObject({ state: 'merged', successors: ['east'] })
    const { facts } = await readHistory(office.database.app, 'organ:east-water')
    expect(facts.map(({ fact, by }) => [fact.type, by])).toEqual([
      ['OrganOpened', house],
      ['OrganMerged', house],
    ])
  })

  it('are seen by another process when it looks', async () => {
    const other = await office.beside()
    await office.openOrgan('north', { parent: organ('city') })
    expect(other.organs.find(organ('north'))).toBeUndefined()
    await other.organs.refresh()
    expect(other.organs.find(organ('north'))?.id).toBe('north')
    const name = { zh: '北县', en: 'North' }
    await actOnOrgan(office, organ('north'), { type: 'RenameOrgan', name }, house)
    await other.organs.refresh()
    expect(other.organs.nameOf(organ('north'))).toEqual(name)
  })

  it('keep what an administrator must not do: open twice, reach beyond', async () => {
    const place = {
      kind: 'government',
      level: 'county',
      region: '990101',
      parent: organ('city'),
      leadBy: null,
    } as const
    const body = { type: 'OpenOrgan', id: organ('east'), name: { zh: '东', en: 'East' }, ...place } as const
    expect(await refusalOf(actOnOrgan(office, organ('east'), body, house))).toBe('organ-exists')
    const from = staff('a9' as AccountId, 'west')
    const rename = { type: 'RenameOrgan', name: { zh: '新', en: 'New' } } as const
    expect(await refusalOf(actOnOrgan(office, organ('east'), rename, from))).toBe('outside-your-organs')
  })

  it('cannot come to stand under one another, when two administrators act in two processes at once', async () => {
    await office.openOrgan('p', { parent: organ('city') })
    await office.openOrgan('q', { parent: organ('city') })
    const other = await office.beside()
    const under = (parent: string) =>
      ({ type: 'MoveOrgan', region: '990101', parent: organ(parent), leadBy: null }) as const
    const outcomes = await Promise.all([
      refusalOf(actOnOrgan(office, organ('p'), under('q'), house)),
      refusalOf(actOnOrgan(other, organ('q'), under('p'), house)),
    ])
    expect(outcomes.sort()).toEqual(['done', 'under-itself'])
  })
})

describe('accounts', () => {
  it('are opened with a password that is good for one login, and no name in any fact', async () => {
    const newcomer = {
      ...{ login: parseLogin('Wang.Fang') as Login, name: '王芳' },
      posts: [{ organ: organ('east'), post: 'clerk' }] as const,
    }
    const opened = await openAccount(office, newcomer, house)
    if (!opened.ok) throw new Error(opened.error.kind)
    const { id, password } = opened.value
    expect(password).toMatch(/^([b-z2-9]{4}-){3}[b-z2-9]{4}$/)
    const { rows } = await office.database.app.query('select fact from event where stream_id = $1', [accountStream(id)])
    expect(rows.map((row) => row.fact).join()).not.toMatch(/王芳|wang/i)
    expect(await namesOf(office.database.app, [id, 'a0'])).toEqual(new Map([[id, '王芳']]))
    const [listed] = await readAccounts(office.database.app, { organs: [organ('east')], limit: 10 })
    expect(listed).toMatchObject({ id, login: 'wang.fang', isWaiting: true, posts: [{ organ: 'east', post: 'clerk' }] })
  })

  it('do not share a login, when two are opened at once either', async () => {
    const other = await office.beside()
    const newcomer = { login: parseLogin('twin') as Login, name: '甲', posts: [] }
    const outcomes = await Promise.all([
      refusalOf(openAccount(office, newcomer, house)),
      refusalOf(openAccount(other, newcomer, house)),
      refusalOf(openAccount(office, { ...newcomer, login: parseLogin(' ＴＷＩＮ ') as Login }, house)),
    ])
    expect(outcomes.sort()).toEqual(['done', 'login-taken', 'login-taken'])
  })

  it('are renamed without the fact saying how', async () => {
    const { id } = await office.openStaff('rename', [['east', 'clerk']])
    expect(await refusalOf(renameAccount(office, id, '改名', house))).toBe('done')
    expect((await namesOf(office.database.app, [id])).get(id)).toBe('改名')
    expect(await refusalOf(renameAccount(office, 'a0' as AccountId, '无', house))).toBe('no-such-account')
  })

  it('cannot be taken over from below', async () => {
    const below = await office.openStaff('below', [['east', 'administrator']])
    const above = await office.openStaff('above', [
      ['city', 'leader'],
      ['east', 'leader'],
    ])
    const by = staff(below.id, 'east')
    expect(await refusalOf(resetPassword(office, above.id, by))).toBe('outside-your-organs')
    expect(await refusalOf(actOnAccount(office, above.id, { type: 'CloseAccount' }, by))).toBe('outside-your-organs')
    expect(
      await refusalOf(actOnAccount(office, below.id, { type: 'GrantPost', organ: organ('east'), post: 'head' }, by)),
    ).toBe('own-account')
    await actOnAccount(office, below.id, { type: 'CloseAccount' }, house)
  })

  it('of the last two administrators, who close each other at once in two processes, one remains', async () => {
    const other = await office.beside()
    for (let round = 0; round < 5; round++) {
      const [one, two] = await Promise.all([
        office.openStaff(`one${round}`, [['city', 'administrator']]),
        office.openStaff(`two${round}`, [['city', 'administrator']]),
      ])
      for (const { account } of await administratorsOf(office.database.app, office.today())) {
        if (account !== one.id && account !== two.id)
          await actOnAccount(office, account, { type: 'CloseAccount' }, house)
      }
      const outcomes = await Promise.all([
        refusalOf(actOnAccount(office, one.id, { type: 'CloseAccount' }, staff(two.id))),
        refusalOf(actOnAccount(other, two.id, { type: 'CloseAccount' }, staff(one.id))),
      ])
      expect(outcomes.sort()).toEqual(['done', 'last-administrator'])
      expect(await administratorsOf(office.database.app, office.today())).toHaveLength(1)
    }
  })

  it('keep an organ in being while the last administrator sits there', async () => {
    await office.openOrgan('island', { region: '9902' })
    const sitting = await office.openStaff('islander', [['island', 'administrator']])
    for (const { account } of await administratorsOf(office.database.app, office.today())) {
      if (account !== sitting.id) await actOnAccount(office, account, { type: 'CloseAccount' }, house)
    }
    const abolish = { type: 'AbolishOrgan', successor: null } as const
    expect(await refusalOf(actOnOrgan(office, organ('island'), abolish, house))).toBe('last-administrator')
  })
})

describe('the books', () => {
  it('agree with the facts', async () => {
    const found = await fsck({ work: office.database.work }, [organRoom, accountRoom])
    expect(found.errors).toEqual([])
    expect(found.facts).toBeGreaterThan(20)
  })

  it('give a new process the same organs', async () => {
    const tree = await readOrgans(office.database.app)
    expect([...tree.all()]).toEqual([...office.organs.current().all()])
  })

  it('cannot be rewritten by the house: facts are closed to it, people and passwords cannot be deleted', async () => {
    for (const table of ['event', 'account_person', 'account_credential', 'sealed', 'blind_index', 'petition_key']) {
      await expect(office.database.app.query(`delete from ${table}`), table).rejects.toThrow('permission denied')
    }
    for (const table of ['sealed set box', 'blind_index set digest']) {
      await expect(office.database.app.query(`update ${table} = ''`), table).rejects.toThrow('permission denied')
    }
  })
})
