/** HTTP for bulletins: each capability is one endpoint, and nothing here applies a rule. */
import type { PageView } from '../../documents/contract.ts'
import { pageOnWire } from '../../documents/page.ts'
import { explainPaper, type PaperRefusal, statusOfPaperRefusal } from '../../documents/wording.ts'
import type { EngineRefusal } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { findCategory } from '../../law/codes/categories.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { bulletinTerms } from '../../wording/bulletin-terms.ts'
import { termOf } from '../../wording/terms.ts'
import { refusalToDraft } from './actions.ts'
import {
  type BulletinKind,
  type BulletinRefusal,
  type BulletinStage,
  bulletinKinds,
  type CircularTone,
  circularTones,
} from './bulletin.ts'
import { type Commanding, commandBulletin, draftBulletin } from './commanding.ts'
import * as wire from './contract.ts'
import type { BulletinHouse } from './house.ts'
import { owedReports } from './owed.ts'
import { countBlocks, previewOf } from './previewing.ts'
import * as queries from './queries.ts'
import { behindTrend } from './trends-figure.ts'
import { periodView, refusalView, rowView, viewForOffice, viewForRecipient } from './view.ts'
import { explainBulletin, statusOfBulletinRefusal } from './wording.ts'

type Refusal = BulletinRefusal | PaperRefusal
type Answer<T> = Promise<Result<T, Refusal | WireRefusal>>
type Done = { readonly bulletin: string; readonly version: number; readonly stage: BulletinStage }

export function bulletinRoutes(house: BulletinHouse): AnyRoom {
  return room<Refusal>({
    name: 'bulletin',
    title: { zh: '通报和报告', en: 'Bulletins and reports' },
    statusOf: { ...statusOfPaperRefusal, ...statusOfBulletinRefusal },
    explain: (refusal) => explain(house, refusal as Refusal),
    routes: [
      route(wire.listBulletins, (call) => answerList(house, call)),
      route(wire.listReceived, (call) => answerReceived(house, call)),
      route(wire.readDesk, (call) => answerDesk(house, call)),
      route(wire.draftBulletin, (call) => answerDraft(house, call)),
      route(wire.readBulletin, (call) => answerRead(house, call)),
      route(wire.readBehind, (call) => answerBehind(house, call)),
      route(wire.previewBulletin, (call) => answerPreview(house, call)),
      route(wire.editBulletin, (call) => carryOut(house, 'EditBulletin', call)),
      route(wire.submitBulletin, (call) => carryOut(house, 'SubmitBulletin', call)),
      route(wire.returnBulletin, (call) => carryOut(house, 'ReturnBulletin', call)),
      route(wire.issueBulletin, (call) => carryOut(house, 'IssueBulletin', call)),
      route(wire.withdrawBulletin, (call) => carryOut(house, 'WithdrawBulletin', call)),
      route(wire.receiveBulletin, (call) => carryOut(house, 'ReceiveBulletin', call)),
      route(wire.instructOnBulletin, (call) => carryOut(house, 'InstructOnBulletin', call)),
    ],
  })
}

const isOfPaper = (refusal: Refusal): refusal is PaperRefusal => refusal.kind in statusOfPaperRefusal
const explain = ({ directory }: BulletinHouse, refusal: Refusal) =>
  isOfPaper(refusal) ? explainPaper(refusal) : explainBulletin(refusal, (id) => directory.nameOf(id))

interface Listing {
  readonly kind?: readonly (typeof bulletinKinds)[number][] | undefined
  readonly cursor?: readonly [string, string] | undefined
  readonly limit: number
}
const pagingOf = ({ kind, cursor, limit }: Listing): queries.Paging => ({
  kinds: kind ?? bulletinKinds,
  after: cursor ? { day: cursor[0] as never, stream: cursor[1] } : null,
  limit,
})
const listed = ({ directory }: BulletinHouse, { items, next }: queries.Listed) => ({
  items: items.map((row) => rowView(row, directory)),
  next: next && wire.bulletinCursor.write([next.day, next.stream]),
})

async function answerList(house: BulletinHouse, { viewer, query }: Call<typeof wire.listBulletins>) {
  return ok(listed(house, await queries.listBulletins(house, viewer, query.which, pagingOf(query))))
}

async function answerReceived(house: BulletinHouse, { viewer, query }: Call<typeof wire.listReceived>) {
  return ok(listed(house, await queries.listReceived(house, viewer, query.which, pagingOf(query))))
}

