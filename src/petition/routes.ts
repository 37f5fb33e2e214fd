/** HTTP for the petition room: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { staffActorOf } from '../identity/actor.ts'
import { readAs } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import { type PetitionNumber, parseNumber } from '../kernel/petition-number.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import type { OutgoingFile } from '../platform/http/endpoint.ts'
import type { IdempotencyKey } from '../platform/http/idempotency.ts'
import { explainClock, type StepLike } from '../wording/derivation.ts'
import { explainRefusal } from '../wording/refusals.ts'
import { termOf } from '../wording/terms.ts'
import { actorOf, commandPetition } from './commanding.ts'
import { type PetitionCommandPath, petitionCommands } from './commands.ts'
import {
  commandEndpoints,
  followPetition,
  listCursor,
  listExtracts,
  listHandlers,
  listPetitions,
  listRecipients,
  readClocks,
  readEvidence,
  readers,
  readMaterial,
  readPetition,
  registerPetition,
  uploadFile,
  workCursor,
  worklist,
} from './contract.ts'
import { evidenceOf } from './evidence.ts'
import { readExtracts } from './extracts.ts'
import type { PetitionHouse } from './house.ts'
import type { Material } from './intake/words.ts'
import type { CommandType, Petition, Refusal } from './petition.ts'
import * as queries from './queries.ts'
import * as reading from './reading.ts'
import { recipientsOf } from './recipients.ts'
import { type RegistrationRefusal, registerPetition as register } from './registering.ts'
import { type Renewing, renewKey } from './renewing.ts'
import { statusOfRefusal } from './status.ts'
import { summaryOf } from './summary.ts'
import { readSummary } from './summary-contract.ts'
import { clockView, isMaterialOpen, type Read, viewForPetitioner, viewForStaff } from './view.ts'
import { lawShown, worldUnder } from './world.ts'

type OwnRefusal =
  | Refusal
  | { readonly kind: 'no-bureau-for-place'; readonly place: string }
  | { readonly kind: 'no-such-petition' }
  | { readonly kind: 'no-such-file' }
  | { readonly kind: 'no-receipt-of-that' }
  | { readonly kind: 'file-not-uploaded' }
  | { readonly kind: 'not-a-colleague' }
  | { readonly kind: 'clerk-is-kept-out' }
  | { readonly kind: 'unknown-account' }
  | { readonly kind: 'not-in-that-organ' }
  | { readonly kind: 'material-not-opened' }
  | { readonly kind: 'extract-names-petitioner' }
  | { readonly kind: 'not-for-your-post' }
  | { readonly kind: 'store-full' }
type Answer<T> = Promise<Result<T, OwnRefusal | WireRefusal>>

export function petitionRoutes(house: PetitionHouse): AnyRoom {
  return room<OwnRefusal>({
    name: 'petition',
    title: { zh: '信访事项', en: 'Petitions' },
    statusOf: {
      ...statusOfRefusal,
      'no-bureau-for-place': 422,
      'no-such-petition': 404,
      'no-such-file': 404,
      'no-receipt-of-that': 404,
      'file-not-uploaded': 422,
      'not-a-colleague': 422,
      'clerk-is-kept-out': 422,
      'unknown-account': 422,
      'not-in-that-organ': 422,
      'material-not-opened': 403,
      'extract-names-petitioner': 422,
      'not-for-your-post': 403,
      'store-full': 422,
    },
    explain: (refusal) => explained(refusal as OwnRefusal, house),
    routes: [
      route(registerPetition, (call) => answerRegistration(house, call)),
      route(listPetitions, (call) => answerList(house, call)),
      route(worklist, (call) => answerWorklist(house, call)),
      route(readPetition, (call) => answerRead(house, call)),
      route(readClocks, (call) => answerClocks(house, call)),
      route(readSummary, (call) => answerSummary(house, call)),
      route(followPetition, (call) => answerFollow(house, call)),
      route(readEvidence, (call) => answerEvidence(house, call)),
      route(listRecipients, (call) => answerRecipients(house, call)),
      route(listHandlers, (call) => answerHandlers(house, call)),
      route(listExtracts, (call) => answerExtracts(house, call)),
      route(uploadFile, (call) => answerUpload(house, call)),
      route(readMaterial, (call) => answerMaterial(house, call)),
      ...Object.keys(petitionCommands).map((segment) => commandRoute(house, segment as PetitionCommandPath)),
    ],
  })
}

const ownWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'no-bureau-for-place': {
    zh: '这个地方还没有接入信访部门，请改选上一级地区。',
    en: 'No petition bureau serves that place here; choose the region above it.',
  },
  'no-such-petition': {
    zh: '没有这件信访事项，或者本机关与它无关。',
    en: 'There is no such petition, or your organ has no part in it.',
  },
  'no-such-file': { zh: '没有这份材料。', en: 'There is no such file.' },
  'no-receipt-of-that': {
    zh: '回执只对登记和出具的文书开具；这一条记录没有回执。',
    en: 'Receipts are given for the registration and for documents; there is none for this entry.',
  },
  'file-not-uploaded': {
    zh: '附件没有上传成功，请重新上传后再提交。',
    en: 'An attached file was not uploaded; upload it again and send this once more.',
  },
  'not-a-colleague': {
    zh: '该账号不在本机关经办信访事项，请另行指定。',
    en: 'That account does not handle petitions in your organ; name a colleague who does.',
  },
  'clerk-is-kept-out': {
    zh: '该人员应当回避这件事项，请另行指定（《信访工作条例》第二十八条第三款、第三十条第三款）。',
    en: 'They must step aside in this matter; name somebody else (Regulations on Petition Work, art. 28 (3) and 30 (3)).',
  },
  'unknown-account': { zh: '没有这个账号。', en: 'There is no such account.' },
  'not-in-that-organ': {
    zh: '该人员没有在所指的机关任职，请核对。',
    en: 'That person has never held a post in the organ that is meant; check who it is.',
  },
  'material-not-opened': {
    zh: '请先说明查看这份材料的理由；查看记录信访人可以看到。',
    en: 'Say first why you open this file; the petitioner sees that you did.',
  },
  'extract-names-petitioner': {
    zh: '告知内容里出现了信访人的姓名、号码或者住址；请删去后再发，不得透露检举人（信访工作条例第三十条）。',
    en: 'The extract names the petitioner, a number or an address; take it out, for who accused must not be told (art. 30).',
  },
  'not-for-your-post': {
    zh: '您的岗位不查阅信访材料。',
    en: 'Your post does not include reading what people sent in.',
  },
  'store-full': {
    zh: '存储空间不足，文件没有保存，请稍后再试。',
    en: 'There is no room for the file; it was not kept. Try again later.',
  },
}

function explained(refusal: OwnRefusal, house: PetitionHouse) {
  return ownWords[refusal.kind] ?? explainRefusal(refusal as Refusal, (id) => house.directory.nameOf(id as OrganId))
}

/** The same key of two callers never meets; what a petitioner at the portal sends counts as one caller's. */
function idempotencyOf(viewer: Viewer, given: IdempotencyKey | null): { idempotency?: Idempotency } {
  if (given === null) return {}
  const scope =
    viewer.kind === 'staff'
      ? `staff:${viewer.account}`
      : viewer.kind === 'petitioner'
        ? `petition:${viewer.petition}:${viewer.person}`
        : 'portal'
  return { idempotency: { scope, key: given.key, requestDigest: given.digest } }
}

