/** The law pack over HTTP: which time limits there are, and how one is counted. Open to anyone. */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { basisInWords } from '../law/basis.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { packName } from '../law/laws.ts'
import { type CountRefusal, countByRule, rulesOfPack } from '../law/packs.ts'
import { type AnyRoom, room, route } from '../platform/http/call.ts'
import { explainStep } from '../wording/derivation.ts'
import { termOf } from '../wording/terms.ts'
import { countClock, listRules } from './contract.ts'
import type { PetitionHouse } from './house.ts'
import { lawInForce, listPacks, readPack } from './law-contract.ts'
import { headerView, packView } from './law-view.ts'
import type { PetitionLaw } from './petition.ts'
import { listProcedures, listRights } from './rights-contract.ts'
import { notSuableAsView, proceduresOfLaw, rightsOfLaw } from './rights-view.ts'
import { law as national } from './world.ts'

type LawHouse = Pick<PetitionHouse, 'laws' | 'calendars' | 'directory' | 'today'>

type LawRefusal =
  | CountRefusal
  | { readonly kind: 'unknown-pack'; readonly pack: string; readonly packs: readonly string[] }
  | { readonly kind: 'unknown-organ'; readonly organ: string }

/** Counted by the calendar of the whole country as this house has it now. */
export const lawRoutes = (house: LawHouse): AnyRoom =>
  room<LawRefusal>({
    name: 'law',
    title: { zh: '法规与期限', en: 'Law and time limits' },
    statusOf: {
      'unknown-pack': 422,
      'unknown-organ': 422,
      'unknown-rule': 422,
      'designated-day': 422,
      'year-not-loaded': 422,
    },
    explain: (refusal) => explainLaw(refusal as LawRefusal),
    routes: [
      route(countClock, async ({ query }) => answerClock(house, query)),
      route(listRules, async ({ query }) => answerRules(house, query.pack)),
      route(listPacks, async () => ok({ items: house.laws.all.map(headerView) })),
      route(readPack, async ({ params }) => answerPack(house, params.pack)),
      route(lawInForce, async ({ query }) => answerInForce(house, query)),
      route(listRights, async ({ query }) => answerRights(house, query.pack)),
      route(listProcedures, async ({ query }) => answerProcedures(house, query.pack)),
    ],
  })

const refuse = (refusal: LawRefusal) => err(refusal)

function explainLaw(refusal: LawRefusal): { zh: string; en: string } {
  switch (refusal.kind) {
    case 'unknown-pack':
      return {
        zh: `没有法规包 ${refusal.pack}，可用的有：${refusal.packs.join('、')}。`,
        en: `There is no pack ${refusal.pack}; there is ${refusal.packs.join(', ')}.`,
      }
    case 'unknown-organ':
      return { zh: `没有机关 ${refusal.organ}。`, en: `There is no organ ${refusal.organ}.` }
    case 'unknown-rule':
      return { zh: `没有期限规则 ${refusal.rule}。`, en: `There is no rule ${refusal.rule}.` }
    case 'designated-day':
      return {
        zh: '这一期限由交办或者意见书指定日期，不需要计算。',
        en: 'This limit ends on the day that its order gives; there is nothing to count.',
      }
    case 'year-not-loaded':
      return {
        zh: `${refusal.year}年的放假安排通知尚未载入，无法确定最后一日。`,
        en: `The holiday notice for ${refusal.year} is not loaded, so the last day cannot be known.`,
      }
  }
}

/** By name and version, or by name alone the newest. */
function packIn({ laws }: LawHouse, asked: string): Result<PetitionLaw, LawRefusal> {
  const found = laws.named(asked) ?? laws.all.findLast(({ id }) => id === asked)
  return found ? ok(found) : err({ kind: 'unknown-pack', pack: asked, packs: laws.all.map(packName) })
}

function answerClock(house: LawHouse, query: { readonly rule: string; readonly from: Day; readonly pack: string }) {
  const found = packIn(house, query.pack)
  if (!found.ok) return found
  const counted = countByRule(found.value, query.rule, query.from, house.calendars.in(null, 'petitioner'))
  if (!counted.ok) return refuse(counted.error)
  const { rule, pack, from, lastDay, binds, calendar, basisInWords: basis, derivation } = counted.value
  const steps = derivation.map((step) => ({ step: step.step, ...explainStep(step, rule) }))
  return ok({ rule, pack, from, lastDay, binds, calendar, basis, derivation: steps })
}

function answerRules(house: LawHouse, pack: string) {
  const found = packIn(house, pack)
  if (!found.ok) return found
  const items = Object.entries(rulesOfPack(found.value)).map(([rule, { span, binds, basis }]) => ({
    rule,
    ...termOf('clockRule', rule),
    binds,
    unit: span.unit,
    count: span.unit === 'designated' ? null : span.count,
    basis: basisInWords(basis),
  }))
  return ok({ items })
}

function answerRights(house: LawHouse, pack: string) {
  const found = packIn(house, pack)
  return found.ok ? ok({ pack: packName(found.value), items: rightsOfLaw(found.value) }) : found
}

function answerProcedures(house: LawHouse, pack: string) {
  const found = packIn(house, pack)
  if (!found.ok) return found
  const items = proceduresOfLaw(found.value)
  return ok({ pack: packName(found.value), items, notSuable: notSuableAsView(found.value) })
}

function answerPack(house: LawHouse, pack: string) {
  const found = packIn(house, pack)
  return found.ok ? ok(packView(found.value, national)) : found
}

/** The law at an organ; today, unless another day is asked for. */
function answerInForce(
  { laws, directory, today }: LawHouse,
  query: { readonly organ: string; readonly on?: Day | undefined },
) {
  const organ = directory.find(query.organ as OrganId)
  if (!organ) return refuse({ kind: 'unknown-organ', organ: query.organ })
  return ok(headerView(laws.inForce(organ.region as RegionCode, query.on ?? today())))
}
