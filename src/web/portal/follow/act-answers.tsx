import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Attachments } from '../form/attachments.tsx'
import { Choice, LongField } from '../form/form.tsx'
import { problemAt } from '../form/problem.ts'
import type { FileDraft } from '../say/draft.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { ActPage } from './act-page.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

export function AddMaterial(props: FollowedProps) {
  const { act, files: say } = useWords()
  const [note, write] = useState('')
  const [files, change] = useState<readonly FileDraft[]>([])
  const busy = useRef(false)
  const flaws = () => {
    if (busy.current) return [{ field: 'files', message: say.wait }]
    return note.trim() === '' && files.length === 0 ? [{ field: 'note', message: act.addMaterial.needed }] : []
  }
  return (
    <ActPage
      {...props}
      act="add-material"
      title={act.addMaterial.title}
      lead={act.addMaterial.lead}
      problems={flaws}
      body={() => ({
        note: note.trim() || null,
        materials: files.map(({ file, name, mediaType, bytes }) => ({ file, name, mediaType, bytes })),
      })}
    >
      {(problems) => (
        <>
          <LongField
            id="note"
            label={act.addMaterial.note}
            optional={files.length > 0}
            error={problemAt(problems, 'note')}
            max={2000}
            value={note}
            onText={write}
          />
          <Attachments
            files={files}
            onFiles={(next) => change(next)}
            onBusy={(is) => {
              busy.current = is
            }}
            error={problemAt(problems, 'files')}
          />
        </>
      )}
    </ActPage>
  )
}

export function AnswerQuestion(props: FollowedProps) {
  const { words, language } = useSpeech()
  const say = words.act.answerQuestion
  const { query } = useLocation()
  const [answer, write] = useState('')
  const [chosen] = useState(() =>
    props.petition.questions.find(
      ({ ref, answeredOn }) => answeredOn === null && (!query.question || ref === query.question),
    ),
  )
  if (!chosen) {
    return (
      <FollowPage petition={props.petition} title={say.title}>
        <p>{say.none}</p>
      </FollowPage>
    )
  }
  return (
    <ActPage
      {...props}
      act="answer-question"
      title={say.title}
      lead={say.lead}
      problems={() => (answer.trim() === '' ? [{ field: 'answer', message: say.needed }] : [])}
      body={() => ({ question: chosen.ref, answer: answer.trim() })}
    >
      {(problems) => (
        <>
          <p class="hint">{words.follow.questionWaiting(chosen.organ[language])}</p>
          <blockquote>{chosen.question}</blockquote>
          <LongField
            id="answer"
            label={say.answer}
            error={problemAt(problems, 'answer')}
            max={5000}
            value={answer}
            onText={write}
          />
        </>
      )}
    </ActPage>
  )
}

export function AnswerMediation(props: FollowedProps) {
  const { act } = useWords()
  const say = act.answerMediation
  const [choice, choose] = useState<'' | 'yes' | 'no'>('')
  const [mediation] = useState(props.petition.mediation)
  return (
    <ActPage
      {...props}
      act="answer-mediation"
      title={say.title}
      lead={say.lead}
      problems={() => (choice === '' ? [{ field: 'consents', message: say.choose }] : [])}
      body={() => ({ party: 'petitioner', consents: choice === 'yes', signed: null })}
    >
      {(problems) => (
        <>
          {mediation ? (
            <dl class="facts">
              <div>
                <dt>{say.mediator}</dt>
                <dd>{mediation.mediator}</dd>
              </div>
              <div>
                <dt>{say.about}</dt>
                <dd>{mediation.about}</dd>
              </div>
            </dl>
          ) : null}
          <Choice
            id="consents"
            legend={say.title}
            legendIsHeading
            error={problemAt(problems, 'consents')}
            value={choice}
            onChoose={choose}
            options={[
              { value: 'yes', label: say.consent },
              { value: 'no', label: say.refuse },
            ]}
          />
        </>
      )}
    </ActPage>
  )
}
