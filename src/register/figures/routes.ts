/** The figures over HTTP: the public list and one month, what whoever publishes needs, and the files as they were published. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { idempotencyOf } from '../../identity/asking.ts'
import { type Month, monthBefore, monthOf } from '../../kernel/month.ts'
import { err, ok } from '../../kernel/result.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { explainFigures, statusOfFiguresRefusal } from '../../wording/figures.ts'
import * as wire from './contract.ts'
import { type Counts, countLines } from './counting.ts'
import { type FiguresRefusal, nameOfEdition, type PublishedEdition } from './figures.ts'
import type { FiguresHouse } from './house.ts'
import { parseEditionName } from './line.ts'
import { placeNames } from './places.ts'
import { proofOfFigures } from './proving.ts'
import { previewOf, publishFigures, refusalToPublish } from './publishing.ts'
import { findEdition, type ListedEdition, listEditions, readCounts } from './queries.ts'

export const figuresRoutes = (house: FiguresHouse): AnyRoom =>
  room<FiguresRefusal>({
    name: 'figures',
    title: { zh: '统计数字', en: 'Figures' },
    statusOf: statusOfFiguresRefusal,
    explain: (refusal) => explain(house, refusal as FiguresRefusal),
    routes: [
      route(wire.listFigures, () => answerList(house)),
      route(wire.figuresWork, (call) => answerWork(house, call)),
      route(wire.previewFigures, (call) => answerPreview(house, call)),
      route(wire.readFigures, (call) => answerRead(house, call)),
      route(wire.publishFigures, (call) => answerPublish(house, call)),
      route(wire.correctFigures, (call) => answerCorrect(house, call)),
    ],
  })

const explain = ({ directory }: FiguresHouse, refusal: FiguresRefusal) =>
  explainFigures(refusal, (id) => directory.nameOf(id))

const editionView = ({ month, edition, on, reason, cases }: ListedEdition | PublishedEdition) => ({
  ...{ figures: nameOfEdition(month, edition), month, edition, publishedOn: on, reason, cases },
})

const answerList = async (house: FiguresHouse) => ok({ items: (await listEditions(house)).map(editionView) })

function countsView(house: FiguresHouse, { cases, registered, state, table, clocks }: Counts): wire.CountsView {
  const nameOf = placeNames(house)
  const placed = <Row extends { readonly organ: string }>({ organ, ...row }: Row) => ({ ...row, place: nameOf(organ) })
  return {
    cases,
    registered: { ...registered },
    state: { ...state },
    table: table.map(placed),
    clocks: clocks.map(placed),
  }
}

async function answerRead(house: FiguresHouse, { params }: Call<typeof wire.readFigures>) {
  const { month } = params.figures
  const [found, all] = await Promise.all([findEdition(house, params.figures), listEditions(house)])
  if (found === null) return err({ kind: 'not-found' } as const)
  const counts = await readCounts(house.store, found)
  return ok({
    ...editionView(found),
    digests: { extract: found.extract, counts: found.counts },
    logSize: found.logSize,
    counts: counts && countsView(house, counts),
    editions: all
      .filter((each) => each.month === month)
      .map(editionView)
      .reverse(),
  })
}

/** The last year: whoever publishes older months does so from the command line. */
const offeredMonths = 12

async function answerWork(house: FiguresHouse, { viewer }: Call<typeof wire.figuresWork>) {
  const editions = Map.groupBy(await listEditions(house), ({ month }) => month)
  const months: Month[] = []
  for (let at = monthBefore(monthOf(house.today())); months.length < offeredMonths; at = monthBefore(at))
    months.push(at)
  return ok({
    months: await Promise.all(
      months.map(async (month) => {
        const published = editions.get(month)?.length ?? 0
        const reason = published > 0 ? ('late-entries' as const) : null
        const refusal = await refusalToPublish(house, { month, viewer, reason })
        return { month, editions: published, refusal: refusal && explain(house, refusal) }
      }),
    ),
  })
}

async function answerPreview(house: FiguresHouse, { viewer, params }: Call<typeof wire.previewFigures>) {
  const counted = await previewOf(house, { month: params.month, viewer })
  return counted.ok ? ok(countsView(house, counted.value)) : counted
}

async function answerPublish(house: FiguresHouse, { viewer, body, idempotency }: Call<typeof wire.publishFigures>) {
  const asked = { month: body.month, viewer, reason: null, ...idempotencyOf('figures', viewer, idempotency) }
  return viewed(await publishFigures(house, asked))
}

async function answerCorrect(house: FiguresHouse, call: Call<typeof wire.correctFigures>) {
  const { viewer, params, body, idempotency } = call
  const { month } = params
  return viewed(
    await publishFigures(house, {
      month,
      viewer,
      reason: body.reason,
      ...idempotencyOf('figures', viewer, idempotency),
    }),
  )
}

const viewed = (published: Awaited<ReturnType<typeof publishFigures>>) =>
  published.ok ? ok(editionView(published.value)) : err(published.error as FiguresRefusal | WireRefusal)

/** What was published never changes; a proof is made anew, because the log goes on. */
const caching = { file: 'public, max-age=31536000, immutable', proof: 'no-cache' } as const
const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

const fileShape = /^(.+?)\.(proof\.json|counts\.csv|csv|json)$/

/** `2026-10.csv`, `2026-10.json`, `2026-10.counts.csv`, `2026-10.proof.json`. Anybody's page may read them. */
export function serveFigureFiles(app: FastifyInstance, house: FiguresHouse): void {
  app.get('/log/figures/:file', async (request, reply) => {
    const [, name = '', ending = ''] = fileShape.exec((request.params as { file: string }).file) ?? []
    const asked = parseEditionName(name)
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
    const isSent = asked !== null && (await sendFile(house, asked, ending, reply, name))
    if (isSent) return reply
    return reply.code(404).type('text/plain; charset=utf-8').send('there are no such figures\n')
  })
}

async function sendFile(
  house: FiguresHouse,
  asked: NonNullable<ReturnType<typeof parseEditionName>>,
  ending: string,
  reply: FastifyReply,
  name: string,
): Promise<boolean> {
  const found = await findEdition(house, asked)
  if (found === null) return false
  const isTable = ending.endsWith('csv')
  reply.type(isTable ? types.csv : types.json)
  reply.header('cache-control', ending === 'proof.json' ? caching.proof : caching.file)
  reply.header('content-disposition', `attachment; filename="xinqiao-figures-${name}.${ending}"`)
  if (ending === 'proof.json') {
    reply.send(`${JSON.stringify(await proofOfFigures(house, asked), null, 1)}\n`)
    return true
  }
  if (ending === 'counts.csv') {
    const counts = await readCounts(house.store, found)
    if (counts) reply.send(`${[...countLines(counts)].join('\n')}\n`)
    return counts !== null
  }
  const kind = isTable ? 'extract' : 'counts'
  const file = await house.store.find(kind, found[kind])
  if (file) reply.header('content-length', file.bytes).send(Readable.from(file.read()))
  return file !== null
}
