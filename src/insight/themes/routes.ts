/** HTTP for the governed themes: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { IdempotencyKey } from '../../platform/http/idempotency.ts'
import { placeNames } from '../../prevention/warnings/places.ts'
import { openTasksFrom } from '../../tasks/queries.ts'
import { commandTheme, governTheme, type ThemeCommanding, type ThemeDone } from './commanding.ts'
import * as wire from './contract.ts'
import { measureOf } from './counting.ts'
import { latestDay, refusalToGovern } from './decide.ts'
import type { ThemeHouse } from './house.ts'
import * as queries from './queries.ts'
import { idOf, streamOf } from './room.ts'
import type { ThemeRefusal } from './theme.ts'
import { placeRef, refusalView, rowView, themeView } from './view.ts'
import { explainTheme, statusOfThemeRefusal } from './wording.ts'
import { worldFor } from './world.ts'

export function themeRoutes(house: ThemeHouse): AnyRoom {
  const act = (type: ThemeCommanding['type']) => (call: CommandCall) => carryOut(house, type, call)
  return room<ThemeRefusal>({
    name: 'theme',
    title: { zh: '主题治理', en: 'Governed themes' },
    statusOf: statusOfThemeRefusal,
    explain: (refusal) => explainTheme(refusal as ThemeRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listThemes, (call) => answerList(house, call)),
      route(wire.governTheme, (call) => answerGoverning(house, call)),
      route(wire.readTheme, (call) => answerRead(house, call)),
      route(wire.addThemeStep, act('AddThemeStep')),
      route(wire.extendTheme, act('ExtendTheme')),
      route(wire.handThemeOver, act('HandThemeOver')),
      route(wire.closeTheme, act('CloseTheme')),
      route(wire.reopenTheme, act('ReopenTheme')),
    ],
  })
}

async function answerList(house: ThemeHouse, { viewer, query }: Call<typeof wire.listThemes>) {
  const { list, topic = null, cursor, limit } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const [{ items, next }, counts] = await Promise.all([
    queries.listThemes(house, viewer, { list, topic, after, limit }),
    queries.countThemes(house, viewer),
  ])
  const nameOf = placeNames(house)
  const world = worldFor(house, viewer.organ)
  return ok({
    items: items.map((row) => rowView(row, nameOf, house)),
    next: next && wire.themeCursor.write([next.day as never, next.stream]),
    counts: { ...counts },
    refusal: refusalView(refusalToGovern(staffActorOf(viewer), world), house.directory),
    latest: latestDay(house.today(), world),
    place: placeRef(house.directory.find(viewer.organ)?.region ?? '00', nameOf),
  })
}

async function answerRead(house: ThemeHouse, { viewer, params, answer }: Call<typeof wire.readTheme>) {
  const stream = streamOf(params.theme)
  const known = await queries.knownTheme(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-theme' } as const)
  const { theme } = known
  const accounts = [theme.owner.officer, theme.closed?.account ?? null].flatMap((account) => account ?? [])
  const [texts, names, openTasks, { perDay, ...measured }] = await Promise.all([
    queries.textsOf(house, viewer, stream),
    house.staffNames(accounts),
    openTasksFrom(house, stream),
    measureOf(house, theme.about, theme.since),
  ])
  answer.etag(theme.version)
  return ok(themeView(known, { viewer, texts, names, openTasks, measured, perDay }, house))
}

async function answerGoverning(
  house: ThemeHouse,
  { viewer, body, idempotency, answer }: Call<typeof wire.governTheme>,
) {
  const done = await governTheme(house, { beginning: body, viewer, ...idempotencyOf(viewer, idempotency) })
  if (done.ok) answer.etag(done.value.version)
  return doneOf(done)
}

/** The same key of two callers never meets. */
function idempotencyOf(viewer: queries.Staff, given: IdempotencyKey | null): { idempotency?: Idempotency } {
  if (given === null) return {}
  return { idempotency: { scope: `theme:${viewer.account}`, key: given.key, requestDigest: given.digest } }
}

interface CommandCall
  extends Pick<Call<typeof wire.closeTheme>, 'viewer' | 'params' | 'ifMatch' | 'idempotency' | 'answer'> {
  readonly body: object
}

async function carryOut(
  house: ThemeHouse,
  type: ThemeCommanding['type'],
  { viewer, params, body, ifMatch, idempotency, answer }: CommandCall,
) {
  const done = await commandTheme(house, {
    ...{ stream: streamOf(params.theme), type, body, viewer },
    ...(ifMatch === null ? {} : { expectedVersion: ifMatch }),
    ...idempotencyOf(viewer, idempotency),
  })
  if (done.ok) answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<ThemeDone, ThemeRefusal | EngineRefusal>) {
  if (!done.ok) return err(done.error as ThemeRefusal | WireRefusal)
  const { stream, version, theme } = done.value
  return ok({ theme: idOf(stream), version, stage: theme.stage })
}
