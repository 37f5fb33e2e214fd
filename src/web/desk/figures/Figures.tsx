/** For whoever publishes the figures of the house: months, what would be published, and what was. */
import { useQuery } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { figuresWork } from '../../../register/figures/contract.ts'
import { call } from '../api.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { useFiguresWords } from './figures-words.ts'
import { Preview } from './Preview.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import './figures.css'

export type MonthView = Received<typeof figuresWork>['months'][number]

export function Figures() {
  const { words } = useLanguage()
  const { say } = useFiguresWords()
  const { organ, has } = useSession()
  const mayAsk = has('leader') || has('administrator')
  const work = useQuery({
    queryKey: ['figures', organ.id],
    enabled: mayAsk,
    queryFn: ({ signal }) => call<typeof figuresWork>('GET', '/api/figures/work', {}, { signal }),
  })
  return (
    <Page title={words.figures.title} isNarrowColumn>
      <p className="soft">{say.says}</p>
      {!mayAsk && <Nothing title={say.notYours} />}
      {mayAsk && work.isPending && <Skeleton lines={8} />}
      {work.isError && <Trouble error={work.error} onRetry={() => work.refetch()} />}
      {work.data && <Months months={work.data.months} />}
    </Page>
  )
}

function Months({ months }: { readonly months: readonly MonthView[] }) {
  const { say, nameOf } = useFiguresWords()
  const [shown, show] = useState<string | null>(null)
  const [acting, act] = useState<MonthView | null>(null)
  return (
    <>
      <table className="figures-months">
        <thead>
          <tr>
            <th scope="col">{say.month}</th>
            <th scope="col">{say.state}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">
                {month.editions > 0 ? <a href={publicPage(month)}>{nameOf(month.month)}</a> : nameOf(month.month)}
              </th>
              <td>{month.editions > 0 ? say.published(month.editions) : say.notYet}</td>
              <td className="figures-acts">
                <Button
                  size="small"
                  disabled={month.refusal !== null}
                  onClick={() => show(shown === month.month ? null : month.month)}
                >
                  {say.preview}
                </Button>
                <ActButton month={month} onAct={() => act(month)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && <Preview key={shown} month={shown} />}
      {acting !== null && <PublishDialog month={acting} onClose={() => act(null)} />}
    </>
  )
}

const publicPage = ({ month, editions }: MonthView): string =>
  editions > 1 ? `/figures/${month}/${editions}` : `/figures/${month}`

/** What cannot be done says why. */
function ActButton({ month, onAct }: { readonly month: MonthView; readonly onAct: () => void }) {
  const { pick } = useLanguage()
  const { say } = useFiguresWords()
  const { refusal, editions } = month
  return (
    <Tooltip title={refusal ? pick(refusal) : undefined}>
      <Button size="small" type={editions > 0 ? 'default' : 'primary'} disabled={refusal !== null} onClick={onAct}>
        {editions > 0 ? say.correct : say.publish}
      </Button>
    </Tooltip>
  )
}
