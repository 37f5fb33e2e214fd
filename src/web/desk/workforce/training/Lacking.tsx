import { termOf } from '../../../../wording/terms.ts'
import { trainingTermOf } from '../../../../wording/training-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type LackingView, useLacking } from './training.ts'

/** 应训未训: of the reader or whom they lead by name, of the organs of a bureau's area as counts, and the rule beside it. */
export function Lacking() {
  const { words } = useLanguage()
  const say = words.team.training
  const read = useLacking()
  return (
    <section className="report-part training-part">
      <h2>{say.lacking}</h2>
      {read.isPending ? (
        <Skeleton lines={4} />
      ) : read.isError ? (
        <Trouble error={read.error} onRetry={() => read.refetch()} />
      ) : (
        <>
          <Rules rows={read.data.rows} />
          <People people={read.data.people} />
          {read.data.organs.length > 0 && <Organs organs={read.data.organs} />}
        </>
      )}
    </section>
  )
}

function Rules({ rows }: Pick<LackingView, 'rows'>) {
  const { words, pick, language } = useLanguage()
  const say = words.team.training
  return (
    <ul className="training-rules">
      {rows.map(({ kind, posts, days, basis }) => (
        <li key={kind}>
          {say.rule(
            trainingTermOf('trainingKind', kind)[language],
            posts.map((post) => termOf('post', post)[language]).join(say.comma),
            days,
          )}{' '}
          <span className="faint">{pick(basis)}</span>
        </li>
      ))}
    </ul>
  )
}

function People({ people }: Pick<LackingView, 'people'>) {
  const { words, language } = useLanguage()
  const say = words.team.training
  if (people.length === 0) return <p className="faint">{say.nothingRequired}</p>
  return (
    <div className="training-table">
      <table>
        <caption className="soft">{say.people}</caption>
        <thead>
          <tr>
            <th scope="col">{say.person}</th>
            <th scope="col">{say.kind}</th>
            <th scope="col">{say.standing}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, kind, standing, until }) => (
            <tr key={`${person.account} ${kind}`}>
              <td>{person.name}</td>
              <td>{trainingTermOf('trainingKind', kind)[language]}</td>
              <td className={`training-${standing}`}>
                {trainingTermOf('trainingStanding', standing)[language]}
                {until && <span className="faint"> {say.until(fullDay(until, language))}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Organs({ organs }: Pick<LackingView, 'organs'>) {
  const { words, pick, language } = useLanguage()
  const say = words.team.training
  return (
    <details>
      <summary>{say.organsOf(new Set(organs.map(({ organ }) => organ.id)).size)}</summary>
      <div className="training-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.home}</th>
              <th scope="col">{say.kind}</th>
              <th scope="col">{say.needed}</th>
              <th scope="col">{trainingTermOf('trainingStanding', 'missing')[language]}</th>
              <th scope="col">{trainingTermOf('trainingStanding', 'ending')[language]}</th>
            </tr>
          </thead>
          <tbody>
            {organs.map(({ organ, kind, people, missing, ending }) => (
              <tr key={`${organ.id} ${kind}`}>
                <td>{pick(organ)}</td>
                <td>{trainingTermOf('trainingKind', kind)[language]}</td>
                <td>{people}</td>
                <td className={missing > 0 ? 'training-missing' : undefined}>{missing}</td>
                <td>{ending}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