async function answerRegistration(house: PetitionHouse, call: Call<typeof registerPetition>) {
  const { body, viewer } = call
  const done = await register(house, { input: body, viewer, ...idempotencyOf(viewer, call.idempotency) })
  if (!done.ok) return err(done.error as Exclude<RegistrationRefusal, EngineRefusal> | WireRefusal)
  const { number, keys, organ, receivedOn, registeredAt, receipt, petition } = done.value
  call.answer.location(`/api/petitions/${number}`)
  const [first] = petition.clocks
  const firstClock = first
    ? {
        rule: first.rule,
        lastDay: first.lastDay,
        ...termOf('clockRule', first.rule),
        why: whyFirst(house, petition, first),
      }
    : null
  return ok({
    number,
    keys: [...keys],
    organ: { id: organ, ...house.directory.nameOf(organ) },
    receivedOn,
    registeredAt,
    receipt,
    firstClock,
  })
}

/** For whoever has just handed it in, with the law that it is under. */
function whyFirst(house: PetitionHouse, petition: Petition, clock: RunningClock) {
  const world = worldUnder(lawShown(house.laws, petition), house.directory, house.calendars)
  const view = clockView(clock, { petition, history: [], world, directory: house.directory, today: house.today() })
  return explainClock({ ...view, derivation: view.derivation as readonly StepLike[] }).map(({ zh, en }) => ({ zh, en }))
}

