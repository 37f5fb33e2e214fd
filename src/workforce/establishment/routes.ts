/** HTTP for establishments: each capability is one endpoint, and nothing here applies a rule. */
import { areaOf, looksOver } from '../../assessment/responsibility/area.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { idempotencyOf } from '../../identity/asking.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import type { IdempotencyKey } from '../../platform/http/idempotency.ts'
import { commandEstablishment } from './commanding.ts'
import * as wire from './contract.ts'
import { refusalToAct } from './decide.ts'
import type { EstablishmentCommandType, EstablishmentRefusal } from './establishment.ts'
import type { EstablishmentHouse } from './house.ts'
import * as queries from './queries.ts'
import { sinceOf, strengthOf } from './strength.ts'
import { allotmentView, holdersView, mixView, organView, rowView } from './view.ts'
import { explainEstablishment, statusOfEstablishmentRefusal } from './wording.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
type Answer<T> = Promise<Result<T, EstablishmentRefusal | WireRefusal>>

export const establishmentRoutes = (house: EstablishmentHouse): AnyRoom =>
  room<EstablishmentRefusal>({
    name: 'establishment',
    title: { zh: '编制与在岗', en: 'Establishment' },
    statusOf: statusOfEstablishmentRefusal,
    explain: (refusal) => explain(house, refusal as EstablishmentRefusal),
    routes: [
      route(wire.listEstablishments, (call) => answerList(house, call)),
      route(wire.readEstablishment, (call) => answerRead(house, call)),
      route(wire.allotPosts, (call) => carryOut(house, 'AllotPosts', call.body, call)),
      route(wire.withdrawAllotment, (call) =>
        carryOut(house, 'WithdrawAllotment', { ...call.body, ref: call.params.ref }, call),
      ),
    ],
  })

const explain = ({ directory }: EstablishmentHouse, refusal: EstablishmentRefusal) =>
  explainEstablishment(refusal, (id) => directory.nameOf(id))

const none = new Map<never, never>()

async function answerList(house: EstablishmentHouse, { viewer, query }: Call<typeof wire.listEstablishments>) {
  const whole = areaOf(viewer.organ, house.directory).map(({ id }) => id)
  const area = await queries.staffedAmong(house, viewer, whole)
  // looked up in the whole area: what the cursor names may have left the list since
  const passed = new Set(query.cursor === undefined ? [] : whole.slice(0, whole.indexOf(query.cursor[0]) + 1))
  const rest = area.filter((id) => !passed.has(id))
  const page = rest.slice(0, query.limit)
  const last = rest.length > query.limit ? page.at(-1) : undefined
  const others = query.cursor === undefined ? area.filter((id) => id !== viewer.organ) : []
  const [allotted, held, since] = await Promise.all([
    queries.allottedIn(house, viewer, page),
    queries.heldIn(house, page),
    queries.experienceIn(house, others),
  ])
  return ok({
    organ: organView(house, viewer.organ),
    organs: area.length,
    items: page.map((id) => rowView(id, allotted.get(id) ?? none, held.get(id) ?? [], house)),
    next: last === undefined ? null : wire.establishmentCursor.write([last]),
    mix: mixView(since, house.today()),
  })
}

async function answerRead(house: EstablishmentHouse, { viewer, params }: Call<typeof wire.readEstablishment>) {
  const { organ } = params
  const { directory } = house
  if (!directory.find(organ) || !looksOver(viewer.organ, organ, directory))
    return err({ kind: 'no-such-establishment' } as const)
  const [allotted, held, rows, texts] = await Promise.all([
    queries.allottedIn(house, viewer, [organ]),
    queries.heldIn(house, [organ]),
    queries.allotmentsOf(house, viewer, organ),
    queries.textsOf(house, viewer, organ),
  ])
  const holdings = held.get(organ) ?? []
  const refusal = refusalToAct(staffActorOf(viewer), organ, directory)
  return ok({
    organ: organView(house, organ),
    ...viewOfStrength(strengthOf(allotted.get(organ) ?? none, holdings, house.today())),
    // from above only that of all together is told: the whole less one organ would tell the other
    mix: organ === viewer.organ ? mixView(sinceOf(holdings, house.today()), house.today()) : null,
    // whoever answers for people is in their organ: from above posts are counted, and nobody is named
    holders:
      organ === viewer.organ
        ? holdersView(holdings, await house.staffNames([...new Set(holdings.map(({ account }) => account))]), house)
        : null,
    allotments: rows.map((row) => allotmentView(row, texts)),
    refusal: refusal && { kind: refusal.kind, ...explain(house, refusal) },
  })
}

const viewOfStrength = ({ posts, people }: ReturnType<typeof strengthOf>) => ({
  posts: [...posts],
  people: { ...people },
})

interface CommandCall {
  readonly params: { readonly organ: OrganId }
  readonly viewer: Staff
  readonly idempotency: IdempotencyKey | null
}

async function carryOut(
  house: EstablishmentHouse,
  type: EstablishmentCommandType,
  body: object,
  { params, viewer, idempotency }: CommandCall,
): Answer<{ readonly organ: string; readonly version: number }> {
  const asked = idempotencyOf('establishment', viewer, idempotency)
  const done = await commandEstablishment(house, { organ: params.organ, type, body, viewer, ...asked })
  if (!done.ok) return err(done.error as EstablishmentRefusal | WireRefusal)
  return ok({ organ: done.value.organ, version: done.value.version })
}
