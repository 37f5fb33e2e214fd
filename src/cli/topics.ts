import { statSync } from 'node:fs'
import type { HotTopic } from '../insight/topics/hot.ts'
import type { Day } from '../kernel/day.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

/** What people write about: docs/reference/topics.md. */
export const topics: Verb = {
  name: 'topics',
  summary: 'what many people write about: hot topics with place, period, people and their messages',
  shape: (command) =>
    command
      .option('--from <file>', 'of a file, a JSON object a line: id, user, title, time, text, likes')
      .option('--since <day>', 'the first day of the period')
      .option('--until <day>', 'its last day')
      .option('--top <count>', 'so many topics', '20'),
  async run(given) {
    const { from } = given.options
    const period = await periodOf(given)
    const top = Number(given.options.top)
    if (!Number.isInteger(top) || top < 1) throw new UsageRefused(`--top ${String(given.options.top)} is no count`)
    return typeof from === 'string' ? ofFile(from, period, top, given) : ofHouse(period, top, given)
  },
}

interface Period {
  readonly from: Day | undefined
  readonly until: Day | undefined
}

async function periodOf({ options }: Given): Promise<Period> {
  const { parseDay } = await import('../kernel/day.ts')
  const dayOf = (said: unknown): Day | undefined => {
    if (said === undefined) return undefined
    const day = parseDay(String(said))
    if (day === null) throw new UsageRefused(`${String(said)} is no day; write it as 2026-10-31`)
    return day
  }
  return { from: dayOf(options.since), until: dayOf(options.until) }
}

/** So many are taken in at once, as a night brings them. */
const atOnce = 5000

async function ofFile(path: string, period: Period, top: number, { json }: Given): Promise<Report> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageRefused(`there is no file ${path}`)
  const { readMessages } = await import('../insight/topics/message-file.ts')
  const { TopicsOfFile } = await import('../insight/topics/hot.ts')
  const { messages, passedOver } = await readMessages(path)
  if (messages.length === 0 && passedOver > 0)
    throw new UsageRefused(`there is no message in ${path}: each line is a JSON object with a text and a day`)
  const found = new TopicsOfFile()
  const inOrder = messages.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (let at = 0; at < inOrder.length; at += atOnce) {
    if (!json && process.stderr.isTTY) process.stderr.write(`\r${at} of ${inOrder.length} messages`)
    found.takeIn(inOrder.slice(at, at + atOnce))
  }
  const hottest = found.hottest(period).slice(0, top)
  const said = `${messages.length} messages${passedOver > 0 ? `, ${passedOver} lines passed over` : ''}`
  return { exit: 0, words: [said, ...hottest.flatMap(inWords)].join('\n'), json: hottest }
}

/** Gathers what came since the last night, and tells what is hot in the whole house: for whoever has its keys. */
async function ofHouse({ from, until }: Period, top: number, { config }: Given): Promise<Report> {
  const { openHouse } = await import('../main.ts')
  const { openRooms } = await import('../wiring.ts')
  const { gatherTonight } = await import('../insight/topics/nightly.ts')
  const { hotInHouse } = await import('../insight/topics/of-house.ts')
  const house = await openHouse(config)
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  try {
    const rooms = await openRooms(house)
    try {
      await gatherTonight(rooms.petitions, { signal: interrupted.signal })
      const hottest = await hotInHouse(rooms.petitions, { from, until }, top)
      return { exit: 0, words: hottest.flatMap(inWords).join('\n') || 'no topic yet', json: hottest }
    } finally {
      rooms.close()
    }
  } finally {
    await house.close()
  }
}

function inWords({ rank, id, name, score, from, to, whom, people, messages, words, ids }: HotTopic): readonly string[] {
  const shared = words.map(({ word, share }) => `${word} ${Math.round(share * 100)} %`).join(', ')
  return [
    `${rank}. ${name}  (${score})`,
    `   topic ${id}, ${from} to ${to}, ${people} people, ${messages} messages${whom === null ? '' : `, ${whom}`}`,
    `   ${[shared, `${ids.slice(0, 12).join(' ')}${ids.length > 12 ? ' …' : ''}`].filter(Boolean).join('; ')}`,
  ]
}