const many = (text: string | undefined): readonly string[] | undefined => text?.split(',').filter((part) => part !== '')

async function answerList(house: PetitionHouse, call: Call<typeof listPetitions>) {
  const { query, viewer } = call
  const filter: queries.ListFilter = { ...filterOf(query), ...(await searched(house, query.q, viewer.organ)) }
  const after = query.cursor && { day: query.cursor[0], number: query.cursor[1] }
  const page = { after, limit: query.limit, newestFirst: query.sort === '-registeredOn' }
  const [listed, count] = await Promise.all([
    queries.listPetitions(house, viewer, filter, page),
    queries.countPetitions(house, viewer, filter),
  ])
  const { items, next } = listed
  const found = filter.digests ? items.map(({ number }) => number) : []
  await reading.noteFound(house, found, viewer)
  return ok({ items: [...items], next: next && listCursor.write([next.day as never, next.number as never]), count })
}

function filterOf(query: Call<typeof listPetitions>['query']): queries.ListFilter {
  const { category, place, holder, registrar, from, to } = query
  const urgent = query.urgent === undefined ? undefined : query.urgent === 'true'
  return {
    stages: many(query.stage),
    classes: many(query.class),
    channels: many(query.channel),
    category,
    place,
    holder,
    registrar,
    from,
    to,
    urgent,
  }
}

/** What is typed into the search box: a registration number, a telephone or identity number, or a name within the organ's counties. */
async function searched(house: PetitionHouse, q: string | undefined, organ: OrganId): Promise<queries.ListFilter> {
  const text = q?.trim()
  if (!text) return {}
  const number = parseNumber(text)
  if (number) return { number }
  const counties = house.directory.countiesOf(house.directory.find(organ)?.region ?? '')
  const people = counties.map((region) => ({ name: text, region }))
  const digests = (await Promise.all([{ phone: text, idNumber: text }, ...people].map(house.blind.of))).flat()
  return { digests: [...new Map(digests.map((digest) => [digest.kind + digest.digest, digest])).values()] }
}

async function answerWorklist(house: PetitionHouse, call: Call<typeof worklist>) {
  const { query, viewer } = call
  const hands = {
    mine: [viewer.account, ...(viewer.actsFor ?? [])],
    all: await house.handlersIn(viewer.organ),
  }
  const whose = { organ: {}, mine: { clerks: hands.mine }, nobodys: { withoutAnyOf: hands.all } }[query.whose]
  const after = query.cursor && { day: query.cursor[0], number: query.cursor[1], clock: query.cursor[2] }
  const filter = { due: query.due, rule: query.rule, ...whose }
  const { items, next, counts } = await queries.readWork(house, viewer, { filter, hands, after, limit: query.limit })
  return ok({ items, next: next && workCursor.write([next.day as never, next.number as never, next.clock]), counts })
}

