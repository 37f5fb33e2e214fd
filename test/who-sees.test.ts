/**
 * One table of route × role × relation: what somebody gets to see of a petition, by what they have to do with it, through every way in
 * which anything of it can come out. Every cell is tried with the petition's own number, from outside.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Asker, keyOf, openAnsweringHouse, type Registered } from './answering-house.ts'
import { nobodysNumber } from './command-bodies.ts'

const { ask, register, act, staffOf, upload, house } = await openAnsweringHouse()

/** Y: comes out · N: does not, as if there were none · R: there, and refused with a reason. */
type Cell = 'Y' | 'N' | 'R'
const ways = [
  ...(['whole', 'file', 'recipients', 'list', 'number', 'telephone', 'work', 'command', 'text', 'name'] as const),
  ...(['papers', 'paper'] as const),
] as const
type Way = (typeof ways)[number]

const phone = '19912345678'
const words = '只有写信的人才知道的一句话'
const name = '穆青禾'
const secret = '被检举的事情细节'

type Somebody = { readonly token: string; readonly account: string }
const people: Record<string, Asker> = {}
let claim: Registered
let accusation: Registered

const open = async (who: Somebody, { number }: Registered, seal: 'accusation' | 'identity') =>
  act(who, number, 'open-seal', { seal, purpose: 'investigate', reason: '核实' })

async function materials() {
  const stored = await upload(null, '材料.txt', '材料内容')
  return [{ ...stored, name: '材料.txt' }]
}

beforeAll(async () => {
  const bureau = await staffOf('county.bureau', 'clerk', 'head')
  const land = await staffOf('county.land', 'clerk', 'head')
  // The official bears a name of their own, so that the letter can say who they are.
  const official = await staffOf('county.land')
  await house.work.query(`update account_person set name = '郗望岳' where stream_id = $1`, [
    `account:${official.account}`,
  ])
  const chief = await staffOf('county.labour', 'head')
  await house.work.query(`update account_person set name = '阚守仁' where stream_id = $1`, [`account:${chief.account}`])
  const recused = await staffOf('county.land')
  claim = await register({
    ...{ place: '990101', title: '题目', text: words, claims: [words], people: [{ name, phone }] },
    ...{ about: [{ as: 'respondent', organ: 'county.land', official: '副局长郗望岳' }], materials: await materials() },
  })
  await act(bureau, claim.number, 'transfer', { to: 'county.land' })
  await act(recused, claim.number, 'declare-recusal', { reason: '与信访人是亲属' })

  accusation = await register({
    ...{
      place: '990101',
      class: 'accusation',
      title: secret,
      text: secret,
      claims: [secret],
      people: [{ name, phone }],
    },
    ...{ about: [{ as: 'accused', organ: 'county.land', official: null }], materials: await materials() },
  })
  await act(bureau, accusation.number, 'transfer', { to: 'county.discipline' })
  const discipline = await staffOf('county.discipline', 'clerk', 'head')
  const investigator = await staffOf('county.discipline', 'clerk', 'head')
  await open(investigator, accusation, 'accusation')
  const trusted = await staffOf('county.discipline', 'clerk', 'head')
  await open(trusted, accusation, 'accusation')
  await open(trusted, accusation, 'identity')

  Object.assign(people, {
    ...{ nobody: null, bureau, land, official, recused, discipline, investigator, trusted },
    'another clerk of the organ': await staffOf('county.land'),
    'its supervisor': await staffOf('county.land', 'supervisor'),
    'its administrator': await staffOf('county.land', 'administrator'),
    'an organ beside it': await staffOf('county.labour', 'clerk', 'head'),
    'the government above': await staffOf('county', 'clerk', 'head'),
    'another petitioner': keyOf(await register({})),
  })
})

/** Refused to whoever may act here, since nothing is linked; to others there is no such petition. */
const unlinking = { from: nobodysNumber, reason: '没有并案' }

const bodyOf = async (who: Asker, url: string, method: 'GET' | 'POST' = 'GET', body?: object) => {
  const { status, answer } = await ask(who, method, url, body)
  return { status, text: answer.body }
}
const cellOf = (status: number): Cell => (status < 400 ? 'Y' : status === 404 ? 'N' : 'R')

