import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { trainingTermOf } from '../../../../wording/training-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Shelves } from '../../layout/Shelves.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { TeamPage } from '../TeamPage.tsx'
import { Enrolments } from './Enrolments.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { Lacking } from './Lacking.tsx'
import { type CourseList, type CourseRowView, courseLists, useCourses } from './training.ts'
import '../../reports/reports.css'
import './training.css'

const asList = (text: string | null): CourseList => courseLists.find((list) => list === text) ?? 'open'

/** 教育培训: what I take part in, which courses there are, and who still lacks one. */
export function Trainings() {
  const { words, pick } = useLanguage()
  const say = words.team.training
  const [search, setSearch] = useSearchParams()
  const [isOpen, setIsOpen] = useState(false)
  const list = asList(search.get('list'))
  const { data } = useCourses('open')
  const desk = data?.pages[0]
  return (
    <TeamPage>
      <p className="soft page-says">{say.says}</p>
      <section className="report-part training-part">
        <h2>{say.own}</h2>
        <Enrolments of="own" none={say.noneOwn} />
      </section>
      <section className="report-part training-part">
        <h2>{say.courses}</h2>
        <div className="page-choice">
          <Shelves
            label={say.state}
            shelves={courseLists}
            chosen={list}
            nameOf={(each) => pick(trainingTermOf('courseStage', each))}
            onChoose={(each) => setSearch({ list: each }, { replace: true })}
          />
          {desk?.refusal === null && <Button onClick={() => setIsOpen(true)}>{say.hold}</Button>}
        </div>
        <Courses list={list} />
      </section>
      <Lacking />
      {isOpen && desk && <HoldDialog organs={desk.organs} onClose={() => setIsOpen(false)} />}
    </TeamPage>
  )
}

function Courses({ list }: { readonly list: CourseList }) {
  const { words } = useLanguage()
  const say = words.team.training
  const read = useCourses(list)
  const columns = useColumns()
  if (read.isPending) return <Skeleton lines={4} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const rows = read.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.noCourses[list]} says={say.noCoursesSay} />
  return (
    <>
      <Ledger
        label={say.courses}
        rows={rows}
        columns={columns}
        keyOf={({ course }) => course}
        hrefOf={({ course }) => `/team/courses/${course}`}
        linked="title"
        card={(row) => <CourseCard row={row} />}
      />
      <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
    </>
  )
}

function useColumns(): readonly Column<CourseRowView>[] {
  const { words, pick, language } = useLanguage()
  return useMemo(() => {
    const say = words.team.training
    const organ = (row: CourseRowView) => pick(row.organ)
    const test = ({ opens, closes }: CourseRowView) =>
      opens === null || closes === null ? say.noTest : say.window(fullDay(opens, language), fullDay(closes, language))
    return [
      { key: 'title', title: say.title2, isWide: true, text: ({ title }) => title, cell: ({ title }) => title },
      { key: 'kind', title: say.kind, width: 150, cell: ({ kind }) => trainingTermOf('trainingKind', kind)[language] },
      { key: 'organ', title: say.organ, width: 240, text: organ, cell: organ },
      { key: 'teacher', title: say.teacher, width: 110, cell: ({ teacher }) => teacher.name },
      { key: 'sessions', title: say.sessions, width: 80, cell: ({ sessions }) => sessions },
      { key: 'test', title: say.test, width: 260, text: test, cell: test },
    ]
  }, [words, pick, language])
}

/** One course on a phone. */
function CourseCard({ row }: { readonly row: CourseRowView }) {
  const { pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span className="soft">{trainingTermOf('trainingKind', row.kind)[language]}</span>
      </div>
      <div className="work-card-title">{row.title}</div>
      <div className="work-card-foot faint">
        <span>{pick(row.organ)}</span>
        <span>{row.teacher.name}</span>
      </div>
    </div>
  )
}
