/** HTTP for answer quality: it reads, and whoever asks reads in their own name. Nothing here refuses an answer. */
import { isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import * as wire from './contract.ts'
import type { QualityHouse } from './house.ts'
import { lacksOfAnswers, lacksOfDraft } from './proving.ts'
import { type AnswerCheck, answerChecks } from './quality.ts'
import * as queries from './queries.ts'
import { shareOf } from './shares.ts'

type QualityRefusal = { readonly kind: 'no-such-petition' } | { readonly kind: 'period-ends-before-start' }

const words = {
  'no-such-petition': {
    zh: '没有这件信访事项，或者本机关与它无关。',
    en: 'There is no such petition, or your organ has no part in it.',
  },
  'period-ends-before-start': { zh: '截止日早于起始日。', en: 'The period ends before it starts.' },
} as const

export function qualityRoutes(house: QualityHouse): AnyRoom {
  return room<QualityRefusal>({
    name: 'quality',
    title: { zh: '答复质量', en: 'Answer quality' },
    statusOf: { 'no-such-petition': 404, 'period-ends-before-start': 422 },
    explain: ({ kind }) => words[kind],
    routes: [
      route(wire.checkDraft, (call) => answerDraft(house, call)),
      route(wire.readAnswerFigures, (call) => answerFigures(house, call)),
      route(wire.listAnswers, (call) => answerBehind(house, call)),
      route(wire.readAnswers, (call) => answerRead(house, call)),
    ],
  })
}

const noSuchPetition = { kind: 'no-such-petition' } as const

async function answerDraft(house: QualityHouse, { viewer, params, body }: Call<typeof wire.checkDraft>) {
  const items = await lacksOfDraft(house, viewer, params.number, body)
  return items === null ? err(noSuchPetition) : ok({ items: [...items] })
}

async function answerRead(house: QualityHouse, { viewer, params }: Call<typeof wire.readAnswers>) {
  const looked = await lacksOfAnswers(house, viewer, params.number)
  if (looked === null) return err(noSuchPetition)
  return ok({
    items: looked.map(({ document: { ref, kind, issuedOn, issuedBy }, lacks }) => ({
      ...{ document: ref, kind, on: issuedOn, organ: organOf(house, issuedBy), lacks: [...lacks] },
    })),
  })
}

const organOf = ({ directory }: QualityHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })

const periodOf = (house: QualityHouse, { from, until }: Partial<queries.Period>): queries.Period => {
  const usual = queries.usualPeriod(until ?? house.today())
  return { from: from ?? usual.from, until: usual.until }
}

async function answerFigures(house: QualityHouse, { viewer, query }: Call<typeof wire.readAnswerFigures>) {
  const period = periodOf(house, query as Partial<queries.Period>)
  if (isAfter(period.from, period.until)) return err({ kind: 'period-ends-before-start' } as const)
  const [counted, waiting] = await Promise.all([
    queries.countAnswers(house, viewer, period),
    queries.waitingFor(house),
  ])
  return ok({
    ...period,
    answers: counted.reduce((sum, { answers }) => sum + answers, 0),
    checks: sharesOf(queries.summed(counted)),
    organs: counted.map(({ organ, answers, checks }) => ({
      ...{ organ: organOf(house, organ), answers, checks: sharesOf(checks) },
    })),
    waiting,
  })
}

const sharesOf = (checks: ReadonlyMap<AnswerCheck, { readonly n: number; readonly of: number }>) =>
  answerChecks.map((check) => {
    const { n, of } = checks.get(check) ?? { n: 0, of: 0 }
    return { check, ...shareOf(n, of) }
  })

async function answerBehind(house: QualityHouse, { viewer, query }: Call<typeof wire.listAnswers>) {
  const period = periodOf(house, query as Partial<queries.Period>)
  if (isAfter(period.from, period.until)) return err({ kind: 'period-ends-before-start' } as const)
  const { check, organ, cursor, limit } = query
  const asked = { ...period, check, organ, after: cursor ?? null, limit }
  const { items, hasMore } = await queries.answersBehind(house, viewer, asked)
  const rows = await rowsOf(
    house,
    viewer,
    items.map(({ stream }) => stream),
  )
  const last = hasMore ? items.at(-1) : undefined
  return ok({
    ...period,
    items: items.flatMap(({ stream, document, day: on, organ: by, found }) => {
      const petition = rows.get(stream)
      return petition ? [{ petition, document, on, organ: organOf(house, by), found: [...found] }] : []
    }),
    next: last ? wire.answerCursor.write([last.day, last.stream, last.document]) : null,
  })
}