async function answerRead(house: PetitionHouse, call: Call<typeof readPetition>) {
  const { params, viewer } = call
  const [read] = await Promise.all([
    reading.readPetition(house, params.number, viewer),
    reading.noteLook(house, params.number, viewer),
  ])
  if (!read) return err({ kind: 'no-such-petition' } as const)
  call.answer.etag(read.petition.version)
  return ok(viewForStaff(read, staffActorOf(viewer)))
}

/** What somebody sent in is read in it, if masked: the petitioner sees that it was. */
async function answerSummary(house: PetitionHouse, { params, viewer }: Call<typeof readSummary>) {
  const [summary] = await Promise.all([
    summaryOf(house, viewer, params.number),
    reading.noteLook(house, params.number, viewer),
  ])
  return summary ? ok(summary) : err({ kind: 'no-such-petition' } as const)
}

/** A day and how it was counted is no look at what somebody sent in. */
async function answerClocks(house: PetitionHouse, { params, viewer }: Call<typeof readClocks>) {
  const read = await reading.readClocksOf(house, params.number, viewer)
  if (!read) return err({ kind: 'no-such-petition' } as const)
  return ok({ items: read.petition.clocks.map((clock) => clockView(clock, read)) })
}

async function answerRecipients(house: PetitionHouse, { params, viewer }: Call<typeof listRecipients>) {
  const read = await reading.readPetition(house, params.number, viewer)
  if (!read) return err({ kind: 'no-such-petition' } as const)
  const named = (id: OrganId) => ({ id, ...house.directory.nameOf(id) })
  const items = recipientsOf(read, actorOf(viewer)).map(({ organ, isLikely, refusal }) => ({
    organ: named(organ),
    isLikely,
    refusal: refusal && {
      kind: refusal.kind,
      ...explainRefusal(refusal, (id) => house.directory.nameOf(id as OrganId)),
    },
  }))
  return ok({ items })
}

/** Nobody, where the viewer has nothing to decide. */
async function answerHandlers(house: PetitionHouse, { params, viewer }: Call<typeof listHandlers>) {
  const read = await reading.readPetition(house, params.number, viewer)
  if (!read) return err({ kind: 'no-such-petition' } as const)
  const asked = read.petition.recusals.find(({ decider, decidedOn }) => decidedOn === null && decider === viewer.organ)
  const accounts = asked ? await house.handlersIn(asked.organ) : []
  const names = await house.staffNames(accounts)
  const items = accounts.flatMap((account) => {
    const name = names.get(account)
    return name === undefined ? [] : [{ account, name }]
  })
  return ok({ items })
}

async function answerExtracts(house: PetitionHouse, { viewer }: Call<typeof listExtracts>) {
  const extracts = await readExtracts(house, viewer)
  return ok({ items: extracts.map(({ by, ...told }) => ({ ...told, by: { id: by, ...house.directory.nameOf(by) } })) })
}

async function answerFollow(house: PetitionHouse, call: Call<typeof followPetition>) {
  const { viewer } = call
  const { petition, person } = viewer
  const [read, looks] = await Promise.all([
    reading.readPetition(house, petition, viewer),
    reading.looksAt(house, petition, viewer),
  ])
  if (!read) return err({ kind: 'no-such-petition' } as const)
  call.answer.etag(read.petition.version)
  return ok(viewForPetitioner(read, { kind: 'petitioner', person }, looks))
}

async function answerEvidence(house: PetitionHouse, { query, viewer }: Call<typeof readEvidence>) {
  const evidence = await evidenceOf(house, viewer, query.version)
  return evidence ? ok(evidence) : err({ kind: 'no-receipt-of-that' } as const)
}

