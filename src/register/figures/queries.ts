/** What is to be read about figures: the public list, one edition with its counts, and what whoever publishes has to know. */
import type { Pool } from 'pg'
import type { Pools } from '../../engine/house.ts'
import { runs } from '../../identity/running.ts'
import type { Day } from '../../kernel/day.ts'
import type { Month } from '../../kernel/month.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Counts } from './counting.ts'
import { type CorrectionReason, figuresStream, publishingPosts } from './figures.ts'
import type { FigureStore } from './store.ts'

export interface ListedEdition {
  readonly month: Month
  readonly edition: number
  readonly on: Day
  readonly reason: CorrectionReason | null
  readonly logSize: number
  readonly cases: number
  readonly extract: string
  readonly counts: string
}

const columns = `month, edition, published_on::text as on, reason, log_size as "logSize", cases, extract, counts`

/** Twenty years of months; who wants what is older asks for it by name. */
const listedAtMost = 240

/** Every edition, the newest month first, and of one month the newest edition. */
export async function listEditions({ app }: Pick<Pools, 'app'>): Promise<readonly ListedEdition[]> {
  const { rows } = await app.query<ListedEdition>({
    name: 'figures list',
    text: `select ${columns} from figures order by month desc, edition desc limit ${listedAtMost}`,
  })
  return rows
}

export async function findEdition(
  { app }: Pick<Pools, 'app'>,
  { month, edition }: { readonly month: Month; readonly edition: number },
): Promise<ListedEdition | null> {
  const { rows } = await app.query<ListedEdition>({
    name: 'figures edition',
    text: `select ${columns} from figures where stream_id = $1 and edition = $2`,
    values: [figuresStream(month), edition],
  })
  return rows[0] ?? null
}

/** The counts as they were published; null where the file is gone. */
export async function readCounts(store: FigureStore, { counts }: ListedEdition): Promise<Counts | null> {
  const file = await store.find('counts', counts)
  if (file === null) return null
  const chunks: Uint8Array[] = []
  for await (const chunk of file.read()) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Counts
}

/** Organs in which somebody holds a post from which figures are published. */
export async function publishingOrgans(app: Pool, today: Day): Promise<ReadonlySet<OrganId>> {
  const { rows } = await app.query<{ organ: OrganId }>({
    name: 'figures publishing organs',
    text: `select distinct organ from account_post join account using (stream_id)
      where post = any($1) and account.state = 'open' and ${runs('account_post', '$2')}`,
    values: [publishingPosts, today],
  })
  return new Set(rows.map(({ organ }) => organ))
}
