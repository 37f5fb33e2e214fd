/** Plays supervision beside the petitions of the demo: the rules look day by day, and supervisors do what the script says. */
import { advance, type Consumer } from '../engine/consumer.ts'
import { fold, readHistory } from '../engine/history.ts'
import { sweep } from '../engine/sweep.ts'
import { addDays, type Day, isBefore } from '../kernel/day.ts'
import type { FindingRule } from '../law/supervision.ts'
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

/** What stands beside the petitions: acts on their days, and what the house does by itself at the beginning of each day. */
export function supervisionBeside({ matters, today, finding }: Supervised): Beside {
  return {
    cues: matters.flatMap((matter) =>
      matter.acts.map((act) => ({
        on: addDays(today, -act.daysAgo),
        play: (story: Story) => actIn(story, matter, act, today).catch((cause: unknown) => fail(matter, act, cause)),
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

async function actIn(story: Story, matter: DemoMatter, act: DemoAct, today: Day): Promise<void> {
  const { house } = story
  const inDays = (days: number) => addDays(today, days)
  const given = act.body(inDays)
  const number = matter.petition === null ? null : story.numberOf(matter.petition)
  const stream = number === null ? null : streamOfSubject({ kind: 'petition', petition: number })
  const state = stream === null ? null : await stateOf(house, stream)
  const viewer = viewerOf(act.by, story)
  if (stream !== null && state !== null) {
    const finding = act.finding ? { finding: findingIn(state, act.finding, matter) } : {}
    const body = schemaOf(act.does).parse({ ...given, ...finding }) as object
    expect(await commandMatter(house, { stream, type: act.does, body, viewer }))
    return
  }
  const { subject, ...order } = { subject: { kind: 'petition', number }, ...given } as {
    readonly subject: SubjectAsked
  }
  const body = wire.openOrder.body.parse(order) as Parameters<typeof beginSupervision>[1]['body']
  expect(await beginSupervision(house, { subject, body, viewer }))
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

function findingIn({ findings }: NonNullable<MatterState>, rule: FindingRule, { petition }: DemoMatter): string {
  const found = findings.find((one) => one.rule === rule && one.state === 'open')
  if (found) return found.ref
  const seen = findings.map((one) => `${one.rule} (${one.state})`).join(', ')
  throw new Error(`nothing to decide on of ${rule} in ${petition}; there is ${seen}`)
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
