/** What was written down: what the house has, what still waits on the phone, and what the house did not take, with the reason. */
import { visitTermOf } from '../../../wording/visit-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { Entry } from '../offline/kept.ts'
import type { Request } from '../offline/requests.ts'
import { Waiting } from '../offline/Waiting.tsx'
import type { VisitEntryView } from './visits.ts'

interface WrittenProps {
  readonly arrived: readonly VisitEntryView[]
  readonly waiting: readonly Entry<Request>[]
  onAgain(entry: Entry<Request>): Promise<void>
  onDrop(entry: Entry<Request>): Promise<void>
}

interface Body {
  readonly entry: string
  readonly kind: string
  readonly text: string
  readonly whom: string | null
}

export function Written({ arrived, waiting, onAgain, onDrop }: WrittenProps) {
  const { words, language, pick } = useLanguage()
  // between its arrival and the next look at the phone it is in both
  const isThere = new Set(arrived.map(({ entry }) => entry))
  const still = waiting.filter(({ id }) => !isThere.has(id))
  if (arrived.length + still.length === 0) return null
  return (
    <ul className="field-entries">
      {arrived.map(({ entry, kind, text, whom, organ, due, materials }) => (
        <li key={entry}>
          <span className="mark">{visitTermOf('visitEntry', kind)[language]}</span> {whom && <span>{whom} </span>}
          <span className="prose">{text}</span>
          {organ && due && (
            <p className="faint">
              {pick(organ)} · {fullDay(due, language)}
            </p>
          )}
          {materials.length > 0 && <p className="faint">{words.offline.pictureCount(materials.length)}</p>}
        </li>
      ))}
      {still.map((entry) => {
        const { kind, text, whom } = entry.content.sent.body as Body
        return (
          <Waiting key={entry.id} entry={entry} text={text} onAgain={onAgain} onDrop={onDrop}>
            <span className="mark">{visitTermOf('visitEntry', kind)[language]}</span> {whom && <span>{whom} </span>}
            <span className="prose">{text}</span>
          </Waiting>
        )
      })}
    </ul>
  )
}
