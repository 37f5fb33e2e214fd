/** On the page of a petition: of which relief its petitioners were told, whether they wish it, and what came of it. */
import { Button } from 'antd'
import { useState } from 'react'
import { reliefTermOf } from '../../../wording/relief-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { ReliefActDialog, TellDialog } from './ReliefDialogs.tsx'
import { type ReliefActionView, type ReliefView, useReliefOf } from './relief.ts'
import { useReliefWords } from './words.ts'
import '../tasks/tasks.css'
import './relief.css'

export function ReliefOfPetition({ petition }: { readonly petition: PetitionView }) {
  const say = useReliefWords()
  const { data } = useReliefOf(petition.number)
  const [isTelling, setIsTelling] = useState(false)
  if (!data) return null
  const tell = (
    <button type="button" className="link" onClick={() => setIsTelling(true)}>
      {say.begin}
    </button>
  )
  return (
    <>
      <SideBlock title={say.title} isFilled={data.items.length > 0} act={data.tell.refusal === null && tell}>
        <ul className="relief-list">
          {data.items.map((relief) => (
            <One key={relief.relief} relief={relief} />
          ))}
        </ul>
        {data.items.length > 0 && <p className="task-foot">{say.never}</p>}
      </SideBlock>
      {isTelling && <TellDialog petition={petition} onClose={() => setIsTelling(false)} />}
    </>
  )
}

interface Shown {
  readonly relief: ReliefView
}

function One({ relief }: Shown) {
  const say = useReliefWords()
  const { language, pick } = useLanguage()
  const [chosen, choose] = useState<ReliefActionView | null>(null)
  const { kind, stage, explanation, guide, toldOn, stream, actions } = relief
  return (
    <li>
      <p className="task-what">
        <strong>{reliefTermOf('reliefKind', kind)[language]}</strong> · {reliefTermOf('reliefStage', stage)[language]}
      </p>
      <p className="prose">{explanation}</p>
      <p className="task-foot">{say.by(pick(guide), fullDay(toldOn, language))}</p>
      <Happened relief={relief} />
      <TaskLines of={stream} />
      <div className="relief-acts">
        {actions
          .filter(({ allowed }) => allowed)
          .map((action) => (
            <Button key={action.action} size="small" onClick={() => choose(action)}>
              {pick(action)}
            </Button>
          ))}
      </div>
      {chosen && <ReliefActDialog action={chosen} relief={relief} onClose={() => choose(null)} />}
    </li>
  )
}

function Happened({ relief }: Shown) {
  const say = useReliefWords()
  const { language, pick } = useLanguage()
  const { answers, help, handed, outcome } = relief
  const day = (on: string) => fullDay(on, language)
  return (
    <>
      {answers.map(({ on, wishes, word, note, materials }) => (
        <p key={`${on} ${wishes}`}>
          {say.answered(day(on), wishes ? say.wish.yes : say.wish.no, reliefTermOf('reliefWord', word)[language])}{' '}
          {note}{' '}
          {materials.map(({ ref, name }) => (
            <a key={ref} href={`/api/relief/${relief.relief}/materials/${ref}`} download>
              {name}
            </a>
          ))}
        </p>
      ))}
      {help.map(({ on, what }) => (
        <p key={`${on} ${what}`}>
          {say.helped(day(on))}
          {what}
        </p>
      ))}
      {handed.map(({ key, organ, due, what }) => (
        <p key={key}>
          {say.handed(pick(organ), day(due))}
          {what}
        </p>
      ))}
      {outcome && (
        <p>
          {say.outcome(
            day(outcome.on),
            reliefTermOf('reliefOutcome', outcome.outcome)[language],
            reliefTermOf('reliefSource', outcome.source)[language],
          )}{' '}
          {outcome.text}
        </p>
      )}
    </>
  )
}
