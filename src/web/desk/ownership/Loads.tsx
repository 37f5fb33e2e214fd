import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useLoads } from './ownership.ts'
import { useOwnershipWords } from './words.ts'

/** What each owner has: so that nobody is given more than they can see to. */
export function Loads() {
  const { pick, language } = useLanguage()
  const { say } = useOwnershipWords()
  const loads = useLoads(true)
  if (loads.isPending) return <Skeleton lines={6} />
  if (loads.isError) return <Trouble error={loads.error} onRetry={() => loads.refetch()} />
  if (loads.data.length === 0) return <Nothing title={say.loads.none} says={say.loads.says} />
  return (
    <>
      <p className="faint">{say.loads.says}</p>
      <div className="ownership-loads">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.owner}</th>
              <th scope="col">{say.loads.open}</th>
              <th scope="col">{say.loads.overdue}</th>
              <th scope="col">{say.loads.withResult}</th>
              <th scope="col">{say.loads.next}</th>
            </tr>
          </thead>
          <tbody>
            {loads.data.map(({ organ, account, name, open, overdue, withResult, nextDue }) => (
              <tr key={organ.id + account}>
                <th scope="row">
                  <Link to={`/ownerships?view=organ&shelf=open&owner=${account}`} aria-label={say.loads.cases(name)}>
                    {name}
                  </Link>
                  <div className="faint">{pick(organ)}</div>
                </th>
                <td>{open}</td>
                <td className={overdue > 0 ? 'ownership-late' : undefined}>{overdue}</td>
                <td>{withResult}</td>
                <td className="nowrap">{nextDue ? fullDay(nextDue, language) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
