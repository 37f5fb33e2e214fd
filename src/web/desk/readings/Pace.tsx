import { useLanguage } from '../locales/language.tsx'
import { type Part, usePace } from './readings.ts'
import { useReadingWords } from './words.ts'

/** How soon letters are read, by leader: counts that lie beside each other, and no rank. */
export function Pace({ part }: { readonly part: Part }) {
  const say = useReadingWords()
  const { pick } = useLanguage()
  const { data } = usePace(part)
  if (!data) return null
  const [first] = data
  return (
    <details className="reading-pace">
      <summary>{say.pace.title}</summary>
      <p className="faint">{say.pace.says}</p>
      {first === undefined ? (
        <p>{say.pace.none}</p>
      ) : (
        <div className="reading-pace-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say.leader}</th>
                <th scope="col">{say.pace.sent}</th>
                {first.within.map(({ days }) => (
                  <th key={days} scope="col">
                    {say.pace.within(days)}
                  </th>
                ))}
                <th scope="col">{say.pace.later}</th>
                <th scope="col">{say.pace.waiting}</th>
                <th scope="col">{say.pace.instructed}</th>
                <th scope="col">{say.pace.returned}</th>
              </tr>
            </thead>
            <tbody>
              {data.map(({ leader, sent, within, later, waiting, instructed, returned }) => (
                <tr key={leader.account + leader.organ.id}>
                  <th scope="row">
                    {leader.name} <span className="faint">{pick(leader.organ)}</span>
                  </th>
                  <td>{sent}</td>
                  {within.map(({ days, count }) => (
                    <td key={days}>{count}</td>
                  ))}
                  <td>{later}</td>
                  <td>{waiting}</td>
                  <td>{instructed}</td>
                  <td>{returned}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}
