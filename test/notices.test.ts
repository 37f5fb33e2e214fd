/** What petitioners are told, on a real database, with a mail server that takes some messages and not others. */
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { carriersOf } from '../src/notices/carrier.ts'
import { sendNotices } from '../src/notices/sending.ts'
import { forgetSpooled, openSpooled, spoolCarrier, spooledIn } from '../src/notices/spool.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { FileBroken } from '../src/platform/files/sealed-frames.ts'
import { freshDatabase } from './database.ts'
import { openTestHouse } from './petition-house.ts'

const house = await openTestHouse(await freshDatabase(), '2026-11-23')
const spool = mkdtempSync(join(tmpdir(), 'xinqiao-spool-'))
afterAll(() => rmSync(spool, { recursive: true }))

/** Speaks as much SMTP as is needed; answers a recipient by the first part of the address: `refused`, `later`, anything else. */
const taken: string[] = []
let server: Server
beforeAll(async () => {
  server = createServer((socket) => speak(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

function speak(socket: Socket): void {
  let isLetter = false
  socket.write('220 here\r\n')
  socket.on('data', (piece) => {
    for (const line of String(piece).split('\r\n').filter(Boolean)) {
      if (isLetter && line !== '.') continue
      socket.write(`${answerTo(line)}\r\n`)
      isLetter = line === 'DATA'
    }
  })
}

function answerTo(line: string): string {
  const [, to] = /^RCPT TO:<(.*)>/.exec(line) ?? []
  if (to?.startsWith('refused')) return `550 5.1.1 <${to}> has no mailbox here`
  if (to?.startsWith('later')) return `450 4.2.1 <${to}> is busy`
  if (to) taken.push(to)
  return line === 'DATA' ? '354 go on' : '250 ok'
}

const sending = () => ({
  house,
  carriers: carriersOf(spoolCarrier(spool, house.vault), {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    from: 'house@house',
  }),
  followAt: 'https://house/follow',
  bookingAt: 'https://house/reception/booking',
})

async function registered(...people: { email?: string; phone?: string }[]): Promise<PetitionNumber> {
  const named = people.map((person) => ({ name: '某某', ...person }))
  const words = { title: '题', text: '文', claims: ['求'], headcount: people.length }
  const input = registrationBody.parse({ place: '990101', ...words, people: named })
  const done = await registerPetition(house, { input, viewer: { kind: 'anyone' } })
  if (!done.ok) throw new Error(done.error.kind)
  return done.value.number
}
const jobOf = (stream: string) => ({ id: `job of ${stream}`, stream, fact: 'PetitionRegistered' as const })
const notices = async (stream: string) =>
  (
    await house.work.query('select person, channel, state, fault from notice where stream_id = $1 order by person', [
      stream,
    ])
  ).rows

it('tells the others when one mailbox does not exist, and does not try it for ever', async () => {
  const number = await registered({ email: 'refused@nowhere.example' }, { email: 'second@there.example' })
  await sendNotices(sending(), jobOf(number))
  expect(taken).toContain('second@there.example')
  expect(await notices(number)).toEqual([
    { person: 'p1', channel: 'email', state: 'failed', fault: 'email 550' },
    { person: 'p2', channel: 'email', state: 'sent', fault: null },
  ])
})

it('asks to be tried again where a server is busy, and says to nobody whose mailbox it was', async () => {
  const number = await registered({ email: 'later@busy.example' }, { email: 'third@there.example' })
  const fault = await sendNotices(sending(), jobOf(number)).catch((thrown: unknown) => thrown)
  expect(fault).toBeInstanceOf(Error)
  // as the queue keeps it: with everything that hangs on the error
  expect(inspect(fault, { depth: null, showHidden: true })).not.toContain('busy.example')
  expect(taken.filter((to) => to === 'third@there.example')).toHaveLength(1)
  await sendNotices(sending(), jobOf(number)).catch(() => undefined)
  expect(taken.filter((to) => to === 'third@there.example')).toHaveLength(1)
})

it('writes to one mailbox, whatever the field of the form holds', async () => {
  const number = await registered({ email: 'a@x.example,b@y.example' }, { email: '"a b" <c@z.example>' })
  await sendNotices(sending(), jobOf(number))
  expect(taken.filter((to) => /[xyz]\.example$/.test(to))).toEqual([])
})

it('tells of a renewed key the petitioner whose it is, and nobody else', async () => {
  const number = await registered({ email: 'fourth@there.example' }, { email: 'fifth@there.example' })
  await sendNotices(sending(), { id: `renewal ${number}`, stream: number, fact: 'KeyRenewed', person: 'p2' })
  expect(taken).toContain('fifth@there.example')
  expect(taken).not.toContain('fourth@there.example')
})

it('spools for the house alone, and without a word of what it is about', async () => {
  const number = await registered({ phone: '19900000041' })
  await sendNotices(sending(), jobOf(number))
  const files = readdirSync(join(spool, 'sms'))
  expect(files).toHaveLength(1)
  const path = join(spool, 'sms', files[0] as string)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(spool, 'sms')).mode & 0o777).toBe(0o700)
  expect(readFileSync(path).includes('19900000041')).toBe(false)
  const [waiting] = await spooledIn(spool)
  if (!waiting) throw new Error('nothing in the spool')
  const message = await openSpooled(house.vault, waiting)
  expect(message).toMatchObject({ id: waiting.id, channel: 'sms', to: '19900000041' })
  expect(message?.text).not.toMatch(/某某|题|文|求/)
  // another name is another message: nobody can put one in the place of another
  await expect(openSpooled(house.vault, { ...waiting, id: 'other' })).rejects.toThrow(FileBroken)
  await forgetSpooled(spool, [waiting, { id: 'nobodys', channel: 'sms' }])
  expect(await spooledIn(spool)).toEqual([])
})
