import { Segmented, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { orderKinds } from '../../../law/supervision.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { OrderLedger } from './OrderLedger.tsx'
import { useSupervises } from './supervises.ts'
import { type OrderFilters, type OrderKind, useOrders, type Which } from './supervision.ts'
import { shownCount, useSupervisionWords } from './words.ts'

/** Orders: those that the organ opened, that it must act on, and in which it asks the petitioner. */
export function Orders() {
  const { say, said } = useSupervisionWords()
  const { filters, change, choices } = useFilters()
  const list = useOrders(filters)
  const counts = list.data?.pages[0]?.counts
  return (
    <>
      <div className="board-tools">
        <Segmented<Which>
          value={filters.which}
          onChange={(which) => change({ ...filters, which })}
          options={choices.map((value) => ({ value, label: say.orders.which[value] }))}
        />
        <Segmented<OrderFilters['state']>
          value={filters.state}
          onChange={(state) => change({ ...filters, state })}
          options={(['open', 'closed'] as const).map((value) => ({ value, label: say.orders.states[value] }))}
        />
        <Select<OrderKind[]>
          mode="multiple"
          className="board-kinds"
          maxTagCount="responsive"
          allowClear
          aria-label={say.orders.kinds}
          placeholder={say.orders.every}
          value={[...filters.kind]}
          onChange={(kind) => change({ ...filters, kind })}
          options={orderKinds.map((value) => ({ value, label: said('orderKind', value) }))}
        />
        {counts && filters.state === 'open' && (
          <span className={counts.overdue > 0 ? 'broken' : 'soft'}>
            {say.orders.counts(shownCount(counts.open), counts.overdue, counts.toVerify)}
          </span>
        )}
      </div>
      <List list={list} filters={filters} />
    </>
  )
}

function List({ list, filters }: { readonly list: ReturnType<typeof useOrders>; readonly filters: OrderFilters }) {
  const { say } = useSupervisionWords()
  if (list.isPending) return <Skeleton lines={10} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return <Nothing title={say.orders.none[filters.which]} says={say.orders.noneSays[filters.which]} />
  return (
    <div className={list.isPlaceholderData ? 'stale' : undefined}>
      <OrderLedger rows={rows} isOwn={filters.which === 'mine'} />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </div>
  )
}

function useFilters() {
  const [search, setSearch] = useSearchParams()
  const choices: readonly Which[] = useSupervises() ? ['mine', 'forUs', 'ask'] : ['forUs', 'ask']
  const usual = choices[0] as Which
  const filters: OrderFilters = {
    which: choices.find((one) => one === search.get('which')) ?? usual,
    state: search.get('state') === 'closed' ? 'closed' : 'open',
    kind: search.getAll('kind').filter((one): one is OrderKind => (orderKinds as readonly string[]).includes(one)),
  }
  const change = ({ which, state, kind }: OrderFilters) => {
    const next = new URLSearchParams({ view: 'orders' })
    if (which !== usual) next.set('which', which)
    if (state !== 'open') next.set('state', state)
    for (const one of kind) next.append('kind', one)
    setSearch(next, { replace: true })
  }
  return { filters, change, choices }
}
