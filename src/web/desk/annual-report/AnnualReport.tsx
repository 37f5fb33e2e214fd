/** For a bureau: which year's report stands where, and the way to draft the next (art. 41). */
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { bulletinTermOf } from '../../../wording/bulletin-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import {
  type BulletinRow,
  type Choice,
  useBulletinDesk,
  useBulletins,
  useBulletinWords,
} from '../bulletins/bulletins.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import '../bulletins/bulletins.css'

const yearsBack = 5

export function AnnualReport() {
  const { words, pick } = useLanguage()
  const say = useBulletinWords()
  const desk = useBulletinDesk()
  const lists = [
    useBulletins('draft', 'annualReport'),
    useBulletins('submitted', 'annualReport'),
    useBulletins('issued', 'annualReport'),
  ]
  const failed = [desk, ...lists].find(({ error }) => error)
  if (failed?.error) return <Trouble error={failed.error} onRetry={() => failed.refetch()} />
  if (!desk.data || lists.some(({ data }) => !data)) return <Skeleton lines={8} />
  const choice = desk.data.kinds.find(({ kind }) => kind === 'annualReport')
  const rows = lists.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
  return (
    <Page title={words.annualReport.title} isNarrowColumn>
      <p className="soft">{say.annualSays}</p>
      {choice?.allowed ? (
        <Years rows={rows} choice={choice} />
      ) : (
        <Nothing title={choice?.refusal ? pick(choice.refusal) : say.annualNotYours} />
      )}
    </Page>
  )
}

function Years({ rows }: { readonly rows: readonly BulletinRow[]; readonly choice: Choice }) {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const navigate = useNavigate()
  const thisYear = Number(todayInBeijing().slice(0, 4))
  const years = Array.from({ length: yearsBack }, (_, at) => thisYear - at)
  return (
    <table className="bulletin-years">
      <tbody>
        {years.map((year) => {
          const found = rows.filter((row) => row.year === year)
          return (
            <tr key={year}>
              <th scope="row">{say.annualYear(year)}</th>
              <td>
                {found.length === 0 && <span className="faint">{say.annualNone}</span>}
                {found.map((row) => (
                  <div key={row.bulletin}>
                    <Link to={`/bulletins/${row.bulletin}`}>
                      {row.number ?? pick(bulletinTermOf('bulletinStage', row.stage))}
                    </Link>{' '}
                    {row.isCorrection && <span className="mark">{say.correction}</span>}
                    {row.stage === 'issued' && (
                      <span className="faint">
                        {say.receipts} {say.receiptsOf(row.received, row.recipients)}
                      </span>
                    )}
                  </div>
                ))}
              </td>
              <td>
                {found.length === 0 && (
                  <Button
                    size="small"
                    lang={language}
                    onClick={() => navigate(`/bulletins/new?kind=annualReport&year=${year}`)}
                  >
                    {say.annualBegin}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
