/** Each night everything is learned anew from what is confirmed until then, so that what was erased is not in it any more. */
import type { PoolClient } from 'pg'
import type { Chore } from '../../engine/loop.ts'
import type { Measured } from '../../text/classifier/measuring.ts'
import { readModel } from '../../text/classifier/model.ts'
import { type ConfirmedCase, confirmedCases } from './confirmed.ts'
import type { NamedOrgan } from './duties.ts'
import type { SuggestedHouse } from './house.ts'
import { fewestCases, type ToLearn } from './learning.ts'
import { learnApart } from './learning-thread.ts'
import { examplesOfTables } from './table-models.ts'
import { type SuggestionTarget, suggestionTargets } from './target.ts'

export interface LearnedTonight {
  readonly target: SuggestionTarget
  readonly version: number
  readonly learned: number
  readonly measured: Measured | null
  readonly isInUse: boolean
  readonly modelBytes: number
}

export interface LearningTonight {
  readonly signal?: AbortSignal
  progress?(step: string, share: number): void
}

/** Null where another process is at it. Interrupted, it leaves what is in use as it was. */
export async function learnTonight(
  house: SuggestedHouse,
  learning: LearningTonight = {},
): Promise<readonly LearnedTonight[] | null> {
  const client = await house.work.connect()
  try {
    const { rows } = await client.query(`select pg_try_advisory_lock(hashtextextended('xinqiao suggested', 0)) as free`)
    if (!rows[0].free) return null
    try {
      return await learnAll(house, client, learning)
    } finally {
      await client.query(`select pg_advisory_unlock(hashtextextended('xinqiao suggested', 0))`)
    }
  } finally {
    client.release()
  }
}

export const organsOf = ({ directory }: Pick<SuggestedHouse, 'directory'>): readonly NamedOrgan[] =>
  [...directory.all()].map((organ) => ({ ...organ, name: directory.nameOf(organ.id) }))

async function learnAll(house: SuggestedHouse, client: PoolClient, { signal, progress }: LearningTonight) {
  const begun = house.now()
  const erased = await erasures(client)
  const cases: ConfirmedCase[] = []
  const reading = { ...(signal ? { signal } : {}), progress: (read: number) => progress?.('reading', read) }
  for await (const each of confirmedCases(house, reading)) cases.push(each)
  const done: LearnedTonight[] = []
  for (const target of suggestionTargets) {
    if (signal?.aborted) return done
    const toLearn: ToLearn = {
      examples: cases.flatMap(({ text, labels, isAsked }) => {
        const label = labels[target]
        return label === undefined ? [] : [{ text, label, isAsked }]
      }),
      tables: examplesOfTables(target, organsOf(house)),
    }
    const used = await modelInUse(client, target)
    // a thread, and its dictionary, only where there is something to learn
    const outcome =
      toLearn.examples.length < fewestCases
        ? null
        : await learnApart(
            { toLearn, used: used?.model ?? null },
            { ...(signal ? { signal } : {}), progress: (share) => progress?.(target, share) },
          )
    if (signal?.aborted) return done
    // too little is left of what the one in use learned from: the tables alone know nothing of it
    if (outcome === null) {
      if (used?.must_forget) await putOutOfUse(client, target)
      continue
    }
    const isInUse = outcome.isBetter || used === null || used.must_forget
    const version = await keep(client, { target, begun, erased, outcome, isInUse })
    const { learned, measured, model } = outcome
    done.push({ target, version, learned, measured, isInUse, modelBytes: model.length })
  }
  return done
}

/** One more of them while it was being learned: something was learned from that is to be forgotten. */
async function erasures(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from erasure')
  return rows[0]?.count ?? 0
}

interface Used {
  readonly model: Uint8Array
  readonly must_forget: boolean
}

async function modelInUse(client: PoolClient, target: SuggestionTarget): Promise<Used | null> {
  const { rows } = await client.query<Used>(
    'select model, must_forget from suggested_model where target = $1 and in_use and model is not null',
    [target],
  )
  const [used] = rows
  if (!used) return null
  try {
    readModel(used.model)
    return used
  } catch {
    return null
  }
}

const putOutOfUse = (client: PoolClient, target: SuggestionTarget) =>
  client.query('update suggested_model set in_use = false, model = null where target = $1 and in_use', [target])

interface Keeping {
  readonly target: SuggestionTarget
  readonly begun: string
  /** Erasures that there were when cases were read. */
  readonly erased: number
  readonly outcome: NonNullable<Awaited<ReturnType<typeof learnApart>>>
  readonly isInUse: boolean
}

/** A night that was worse is written down without its model. One transaction: there is always one in use, or none that ever was. */
async function keep(client: PoolClient, { target, begun, erased, outcome, isInUse }: Keeping): Promise<number> {
  const { model, learned, measured } = outcome
  await client.query('begin')
  try {
    if (isInUse) await putOutOfUse(client, target)
    const { rows } = await client.query<{ version: number }>(
      `insert into suggested_model (target, version, learned_at, learned, asked, accuracy, macro_f1, top3, in_use, must_forget, model)
        select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $8 and $10, $9
        from suggested_model where target = $1 returning version`,
      [
        ...[target, begun, learned, measured?.texts ?? 0],
        ...[measured?.accuracy ?? null, measured?.macroF1 ?? null, measured?.top3 ?? null, isInUse],
        isInUse ? model : null,
        (await erasures(client)) !== erased,
      ],
    )
    await client.query('delete from suggested_model where target = $1 and version <= $2 and not in_use', [
      target,
      (rows[0]?.version ?? 0) - nightsRemembered,
    ])
    await client.query('commit')
    return rows[0]?.version ?? 0
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

/** What was measured, night by night; the models themselves are kept no longer than they are in use. */
const nightsRemembered = 90

interface NightLog {
  info(said: object, words: string): void
}

/** Once a day; of many processes one does it. A house that was down at night does it when it comes up. */
export function nightlyLearning(house: SuggestedHouse, log: NightLog, signal: AbortSignal): Chore {
  let last = ''
  return {
    name: 'suggested-learning',
    async once() {
      const today = house.today()
      if (today === last || signal.aborted) return false
      if (await wasLearned(house)) {
        last = today
        return false
      }
      const learned = await learnTonight(house, { signal })
      if (learned === null || signal.aborted) return false
      last = today
      for (const { target, version, learned: cases, measured, isInUse } of learned)
        log.info({ target, version, cases, macroF1: measured?.macroF1 ?? null, isInUse }, 'learned what to suggest')
      return false
    },
  }
}

/** Less than a day ago, by this process or another; anything erased since is a reason to learn again. */
async function wasLearned({ work, now }: SuggestedHouse): Promise<boolean> {
  const { rows } = await work.query<{ done: boolean }>(
    `select coalesce(max(learned_at) > $1::timestamptz - interval '20 hours', false)
        and not coalesce(bool_or(must_forget and in_use), false) as done from suggested_model`,
    [now()],
  )
  return rows[0]?.done ?? false
}
