/** HTTP for answer quality: it reads, and whoever asks reads in their own name. Nothing here refuses an answer. */
import { type Period, parsePeriod } from '../../assessment/periods.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import * as wire from './contract.ts'
import type { QualityHouse } from './house.ts'
import { anything } from './line.ts'
import { lacksOfAnswers, lacksOfDraft } from './proving.ts'
import { answerChecks } from './quality.ts'
import * as queries from './queries.ts'
import { shareOf } from './shares.ts'

type QualityRefusal = { readonly kind: 'no-such-petition' }

const words = {
  'no-such-petition': {
    zh: '没有这件信访事项，或者本机关与它无关。',
    en: 'There is no such petition, or your organ has no part in it.',
  },
} as const

export function qualityRoutes(house: QualityHouse): AnyRoom {
  return room<QualityRefusal>({
    name: 'quality',
    title: { zh: '答复质量', en: 'Answer quality' },
    statusOf: { 'no-such-petition': 404 },
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

/** The running year, where nothing is asked for. */
const periodAsked = (house: QualityHouse, name: string | undefined): Period =>
  parsePeriod(name ?? '') ?? (parsePeriod(house.today().slice(0, 4)) as Period)

const periodView = ({ name, from, until }: Period) => ({ name, from, until })

async function answerFigures(house: QualityHouse, { viewer, query }: Call<typeof wire.readAnswerFigures>) {
  const period = periodAsked(house, query.period)
  const [counted, waiting] = await Promise.all([queries.countAnswers(house, viewer, period), queries.waitingFor(house)])
  return ok({
    ...{ period: periodView(period), waiting, ...figuresOf(queries.together(counted)) },
    organs: counted.map(({ organ, counts }) => ({ organ: organOf(house, organ), ...figuresOf(counts) })),
  })
}

/** Of a check of which nothing could have been found nothing is said. */
function figuresOf(counts: queries.Counts) {
  const none = { n: 0, of: 0 }
  const any = counts.get(anything) ?? none
  return {
    ...{ answers: any.of, any: shareOf(any.n, any.of) },
    checks: answerChecks.flatMap((check) => {
      const { n, of } = counts.get(check) ?? none
      return of === 0 ? [] : [{ check, ...shareOf(n, of) }]
    }),
  }
}

async function answerBehind(house: QualityHouse, { viewer, query }: Call<typeof wire.listAnswers>) {
  const { check, organ, cursor, limit } = query
  const period = periodAsked(house, query.period)
  const asked = { period, check, organ, after: cursor ?? null, limit }
  const { items, hasMore } = await queries.answersBehind(house, viewer, asked)
  const rows = await rowsOf(
    house,
    viewer,
    items.map(({ stream }) => stream),
  )
  const last = hasMore ? items.at(-1) : undefined
  return ok({
    period: periodView(period),
    items: items.flatMap(({ stream, document, day: on, organ: by, found }) => {
      const petition = rows.get(stream)
      return petition ? [{ petition, document, on, organ: organOf(house, by), found: [...found] }] : []
    }),
    next: last ? wire.answerCursor.write([last.day, last.stream, last.document]) : null,
  })
}
