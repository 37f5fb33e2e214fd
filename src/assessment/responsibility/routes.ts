/** HTTP for responsibility: each capability is one endpoint, and nothing here applies a rule. */
import type { Idempotency } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { IdempotencyKey } from '../../platform/http/idempotency.ts'
import { explainResponsibility, statusOfResponsibilityRefusal } from '../../wording/responsibility.ts'
import { looksOver } from './area.ts'
import { commandResponsibility } from './commanding.ts'
import * as wire from './contract.ts'
import { refusalToAct } from './decide.ts'
import { gapKinds } from './gaps.ts'
import type { ResponsibilityHouse } from './house.ts'
import { gapsOf, type MappedOrgan, mapOf, mapStandingOf } from './mapping.ts'
import { namesIn, type RoleRow, rolesOf } from './queries.ts'
import type { MapStanding, ResponsibilityRefusal } from './responsibility.ts'
import { gapView, type Names, organView, pastAndPresent, rowView, warningView } from './view.ts'
import { casesBehind } from './warned-cases.ts'
import { warningsFor } from './warning.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
type Answer<T> = Promise<Result<T, ResponsibilityRefusal | WireRefusal>>

export const responsibilityRoutes = (house: ResponsibilityHouse): AnyRoom =>
  room<ResponsibilityRefusal>({
    name: 'responsibility',
    title: { zh: '信访工作责任', en: 'Responsibility' },
    statusOf: statusOfResponsibilityRefusal,
    explain: (refusal) => explain(house, refusal as ResponsibilityRefusal),
    routes: [
      route(wire.readMap, (call) => answerMap(house, call)),
      route(wire.readResponsibility, (call) => answerRead(house, call)),
      route(wire.recordResponsibility, (call) => carryOut(house, 'RecordResponsibility', call.body, call)),
      route(wire.endResponsibility, (call) =>
        carryOut(house, 'EndResponsibility', { ref: call.params.ref, until: call.body.until }, call),
      ),
      route(wire.readWarnings, (call) => answerWarnings(house, call)),
      route(wire.readWarnedCases, (call) => answerCases(house, call)),
    ],
  })

const explain = ({ directory }: ResponsibilityHouse, refusal: ResponsibilityRefusal) =>
  explainResponsibility(refusal, (id) => directory.nameOf(id))

const unseen = err({ kind: 'no-such-responsibility' } as const)

/** The organ that was asked for, if the viewer's looks over it. */
function askedFor(house: ResponsibilityHouse, viewer: Staff, asked: OrganId | undefined) {
  const id = asked ?? viewer.organ
  return looksOver(viewer.organ, id, house.directory) ? house.directory.find(id) : undefined
}

async function namesOf(house: ResponsibilityHouse, viewer: Viewer, rows: readonly RoleRow[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap(({ account }) => account ?? []))]
  const [accounts, sealed] = await Promise.all([house.staffNames(ids), namesIn(house, viewer, rows)])
  return { accounts, sealed }
}

async function answerMap(house: ResponsibilityHouse, { viewer, query }: Call<typeof wire.readMap>) {
  const root = askedFor(house, viewer, query.organ)
  if (!root) return unseen
  const mapped = await mapOf(house, viewer, root.id)
  const wanted = mapped.filter((each) => isAskedFor(each, query.which))
  const after = query.cursor?.[0]
  const begin = after === undefined ? 0 : wanted.findIndex(({ organ }) => organ.id === after) + 1
  const page = wanted.slice(begin, begin + query.limit)
  const last = begin + query.limit < wanted.length ? page.at(-1) : undefined
  const names = await namesOf(
    house,
    viewer,
    page.flatMap(({ held }) => held),
  )
  return ok({
    organ: organView(house, root.id),
    items: page.map((each) => rowView(each, names, house)),
    next: last ? wire.mapCursor.write([last.organ.id]) : null,
    organs: mapped.length,
    standings: standingsOf(mapped),
    counts: countsOf(mapped),
  })
}

function isAskedFor(mapped: MappedOrgan, which: Call<typeof wire.readMap>['query']['which']): boolean {
  if (which === 'all') return true
  return which === 'gaps' ? mapped.gaps.length > 0 : mapStandingOf(mapped) === which
}

