/** Answers to who only looks. */
import { leadersOf, organsLedBy } from '../identity/account-tables.ts'
import { staffActorOf } from '../identity/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { orderKinds } from '../law/supervision.ts'
import { rowsOf } from '../petition/queries.ts'
import { noteLook } from '../petition/reading.ts'
import type { PetitionRow } from '../petition/views.ts'
import type { Call } from '../platform/http/call.ts'
import type { OutgoingFile } from '../platform/http/endpoint.ts'
import { beginningOf } from './beginning.ts'
import * as wire from './contract.ts'
import { isBarred } from './decision.ts'
import { candidateView } from './finding-view.ts'
import type { SupervisionHouse } from './house.ts'
import * as houseQueries from './house-queries.ts'
import { readFor } from './keeping.ts'
import { orderRowView } from './order-view.ts'
import { entitledTo } from './ordering.ts'
import * as queries from './queries.ts'
import { matterOf, streamOfMatter, streamOfSubject } from './room.ts'
import { fieldInWords, placeInWords } from './subject-words.ts'
import { openersOf, reaches } from './supervising.ts'
import type { Matter, SupervisionRefusal } from './supervision.ts'
import { type AboutPetition, kindViews, refusalView, viewOf } from './view.ts'
import { organRef, placeOf, seenBy } from './view-place.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

const noSuchMatter = { kind: 'no-such-matter' } as const

/** Titles of the petitions that the viewer sees. Of an accusation nothing is shown but that it is there. */
async function titlesFor(
  house: SupervisionHouse,
  viewer: Staff,
  rows: readonly { readonly petition: string | null }[],
): Promise<(petition: string | null) => string | null> {
  const numbers = [...new Set(rows.flatMap(({ petition }) => petition ?? []))]
  const found = await rowsOf(house, viewer, numbers)
  return (petition) => titleIn(found.get(petition ?? ''))
}

const titleIn = (row: PetitionRow | undefined): string | null =>
  row === undefined || row.class === 'accusation' ? null : row.title

const placeFrom = (cursor: readonly [Day, string, string] | undefined): queries.ListPlace | null =>
  cursor ? { day: cursor[0], stream: cursor[1], ref: cursor[2] } : null
const nextOf = (next: queries.ListPlace | null): string | null =>
  next && wire.boardCursor.write([next.day as Day, next.stream, next.ref])

export async function answerCandidates(house: SupervisionHouse, call: Call<typeof wire.listCandidates>) {
  const { query, viewer } = call
  const filter = { state: query.state, rules: query.rule, organ: query.organ }
  const [{ items, next }, counts] = await Promise.all([
    queries.listCandidates(house, viewer, filter, placeFrom(query.cursor), query.limit),
    queries.countCandidates(house, viewer),
  ])
  const title = await titlesFor(house, viewer, items)
  const place = placeOf(house, viewer.organ)
  return ok({
    items: items.map((row) => candidateView(row, title(row.petition), place)),
    next: nextOf(next),
    counts,
  })
}

export async function answerOrders(house: SupervisionHouse, call: Call<typeof wire.listOrders>) {
  const { query, viewer } = call
  const filter = { which: query.which, isOpen: query.state === 'open', kinds: query.kind }
  const [{ items, next }, counts] = await Promise.all([
    queries.listOrders(house, viewer, filter, placeFrom(query.cursor), query.limit),
    queries.countOrders(house, viewer, query.which),
  ])
  return ok({ items: await orderRows(house, viewer, items), next: nextOf(next), counts })
}

async function orderRows(house: SupervisionHouse, viewer: Staff, rows: readonly queries.OrderRow[]) {
  const title = await titlesFor(house, viewer, rows)
  const place = placeOf(house, viewer.organ)
  return rows.map((row) => orderRowView(row, title(row.petition), place))
}

