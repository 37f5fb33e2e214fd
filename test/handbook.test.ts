/** The handbook of each post equals the tables by which the house decides. */
import { describe, expect, it } from 'vitest'
import { type Post, posts } from '../src/kernel/viewer.ts'
import { refusalToAct } from '../src/petition/may.ts'
import type { Actor, CommandType, World } from '../src/petition/petition.ts'
import { law } from '../src/petition/world.ts'
import { admit } from '../src/platform/http/access.ts'
import type { Access } from '../src/platform/http/endpoint.ts'
import { dutiesOf, stepsOf } from '../src/workforce/handbook/handbook.ts'
import { openAnsweringHouse } from './answering-house.ts'
import { organ } from './office.ts'

const { ask, staffOf, rooms, house } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')

interface Read {
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at field by field
  readonly [key: string]: any
}
const handbook = async (post: string): Promise<Read> => {
  const { status, body } = await ask(clerk, 'GET', `/api/workforce/handbook?post=${post}`)
  expect(status).toBe(200)
  return body
}

/** By the door itself. */
const admittedTo = (post: Post) => (access: Access) => {
  try {
    admit({ kind: 'staff', account: 'a', organ: organ('county.bureau'), posts: [post] }, access)
    return true
  } catch {
    return false
  }
}

describe.each(posts)('The handbook of the post of %s', (post) => {
  it('has every step that the law gives to a part of an organ and this post may take, and no other', async () => {
    const expected = Object.entries(law.permissions).flatMap(([command, permission]) => {
      if (permission === null || !['clerk', 'head'].includes(post)) return []
      if (permission.by.every((performer) => performer === 'petitioner' || performer === 'house')) return []
      return permission.post === 'head' && post !== 'head' ? [] : [command]
    })
    const { steps } = await handbook(post)
    expect(steps.map(({ command }: Read) => command)).toEqual(expected)
    for (const { name, basis, by } of steps) {
      for (const { zh, en } of [name, basis, ...by]) expect([zh, en].every((words) => words !== '')).toBe(true)
    }
  })

  it('agrees with the rules about who may act at all', () => {
    const actor = { kind: 'staff', account: 'a', organ: 'county.bureau', posts: [post] } as unknown as Actor
    const world = { law, organs: house.directory } as unknown as World
    const isBarred = (command: CommandType) => refusalToAct(null, command, actor, world)?.kind === 'not-yours-to-do'
    const mine = new Set(stepsOf(post, law).map(({ command }) => command))
    for (const command of Object.keys(law.permissions) as CommandType[]) {
      if (mine.has(command)) expect(isBarred(command), command).toBe(false)
      if (mine.size === 0) expect(isBarred(command), command).toBe(true)
    }
  })

  it('has every limit that binds an organ, with its article', async () => {
    const binding = Object.entries(law.clocks).filter(([, { binds }]) => binds === 'organ')
    const expected = ['clerk', 'head'].includes(post) ? binding.map(([clock]) => clock) : []
    const { duties } = await handbook(post)
    expect(duties.map(({ clock }: Read) => clock)).toEqual(expected)
    expect(dutiesOf(post, law)).toHaveLength(expected.length)
    // a code that nobody has words for says itself in both languages
    for (const { basis, span, name, bearer } of duties)
      for (const { zh, en } of [basis, span, name, bearer]) expect(zh).not.toBe(en)
  })

  it('has every door of the house that opens for it, and no other', async () => {
    const isAdmitted = admittedTo(post)
    const served = rooms.flatMap(({ routes }) => routes.map(({ endpoint }) => endpoint))
    const expected = served
      .filter(({ access }) => access !== 'anyone' && isAdmitted(access))
      .map(({ id }) => id)
      .toSorted()
    const read: Read = await handbook(post)
    const doors = read.rooms.flatMap(({ doors: each }: Read) => each.map(({ id }: Read) => id))
    expect(doors.toSorted()).toEqual(expected)
  })
})

describe('The handbook', () => {
  it('is refused for a post that there is not', async () => {
    expect((await ask(clerk, 'GET', '/api/workforce/handbook?post=king')).status).toBe(400)
    expect((await ask(null, 'GET', '/api/workforce/handbook')).status).toBe(401)
  })
})
