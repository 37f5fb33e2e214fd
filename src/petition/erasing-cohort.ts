/** Destroying the key of a whole cohort: afterwards its pieces are noise, in every backup too. */
import type { Pool } from 'pg'
import { type Cohort, parseCohort } from '../identity/cohort.ts'
import type { KeyVault } from '../identity/keyring.ts'
import type { Day } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'

export type CohortRefusal =
  | { readonly kind: 'no-cohort'; readonly text: string }
  /** Cases may still be registered into it. */
  | { readonly kind: 'cohort-not-over'; readonly cohort: Cohort }
  | { readonly kind: 'cases-not-approved'; readonly cohort: Cohort; readonly numbers: readonly string[] }
  | { readonly kind: 'no-such-key'; readonly cohort: Cohort }

const namedAtMost = 20

export async function eraseCohort(
  { work, vault, today }: { readonly work: Pool; readonly vault: KeyVault; readonly today: Day },
  text: string,
): Promise<Result<Cohort, CohortRefusal>> {
  const cohort = parseCohort(text)
  if (cohort === null) return err({ kind: 'no-cohort', text })
  if (cohort.slice(0, 7) >= today.slice(0, 7)) return err({ kind: 'cohort-not-over', cohort })
  const numbers = await casesNotApproved(work, cohort)
  if (numbers.length > 0) return err({ kind: 'cases-not-approved', cohort, numbers })
  return (await vault.destroyCohortKey(cohort)) ? ok(cohort) : err({ kind: 'no-such-key', cohort })
}

/** Reads all pieces: it is asked once in a cohort's life, and must not miss one whatever its number says. */
async function casesNotApproved(work: Pool, cohort: Cohort): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream_id: string }>(
    `select distinct s.stream_id from sealed s where s.cohort = $1
      and not exists (select from erasure e where e.stream_id in (s.stream_id, 'erasing:' || s.stream_id)
        and e.state in ('approved', 'erased'))
      order by 1 limit $2`,
    [cohort, namedAtMost],
  )
  return rows.map(({ stream_id }) => stream_id)
}
