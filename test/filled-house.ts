/** A house in a data folder with something of everything in it, filled through its own wire with the wiring that serves. */
import type { InjectOptions } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { sweep } from '../src/engine/sweep.ts'
import { parseLogin } from '../src/identity/account-tables.ts'
import { openAccount } from '../src/identity/administration.ts'
import { foundOrgan } from '../src/identity/founding.ts'
import { day } from '../src/kernel/day.ts'
import type { Post } from '../src/kernel/viewer.ts'
import { openHouse } from '../src/main.ts'
import { dueErasures } from '../src/petition/erasing.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDataFolder } from '../src/platform/data-folder.ts'
import { sessionCookie } from '../src/platform/http/credentials.ts'
import { openDatabase } from '../src/platform/postgres.ts'
import { leftOut } from '../src/register/backup/tables.ts'
import { appOf, openRooms } from '../src/wiring.ts'
import { letter } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'
import { testOrgans } from './petition-house.ts'

export const password = 'Granit-Wolke-27'
const origin = 'http://localhost:80'
const zone = { XINQIAO_LOG_TO: 'file' }

export interface Filled {
  /** Registration numbers and keys, by what they are. */
  readonly petitions: Readonly<Record<'ordinary' | 'accusing' | 'confidential' | 'erased', Held>>
  /** The base32 secret of the administrator's device. */
  readonly totp: string
  readonly fileText: string
}

export interface Held {
  readonly number: string
  readonly key: string
}

type Headers = Readonly<Record<string, string>>

