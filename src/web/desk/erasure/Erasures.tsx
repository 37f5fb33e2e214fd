/** For heads: what waits for their approval, what they proposed, and what may be proposed. Acting is done on a page of its own. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { listRestingRecords } from '../../../mediation/erasing/contract.ts'
import type { erasureWork } from '../../../petition/erasure-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { useSession } from '../session/session-context.ts'

type Resting = Received<typeof listRestingRecords>
type Work = Received<typeof erasureWork> & { readonly records: Resting['mayBeErased'] }

/** A petition stands where it always stands; what is none has a page for its erasure. */
const hrefOf = ({ number, class: kind }: Pick<Row, 'number' | 'class'>): string =>
  isPetition(kind) ? `/petitions/${number}` : `/erasures/${kind}/${number}`
const isPetition = (kind: string): boolean => ['suggestion', 'accusation', 'appeal'].includes(kind)

interface Row {
  readonly group: 'toApprove' | 'proposed' | 'mayBeErased'
  readonly number: string
  readonly class: string
  /** What has to be known before acting: who proposed, who approves, since when it has ended, from when it can be approved. */
  readonly says: string
}

export function Erasures() {
  const { words } = useLanguage()
  const { organ, has } = useSession()
  const work = useQuery({
    queryKey: ['erasures', organ.id],
    enabled: has('head'),
    queryFn: async ({ signal }): Promise<Work> => {
      const [work, resting] = await Promise.all([
        call<typeof erasureWork>('GET', '/api/erasures/work', {}, { signal }),
        call<typeof listRestingRecords>('GET', '/api/record-erasures', {}, { signal }),
      ])
      return { ...work, records: resting.mayBeErased }
    },
  })
  return (
    <Page title={words.erasure.title}>
      <p className="soft page-says">{words.erasure.says}</p>
      {has('head') ? <WorkOf work={work} /> : <Nothing title={words.erasure.notYours} />}
    </Page>
  )
}

function WorkOf({ work }: { readonly work: ReturnType<typeof useQuery<Work>> }) {
  const { words, term } = useLanguage()
  const rows = useRows(work.data)
  const columns = useColumns()
  if (work.isPending) return <Skeleton lines={8} />
  if (work.isError) return <Trouble error={work.error} onRetry={() => work.refetch()} />
  if (rows.length === 0) return <Nothing title={words.erasure.none} says={words.erasure.noneSays} />
  return (
    <Ledger
      label={words.erasure.title}
      rows={rows}
      columns={columns}
      keyOf={({ group, number }) => `${group}/${number}`}
      hrefOf={hrefOf}
      linked="number"
      card={(row) => (
        <>
          <div>{nameOf(row)}</div>
          <div className="soft">
            {term('retention', row.class)} · {row.says}
          </div>
        </>
      )}
      groupOf={({ group }) => ({ key: group, title: words.erasure.group[group] })}
    />
  )
}

function useRows(work: Work | undefined): readonly Row[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const say = words.erasure
    const from = (day: string | null) => (day === null ? say.now : say.from(fullDay(day, language)))
    if (!work) return []
    return [
      ...work.toApprove.map(
        (item): Row => ({
          ...item,
          group: 'toApprove',
          says: `${say.proposedBy(pick(item.organ), fullDay(item.proposedOn, language))} · ${from(item.approvableFrom)}`,
        }),
      ),
      ...work.proposed.map(
        (item): Row => ({
          ...item,
          group: 'proposed',
          says: `${say.waitsFor(pick(item.approver))} · ${from(item.approvableFrom)}`,
        }),
      ),
      ...work.mayBeErased.map(
        (item): Row => ({
          ...item,
          group: 'mayBeErased',
          says: say.ended(fullDay(item.endedOn, language)),
        }),
      ),
      ...work.records.map(
        ({ kind, record, endedOn }): Row => ({
          ...{ group: 'mayBeErased', number: record, class: kind },
          says: say.ended(fullDay(endedOn, language)),
        }),
      ),
    ]
  }, [work, words, pick, language])
}

const nameOf = ({ number, class: kind }: Row): string => (isPetition(kind) ? shownNumber(number) : number)

function useColumns(): readonly Column<Row>[] {
  const { words, term } = useLanguage()
  return useMemo(
    () => [
      { key: 'number', title: words.column.number, width: 230, cell: nameOf },
      { key: 'class', title: words.column.class, width: 280, cell: (row) => term('retention', row.class) },
      { key: 'says', title: words.erasure.where, isWide: true, cell: ({ says }) => says },
    ],
    [words, term],
  )
}
