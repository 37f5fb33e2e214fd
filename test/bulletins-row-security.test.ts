/** Whom a notice about cadres concerns does not see it: by row security with the program off, and by the program with row security off. */
import { describe, expect, it } from 'vitest'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fly } from '../src/engine/flight.ts'
import { settingStatements } from '../src/engine/history.ts'
import { settingsOf } from '../src/identity/scope.ts'
import { issuing } from '../src/issuing.ts'
import { bulletinIssuer } from '../src/supervision/bulletins/issuer.ts'
import { listReceived, readBulletin } from '../src/supervision/bulletins/queries.ts'
import { bulletinHouse } from '../src/wiring.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { house, ask, staffOf } = await openAnsweringHouse()
const head = await staffOf('county.bureau', 'head')
const supervisor = await staffOf('county.bureau', 'supervisor')
const concerned = await staffOf('county.land', 'head')
const under = await staffOf('county.land', 'clerk')
const reader = await staffOf('county.organisation', 'head')

type Staffed = typeof head
const viewerOf = ({ account }: Staffed, organ: string, ...posts: readonly ('clerk' | 'head' | 'supervisor')[]) =>
  ({ kind: 'staff', account, organ: organ as never, posts }) as const

async function issue(): Promise<string> {
  const body = {
    ...{ kind: 'personnelNotice', title: '反映干部问题的信访情况' },
    blocks: [{ is: 'text', text: '反映其长期不作为。' }],
    personnel: {
      department: 'county.organisation',
      concerned: [{ name: '某某', organ: 'county.land', account: concerned.account }],
    },
  }
  const { body: made } = await ask(supervisor, 'POST', '/api/bulletins', body)
  for (const [who, verb] of [
    [supervisor, 'submit'],
    [head, 'issue'],
  ] as const) {
    const { status, body: answer } = await ask(who, 'POST', `/api/bulletins/${made.bulletin}/${verb}`, {})
    if (status !== 200) throw new Error(JSON.stringify(answer))
  }
  await catchUp(house, numberingReaction(house, issuing))
  return `bulletin:${made.bulletin}`
}

const stream = await issue()

/** Every table in which something of it lies, as one viewer sees it. */
async function rowsSeen(viewer: ReturnType<typeof viewerOf>): Promise<readonly string[]> {
  const tables = ['bulletin', 'bulletin_recipient', 'event', 'sealed', 'paper_number']
  const seen = await Promise.all(
    tables.map(async (name) => {
      const key = name === 'paper_number' ? 'bearer' : 'stream_id'
      const text = `select 1 from ${name} where ${key} = $1`
      const settings = settingStatements(settingsOf(viewer, house.today()))
      const results = await fly(house.app, [...settings, { name: '', text, values: [stream] }])
      return (results.at(-1)?.length ?? 0) > 0 ? name : null
    }),
  )
  return seen.filter((name) => name !== null)
}

/** As if somebody had sent it to them by mistake. */
const send = (organ: string) =>
  house.work.query(
    `insert into bulletin_recipient select stream_id, $2, kind, issued_on, null, pieces, kept_from, officials
      from bulletin_recipient where stream_id = $1 limit 1`,
    [stream, organ],
  )

const everything = ['bulletin', 'bulletin_recipient', 'event', 'sealed', 'paper_number']

describe('Row security by itself', () => {
  it('shows a notice to the department that it went to, and to the office that issued it', async () => {
    expect(await rowsSeen(viewerOf(reader, 'county.organisation', 'head'))).toEqual(everything)
    expect(await rowsSeen(viewerOf(head, 'county.bureau', 'head'))).toEqual(
      everything.filter((name) => name !== 'bulletin_recipient'),
    )
  })

  it('shows of it one fact, and the pieces that stand in that, to whom it went', async () => {
    const settings = settingStatements(settingsOf(viewerOf(reader, 'county.organisation', 'head'), house.today()))
    const read = async (text: string) =>
      (await fly(house.app, [...settings, { name: '', text, values: [stream] }])).at(-1) ?? []
    expect(await read('select type from event where stream_id = $1')).toEqual([{ type: 'BulletinIssued' }])
    // the title, the text and the name
    expect(await read('select ref from sealed where stream_id = $1')).toHaveLength(3)
  })

  it('shows nothing to an organ that those concerned lead, though it was sent there by mistake', async () => {
    await send('county.land')
    for (const who of [concerned, under]) expect(await rowsSeen(viewerOf(who, 'county.land', 'head'))).toEqual([])
  })

  it('shows nothing to one of them in an organ that may have it, nor to whoever answers to them there', async () => {
    await house.work.query("update bulletin_recipient set kept_from = '{}' where stream_id = $1", [stream])
    await house.work.query("update bulletin set kept_from = '{}' where stream_id = $1", [stream])
    try {
      expect(await rowsSeen(viewerOf(concerned, 'county.organisation', 'head'))).toEqual([])
      // a clerk answers to the head, who is named
      expect(await rowsSeen(viewerOf(under, 'county.land', 'clerk'))).toEqual([])
      expect(await rowsSeen(viewerOf(reader, 'county.organisation', 'head'))).toEqual(everything)
    } finally {
      await house.work.query("update bulletin_recipient set kept_from = '{county.land}' where stream_id = $1", [stream])
      await house.work.query("update bulletin set kept_from = '{county.land}' where stream_id = $1", [stream])
    }
  })

  it('takes no row for an organ that is kept out from the house that serves', async () => {
    const settings = settingStatements(settingsOf(viewerOf(head, 'county.bureau', 'head'), house.today()))
    const text = `insert into bulletin_recipient values ($1, 'county', 'personnelNotice', now(), null, '{}', '{county}', '{}')`
    await expect(fly(house.app, [...settings, { name: '', text, values: [stream] }])).rejects.toThrow(
      /row-level security/,
    )
  })
})

describe('The program by itself, with row security off', () => {
  // the role that works sees every row
  const open = { ...bulletinHouse(house), app: house.work }

  it('opens a notice to whom it went, and to nobody whom it concerns', async () => {
    expect(await readBulletin(open, stream, viewerOf(reader, 'county.organisation', 'head'))).not.toBeNull()
    for (const [who, organ] of [
      [concerned, 'county.land'],
      [under, 'county.land'],
      [concerned, 'county.organisation'],
    ] as const) {
      const viewer = viewerOf(who, organ, 'head')
      expect(await readBulletin(open, stream, viewer)).toBeNull()
      expect(await bulletinIssuer(open).open(stream, viewer)).toBeNull()
    }
  })

  it('nor to an office that has no part in it, nor to somebody of the bureau whose post it is not', async () => {
    expect(await readBulletin(open, stream, viewerOf(reader, 'county.labour', 'head'))).toBeNull()
    expect(await readBulletin(open, stream, viewerOf(under, 'county.bureau', 'clerk'))).toBeNull()
  })

  it('lists it to nobody else’s office', async () => {
    const paging = { kinds: ['personnelNotice'], after: null, limit: 10 } as const
    expect((await listReceived(open, viewerOf(reader, 'county.labour', 'head'), 'toRead', paging)).items).toEqual([])
  })
})