function standingsOf(mapped: readonly MappedOrgan[]): Readonly<Record<MapStanding, number>> {
  const standings = { bare: 0, begun: 0, whole: 0 }
  for (const each of mapped) standings[mapStandingOf(each)] += 1
  return standings
}

function countsOf(mapped: readonly MappedOrgan[]) {
  const kinds = Map.groupBy(
    mapped.flatMap(({ gaps }) => gaps),
    ({ kind }) => kind,
  )
  return gapKinds.flatMap((kind) => {
    const gaps = kinds.get(kind)?.length ?? 0
    return gaps > 0 ? [{ kind, gaps }] : []
  })
}

async function answerRead(house: ResponsibilityHouse, { viewer, params }: Call<typeof wire.readResponsibility>) {
  const organ = askedFor(house, viewer, params.organ)
  if (!organ) return unseen
  const [rows, gaps] = await Promise.all([rolesOf(house, viewer, organ.id), gapsOf(house, viewer, organ)])
  const names = await namesOf(house, viewer, rows)
  const refusal = refusalToAct(staffActorOf(viewer), organ.id, house.directory)
  const candidates = refusal === null ? await candidatesFor(house, organ) : []
  return ok({
    organ: organView(house, organ.id),
    held: rows.map((row) => pastAndPresent(row, names, house)),
    gaps: gaps.map((each) => gapView(each, house)),
    refusal: refusal && { kind: refusal.kind, ...explain(house, refusal) },
    candidates,
  })
}

/** A leader of the government may answer for a department: whoever has a post right above can be written down too. */
async function candidatesFor(house: ResponsibilityHouse, { id, parent }: OrganFacts) {
  const near = parent === null ? [id] : [id, parent]
  const held = await Promise.all(near.map((organ) => readColleagues(house.app, organ, house.today())))
  return held.flatMap((colleagues, at) =>
    colleagues.map(({ account, name }) => ({ account, name, organ: organView(house, near[at] ?? id) })),
  )
}

interface CommandCall {
  readonly params: { readonly organ: OrganId }
  readonly viewer: Staff
  readonly idempotency: IdempotencyKey | null
}

async function carryOut(
  house: ResponsibilityHouse,
  type: 'RecordResponsibility' | 'EndResponsibility',
  body: object,
  { params, viewer, idempotency }: CommandCall,
): Answer<{ readonly organ: string; readonly version: number }> {
  const done = await commandResponsibility(house, {
    organ: params.organ,
    type,
    body,
    viewer,
    ...once(viewer, idempotency),
  })
  if (!done.ok) return err(done.error as ResponsibilityRefusal | WireRefusal)
  return ok({ organ: done.value.organ, version: done.value.version })
}

/** The same key of two callers never meets. */
const once = ({ account }: Staff, given: IdempotencyKey | null): { idempotency?: Idempotency } =>
  given === null
    ? {}
    : { idempotency: { scope: `responsibility:${account}`, key: given.key, requestDigest: given.digest } }

async function answerWarnings(house: ResponsibilityHouse, { viewer, query }: Call<typeof wire.readWarnings>) {
  const root = askedFor(house, viewer, query.organ)
  if (!root) return unseen
  const { coming, fallen, isCut } = await warningsFor(house, viewer, root.id, query.days)
  const rows = [...coming, ...fallen].flatMap(({ answersForAll, directs }) => [...answersForAll, ...directs])
  const names = await namesOf(house, viewer, rows)
  return ok({
    organ: organView(house, root.id),
    days: query.days,
    coming: coming.map((each) => warningView(each, names, house)),
    fallen: fallen.map((each) => warningView(each, names, house)),
    isCut,
  })
}

async function answerCases(house: ResponsibilityHouse, { viewer, query }: Call<typeof wire.readWarnedCases>) {
  if (!askedFor(house, viewer, query.organ)) return unseen
  const { cursor, limit, ...behind } = query
  const after = cursor ? { day: cursor[0], number: cursor[1], clock: cursor[2] } : null
  const found = await casesBehind(house, viewer, { ...behind, after, limit: limit + 1 })
  const last = found.length > limit ? found[limit - 1] : undefined
  return ok({
    items: found.slice(0, limit).map(({ view }) => view),
    next: last ? wire.warningCursor.write([last.view.lastDay, last.view.number, last.clock]) : null,
  })
}
