/** HTTP for workload: it only reads, and whoever asks reads in their own name. */
import { areaOf } from '../../assessment/responsibility/area.ts'
import { type Colleague, readColleagues } from '../../identity/account-tables.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { runsOn } from '../../kernel/term.ts'
import { handlingPosts, type Viewer } from '../../kernel/viewer.ts'
import { basisInWords } from '../../law/basis.ts'
import { workloadWeightNames } from '../../law/workload.ts'
import { type Named, readNaming } from '../../petition/naming.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import { termOf } from '../../wording/terms.ts'
import * as wire from './contract.ts'
import type { WorkloadHouse } from './house.ts'
import * as queries from './queries.ts'
import { type Candidate, suggestedAmong } from './suggesting.ts'
import { noLoad } from './workload.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
type OwnRefusal = { readonly kind: 'no-such-petition' }

const noSuchPetition = {
  zh: '没有这件信访事项，或者本机关与它无关。',
  en: 'There is no such petition, or your organ has no part in it.',
}

export const workloadRoutes = (house: WorkloadHouse): AnyRoom =>
  room<OwnRefusal>({
    name: 'workload',
    title: { zh: '工作量', en: 'Workload' },
    statusOf: { 'no-such-petition': 404 },
    explain: () => noSuchPetition,
    routes: [
      route(wire.readWorkload, (call) => answerRead(house, call)),
      route(wire.listOrganWorkloads, (call) => answerOrgans(house, call)),
      route(wire.suggestClerk, (call) => answerSuggested(house, call)),
    ],
  })

const leads = ({ posts }: Staff): boolean => posts.includes('head') || posts.includes('leader')
const organView = ({ directory }: WorkloadHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })

/** Whoever handles petitions in the organ today, by name. */
async function handlersOf(house: WorkloadHouse, organ: OrganId): Promise<readonly Colleague[]> {
  const colleagues = await readColleagues(house.app, organ, house.today())
  return colleagues.filter(({ posts }) => handlingPosts.some((post) => posts.includes(post)))
}

const isAway = ({ away }: Colleague, house: WorkloadHouse): boolean => away !== null && runsOn(away, house.today())

async function answerRead(house: WorkloadHouse, { viewer }: Call<typeof wire.readWorkload>) {
  const { organ, account } = viewer
  const [loads, handlers] = await Promise.all([queries.loadsIn(house, viewer, organ), handlersOf(house, organ)])
  const weights = queries.weightsFor(house, organ)
  const accounts = handlers.map((each) => each.account)
  return ok({
    organ: organView(house, organ),
    own: loads.get(account) ?? noLoad,
    people: leads(viewer)
      ? handlers.map((each) => ({
          ...{ account: each.account, name: each.name, load: loads.get(each.account) ?? noLoad },
          away: isAway(each, house) && each.away ? { until: each.away.until, stead: each.away.name } : null,
        }))
      : null,
    nobodys: leads(viewer) ? queries.withNobody(loads, accounts) : null,
    whole: leads(viewer) ? queries.withNobody(loads, []) : null,
    weights: workloadWeightNames.map((name) => ({
      ...{ name, ...termOf('workloadWeight', name), weight: weights[name].weight },
    })),
    basis: basisInWords(weights.handling.basis),
  })
}

async function answerOrgans(house: WorkloadHouse, { viewer, query }: Call<typeof wire.listOrganWorkloads>) {
  const whole = areaOf(viewer.organ, house.directory).map(({ id }) => id)
  const area = await queries.burdenedAmong(house, viewer, whole)
  // looked up in the whole area: what the cursor names may have left the list since
  const passed = new Set(query.cursor === undefined ? [] : whole.slice(0, whole.indexOf(query.cursor[0]) + 1))
  const rest = area.filter((id) => !passed.has(id))
  const page = rest.slice(0, query.limit)
  const last = rest.length > query.limit ? page.at(-1) : undefined
  const loads = await queries.loadsOfOrgans(house, viewer, page)
  return ok({
    organs: area.length,
    items: page.map((id) => ({
      organ: organView(house, id),
      load: loads.get(id) ?? { ...noLoad, isCut: false },
    })),
    next: last === undefined ? null : wire.workloadCursor.write([last]),
  })
}

async function answerSuggested(house: WorkloadHouse, { viewer, params }: Call<typeof wire.suggestClerk>) {
  const handlers = await handlersOf(house, viewer.organ)
  const asked = { number: params.number, viewer }
  const naming = await readNaming(house, asked, actingOf(handlers, house.today()))
  if (naming === null) return err({ kind: 'no-such-petition' } as const)
  if (naming.holder !== viewer.organ) return ok({ items: [] })
  const accounts = handlers.map(({ account }) => account)
  const [loads, known] = await Promise.all([
    queries.loadsIn(house, viewer, viewer.organ),
    queries.knownBy(house, viewer, { category: naming.category, accounts }),
  ])
  const candidates = handlers.map((handler): Candidate & Pick<Colleague, 'name'> => {
    const { account, name, posts } = handler
    return {
      isClerk: posts.includes('clerk'),
      ...{ account, name, load: loads.get(account) ?? noLoad, known: known.get(account) ?? 0 },
      bar: naming.keptOut.has(account) ? 'keptOut' : isAway(handler, house) ? 'away' : null,
    }
  })
  const suggested = suggestedAmong(candidates)
  return ok({
    items: candidates.map(({ isClerk: _, ...each }) => ({ ...each, isSuggested: each.account === suggested?.account })),
  })
}

/** As whom each would act: their posts there, and for whom they stand in today. */
const actingOf = (handlers: readonly Colleague[], today: Day): readonly Named[] =>
  handlers.map(({ account, posts }) => ({
    ...{ account, posts },
    actsFor: handlers.flatMap((other) =>
      other.away?.account === account && runsOn(other.away, today) ? [other.account] : [],
    ),
  }))
