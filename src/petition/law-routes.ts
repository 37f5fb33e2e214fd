/** The law pack over HTTP: which time limits there are, and how one is counted. Open to anyone. */
import { err, ok } from '../kernel/result.ts'
import { basisInWords } from '../law/basis.ts'
import { type CountRefusal, countByRule, isPack, packIds, rulesOfPack } from '../law/packs.ts'
import { type AnyRoom, type Call, room, route } from '../platform/http/call.ts'
import { explainStep } from '../wording/derivation.ts'
import { termOf } from '../wording/terms.ts'
import { countClock, listRules } from './contract.ts'

type LawRefusal = CountRefusal | { readonly kind: 'unknown-pack'; readonly pack: string }

export const lawRoutes = (): AnyRoom =>
  room<LawRefusal>({
    name: 'law',
    title: { zh: '法规与期限', en: 'Law and time limits' },
    statusOf: { 'unknown-pack': 422, 'unknown-rule': 422, 'designated-day': 422, 'year-not-loaded': 422 },
    explain: (refusal) => explainLaw(refusal as LawRefusal),
    routes: [route(countClock, answerClock), route(listRules, answerRules)],
  })

const refuse = (refusal: LawRefusal) => err(refusal)

function explainLaw(refusal: LawRefusal): { zh: string; en: string } {
  switch (refusal.kind) {
    case 'unknown-pack':
      return {
        zh: `没有法规包 ${refusal.pack}，可用的有：${packIds.join('、')}。`,
        en: `There is no pack ${refusal.pack}; there is ${packIds.join(', ')}.`,
      }
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

async function answerClock({ query }: Call<typeof countClock>) {
  if (!isPack(query.pack)) return refuse({ kind: 'unknown-pack', pack: query.pack })
  const counted = countByRule(query.pack, query.rule, query.from)
  if (!counted.ok) return refuse(counted.error)
  const { rule, pack, from, lastDay, binds, calendar, basisInWords: basis, derivation } = counted.value
  const steps = derivation.map((step) => ({ step: step.step, ...explainStep(step, rule) }))
  return ok({ rule, pack, from, lastDay, binds, calendar, basis, derivation: steps })
}

async function answerRules({ query }: Call<typeof listRules>) {
  if (!isPack(query.pack)) return refuse({ kind: 'unknown-pack', pack: query.pack })
  const items = Object.entries(rulesOfPack(query.pack)).map(([rule, { span, binds, basis }]) => ({
    rule,
    ...termOf('clockRule', rule),
    binds,
    unit: span.unit,
    count: span.unit === 'designated' ? null : span.count,
    basis: basisInWords(basis),
  }))
  return ok({ items })
}
