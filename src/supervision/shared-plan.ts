/** 统一督查检查计划: which inspections run already, whoever opened them. Read by the house, because each organ sees only its own. */
import type { OrganId } from '../kernel/organ.ts'
import type { OrderKind } from '../law/supervision.ts'
import type { SupervisionHouse } from './house.ts'
import type { Of } from './supervision.ts'

/** Open orders over topics in which a petition is. */
export async function ordersElsewhere(
  { work }: Pick<SupervisionHouse, 'work'>,
  petition: string,
): Promise<Of<'OpenOrder'>['elsewhere']> {
  const { rows } = await work.query({
    name: 'supervision elsewhere',
    text: `select unnest(o.addressees) as organ, o.by_organ as by, o.kind from supervision_matter m
      join supervision_order o using (stream_id)
      where m.subject = 'topic' and m.petitions @> array[$1] and o.is_open`,
    values: [petition],
  })
  return rows.map(({ organ, by, kind }) => ({ organ: organ as OrganId, by: by as OrganId, kind: kind as OrderKind }))
}

export interface TopicAsked {
  readonly category: string | null
  readonly place: string | null
  readonly from: string
  readonly until: string
}

/** A topic is opened over no more than somebody can look at. */
export const mostInTopic = 1000

/**
 * Unfinished petitions of a topic, oldest first, without those that somebody is kept from, accusations, and those that are inspected
 * already. `within` is the region of whoever inspects.
 */
export async function petitionsInTopic(
  { work }: Pick<SupervisionHouse, 'work'>,
  { category, place, from, until }: TopicAsked,
  within: string,
): Promise<readonly string[]> {
  const { rows } = await work.query({
    name: 'supervision topic',
    text: `select p.stream_id from petition p
      where p.registered_on between $1::date and $2::date and p.ended_on is null and not p.kept and p.class <> 'accusation'
        and starts_with(p.place, $3) and ($4::text is null or p.category = $4 or starts_with(p.category, $4 || '.'))
        and not exists (select from supervision_order o where o.petition = p.stream_id and o.is_open and o.kind <> 'followUp')
      order by p.registered_on, p.stream_id limit ${mostInTopic}`,
    values: [from, until, narrower(place, within), category],
  })
  return rows.map(({ stream_id }) => stream_id as string)
}

/** The place asked for, where it lies in the region of whoever asks; otherwise that region. The whole country has every code. */
function narrower(place: string | null, within: string): string {
  const region = within === '00' ? '' : within
  return place?.startsWith(region) ? place : region
}

/** Whether an order is still open on a petition: its content is evidence then. */
export async function hasOpenOrders({ work }: Pick<SupervisionHouse, 'work'>, petition: string): Promise<boolean> {
  const { rowCount } = await work.query('select 1 from supervision_order where petition = $1 and is_open limit 1', [
    petition,
  ])
  return (rowCount ?? 0) > 0
}
