/** What `fsck` looks at: every choice belongs to a petition that is there and not erased, and every model in use can be read. */
import type { Pool } from 'pg'
import { readModel } from '../../text/classifier/model.ts'

export interface SuggestedError {
  readonly kind: 'choice-without-petition' | 'choice-of-erased' | 'choice-kept-apart' | 'model-unreadable'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

export async function checkSuggested(work: Pool): Promise<readonly SuggestedError[]> {
  const [choices, models] = await Promise.all([
    work.query<{ stream_id: string; kind: SuggestedError['kind']; version: number }>(
      `select distinct c.stream_id, c.version, case when p.stream_id is null then 'choice-without-petition'
            when e.erased_on is not null then 'choice-of-erased' else 'choice-kept-apart' end as kind
        from suggested_choice c left join petition p using (stream_id) left join erasure e using (stream_id)
        where p.stream_id is null or e.erased_on is not null
          or p.confidentiality <> 'named' or p.class = 'accusation'
        order by 1 limit 1000`,
    ),
    work.query<{ target: string; version: number; model: Buffer | null }>(
      'select target, version, model from suggested_model where in_use',
    ),
  ])
  return [
    ...choices.rows.map(({ stream_id, kind, version }) => ({
      kind,
      stream: stream_id,
      version,
      detail: 'suggested_choice',
    })),
    ...models.rows.flatMap(({ target, version, model }) => {
      const flaw = flawOf(model)
      return flaw === null
        ? []
        : [{ kind: 'model-unreadable' as const, stream: '', version, detail: `${target}: ${flaw}` }]
    }),
  ]
}

function flawOf(model: Uint8Array | null): string | null {
  if (model === null) return 'it is in use and not there'
  try {
    readModel(model)
    return null
  } catch (fault) {
    return (fault as Error).message
  }
}
