/** How proposals are called in a list. */
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ProposalHouse } from './house.ts'

/**
 * The title of each as it was written last, by stream. The lists ask for none of what is sealed, and row security gives none: what is proposed
 * against somebody has no title in a list.
 */
export async function titlesOf(
  house: Pick<ProposalHouse, 'app' | 'work' | 'today' | 'keys'>,
  viewer: Viewer,
  streams: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (streams.length === 0) return new Map()
  const pieces = await readAs(house, viewer, {
    name: 'proposal titles',
    text: `select s.stream_id, s.ref, s.cohort, s.box from (
        select distinct on (e.stream_id) e.stream_id, e.fact::jsonb #>> '{fact,text,title,ref}' as ref
          from event e where e.stream_id = any ($1::text[]) and e.type in ('ProposalDrafted', 'ProposalEdited')
          order by e.stream_id, e.version desc) newest
      join sealed s on s.stream_id = newest.stream_id and s.ref = newest.ref`,
    values: [`{${streams.join(',')}}`],
  })
  const boxes = pieces as unknown as readonly (Box & { readonly stream_id: string; readonly ref: string })[]
  const texts = await openPieces(house.keys, boxes)
  return new Map(boxes.flatMap(({ stream_id, ref }) => (texts.has(ref) ? [[stream_id, texts.get(ref) ?? '']] : [])))
}
