/** Plays supervision beside the petitions of the demo: the rules look day by day, and supervisors do what the script says. */
import { advance, type Consumer } from '../engine/consumer.ts'
import { fold, readHistory } from '../engine/history.ts'
import { sweep } from '../engine/sweep.ts'
import { addDays, type Day, isBefore } from '../kernel/day.ts'
import { beginSupervision, type SubjectAsked } from '../supervision/begin.ts'
import { commandMatter } from '../supervision/commanding.ts'
import * as wire from '../supervision/contract.ts'
import type { SupervisionHouse } from '../supervision/house.ts'
import { dueSupervision } from '../supervision/jobs.ts'
import { streamOfSubject, supervisionRoom } from '../supervision/room.ts'
import type { MatterState, SupervisionFact } from '../supervision/supervision.ts'
import type { Beside, Story } from './player.ts'
import { findDemoOrgan } from './prefecture.ts'
import { staffOf } from './script.ts'
import { demoAccounts } from './staff.ts'
import { type DemoAct, type DemoMatter, watchedDays } from './supervision.ts'

const bodies = {
  ConfirmFinding: wire.confirmFinding.body,
  DismissFinding: wire.dismissFinding.body,
  ReferMatter: wire.referMatter.body,
  OpenOrder: wire.openOrder.body,
  RecordInspection: wire.recordInspection.body,
  ReportOnOrder: wire.reportOnOrder.body,
  AskPetitioner: wire.askPetitioner.body,
  RecordPetitionersWord: wire.recordPetitionersWord.body,
  VerifyOrder: wire.verifyOrder.body,
  ReturnReport: wire.returnReport.body,
  ExtendOrder: wire.extendOrder.body,
  CloseOrder: wire.closeOrder.body,
  RaiseOrder: wire.raiseOrder.body,
} as const

export interface Supervised {
  readonly matters: readonly DemoMatter[]
  readonly today: Day
  /** What looks for findings, in a house of the story. */
  readonly finding: (house: SupervisionHouse) => Consumer
}

/** How much of the script was played: on some days of the year a limit ends later than the script expects, and its matter is left out. */
export interface PlayedActs {
  played: number
  left: number
}

/** What stands beside the petitions: acts on their days, and what the house does by itself at the beginning of each day. */
export function supervisionBeside({ matters, today, finding }: Supervised): Beside & { readonly acts: PlayedActs } {
  const acts: PlayedActs = { played: 0, left: 0 }
  const leftOut = new Set<DemoMatter>()
  const play = async (story: Story, matter: DemoMatter, act: DemoAct) => {
    const isPlayed =
      !leftOut.has(matter) && (await actIn(story, matter, act, today).catch((cause) => fail(matter, act, cause)))
    if (isPlayed) acts.played += 1
    else acts.left += 1
    if (!isPlayed) leftOut.add(matter)
  }
  return {
    acts,
    cues: matters.flatMap((matter) =>
      matter.acts.map((act) => ({
        on: addDays(today, -act.daysAgo),
        play: (story: Story) => play(story, matter, act),
      })),
    ),
    async newDay({ house }) {
      if (!isBefore(house.today(), addDays(today, -watchedDays))) await look(house, finding(house))
      await sweep(dueSupervision(house))
    },
  }
}

function fail({ petition }: DemoMatter, { does, by }: DemoAct, cause: unknown): never {
  throw new Error(`${petition ?? 'the topic'}: ${does} by ${by}: ${(cause as Error).message}`, { cause })
}

async function look(house: SupervisionHouse, consumer: Consumer): Promise<void> {
  for (;;) {
    const done = await advance(house, consumer)
    if (done.kind === 'stopped') throw new Error(`${consumer.name} stopped at ${done.stream}: ${done.fault}`)
    if (done.kind === 'taken' || done.facts === 0) return
  }
}

/** False where what the act is about has not been found by its day. */
async function actIn(story: Story, matter: DemoMatter, act: DemoAct, today: Day): Promise<boolean> {
  const { house } = story
  const given = act.body((days) => addDays(today, days))
  const number = matter.petition === null ? null : story.numberOf(matter.petition)
  const stream = number === null ? null : streamOfSubject({ kind: 'petition', petition: number })
  const state = stream === null ? null : await stateOf(house, stream)
  const viewer = viewerOf(act.by, story)
  if (stream !== null && state !== null) {
    const about = aboutIn(state, act)
    if (about === null) return false
    const body = schemaOf(act.does).parse({ ...given, ...about }) as object
    expect(await commandMatter(house, { stream, type: act.does, body, viewer }))
    return true
  }
  if (act.does !== 'OpenOrder') return false
  const { subject, ...order } = { subject: { kind: 'petition', number }, ...given } as {
    readonly subject: SubjectAsked
  }
  const body = wire.openOrder.body.parse(order) as Parameters<typeof beginSupervision>[1]['body']
  expect(await beginSupervision(house, { subject, body, viewer }))
  return true
}

/** Which finding a decision is on, and on which confirmed ones an order rests; null where nothing is there to decide on. */
function aboutIn({ findings }: NonNullable<MatterState>, { does, finding }: DemoAct): object | null {
  if (does === 'OpenOrder')
    return { findings: findings.filter(({ state }) => state === 'confirmed').map(({ ref }) => ref) }
  if (finding === undefined) return {}
  const found = findings.find(({ rule, state }) => rule === finding && state === 'open')
  return found ? { finding: found.ref } : null
}

const schemaOf = (type: DemoAct['does']): { parse(given: unknown): unknown } => {
  const found = (bodies as Readonly<Record<string, { parse(given: unknown): unknown }>>)[type]
  if (!found) throw new Error(`nobody can give ${type} over the wire`)
  return found
}

async function stateOf(house: SupervisionHouse, stream: string): Promise<MatterState> {
  const { facts } = await readHistory<SupervisionFact>(house.work, stream)
  return fold<MatterState, SupervisionFact>(
    supervisionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

function viewerOf(by: string, { accountOf }: Story) {
  const account = demoAccounts.find((one) => one.account === by)
  if (account) return { kind: 'staff', account: accountOf(by), organ: account.organ, posts: account.posts } as const
  const organ = findDemoOrgan(by)
  if (!organ) throw new Error(`nobody of the demo is ${by}`)
  const desk = staffOf(organ.id)
  return { ...desk, account: accountOf(desk.account) }
}

function expect(done: { readonly ok: boolean; readonly error?: unknown }): void {
  if (done.ok) return
  throw new Error(`was refused: ${JSON.stringify(done.error)}`)
}
