/** What the register does by itself. */
import type { Chore } from '../engine/loop.ts'
import type { Witness } from '../platform/witness-config.ts'
import { parseSignedCheckpoint } from '../proof/checkpoint.ts'
import { rangeHashFrom } from '../proof/tile.ts'
import { isAlarm } from '../wording/witnessing.ts'
import { type LogFault, readLogRow } from './log/log-row.ts'
import { tilesOf } from './log/proving.ts'
import { publish, publishCosignatures } from './log/publishing.ts'
import type { Register } from './register.ts'
import { type Answer, askWitnesses } from './witness/asking.ts'
import { rememberedWitnesses, rememberWitness } from './witness/remembering.ts'

/** The log goes on no more until somebody has looked. */
export class LogHasStopped extends Error {
  override readonly name = 'LogHasStopped'

  constructor({ kind, detail }: LogFault) {
    super(`the register has stopped (${kind}): ${detail}`)
  }
}

/** Publishes what was committed since. Says once that the log has stopped; a full disk or a database that is away it tries again. */
export function publishingChore(register: Register, report: (name: string, fault: unknown) => void): Chore {
  let isStopped = false
  return {
    name: 'register',
    async once() {
      const done = await publish(register)
      if (done.kind === 'stopped' && !isStopped) report('register', new LogHasStopped(done.fault))
      isStopped = done.kind === 'stopped'
      return done.kind === 'published' && done.more
    },
  }
}

/** A witness has seen another history than there is here, or may have: somebody must look. */
export class WitnessAlarm extends Error {
  override readonly name = 'WitnessAlarm'

  constructor({ witness, remembered: { fault } }: Answer) {
    super(
      `the witness ${witness.key.name} says that the register is not what it has seen (${fault?.kind}, at ${fault?.size})`,
    )
  }
}

const askEveryMs = 10_000
/** A checkpoint that nothing follows is shown again now and then, so that its signatures are never old. */
const askAgainMs = 3_600_000

/** Asks the witnesses to sign what was published last, and publishes what they sign. */
export function witnessingChore(
  register: Register,
  witnesses: readonly Witness[],
  report: (name: string, fault: unknown) => void,
): Chore {
  const asked = { size: -1, atMs: Number.NEGATIVE_INFINITY, isComplete: true }
  const alarmed = new Set<string>()
  return {
    name: 'witnesses',
    async once() {
      const row = await readLogRow(register.work)
      const checkpoint = row?.checkpoint ? parseSignedCheckpoint(row.checkpoint) : null
      const sinceMs = performance.now() - asked.atMs
      const isDue = checkpoint !== null && (checkpoint.size !== asked.size || !asked.isComplete || sinceMs > askAgainMs)
      if (!isDue || row?.stopped || sinceMs < askEveryMs) return false
      Object.assign(asked, { size: checkpoint.size, atMs: performance.now() })
      const answers = await askWitnesses(
        {
          checkpoint,
          logKeys: [register.signer.key],
          range: rangeHashFrom(checkpoint.size, tilesOf(register.store)),
          newestSize: async () => (await readLogRow(register.work))?.published ?? 0,
        },
        witnesses,
        await rememberedWitnesses(register.work),
      )
      asked.isComplete = await keep(register, checkpoint.size, answers)
      for (const answer of answers) alarm(answer, alarmed, report)
      return false
    },
  }
}

/** Whether each of them has signed. */
async function keep(register: Register, size: number, answers: readonly Answer[]): Promise<boolean> {
  for (const { remembered } of answers) await rememberWitness(register.work, remembered)
  const signed = answers.flatMap(({ cosignature }) => cosignature ?? [])
  if (signed.length > 0) await publishCosignatures(register, size, signed)
  return signed.length === answers.length
}

/** Once, until it has signed again. */
function alarm(answer: Answer, alarmed: Set<string>, report: (name: string, fault: unknown) => void): void {
  const { vkey, fault } = answer.remembered
  const isNew = fault !== null && isAlarm(fault.kind) && !alarmed.has(vkey)
  if (isNew) report('witnesses', new WitnessAlarm(answer))
  if (isNew) alarmed.add(vkey)
  if (fault === null) alarmed.delete(vkey)
}
