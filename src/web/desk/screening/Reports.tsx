import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { screeningTermOf } from '../../../wording/screening-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { canKeepPages, offlineScope } from '../offline/shell.ts'
import { useDirectory, usePlaceName, usePlaces } from '../organs/directory.ts'
import { useSession } from '../session/session-context.ts'
import { takeAlong, type VillageBase } from '../village/sheet.ts'
import { type AreaDetail, useOwnAreas } from './screenings.ts'
import './screening.css'

/** Reports that a village or a township owes, and the way to take them along. */
export function Reports() {
  const { words } = useLanguage()
  const say = words.screening.reports
  const list = useOwnAreas()
  return (
    <Page title={say.title}>
      <p className="soft page-says">{say.says}</p>
      <TakeAlong />
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && (
        <>
          <AreaLedger rows={list.data.pages.flatMap(({ items }) => items)} />
          <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
        </>
      )}
    </Page>
  )
}

const villageAddress = `${offlineScope}village`

/** Names of places and of whoever stands above are asked for now: on the way nobody can be asked. */
function useBase(): VillageBase | null {
  const { account, organ } = useSession()
  const { find } = useDirectory()
  const places = usePlaces()
  return useMemo(() => {
    const own = find(organ.id)
    if (!own) return null
    const above = own.parent === null ? undefined : find(own.parent)
    const inside = places.filter(({ code }) => code.startsWith(own.region))
    const villages = inside.filter(({ code }) => code.length === 12)
    return {
      ...{ account: account.id, organ: { id: own.id, zh: own.zh, en: own.en } },
      above: above ? { id: above.id, zh: above.zh, en: above.en } : null,
      places: (villages.length > 0 ? villages : inside).slice(0, 300),
    }
  }, [account.id, organ.id, find, places])
}

function TakeAlong() {
  const { words } = useLanguage()
  const say = words.screening.reports
  const base = useBase()
  const taking = useMutation({ mutationFn: (mine: VillageBase) => takeAlong(mine) })
  return (
    <div className="screening-take">
      <Button
        type="primary"
        block
        disabled={!canKeepPages() || base === null}
        loading={taking.isPending}
        onClick={() => base && taking.mutate(base, { onSuccess: () => window.location.assign(villageAddress) })}
      >
        {say.take}
      </Button>
      <p className="faint">{canKeepPages() ? say.takeSays : words.offline.insecure}</p>
      {taking.isError && <Alert role="alert" type="warning" showIcon title={words.offline.failed} />}
      <a href={villageAddress}>{say.go}</a>
    </div>
  )
}

const isOwed = ({ standing }: AreaDetail): boolean => standing === 'waiting'

/** What is still to be reported stands first; each by its day. */
function AreaLedger({ rows }: { readonly rows: readonly AreaDetail[] }) {
  const { words } = useLanguage()
  const columns = useColumns()
  if (rows.length === 0) return <Nothing title={words.screening.reports.none} says={words.screening.noneSays} />
  return (
    <Ledger
      label={words.screening.reports.title}
      rows={[...rows.filter(isOwed), ...rows.filter((row) => !isOwed(row))]}
      columns={columns}
      keyOf={({ screening, area }) => `${screening} ${area}`}
      hrefOf={({ screening, area }) => `/screenings/${screening}/${area}`}
      groupOf={(row) =>
        isOwed(row)
          ? { key: 'owed', title: words.screening.reports.owed }
          : { key: 'made', title: words.screening.reports.made }
      }
      linked="title"
      card={(row) => <AreaCard row={row} />}
    />
  )
}

function useStanding() {
  const { words, language } = useLanguage()
  return ({ isLate, standing }: AreaDetail) =>
    isLate ? (
      <span className="screening-late-word">{words.screening.counts.late}</span>
    ) : (
      screeningTermOf('areaStanding', standing)[language]
    )
}

function useColumns(): readonly Column<AreaDetail>[] {
  const { words, language, pick } = useLanguage()
  const placeName = usePlaceName()
  const standing = useStanding()
  const say = words.screening
  return useMemo(
    () => [
      {
        key: 'due',
        title: say.due,
        width: 150,
        cell: ({ until }) => <span className="nowrap">{fullDay(until, language)}</span>,
      },
      { key: 'area', title: say.page.place, width: 180, cell: ({ area }) => placeName(area) },
      { key: 'title', title: say.name, isWide: true, text: ({ title }) => title, cell: ({ title }) => title },
      { key: 'standing', title: say.page.standing, width: 150, cell: standing },
      {
        key: 'households',
        title: say.page.households,
        width: 110,
        cell: ({ met, households }) => (households > 0 ? say.page.seen(met, households) : '–'),
      },
      { key: 'keeper', title: say.keeper, width: 190, cell: ({ keeper }) => pick(keeper) },
    ],
    [say, language, pick, placeName, standing],
  )
}

/** One place on a phone. */
function AreaCard({ row }: { readonly row: AreaDetail }) {
  const { language, pick } = useLanguage()
  const placeName = usePlaceName()
  const standing = useStanding()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="nowrap">{fullDay(row.until, language)}</span>
        <span className="soft">{standing(row)}</span>
      </div>
      <div className="work-card-title">{row.title}</div>
      <div className="work-card-foot faint">
        <span>{placeName(row.area)}</span>
        <span>{pick(row.keeper)}</span>
      </div>
    </div>
  )
}
