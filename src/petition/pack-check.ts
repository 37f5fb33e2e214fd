/** Petitions whose law this house does not have: they can be read, and nothing can be done to them. */
import type { Pool } from 'pg'
import { packName } from '../law/laws.ts'
import type { PetitionLaws } from './petition.ts'

export interface LawlessPetitions {
  readonly kind: 'law-not-loaded'
  readonly pack: string
  readonly petitions: number
  /** One of them. */
  readonly stream: string
}

export async function checkPacks(work: Pool, { all }: PetitionLaws): Promise<readonly LawlessPetitions[]> {
  const { rows } = await work.query<Omit<LawlessPetitions, 'kind'>>(
    `select pack, count(*)::int as petitions, min(stream_id) as stream from petition
      where pack <> all ($1) group by pack order by pack`,
    [all.map(packName)],
  )
  return rows.map((row) => ({ kind: 'law-not-loaded', ...row }))
}
