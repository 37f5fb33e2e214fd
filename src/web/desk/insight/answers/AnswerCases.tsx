/** The petitions behind a figure of answer quality: which answer of them, and everything that was found in it. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { answerTerms } from '../../../../wording/answer-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { periodInWords } from '../../assessment/periods.ts'
import { type Column, Ledger } from '../../layout/Ledger.tsx'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { shownNumber } from '../../petition/words.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { type AnswerCasesView, useAnswersBehind, useAnswerWords } from './answers.ts'
import './answers.css'

type Row = AnswerCasesView['items'][number]

export function AnswerCases() {
  const say = useAnswerWords()
  const [search] = useSearchParams()
  const query = useMemo(() => Object.fromEntries(search), [search])
  const behind = useAnswersBehind(query)
  const rows = behind.data?.pages.flatMap(({ items }) => items) ?? []
  const back = new URLSearchParams([...search].filter(([name]) => name === 'period'))
  return (
    <InsightPage>
      <p>
        <Link to={`/insight/answers?${back}`}>← {say.back}</Link>
      </p>
      {behind.isPending && <Skeleton lines={10} />}
      {behind.isError && <Trouble error={behind.error} onRetry={() => behind.refetch()} />}
      {behind.data && <What search={search} first={behind.data.pages[0]} />}
      {behind.isSuccess &&
        (rows.length === 0 ? (
          <Nothing title={say.behindNone} />
        ) : (
          <>
            <Found rows={rows} />
            <More
              hasMore={behind.hasNextPage}
              isLoading={behind.isFetchingNextPage}
              onMore={() => behind.fetchNextPage()}
            />
          </>
        ))}
    </InsightPage>
  )
}

/** Which figure it is: when, whose, and what was found. */
function What({ search, first }: { readonly search: URLSearchParams; readonly first: AnswerCasesView | undefined }) {
  const { pick, language } = useLanguage()
  const say = useAnswerWords()
  const check = Object.entries(answerTerms.answerCheck).find(([each]) => each === search.get('check'))?.[1]
  const organ = search.get('organ') === null ? undefined : first?.items[0]?.organ
  return (
    <h2 className="insight-what">
      {first && pick(periodInWords(first.period.name))}
      {[organ && pick(organ), check ? check[language] : say.any].map(
        (what) =>
          what && (
            <span key={what} className="insight-what-filter">
              {what}
            </span>
          ),
      )}
    </h2>
  )
}

function Found({ rows }: { readonly rows: readonly Row[] }) {
  const { words, pick, language } = useLanguage()
  const say = useAnswerWords()
  const columns = useMemo((): readonly Column<Row>[] => {
    const what = ({ found }: Row) =>
      found.map((check) => answerTerms.answerCheck[check][language]).join(language === 'zh' ? '、' : ', ')
    const on = (row: Row) => fullDay(row.on, language)
    return [
      {
        key: 'number',
        title: words.column.number,
        width: 174,
        cell: ({ petition }) => <span className="nowrap soft">{shownNumber(petition.number)}</span>,
      },
      {
        key: 'title',
        title: words.column.title,
        isWide: true,
        text: ({ petition }) => petition.title,
        cell: ({ petition }) => petition.title,
      },
      {
        key: 'organ',
        title: say.organ,
        width: 220,
        text: ({ organ }) => pick(organ),
        cell: ({ organ }) => pick(organ),
      },
      { key: 'on', title: say.answeredOn, width: 160, text: on, cell: on },
      { key: 'what', title: say.what, width: 320, text: what, cell: what },
    ]
  }, [say, words, pick, language])
  return (
    <Ledger
      label={say.behind}
      rows={rows}
      columns={columns}
      keyOf={({ petition, document }) => `${petition.number} ${document}`}
      hrefOf={({ petition }) => `/petitions/${petition.number}`}
      linked="title"
      card={(row) => <Card row={row} />}
    />
  )
}

/** One answer on a phone. */
function Card({ row: { petition, organ, on, found } }: { readonly row: Row }) {
  const { pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-title">{petition.title}</div>
      <div className="work-card-foot">
        {found.map((check) => (
          <span key={check}>{answerTerms.answerCheck[check][language]}</span>
        ))}
      </div>
      <div className="work-card-foot faint">
        <span>{pick(organ)}</span>
        <span>{fullDay(on, language)}</span>
      </div>
    </div>
  )
}
