/** Training on the wire and in the database (docs/adr/0068): a course is taught, its test is taken by the person alone, and the answers stay in the house. */
import { describe, expect, it } from 'vitest'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fsck } from '../src/engine/fsck.ts'
import { rebuild } from '../src/engine/rebuild.ts'
import { sweep } from '../src/engine/sweep.ts'
import { readAs } from '../src/identity/scope.ts'
import { issuing } from '../src/issuing.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { dueCertificates } from '../src/workforce/training/jobs.ts'
import { certificateReaction } from '../src/workforce/training/reactions.ts'
import { recountEnrolments } from '../src/workforce/training/recounting.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'
import { courseBodies, enrolmentBodies } from './command-bodies.ts'
import { organ } from './office.ts'

const opened = await openAnsweringHouse()
const { ask, staffOf, house } = opened
const [courses, enrolments] = ['/api/workforce/courses', '/api/workforce/enrolments']
const today = day('2026-11-23')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  readonly [key: string]: any
}
const must = async (asked: Promise<{ status: number; body: Read }>): Promise<Read> => {
  const { status, body } = await asked
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const refusal = async (asked: Promise<{ body: Read }>): Promise<string> => (await asked).body.refusal
const arrange = (who: Asker, course: string, segment: string, more: object = {}) =>
  ask(who, 'POST', `${courses}/${course}/${segment}`, { ...courseBodies[segment], ...more })
const act = (who: Asker, enrolment: string, segment: string, more: object = {}, headers: object = {}) =>
  ask(who, 'POST', `${enrolments}/${enrolment}/${segment}`, { ...enrolmentBodies[segment], ...more }, headers)
const read = (who: Asker, enrolment: string) => ask(who, 'GET', `${enrolments}/${enrolment}`)
const questions = (who: Asker, enrolment: string) => ask(who, 'GET', `${enrolments}/${enrolment}/questions`)

const head = await staffOf('county.bureau', 'head')
const teacher = await staffOf('county.bureau', 'clerk')
const colleague = await staffOf('county.bureau', 'clerk')
const lead = await staffOf('county.land', 'head')
const neighbour = await staffOf('county.land', 'clerk')
const elsewhere = await staffOf('county.labour', 'head')
const person = () => staffOf('county.land', 'clerk')

async function taught(more: object = {}, test: object | null = {}) {
  const { course } = await must(ask(head, 'POST', courses, { ...courseBodies.hold, teacher: teacher.account, ...more }))
  const held = { day: house.today(), isOnline: false, place: '信访局三楼会议室' }
  await must(arrange(teacher, course, 'session', { session: held }))
  if (test !== null) await must(arrange(teacher, course, 'test', test))
  return course as string
}
const invite = async (course: string, account: string, who: Asker = teacher): Promise<string> =>
  (await must(arrange(who, course, 'invite', { account }))).enrolment
async function attending(course: string) {
  const who = await person()
  const enrolment = await invite(course, who.account)
  await must(act(teacher, enrolment, 'attendance'))
  return { who, enrolment }
}

describe('A course', () => {
  it('is seen by the organs that it is for; its questions by who teaches it and by nobody else', async () => {
    const course = await taught()
    for (const who of [head, teacher, colleague, lead, neighbour]) {
      const seen = await must(ask(who, 'GET', `${courses}/${course}`))
      expect(seen).toMatchObject({ title: '信访条例和接访规范岗前培训', test: { questions: 2, minutes: 60 } })
      expect(seen.sessions).toMatchObject([{ place: '信访局三楼会议室' }])
      expect(seen.test.paper === null).toBe(who !== teacher)
      if (who !== teacher) expect(JSON.stringify(seen)).not.toContain('六十日')
      expect((await must(ask(who, 'GET', courses))).items).toMatchObject([{ course, title: seen.title }])
    }
    const { test } = await must(ask(teacher, 'GET', `${courses}/${course}`))
    expect(test.paper).toEqual((courseBodies.test as Read).questions)
    expect((await ask(elsewhere, 'GET', `${courses}/${course}`)).status).toBe(404)
    expect((await must(ask(elsewhere, 'GET', courses))).items).toEqual([])
    expect(await refusal(arrange(colleague, course, 'session'))).toBe('course-is-anothers')
    expect(await refusal(ask(neighbour, 'POST', courses, courseBodies.hold))).toBe('course-is-anothers')
    expect(await refusal(arrange(teacher, course, 'test'))).toBe('test-open-already')
    const wrong = { questions: [{ words: '问', options: ['甲', '乙'], right: [2] }] }
    expect(await refusal(arrange(teacher, course, 'test', wrong))).toBe('right-answer-missing')
  })

  it('in the database by itself: nobody but who teaches reads a piece of its questions', async () => {
    const course = await taught()
    const pieces = (account: string, of: string) =>
      readAs<{ n: number }>(
        house,
        { kind: 'staff', account, organ: organ(of), posts: ['head'] },
        {
          name: 'pieces of a course',
          text: 'select count(*)::int as n from sealed where stream_id = $1',
          values: [`course:${course}`],
        },
      )
    // title, purpose and the place of the session; and ten pieces of two questions
    expect(await pieces(teacher.account, 'county.bureau')).toEqual([{ n: 13 }])
    for (const [who, of] of [
      [head, 'county.bureau'],
      [colleague, 'county.bureau'],
      [lead, 'county.land'],
      [neighbour, 'county.land'],
    ] as const)
      expect(await pieces(who.account, of)).toEqual([{ n: 3 }])
    expect(await pieces(elsewhere.account, 'county.labour')).toEqual([{ n: 0 }])
    // as somebody of another organ nobody gets the teacher's part
    expect(await pieces(teacher.account, 'county.land')).toEqual([{ n: 3 }])
  })

  it('invites whom it is for, by the teacher or who leads them, and each once', async () => {
    const course = await taught()
    const who = await person()
    const people = await must(ask(teacher, 'GET', `${courses}/${course}/people?organ=county.land`))
    expect(people.items.map(({ account }: Read) => account)).toContain(who.account)
    expect((await must(ask(neighbour, 'GET', `${courses}/${course}/people?organ=county.land`))).items).toEqual([])
    expect((await must(ask(teacher, 'GET', `${courses}/${course}/people?organ=county.labour`))).items).toEqual([])
    expect(await refusal(arrange(neighbour, course, 'invite', { account: who.account }))).toBe('enrolment-is-anothers')
    expect(await refusal(arrange(teacher, course, 'invite', { account: elsewhere.account }))).toBe('official-not-there')
    expect(await refusal(arrange(teacher, course, 'invite', { account: lead.account }))).toBe('course-not-for-post')
    await invite(course, who.account, lead)
    for (const again of [lead, teacher])
      expect((await arrange(again, course, 'invite', { account: who.account })).status).toBe(409)
  })
})

describe('The test', () => {
  it('gives its questions to the person alone, once they have begun and until their time is over', async () => {
    const course = await taught()
    const { who, enrolment } = await attending(course)
    for (const early of [who, teacher, head, lead]) expect((await questions(early, enrolment)).status).not.toBe(200)
    expect(await refusal(questions(who, enrolment))).toBe('test-not-begun')
    expect((await questions(neighbour, enrolment)).status).toBe(404)
    for (const other of [teacher, lead]) expect(await refusal(act(other, enrolment, 'begin'))).toBe('test-is-anothers')
    expect((await act(neighbour, enrolment, 'begin')).status).toBe(404)
    house.setTime('09:00')
    await must(act(who, enrolment, 'begin'))
    const given = await must(questions(who, enrolment))
    expect(given).toEqual({
      until: '10:00',
      questions: [
        { words: '信访事项受理后，一般应当在多少日内办结？', options: ['三十日', '六十日', '九十日'], isMany: false },
        { words: '下列哪些情形应当回避？', options: ['本人被检举', '近亲属被检举', '见过信访人'], isMany: true },
      ],
    })
    // whoever leads them or teaches sees that it runs, and not the questions
    for (const other of [teacher, lead]) expect(await refusal(questions(other, enrolment))).toBe('test-is-anothers')
    expect(await refusal(act(who, enrolment, 'begin'))).toBe('test-running')
    house.setTime('10:01')
    expect(await refusal(questions(who, enrolment))).toBe('test-time-over')
    expect(await refusal(act(who, enrolment, 'hand-in'))).toBe('test-time-over')
    expect((await must(read(who, enrolment))).tries).toMatchObject([{ handedIn: false, hasPassed: false, right: null }])
    house.setTime('09:00')
  })

  it('is marked by the house; how many were right is for the person and who answers for them', async () => {
    const course = await taught()
    const { who, enrolment } = await attending(course)
    await must(act(who, enrolment, 'begin'))
    expect(await refusal(act(lead, enrolment, 'hand-in'))).toBe('test-is-anothers')
    await must(act(who, enrolment, 'hand-in', { answers: [[1], [0]] }))
    expect(await refusal(act(who, enrolment, 'hand-in'))).toBe('test-not-begun')
    expect(await refusal(questions(who, enrolment))).toBe('test-not-begun')
    for (const full of [who, lead])
      expect((await must(read(full, enrolment))).tries).toMatchObject([{ right: 1, of: 2, hasPassed: false }])
    for (const part of [teacher, head])
      expect((await must(read(part, enrolment))).tries).toMatchObject([{ right: null, of: null, hasPassed: false }])
    for (const none of [colleague, neighbour, elsewhere]) expect((await read(none, enrolment)).status).toBe(404)
    expect(await refusal(act(who, enrolment, 'begin'))).toBe('test-too-early')
    house.setToday('2026-11-30')
    await must(act(who, enrolment, 'begin'))
    expect((await must(act(who, enrolment, 'hand-in'))).stage).toBe('passed')
    house.setToday(today)
  })

  it('is handed in once under one key, and an answer that is replayed is answered as it was', async () => {
    const course = await taught()
    const { who, enrolment } = await attending(course)
    await must(act(who, enrolment, 'begin'))
    const key = { 'idempotency-key': 'handed-in-once-1' }
    const first = await must(act(who, enrolment, 'hand-in', {}, key))
    expect(await must(act(who, enrolment, 'hand-in', {}, key))).toEqual(first)
    const other = await attending(course)
    await must(act(other.who, other.enrolment, 'begin'))
    // somebody else's key is their own, and somebody else's test is not there
    expect((await act(other.who, enrolment, 'hand-in', {}, key)).status).toBe(404)
    expect((await must(act(other.who, other.enrolment, 'hand-in', { answers: [] }, key))).stage).toBe('invited')
  })

  it('leaves neither answers nor what is right in any fact', async () => {
    const course = await taught()
    const { who, enrolment } = await attending(course)
    await must(act(who, enrolment, 'begin'))
    await must(act(who, enrolment, 'hand-in'))
    const { rows } = await house.work.query<{ fact: string }>('select fact from event where stream_id = any($1)', [
      [`course:${course}`, `enrolment:${enrolment}`],
    ])
    expect(rows.length).toBeGreaterThan(5)
    const said = rows.map(({ fact }) => fact).join('\n')
    for (const word of ['六十日', '会议室', '[1]', '0,1', '培训']) expect(said).not.toContain(word)
  })
})

describe('The certificate', () => {
  const certified = async (more: object = {}) => {
    const course = await taught(more)
    const { who, enrolment } = await attending(course)
    await must(act(who, enrolment, 'begin'))
    await must(act(who, enrolment, 'hand-in'))
    await must(act(teacher, enrolment, 'certify'))
    await catchUp(house, numberingReaction(house, issuing))
    return { who, enrolment, course }
  }

  it('is a numbered paper that the person, who answers for them and who teaches can print', async () => {
    const { who, enrolment } = await certified()
    const { certificate, stream } = await must(read(who, enrolment))
    expect(certificate).toMatchObject({ on: today, until: addDays(today, 1095), organ: { id: 'county.bureau' } })
    const [row] = (await must(ask(who, 'GET', `/api/issued/${stream}/papers`))).items
    expect(row).toMatchObject({ paper: certificate.paper, number: expect.stringContaining('培证〔2026〕') })
    const paper = `/api/issued/${stream}/papers/${certificate.paper}`
    for (const reader of [who, lead, teacher, head]) {
      const page = await must(ask(reader, 'GET', `${paper}?language=zh`))
      expect(JSON.stringify(page)).toContain('信访条例和接访规范岗前培训')
      expect(page.number).toBe(row.number)
    }
    for (const none of [colleague, neighbour, elsewhere])
      expect((await ask(none, 'GET', `${paper}?language=zh`)).status).toBe(404)
    await must(act(head, enrolment, 'withdraw'))
    expect(await must(read(who, enrolment))).toMatchObject({
      stage: 'withdrawn',
      ended: { reason: '代考，经核实撤销' },
    })
    expect(JSON.stringify(await must(ask(who, 'GET', `${paper}?language=zh`)))).toContain('证书已撤销')
  })

  it('says who still lacks one: to the person, to who leads them, and to the bureau as counts', async () => {
    const { who, enrolment } = await certified()
    const own = async (reader: Asker) => (await must(ask(reader, 'GET', '/api/workforce/training/lacking'))).people
    const stands = async (on: string) => {
      house.setToday(on)
      const rows = await own(who)
      house.setToday(today)
      return rows.map(({ kind, standing }: Read) => [kind, standing])
    }
    expect(await stands(today)).toEqual([
      ['conduct', 'missing'],
      ['induction', 'holds'],
    ])
    const until = addDays(today, 1095)
    expect(await stands(addDays(until, -60))).toContainEqual(['induction', 'ending'])
    expect(await stands(addDays(until, 1))).toContainEqual(['induction', 'missing'])
    const all = await own(lead)
    expect(all.filter(({ person: { account } }: Read) => account === who.account)).toHaveLength(2)
    expect(all.length).toBeGreaterThan(4)
    const said = await must(ask(colleague, 'GET', '/api/workforce/training/lacking'))
    expect(said.people.every(({ person: { account } }: Read) => account === colleague.account)).toBe(true)
    const land = said.organs.find(({ organ: { id }, kind }: Read) => id === 'county.land' && kind === 'induction')
    expect(land.people - land.missing).toBeGreaterThan(0)
    expect(JSON.stringify(said.organs)).not.toContain(who.account)
    expect((await must(ask(neighbour, 'GET', '/api/workforce/training/lacking'))).organs).toEqual([])
    await must(act(head, enrolment, 'withdraw'))
    expect(await stands(today)).toContainEqual(['induction', 'missing'])
  })

  it('stands in the place of an older one of the same kind, and lapses when it is not renewed', async () => {
    const { who, enrolment } = await certified()
    house.setToday('2026-11-24')
    const next = await taught({}, null)
    const again = await invite(next, who.account)
    // without a test whoever attended is certified
    expect(await refusal(act(teacher, again, 'certify'))).toBe('nothing-attended')
    await must(act(teacher, again, 'attendance'))
    await must(act(teacher, again, 'certify'))
    await catchUp(house, certificateReaction(house))
    await catchUp(house, certificateReaction(house))
    expect(await must(read(who, enrolment))).toMatchObject({ stage: 'replaced' })
    const renewed = await must(read(who, again))
    expect(renewed).toMatchObject({ stage: 'certified', clocks: [{ rule: 'renewCertificate', state: 'running' }] })
    expect(await recountEnrolments(house, [`enrolment:${again}`])).toEqual([])
    house.setToday(addDays(day(renewed.certificate.until), 1))
    await sweep(dueCertificates(house))
    expect(await must(read(who, again))).toMatchObject({ stage: 'lapsed' })
    house.setToday(today)
  })

  it('of somebody who is excused there is none', async () => {
    const course = await taught()
    const who = await person()
    const enrolment = await invite(course, who.account)
    expect(await refusal(act(teacher, enrolment, 'excuse'))).toBe('enrolment-is-anothers')
    expect((await must(act(lead, enrolment, 'excuse'))).stage).toBe('excused')
    expect(await refusal(act(teacher, enrolment, 'attendance'))).toBe('wrong-enrolment-stage')
  })
})

describe('Lists of who takes part', () => {
  it('are of the reader, of the people that they lead, and of the course that they teach', async () => {
    const course = await taught()
    const { who, enrolment } = await attending(course)
    const list = async (reader: Asker, query: string) =>
      (await must(ask(reader, 'GET', `${enrolments}?${query}`))).items.map((row: Read) => row.enrolment)
    expect(await list(who, 'of=own')).toEqual([enrolment])
    expect(await list(who, 'of=organ')).toEqual([enrolment])
    expect(await list(lead, 'of=organ')).toContain(enrolment)
    expect(await list(neighbour, 'of=organ')).toEqual([])
    for (const reader of [teacher, head]) expect(await list(reader, `of=course&course=${course}`)).toEqual([enrolment])
    for (const reader of [colleague, lead, elsewhere])
      expect(await list(reader, `of=course&course=${course}`)).toEqual([])
    const first = await must(ask(lead, 'GET', `${enrolments}?of=organ&limit=1`))
    const second = await must(ask(lead, 'GET', `${enrolments}?of=organ&limit=1&cursor=${first.next}`))
    expect(second.items[0].enrolment).not.toBe(first.items[0].enrolment)
  })
})

describe('The read models', () => {
  it('are what the facts say', async () => {
    expect((await fsck(house, everyRoom)).errors).toEqual([])
    await rebuild(house, everyRoom)
    expect((await fsck(house, everyRoom)).errors).toEqual([])
  })
})
