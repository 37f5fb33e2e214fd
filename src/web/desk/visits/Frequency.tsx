import { useLanguage } from '../locales/language.tsx'
import { useFrequency } from './visits.ts'

/** What is asked of each leader of the area, and how often they went. Gaps show while they can still be closed. */
export function Frequency() {
  const { words, pick } = useLanguage()
  const { data } = useFrequency()
  const say = words.visit.frequency
  if (!data || data.leaders.length === 0) return null
  return (
    <section className="visit-frequency">
      <h2>{say.title}</h2>
      <p className="soft">{say.says}</p>
      <ul>
        {data.leaders.map(({ account, name, organ, asked, done, planned, missing }) => (
          <li key={`${account} ${organ.id}`}>
            <span>
              <strong>{name}</strong> <span className="faint">{pick(organ)}</span>
            </span>
            <span className="faint">
              {asked
                ? `${say.asked}${words.colon}${say.times(say.per[asked.per as keyof typeof say.per], asked.times)}`
                : say.none}
            </span>
            <span>
              {say.done}
              {words.colon}
              {done} · {say.planned}
              {words.colon}
              {planned}
            </span>
            <span className={missing > 0 ? 'visit-missing' : 'faint'}>
              {missing > 0 ? `${say.missing}${words.colon}${missing}` : asked && say.enough}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