/** Only whoever supervises plans inspections. */
export async function answerPlan(house: SupervisionHouse, { viewer, query }: Call<typeof wire.readPlan>) {
  if (openersOf(viewer, house.directory).length === 0) return ok({ items: [], isWhole: true })
  const { from = null, until = null, organ = null } = query
  const { items, isWhole } = await houseQueries.readPlan(house, viewer, { from, until, organ })
  return ok({ items: await orderRows(house, viewer, items), isWhole })
}

export async function answerEffect(house: SupervisionHouse, { viewer, query }: Call<typeof wire.readEffect>) {
  const rows = await queries.readEffect(house, viewer, query.from, query.until)
  return ok({ rows: rows.map((row) => ({ ...row, organ: organRef({ house }, row.organ) })) })
}

export async function answerReferred(house: SupervisionHouse, { viewer, query }: Call<typeof wire.listReferred>) {
  const rows = await queries.listReferred(house, viewer, query.limit)
  const title = await titlesFor(house, viewer, rows)
  return ok({
    items: rows.map(({ stream, on, subject, petition, rules, organs }) => ({
      ...{ matter: matterOf(stream), on, subject, title: title(petition), rules: [...rules] },
      organs: organs.map((organ) => organRef({ house }, organ)),
    })),
  })
}

/** On something that nobody supervises yet; whether a petition or a topic is there to be supervised is not asked. */
export async function answerKinds(house: SupervisionHouse, { viewer, query }: Call<typeof wire.listKinds>) {
  const subject =
    query.on === 'petition'
      ? ({ kind: 'petition', petition: '' } as const)
      : ({
          kind: 'topic',
          category: null,
          place: null,
          from: house.today(),
          until: house.today(),
          petitions: [''],
        } as const)
  const place = placeOf(house, viewer.organ)
  return ok({ items: kindViews({ supervisors: [viewer.organ], subject }, staffActorOf(viewer), place) })
}

/** Only of organs that an order of the viewer's could reach: this is no directory of who leads what. */
export async function answerLeaders(house: SupervisionHouse, { viewer, query }: Call<typeof wire.listLeaders>) {
  const organ = query.organ as OrganId
  const isOpener = openersOf(viewer, house.directory).length > 0
  if (!isOpener || !reaches(viewer.organ, organ, house.directory)) return ok({ items: [] })
  const accounts = await leadersOf(house.app, organ, house.today())
  const names = await house.staffNames(accounts)
  return ok({ items: accounts.map((account) => ({ account, name: names.get(account) ?? account })) })
}

export async function answerMatter(house: SupervisionHouse, call: Call<typeof wire.readMatter>) {
  const { viewer, params } = call
  const read = await readFor(house, streamOfMatter(params.matter), viewer)
  if (!read) return err(noSuchMatter)
  const { matter } = read
  const [about, visible, staff] = await Promise.all([
    aboutPetition(house, viewer, matter),
    petitionsSeen(house, viewer, matter),
    house.staffNames(accountsIn(matter)),
  ])
  if (about?.isOpenTo && matter.subject.kind === 'petition')
    await noteLook(house, matter.subject.petition as PetitionNumber, viewer)
  call.answer.etag(matter.version)
  const actor = staffActorOf(viewer)
  return ok(viewOf(read, viewer, actor, about, visible, placeOf(house, matter.supervisors[0], staff)))
}

const accountsIn = ({ orders }: Matter): readonly string[] => [
  ...new Set(
    orders.flatMap(({ addressees, verification }) => [
      ...addressees.flatMap(({ leader }) => leader ?? []),
      ...(verification ? [verification.by] : []),
    ]),
  ),
]

async function aboutPetition(
  house: SupervisionHouse,
  viewer: Staff,
  { subject }: Matter,
): Promise<AboutPetition | null> {
  if (subject.kind !== 'petition') return null
  const about = await houseQueries.petitionUnder(house, subject.petition, viewer)
  if (!about) return null
  const title = about.isOpenTo ? titleIn((await rowsOf(house, viewer, [subject.petition])).get(subject.petition)) : null
  return { ...about, title }
}