/** Opens the organs, the staff and the petitions. The house is closed afterwards. */
export async function fillHouse(data: string): Promise<Filled> {
  const house = await openHouse(readConfig({ data }, zone), 'migrate')
  const rooms = await openRooms(house)
  const app = await appOf(house, rooms, { limits: 'off' })
  try {
    const ask = async (who: Headers, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => {
      const asked: InjectOptions = { method, url, headers: who, ...(body === undefined ? {} : { payload: body }) }
      const answer = await app.inject(asked)
      if (answer.statusCode >= 400) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
      return answer
    }
    for (const { id, kind, level, region, parent, leadBy } of testOrgans) {
      const place = { kind, level, region, parent, leadBy }
      const opened = await foundOrgan(rooms.door, { id, nameZh: id, nameEn: id, ...place })
      if (!opened.ok) throw new Error(opened.error.kind)
    }
    await rooms.directory.refresh()
    const staff = async (login: string, ...held: readonly (readonly [string, Post])[]): Promise<Headers> => {
      const posts = held.map(([organ, post]) => ({ organ: organ as never, post }))
      const newcomer = { login: parseLogin(login) as never, name: `人名${login}`, posts, password }
      const opened = await openAccount(rooms.door, newcomer, { kind: 'system', task: 'test' })
      if (!opened.ok) throw new Error(opened.error.kind)
      const answer = await ask({ origin }, 'POST', '/api/session', { login, password })
      const token = answer.cookies.find(({ name }) => name === sessionCookie)?.value
      return { origin, cookie: `${sessionCookie}=${token}` }
    }
    const bureau = await staff('bureau', ['county.bureau', 'clerk'], ['county.bureau', 'head'])
    const above = await staff('above', ['prefecture.bureau', 'clerk'], ['prefecture.bureau', 'head'])
    const land = await staff('land', ['county.land', 'clerk'], ['county.land', 'head'])
    const administrator = await staff('root', ['county.bureau', 'administrator'])
    await staff('discipline', ['county.discipline', 'clerk'])

    const totp = (await ask(administrator, 'POST', '/api/sign-in/second-factor', { password })).json().secret
    const code = TOTP.generate({ secret: Secret.fromBase32(totp) })
    await ask(administrator, 'PUT', '/api/sign-in/second-factor', { code })

    const register = async (body: object): Promise<Held> => {
      const answer = (await ask({}, 'POST', '/api/petitions', { ...letter, ...body })).json()
      return { number: answer.number, key: answer.keys[0].key }
    }
    const act = (who: Headers, { number }: Held, segment: string, body: object = {}) =>
      ask(who, 'POST', `/api/petitions/${number}/${segment}`, body)
    const own = ({ number, key }: Held): Headers => ({ authorization: `Petition ${number}:${key}` })
    const upload = async (name: string, content: string) => {
      const boundary = 'boundary-7'
      const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
      const answer = await app.inject({ method: 'POST', url: '/api/files', headers, payload })
      return answer.json()
    }
    const setToday = (text: string) =>
      Object.assign(rooms.petitions, { today: () => day(text), now: () => `${text}T09:00:00.000Z` })
    const wall = { today: rooms.petitions.today, now: rooms.petitions.now }

    // begun and ended long ago by the house's calendar, and lawfully erased since
    const fileText = '照片：三分菜地'
    const gone = { ...(await upload('照片.txt', '要销毁的附件')), name: '照片.txt' }
    const erased = await register({ title: '要销毁的标题', materials: [gone] })
    await act(own(erased), erased, 'withdraw')
    setToday('2057-11-24')
    await act(bureau, erased, 'propose-erasure')
    setToday('2058-03-23')
    await act(above, erased, 'approve-erasure')
    const swept = await sweep(
      dueErasures({
        ...{ house: rooms.petitions, forgetMessages: async () => {}, mustKeep: async () => false },
        streamsBeside: async () => [],
      }),
    )
    if (swept.done !== 1) throw new Error(`nothing was erased: ${JSON.stringify(swept)}`)
    Object.assign(rooms.petitions, wall)

    // the same file twice, which is one file with two names
    const [one, two] = [await upload('照片.txt', fileText), await upload('再一张.txt', fileText)]
    const ordinary = await register({
      materials: [
        { ...one, name: '照片.txt' },
        { ...two, name: '再一张.txt' },
      ],
      text: '一行\n又一行\t制表\\反斜线 “引号” \u{1f4ee}',
    })
    await act(bureau, ordinary, 'transfer', commandBodies.transfer)
    await act(land, ordinary, 'accept', commandBodies.accept)
    await act(land, ordinary, 'record-contact', commandBodies['record-contact'])
    await act(land, ordinary, 'issue-opinion', commandBodies['issue-opinion'])
    const accusing = await register({
      class: 'accusation',
      title: '控告他们挪用',
      about: [{ as: 'accused', organ: 'county.land' }],
    })
    const confidential = await register({ confidentiality: 'confidential', title: '请替我保密' })
    await act(bureau, confidential, 'transfer', commandBodies.transfer)
    await ask(own(confidential), 'POST', '/api/follow/reports', { about: 'retaliation', text: '被约谈' })
    return { petitions: { ordinary, accusing, confidential, erased }, totp, fileText }
  } finally {
    await app.close()
    rooms.close()
    await house.close()
  }
}

/** Works on a house's database as its owner, whom row security does not bind. */
export async function asOwner<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder: openDataFolder(data) })
  const client = new pg.Client(database.doorFor('owner'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
    await database.close()
  }
}

/**
 * Every row of every table that a backup has, as text and in order; without what means nothing in another cluster. `skipped` names
 * tables, or columns as `event.salt`.
 */
export async function rowsOf(
  client: pg.Client,
  skipped: readonly string[] = [],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select relname as name, array_agg(attname::text order by attnum) as columns from pg_class
      join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      where relnamespace = 'public'::regnamespace and relkind = 'r' group by relname order by relname`,
  )
  const found: Record<string, readonly string[]> = {}
  for (const { name, columns } of tables.filter((table) => !(table.name in leftOut || skipped.includes(table.name)))) {
    const list = columns
      .filter((column) => !['xid', 'seq'].includes(column) && !skipped.includes(`${name}.${column}`))
      .map((column) => `t."${column}"`)
    const { rows } = await client.query(`select row(${list.join(', ')})::text as row from "${name}" t order by 1`)
    found[name] = rows.map(({ row }) => row)
  }
  return found
}
