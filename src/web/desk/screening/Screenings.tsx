import { Button, Segmented } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { screeningTermOf } from '../../../wording/screening-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { Counts } from './Counts.tsx'
import { type ScreeningRow, type Shelf, shelves, useScreeningPlaces, useScreenings } from './screenings.ts'
import './screening.css'

const asShelf = (text: string | null): Shelf => shelves.find((shelf) => shelf === text) ?? 'open'

/** Campaigns, and place by place what was reported in those that run. */
export function Screenings() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const shelf = asShelf(search.get('shelf'))
  const place = search.get('place')
  const placeName = usePlaceName()
  const list = useScreenings(shelf, place)
  const go = (next: { shelf?: Shelf; place?: string | null }) => {
    const to = { shelf, place, ...next }
    setSearch({ shelf: to.shelf, ...(to.place ? { place: to.place } : {}) }, { replace: true })
  }
  const opens = list.data?.pages[0]?.refusal === null
  return (
    <Page
      title={words.screening.title}
      beside={
        <span className="screening-ways">
          <Link to="/screenings/reports">
            <Button>{words.screening.mine}</Button>
          </Link>
          {opens && (
            <Link to="/screenings/new">
              <Button type="primary">{words.screening.open}</Button>
            </Link>
          )}
        </span>
      }
    >
      <p className="soft page-says">{words.screening.says}</p>
      <Tree place={place} onPlace={(next) => go({ place: next })} />
      <section className="report-part">
        {place && <h2>{words.screening.tree.campaigns(placeName(place))}</h2>}
        <div className="page-choice">
          <Segmented<Shelf>
            value={shelf}
            onChange={(next) => go({ shelf: next })}
            options={shelves.map((value) => ({ value, label: words.screening.shelves[value] }))}
          />
        </div>
        {list.isPending && <Skeleton lines={6} />}
        {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
        {list.isSuccess && (
          <>
            <ScreeningLedger rows={list.data.pages.flatMap(({ items }) => items)} shelf={shelf} />
            <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
          </>
        )}
      </section>
    </Page>
  )
}

interface TreeProps {
  readonly place: string | null
  onPlace(place: string | null): void
}

/** One level of the tree at a time: prefecture, county, township, village, each with what was reported in it. */
function Tree({ place, onPlace }: TreeProps) {
  const { words } = useLanguage()
  const say = words.screening.tree
  const placeName = usePlaceName()
  const read = useScreeningPlaces(place)
  if (read.isPending) return <Skeleton lines={4} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const { around, items } = read.data
  return (
    <section className="report-part">
      <h2>{place ? placeName(place) : say.title}</h2>
      {place && (
        <nav className="screening-around" aria-label={say.up}>
          <button type="button" className="link" onClick={() => onPlace(null)}>
            {say.everywhere}
          </button>
          {around.map((code) => (
            <button key={code} type="button" className="link" onClick={() => onPlace(code)}>
              {placeName(code)}
            </button>
          ))}
        </nav>
      )}
      {items.length === 0 && <p className="soft">{say.none}</p>}
      {items.length > 0 && (
        <table className="screening-tree">
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              <th scope="col" className="end">
                {say.areas}
              </th>
              <th scope="col">{words.screening.coverage}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.region}>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-label={say.open(placeName(item.region))}
                    onClick={() => onPlace(item.region)}
                  >
                    {placeName(item.region)}
                  </button>
                </td>
                <td className="end">{item.areas}</td>
                <td>
                  <Counts {...item} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function ScreeningLedger({ rows, shelf }: { readonly rows: readonly ScreeningRow[]; readonly shelf: Shelf }) {
  const { words } = useLanguage()
  const columns = useColumns()
  if (rows.length === 0) return <Nothing title={words.screening.none[shelf]} says={words.screening.noneSays} />
  return (
    <Ledger
      label={words.screening.title}
      rows={rows}
      columns={columns}
      keyOf={({ screening }) => screening}
      hrefOf={({ screening }) => `/screenings/${screening}`}
      linked="title"
      card={(row) => <ScreeningCard row={row} />}
    />
  )
}

/** 专项, or how often it comes and the how many-th it is. */
function useRhythm() {
  const { words, language } = useLanguage()
  return ({ rhythm, round }: Pick<ScreeningRow, 'rhythm' | 'round'>): string =>
    rhythm === null
      ? words.screening.special
      : words.screening.round(screeningTermOf('screeningRhythm', rhythm)[language], round ?? 1)
}

function useColumns(): readonly Column<ScreeningRow>[] {
  const { words, pick, language } = useLanguage()
  const rhythmOf = useRhythm()
  return useMemo(
    () => [
      {
        key: 'due',
        title: words.screening.due,
        width: 150,
        cell: ({ due }) => <span className="nowrap">{fullDay(due, language)}</span>,
      },
      {
        key: 'title',
        title: words.screening.name,
        isWide: true,
        text: ({ title }) => title ?? '–',
        cell: ({ title }) => title ?? '–',
      },
      { key: 'rhythm', title: words.screening.rhythm, width: 150, cell: (row) => rhythmOf(row) },
      { key: 'keeper', title: words.screening.keeper, width: 190, cell: ({ keeper }) => pick(keeper) },
      {
        key: 'coverage',
        title: words.screening.coverage,
        width: 290,
        cell: (row) => <Counts {...row} isOver={row.stage !== 'open'} />,
      },
    ],
    [words, pick, language, rhythmOf],
  )
}

/** One campaign on a phone. */
function ScreeningCard({ row }: { readonly row: ScreeningRow }) {
  const { pick, language } = useLanguage()
  const rhythmOf = useRhythm()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="nowrap">{fullDay(row.due, language)}</span>
        <span className="soft">{rhythmOf(row)}</span>
      </div>
      <div className="work-card-title">{row.title ?? '–'}</div>
      <Counts {...row} isOver={row.stage !== 'open'} />
      <div className="work-card-foot faint">
        <span>{pick(row.keeper)}</span>
      </div>
    </div>
  )
}