function commandRoute(house: PetitionHouse, segment: PetitionCommandPath) {
  const { type } = petitionCommands[segment]
  const endpoint = commandEndpoints[segment]
  if (!endpoint) throw new Error(`no endpoint for ${segment}`)
  return route(endpoint, async (call): Answer<{ number: string; version: number; stage: string }> => {
    const { number } = call.params as { number: PetitionNumber }
    const viewer = call.viewer as Viewer
    const expected = call.ifMatch === null ? {} : { expectedVersion: call.ifMatch }
    const body = call.body as object
    const unfit = await refusalOfNamed(house, { number, type, body, viewer })
    if (unfit) return err(unfit)
    const commanding = { number, body, viewer, ...expected, ...idempotencyOf(viewer, call.idempotency) }
    const done =
      type === 'RenewKey'
        ? await renewKey(house, commanding as Renewing)
        : await commandPetition(house, { ...commanding, type })
    if (!done.ok) return err(done.error as OwnRefusal | WireRefusal)
    const { version, petition, ...shownOnce } = done.value
    call.answer.etag(version)
    return ok({ number, version, stage: petition.stage, ...shownOnce })
  })
}

interface Naming {
  readonly number: PetitionNumber
  readonly type: CommandType
  readonly body: object
  readonly viewer: Viewer
}

/** A clerk is somebody who handles petitions in the organ that names them, and from whom this one is not kept. */
async function refusalOfNamed(
  house: PetitionHouse,
  { number, type, body, viewer }: Naming,
): Promise<OwnRefusal | null> {
  if (type !== 'NameClerk' || viewer.kind !== 'staff') return null
  if (!('account' in body) || typeof body.account !== 'string') return null
  const { account } = body
  if (!(await house.isColleague(account, viewer.organ))) return { kind: 'not-a-colleague' }
  const [isOurs, isTheirs] = await Promise.all(
    [viewer, { ...viewer, account, actsFor: [] }].map((each) => sees(house, number, each)),
  )
  return isOurs && !isTheirs ? { kind: 'clerk-is-kept-out' } : null
}

/** Asked of row security, which knows who answers to whom and who is seconded from where. */
const sees = async (house: PetitionHouse, number: PetitionNumber, viewer: Viewer): Promise<boolean> => {
  const statement = { name: 'petition seen', text: 'select 1 from petition where stream_id = $1', values: [number] }
  return (await readAs(house, viewer, statement)).length > 0
}

async function answerUpload(house: PetitionHouse, call: Call<typeof uploadFile>) {
  const { files } = await call.receive(house.files)
  const [stored] = files
  return stored ? ok(stored) : err({ kind: 'no-such-file' } as const)
}

async function answerMaterial(house: PetitionHouse, call: Call<typeof readMaterial>): Answer<OutgoingFile> {
  const { viewer, params } = call
  const { number, ref } = params
  if (viewer.kind === 'staff' && !readers.some((post) => viewer.posts.includes(post)))
    return err({ kind: 'not-for-your-post' } as const)
  const read = await reading.readPetition(house, number, viewer)
  const material = read && materialsFor(read, viewer).find((each) => each.ref === ref)
  if (!read || !material) return err({ kind: 'no-such-file' } as const)
  if (!isMaterialOpen(read, actorOf(viewer), ref)) return err({ kind: 'material-not-opened' } as const)
  const opened = await house.files.open(material.file)
  if (!opened) return err({ kind: 'no-such-file' } as const)
  if (viewer.kind === 'staff') await reading.noteLook(house, number, viewer)
  const name = read.texts.get(material.name.ref) ?? material.ref
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

/** Staff may open every material; a petitioner those of the petition and their own, not what the organ collected. */
function materialsFor({ petition }: Pick<Read, 'petition'>, viewer: Viewer): readonly Material[] {
  return [...petition.materials, ...addedFor(petition, viewer)]
}

const addedFor = ({ added }: Petition, viewer: Viewer): readonly Material[] =>
  added
    .filter(
      ({ by }) =>
        viewer.kind === 'staff' || (viewer.kind === 'petitioner' && 'person' in by && by.person === viewer.person),
    )
    .flatMap(({ materials }) => materials)