async function answerDesk(house: BulletinHouse, { viewer }: Call<typeof wire.readDesk>) {
  const { directory } = house
  type Choice = { readonly kind: BulletinKind; readonly tone: CircularTone | null }
  const choices = bulletinKinds.flatMap((kind): readonly Choice[] =>
    kind === 'circular' ? circularTones.map((tone) => ({ kind, tone })) : [{ kind, tone: null }],
  )
  const kinds = choices.map(({ kind, tone }) => {
    const refusal = refusalToDraft(kind, tone, staffActorOf(viewer), house.today(), { organs: directory })
    const { zh, en } = tone === null ? bulletinTerms.bulletinKind[kind] : bulletinTerms.circularTone[tone]
    return { kind, tone, zh, en, allowed: refusal === null, refusal: refusalView(refusal, directory) }
  })
  return ok({
    kinds,
    counts: await queries.countBulletins(house, viewer),
    owed: (await owedReports(house, viewer)).map(({ period, due, isOverdue, stream, stage }) => ({
      ...{ period: periodView(period), due, isOverdue, stage },
      bulletin: stream && queries.idOf(stream),
    })),
    departments: departmentsFor(house, viewer.organ),
  })
}

/** Party bodies under the committees of one's own place and of those above, nearest first. */
function departmentsFor({ directory }: BulletinHouse, organ: OrganId) {
  const region = directory.find(organ)?.region ?? ''
  const found = [...directory.all()].filter(({ kind, state, region: own, parent }) => {
    const above = parent === null ? undefined : directory.find(parent)
    const isUnderCommittee = above?.kind === 'party' && above.region === own
    return kind === 'party' && state === 'active' && isUnderCommittee && region.startsWith(own)
  })
  return found
    .toSorted((a, b) => b.region.length - a.region.length || (a.id < b.id ? -1 : 1))
    .map(({ id }) => ({ id, ...directory.nameOf(id) }))
}

async function answerDraft(house: BulletinHouse, { body, viewer, idempotency }: Call<typeof wire.draftBulletin>) {
  const asked = idempotencyOf('bulletin', viewer, idempotency)
  const done = await draftBulletin(house, { body, viewer, idempotency: asked.idempotency })
  if (!done.ok) return err(done.error as Exclude<BulletinRefusal, EngineRefusal> | WireRefusal)
  const { stream, version, bulletin } = done.value
  return ok({ bulletin: queries.idOf(stream), version, stage: bulletin.stage })
}

async function answerRead(house: BulletinHouse, call: Call<typeof wire.readBulletin>) {
  const { viewer, params } = call
  const read = await queries.readBulletin(house, queries.streamOf(params.bulletin), viewer)
  if (!read) return err({ kind: 'no-such-bulletin' } as const)
  call.answer.etag(read.version)
  const { bulletin } = read
  return ok(bulletin ? await viewForOffice(house, read, bulletin, viewer) : await viewForRecipient(house, read, viewer))
}

async function answerBehind(house: BulletinHouse, { viewer, params, query }: Call<typeof wire.readBehind>) {
  const read = await queries.readBulletin(house, queries.streamOf(params.bulletin), viewer)
  const shown = read?.issued ?? read?.bulletin
  const blocks = read?.issued?.blocks ?? read?.bulletin?.content.blocks ?? []
  const block = blocks.find((each) => each.is === 'figures' && each.figures.includes(query.figure))
  if (!shown || block?.is !== 'figures') return err({ kind: 'no-such-bulletin' } as const)
  const { from, until } = block
  const { figure, code, after = null, limit } = query
  const lines = await behindTrend(house, viewer, figure, {
    area: { organ: shown.organ, from, until },
    ...{ code, after, limit: limit + 1 },
  })
  const items = lines.slice(0, limit)
  return ok({
    items: items.map(({ petition, category, stage, registeredOn }) => ({
      ...{ petition, registeredOn, stage: termOf('stage', stage) },
      category: findCategory(category) ?? { zh: category, en: category },
    })),
    next: lines.length > limit ? (items.at(-1)?.petition ?? null) : null,
  })
}

async function answerPreview(
  house: BulletinHouse,
  { viewer, params, query }: Call<typeof wire.previewBulletin>,
): Answer<PageView> {
  const read = await queries.readBulletin(house, queries.streamOf(params.bulletin), viewer)
  const bulletin = read?.bulletin
  if (!read || !bulletin || bulletin.issued) return err({ kind: 'no-such-bulletin' } as const)
  const counted = await countBlocks(house, bulletin, viewer)
  const cases = await queries.readCases(house, queries.petitionsIn(bulletin.content.blocks), viewer)
  const page = await previewOf(house, { read, bulletin, counted, cases, viewer }, query.language)
  return page.ok ? ok(pageOnWire(page.value)) : page
}

async function carryOut(
  house: BulletinHouse,
  type: Commanding['type'],
  call: CommandCall<{ readonly bulletin: string }>,
): Answer<Done> {
  const done = await commandBulletin(house, {
    ...{ stream: queries.streamOf(call.params.bulletin), type, idempotency: undefined },
    ...askedBy('bulletin', call),
  })
  if (!done.ok) return err(done.error as BulletinRefusal | WireRefusal)
  const { stream, version, bulletin } = done.value
  call.answer.etag(version)
  return ok({ bulletin: queries.idOf(stream), version, stage: bulletin.stage })
}
