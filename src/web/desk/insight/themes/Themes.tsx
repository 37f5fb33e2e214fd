import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { themeTermOf } from '../../../../wording/theme-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { ShelfCount, Shelves } from '../../layout/Shelves.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { LastDay } from '../../petition/words.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { GovernDialog } from './GovernDialog.tsx'
import { type ThemeList, type ThemeRowView, themeLists, useThemeDesk, useThemes } from './themes.ts'

const asList = (text: string | null): ThemeList => themeLists.find((list) => list === text) ?? 'governed'

/** The themes in which the reader's organ has a part: governed now, and closed with what came of it. */
export function Themes() {
  const { words, pick } = useLanguage()
  const say = words.themes
  const [search, setSearch] = useSearchParams()
  const [isOpen, setIsOpen] = useState(false)
  const list = asList(search.get('list'))
  const { data: desk } = useThemeDesk()
  return (
    <InsightPage>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice">
        <Shelves
          label={say.state}
          shelves={themeLists}
          chosen={list}
          nameOf={(each) => pick(themeTermBoth(each))}
          countOf={(each) => <ShelfCount of={desk?.counts[each] ?? 0} />}
          onChoose={(each) => setSearch({ list: each }, { replace: true })}
        />
        {desk?.refusal === null && <Button onClick={() => setIsOpen(true)}>{say.govern}</Button>}
      </div>
      <ThemeLedger list={list} />
      {isOpen && desk && <GovernDialog desk={desk} onClose={() => setIsOpen(false)} />}
    </InsightPage>
  )
}

const themeTermBoth = (list: ThemeList) => themeTermOf('themeStage', list)

function ThemeLedger({ list }: { readonly list: ThemeList }) {
  const { words } = useLanguage()
  const themes = useThemes(list)
  const columns = useThemeColumns(list)
  if (themes.isPending) return <Skeleton lines={6} />
  if (themes.isError) return <Trouble error={themes.error} onRetry={() => themes.refetch()} />
  const rows = themes.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={words.themes.none[list]} says={words.themes.noneSays} />
  return (
    <>
      <Ledger
        label={words.themes.title}
        rows={rows}
        columns={columns}
        keyOf={({ theme }) => theme}
        hrefOf={({ theme }) => `/insight/themes/${theme}`}
        linked="name"
        card={(row) => <ThemeCard row={row} />}
      />
      <More hasMore={themes.hasNextPage} isLoading={themes.isFetchingNextPage} onMore={() => themes.fetchNextPage()} />
    </>
  )
}

function useThemeColumns(list: ThemeList): readonly Column<ThemeRowView>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const say = words.themes
    const name = (row: ThemeRowView) => row.name ?? say.erased
    const about = ({ about: { place, category } }: ThemeRowView) =>
      category === null ? `${pick(place)} · ${say.topic}` : `${pick(place)} · ${pick(category)}`
    const owner = (row: ThemeRowView) => pick(row.owner)
    return [
      list === 'closed'
        ? {
            key: 'on',
            title: say.closedOn,
            width: 150,
            cell: ({ closedOn }) => closedOn && fullDay(closedOn, language),
          }
        : {
            key: 'due',
            title: say.due,
            width: 260,
            cell: ({ due, daysLeft }) => (
              <LastDay lastDay={due} daysLeft={daysLeft ?? 0} isOverdue={(daysLeft ?? 0) < 0} />
            ),
          },
      { key: 'name', title: say.name, isWide: true, text: name, cell: name },
      { key: 'about', title: say.about, width: 240, text: about, cell: about },
      { key: 'owner', title: say.owner, width: 280, text: owner, cell: owner },
      { key: 'steps', title: say.steps, width: 80, align: 'end', cell: ({ steps }) => steps },
      list === 'closed'
        ? {
            key: 'result',
            title: say.result,
            width: 120,
            cell: ({ result }) => result && themeTermOf('themeResult', result)[language],
          }
        : {
            key: 'again',
            title: say.again,
            width: 100,
            cell: ({ reopened }) => (reopened > 0 ? say.times(reopened) : ''),
          },
    ]
  }, [words, pick, language, list])
}

/** One theme on a phone. */
function ThemeCard({ row }: { readonly row: ThemeRowView }) {
  const { words, pick, language } = useLanguage()
  const { due, daysLeft, result } = row
  return (
    <div className="work-card">
      <div className="work-card-top">
        {result ? (
          <span className="soft">{themeTermOf('themeResult', result)[language]}</span>
        ) : (
          <LastDay lastDay={due} daysLeft={daysLeft ?? 0} isOverdue={(daysLeft ?? 0) < 0} />
        )}
      </div>
      <div className="work-card-title">{row.name ?? words.themes.erased}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.owner)}</span>
      </div>
    </div>
  )
}
