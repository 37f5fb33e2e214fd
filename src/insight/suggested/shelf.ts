/**
 * The models as this process holds them: the newest in use of each kind, read from the database when another came, and what the code tables
 * say where there is none yet.
 */
import type { Pool } from 'pg'
import { Classifier, readModel } from '../../text/classifier/model.ts'
import type { NamedOrgan } from './duties.ts'
import { tableModel } from './table-models.ts'
import type { SuggestionTarget } from './target.ts'

export interface HeldModel {
  readonly classifier: Classifier
  /** 0 for what the tables say. */
  readonly version: number
  /** Confirmed cases that it was learned from. */
  readonly cases: number
}

export interface SuggestionShelf {
  modelFor(target: SuggestionTarget): Promise<HeldModel>
}

interface Shelving {
  readonly work: Pool
  organs(): Iterable<NamedOrgan>
  /** Hears of a model that cannot be read; the tables are then asked. */
  report(fault: unknown): void
}

/** For so long a model may be used after another was put in use. */
const lookEveryMs = 10_000

export function suggestionShelf({ work, organs, report }: Shelving): SuggestionShelf {
  const held = new Map<SuggestionTarget, HeldModel>()
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | null = null

  const load = async (target: SuggestionTarget, version: number): Promise<void> => {
    const { rows } = await work.query<{ model: Buffer; learned: number }>({
      name: 'suggested model',
      text: 'select model, learned from suggested_model where target = $1 and version = $2 and model is not null',
      values: [target, version],
    })
    const [row] = rows
    if (!row) return
    held.set(target, { classifier: new Classifier(readModel(row.model)), version, cases: row.learned })
  }

  const look = async (): Promise<void> => {
    const { rows } = await work.query<{ target: SuggestionTarget; version: number }>({
      name: 'suggested models in use',
      text: 'select target, version from suggested_model where in_use',
    })
    // what was put out of use, because something in it is to be forgotten, goes from here too
    for (const [target, { version }] of held)
      if (version > 0 && !rows.some((row) => row.target === target)) held.delete(target)
    for (const { target, version } of rows)
      if (held.get(target)?.version !== version) await load(target, version).catch(report)
    lookedAt = Date.now()
  }

  return {
    async modelFor(target) {
      if (Date.now() - lookedAt > lookEveryMs) {
        looking ??= look()
          .catch(report)
          .finally(() => {
            looking = null
          })
        await looking
      }
      const there = held.get(target)
      if (there) return there
      const made = { classifier: new Classifier(tableModel(target, organs())), version: 0, cases: 0 }
      // organs come and go; categories and classes do not
      if (target !== 'organ') held.set(target, made)
      return made
    },
  }
}
