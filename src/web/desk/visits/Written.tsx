/** What was written down: what the house has, what still waits on the phone, and what the house did not take, with the reason. */
import { Button, Popconfirm } from 'antd'
import { visitTermOf } from '../../../wording/visit-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { Entry } from '../offline/kept.ts'
import type { Request } from '../offline/requests.ts'
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
          {materials.length > 0 && <p className="faint">{words.visit.field.pictureCount(materials.length)}</p>}
        </li>
      ))}
      {still.map((entry) => (
        <Waiting key={entry.id} entry={entry} onAgain={onAgain} onDrop={onDrop} />
      ))}
    </ul>
  )
}

interface WaitingProps extends Pick<WrittenProps, 'onAgain' | 'onDrop'> {
  readonly entry: Entry<Request>
}

function Waiting({ entry, onAgain, onDrop }: WaitingProps) {
  const { words, language } = useLanguage()
  const say = words.visit.field
  const { kind, text, whom } = entry.content.sent.body as Body
  const refusal = entry.refusal === null ? null : (JSON.parse(entry.refusal) as { zh: string; en: string })
  return (
    <li className={refusal ? 'field-kept field-refused' : 'field-kept'}>
      <span className="mark">{visitTermOf('visitEntry', kind)[language]}</span> {whom && <span>{whom} </span>}
      <span className="prose">{text}</span>
      {entry.content.pictures.length > 0 && <p className="faint">{say.pictureCount(entry.content.pictures.length)}</p>}
      <p className={refusal ? 'field-broken' : 'faint'}>{refusal ? say.keptHere(refusal[language]) : say.waits}</p>
      {refusal && (
        <div className="field-acts">
          <Button size="small" onClick={() => void onAgain(entry)}>
            {say.again}
          </Button>
          <Button size="small" onClick={() => void navigator.clipboard.writeText(text)}>
            {say.copy}
          </Button>
          <Popconfirm title={say.dropSays} okText={say.drop} cancelText={words.cancel} onConfirm={() => onDrop(entry)}>
            <Button size="small" danger>
              {say.drop}
            </Button>
          </Popconfirm>
        </div>
      )}
    </li>
  )
}
