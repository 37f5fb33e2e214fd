import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type * as petition from '../../../petition/contract.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'
import { Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { WhyDay } from '../petition/WhyDay.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { type RegisterColumn, readChosenColumns, useRegisterColumns, writeChosenColumns } from './columns.tsx'
import { download, toCsv } from './csv.ts'
import { FilterBar } from './FilterBar.tsx'
import { countFilters, type Filters, filtersFrom, type Sort, searchFrom, sorts } from './filters.ts'
import { RegisterCard } from './RegisterCard.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import './register.css'

/** 登记簿: every petition that concerns the organ, found by what it is and where it stands. */
export function Register() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const filters = useMemo(() => filtersFrom(search), [search])
  const all = useRegisterColumns()
  const [chosen, setChosen] = useState(readChosenColumns)
  const columns = all.filter(({ key, isUsual }) => (chosen ? chosen.includes(key) || key === 'title' : isUsual))
  const list = useRegister(filters)
  const change = (next: Filters) => setSearch(searchFrom(next), { replace: true })
  return (
    <Page title={words.register.title} beside={<SavedFilters filters={filters} onChoose={setSearch} />}>
      <FilterBar filters={filters} onChange={change} />
      <div className="register-line">
        <Count list={list} isFiltered={countFilters(filters) > 0} />
        <span className="register-tools">
          <SortChoice sort={filters.sort} onChange={(sort) => change({ ...filters, sort })} />
          <ColumnChoice
            columns={all}
            shown={columns.map(({ key }) => key)}
            onChange={(keys) => {
              writeChosenColumns(keys)
              setChosen(keys)
            }}
          />
          <Export list={list} columns={columns} />
        </span>
      </div>
      <Rows list={list} columns={columns} isFiltered={countFilters(filters) > 0} />
    </Page>
  )
}

function useRegister(filters: Filters) {
  const query = searchFrom(filters)
  return useInfiniteQuery({
    queryKey: ['register', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call<typeof petition.listPetitions>(
        'GET',
        '/api/petitions',
        { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
}

type List = ReturnType<typeof useRegister>

function Count({ list, isFiltered }: { readonly list: List; readonly isFiltered: boolean }) {
  const { words } = useLanguage()
  const count = list.data?.pages[0]?.count
  if (!count) return <span className="soft">&nbsp;</span>
  return (
    <span className="soft" role="status">
      {words.register.count(count.atLeast, count.isMore, isFiltered)}
    </span>
  )
}

function SortChoice({ sort, onChange }: { readonly sort: Sort; readonly onChange: (sort: Sort) => void }) {
  const { words } = useLanguage()
  return (
    <Select<Sort>
      size="small"
      value={sort}
      onChange={onChange}
      aria-label={words.register.sort}
      popupMatchSelectWidth={false}
      options={sorts.map((value) => ({ value, label: words.register.sorts[value] }))}
    />
  )
}

function Export({ list, columns }: { readonly list: List; readonly columns: readonly RegisterColumn[] }) {
  const { words } = useLanguage()
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const run = () => {
    const table = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))]
    download(`${words.register.title}-${todayInBeijing()}.csv`, toCsv(table), 'text/csv;charset=utf-8')
  }
  return (
    <Button size="small" onClick={run} disabled={rows.length === 0} title={words.register.exportSays}>
      {words.register.export(rows.length)}
    </Button>
  )
}

interface RowsProps {
  readonly list: List
  readonly columns: readonly RegisterColumn[]
  readonly isFiltered: boolean
}

function Rows({ list, columns, isFiltered }: RowsProps) {
  const { words } = useLanguage()
  if (list.isPending) return <Skeleton lines={12} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) {
    return isFiltered ? (
      <Nothing title={words.register.noneFound} says={words.register.noneFoundSays} />
    ) : (
      <Nothing title={words.register.none} says={words.register.noneSays} />
    )
  }
  return (
    <div className={list.isPlaceholderData ? 'stale' : undefined}>
      <Ledger
        label={words.register.title}
        rows={rows}
        columns={columns}
        keyOf={({ number }) => number}
        hrefOf={({ number }) => `/petitions/${number}`}
        linked="title"
        card={(row) => <RegisterCard row={row} />}
        beside={({ number, nextDuty }) =>
          nextDuty && <WhyDay number={number} rule={nextDuty.rule} lastDay={nextDuty.lastDay} />
        }
      />
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </div>
  )
}