const petitionsSeen = async (
  house: SupervisionHouse,
  viewer: Staff,
  { subject }: Matter,
): Promise<ReadonlySet<string>> =>
  subject.kind === 'topic' ? new Set((await rowsOf(house, viewer, subject.petitions)).keys()) : new Set()

export async function answerMaterial(
  house: SupervisionHouse,
  call: Call<typeof wire.readOrderMaterial>,
): Promise<Result<OutgoingFile, SupervisionRefusal>> {
  const { viewer, params } = call
  const read = await readFor(house, streamOfMatter(params.matter), viewer)
  if (!read) return err(noSuchMatter)
  const seen = seenBy(read.matter, viewer)
  const material = seen.orders
    .flatMap(({ reports }) => reports)
    .filter(({ organ }) => seen.isSupervisor || organ === viewer.organ)
    .flatMap(({ materials }) => materials)
    .find(({ ref }) => ref === params.ref)
  const opened = material && (await house.files.open(material.file))
  if (!material || !opened) return err({ kind: 'material-not-there' } as const)
  const name = read.texts.get(material.name.ref) ?? material.ref
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

export async function answerOfPetition(house: SupervisionHouse, call: Call<typeof wire.supervisionOfPetition>) {
  const { viewer, params } = call
  const about = await houseQueries.petitionUnder(house, params.number, viewer)
  if (!about?.isOpenTo) return err(noSuchMatter)
  const { orders, findings } = await queries.ordersOfPetition(house, viewer, params.number)
  const stream = streamOfSubject({ kind: 'petition', petition: params.number })
  const refusal = await refusalToBegin(house, viewer, params.number, about)
  return ok({
    matter: orders.length > 0 || findings > 0 ? matterOf(stream) : null,
    orders: await orderRows(house, viewer, orders),
    findings,
    begin: { allowed: refusal === null, refusal: refusalView(refusal, placeOf(house, viewer.organ)) },
  })
}

/** Whether this viewer could open any kind of order on it, as far as that can be told before it says on whom. */
async function refusalToBegin(
  house: SupervisionHouse,
  viewer: Staff,
  number: string,
  { petition }: houseQueries.SupervisedPetition,
): Promise<SupervisionRefusal | null> {
  const officials = petition.about.flatMap((each) => each.officials ?? [])
  const led = officials.length === 0 ? [] : await organsLedBy(house.work, officials, house.today())
  const beginning = beginningOf({ number, petition, led, supervisor: viewer.organ })
  const { world } = placeOf(house, viewer.organ)
  const actor = staffActorOf(viewer)
  if (isBarred(beginning, actor, world)) return noSuchMatter
  const tried = orderKinds.map((kind) => entitledTo(kind, actor, beginning, world))
  if (tried.some((each) => each.ok)) return null
  const [first] = tried
  return first && !first.ok ? first.error : noSuchMatter
}

export async function answerOwn(house: SupervisionHouse, { viewer }: Call<typeof wire.ownSupervision>) {
  const rows = await houseQueries.ownOrders(house, viewer.petition)
  return ok({ items: rows.map((row) => ({ ...row, ...organsOf(house, row) })) })
}

export async function answerBoard(house: SupervisionHouse, { query }: Call<typeof wire.readPublicBoard>) {
  const isOpen = query.state === 'open'
  const rows = await houseQueries.readBoard(house, isOpen, query.limit)
  const today = house.today()
  return ok({
    items: rows.map((row) => ({
      ...{ ...row, ...organsOf(house, row), category: fieldInWords(row.category) },
      place: placeInWords(house, row.place),
      isOverdue: row.state === 'open' && row.due < today,
    })),
  })
}

const organsOf = (
  house: SupervisionHouse,
  { by, organs }: { readonly by: OrganId; readonly organs: readonly OrganId[] },
) => ({ by: organRef({ house }, by), organs: organs.map((organ) => organRef({ house }, organ)) })