/** Every way in which anything of a petition can come out, with what is looked for in it. */
async function tried(who: Asker, { number }: Registered): Promise<Record<Way, Cell>> {
  const shown = async (url: string, what: string): Promise<Cell> => {
    const { status, text } = await bodyOf(who, url)
    return status < 400 ? (text.includes(what) ? 'Y' : 'N') : 'R'
  }
  const whole = await bodyOf(who, `/api/petitions/${number}`)
  const whether = (what: string): Cell => (whole.text.includes(what) ? 'Y' : 'N')
  return {
    whole: cellOf(whole.status),
    file: cellOf((await bodyOf(who, `/api/petitions/${number}/materials/f1`)).status),
    recipients: cellOf((await bodyOf(who, `/api/petitions/${number}/recipients`)).status),
    list: await shown('/api/petitions?limit=200', number),
    number: await shown(`/api/petitions?q=${number}`, number),
    telephone: await shown(`/api/petitions?q=${phone}`, number),
    work: await shown('/api/worklist?limit=200', number),
    command: cellOf((await bodyOf(who, `/api/petitions/${number}/unlink`, 'POST', unlinking)).status),
    text: whole.text.includes(words) || whole.text.includes(secret) ? 'Y' : 'N',
    name: whether(name),
    papers: cellOf((await bodyOf(who, `/api/petitions/${number}/papers`)).status),
    // it names whoever it is given to
    paper: cellOf((await bodyOf(who, `/api/petitions/${number}/papers/1-registrationReceipt`)).status),
  }
}

const tables: readonly (readonly [string, () => Registered, Readonly<Record<string, string>>])[] = [
  [
    'an ordinary claim about an organ, with a named official in it',
    () => claim,
    {
      //                              whole file recipients list number telephone work command text name papers paper
      bureau: 'Y R Y Y Y Y N R Y Y Y Y',
      land: 'Y R Y Y Y Y Y R Y Y Y Y',
      'another clerk of the organ': 'Y R Y Y Y Y Y R Y Y Y Y',
      'its supervisor': 'Y R R Y Y Y Y R Y Y Y Y',
      'its administrator': 'R R R R R R R R N N R R',
      official: 'N N N N N N N N N N N N',
      recused: 'N N N N N N N N N N N N',
      discipline: 'N N N N N N N N N N N N',
      'an organ beside it': 'N N N N N N N N N N N N',
      'the government above': 'N N N N N N N N N N N N',
      'another petitioner': 'R N R R R R R R N N R R',
      nobody: 'R R R R R R R R N N R R',
    },
  ],
  [
    'an accusation against an organ',
    () => accusation,
    {
      bureau: 'Y R Y Y Y N N R N N Y R',
      land: 'N N N N N N N N N N N N',
      'another clerk of the organ': 'N N N N N N N N N N N N',
      'its supervisor': 'N N R N N N N N N N N N',
      'its administrator': 'R R R R R R R N N N R R',
      official: 'N N N N N N N N N N N N',
      discipline: 'Y R Y Y Y Y Y R N N Y R',
      investigator: 'Y R Y Y Y Y Y R Y N Y R',
      trusted: 'Y R Y Y Y Y Y R Y Y Y Y',
      'an organ beside it': 'N N N N N N N N N N N N',
      'the government above': 'N N N N N N N N N N N N',
      'another petitioner': 'R N R R R R R R N N R R',
      nobody: 'R R R R R R R R N N R R',
    },
  ],
]

describe.each(tables)('%s', (_, petition, rows) => {
  it.each(Object.entries(rows))('to %s: %s', async (who, expected) => {
    const cells = await tried(people[who] ?? null, petition())
    expect(ways.map((way) => cells[way]).join(' ')).toBe(expected)
  })
})

it('what one sees costs as many questions to the database whatever one may see', async () => {
  const asked: number[] = []
  for (const who of ['land', 'official', 'discipline', 'an organ beside it']) asked.push(await questionsFor(who))
  expect(new Set(asked).size).toBe(1)
})

/** The fewest of several tries, because what the house does by itself meanwhile asks through the same pool. */
async function questionsFor(who: string): Promise<number> {
  const connect = house.app.connect.bind(house.app)
  let fewest = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 5; tries += 1) {
    let queries = 0
    const counting = (...how: Parameters<typeof connect>) => {
      queries += 1
      return connect(...how)
    }
    Object.assign(house.app, { connect: counting })
    await ask(people[who] ?? null, 'GET', '/api/worklist')
    Object.assign(house.app, { connect })
    fewest = Math.min(fewest, queries)
  }
  return fewest
}
