/** The register over HTTP: its state, proofs out of it, and its files. Open to anyone, from anywhere. */
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { ok } from '../kernel/result.ts'
import { type AnyRoom, type Call, room, route } from '../platform/http/call.ts'
import type { Witness } from '../platform/witness-config.ts'
import { base64 } from '../proof/bytes.ts'
import { vkeyOf } from '../proof/note.ts'
import { parseTilePath } from '../proof/tile.ts'
import { explainLogFault, logBehind } from '../wording/register.ts'
import { isAlarm, witnessFaults } from '../wording/witnessing.ts'
import { readLog, readProof } from './contract.ts'
import { receiptKeys } from './log/log-key.ts'
import { readLogRow } from './log/log-row.ts'
import { cachingOf, checkpointPath, mediaTypeOf } from './log/store.ts'
import { waitingFor } from './log/waiting.ts'
import { laterOnFault, type Register } from './register.ts'
import { neverAsked, type Remembered } from './witness/asking.ts'
import { rememberedWitnesses } from './witness/remembering.ts'

export const registerRoutes = (register: Register): AnyRoom =>
  room<never>({
    name: 'register',
    title: { zh: '登记簿', en: 'The register' },
    statusOf: {},
    explain: (refusal) => refusal,
    routes: [route(readLog, () => answerLog(register)), route(readProof, (call) => answerProof(register, call))],
  })

/** More than so long without a place means that the log does not keep up. */
const behindAfterSeconds = 300

async function answerLog(register: Register) {
  const { app, work, origin, signer, vault, witnesses } = register
  const [row, waiting, remembered] = await Promise.all([readLogRow(app), waitingFor(work), rememberedWitnesses(app)])
  const stopped = row?.stopped ? [{ kind: row.stopped.fault.kind, ...explainLogFault(row.stopped.fault.kind) }] : []
  const behind = waiting.ageSeconds > behindAfterSeconds ? [{ kind: 'behind', ...logBehind(waiting.ageSeconds) }] : []
  return ok({
    origin,
    size: row?.published ?? 0,
    root: row?.root ? base64(row.root) : null,
    publishedAt: row?.publishedAt ?? null,
    waiting: waiting.facts,
    keys: { log: [vkeyOf(signer.key)], receipts: (await receiptKeys(vault, origin)).map(vkeyOf) },
    witnesses: witnesses.map((witness) => witnessView(witness, remembered)),
    gaps: await gapsOf(app),
    faults: [...stopped, ...behind],
  })
}

async function gapsOf(app: Pool) {
  const { rows } = await app.query<{ on: string; first: number; last: number; lost: number }>({
    name: 'register gaps',
    text: 'select declared_on as on, first, last, lost from log_gap order by first',
  })
  return rows
}

function witnessView({ key, url }: Witness, remembered: readonly Remembered[]) {
  const { seenSize, seenAt, fault } = remembered.find(({ vkey }) => vkey === vkeyOf(key)) ?? neverAsked(vkeyOf(key))
  return {
    ...{ name: key.name, vkey: vkeyOf(key), url },
    seenSize: seenAt === null ? null : seenSize,
    seenAt: seenAt?.toISOString() ?? null,
    fault: fault && { ...witnessFaults[fault.kind], isAlarm: isAlarm(fault.kind), since: fault.since.toISOString() },
  }
}

const answerProof = async (register: Register, { query }: Call<typeof readProof>) =>
  ok({ proof: await register.proofOf(Buffer.from(query.entry, 'base64url')) })

/** The files of the log, as they lie in its store. Anybody's page may read them: they are made to be checked elsewhere. */
export function serveLogFiles(app: FastifyInstance, { store }: Register): void {
  app.get('/log/*', async (request, reply) => {
    const path = (request.params as { '*': string })['*']
    const isOfLog = path === checkpointPath || parseTilePath(path) !== null
    const bytes = isOfLog ? await store.read(path).catch(laterOnFault) : null
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
    if (bytes === null)
      return reply.code(404).type('text/plain; charset=utf-8').send('there is no such file in the log\n')
    return reply.header('cache-control', cachingOf(path)).type(mediaTypeOf(path)).send(Buffer.from(bytes))
  })
}
