import { useState } from 'preact/hooks'
import { Choice, LongField } from '../form/form.tsx'
import { problemAt } from '../form/problem.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { ActPage } from './act-page.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

export const RequestReview = (props: FollowedProps) => <Request {...props} act="request-review" rule="requestReview" />
export const RequestReexamination = (props: FollowedProps) => (
  <Request {...props} act="request-reexamination" rule="requestReexamination" />
)

interface RequestProps extends FollowedProps {
  readonly act: 'request-review' | 'request-reexamination'
  readonly rule: 'requestReview' | 'requestReexamination'
}

function Request(props: RequestProps) {
  const { petition, rule } = props
  const { words, language } = useSpeech()
  const { title, lead } = words.act[rule]
  const say = words.act.requestReview
  const bodies = petition.reviewBodies
  const [organ, choose] = useState(bodies.length === 1 ? (bodies[0]?.id ?? '') : '')
  const [grounds, write] = useState('')
  const clock = petition.clocks.find((one) => one.rule === rule && one.state === 'running')
  if (bodies.length === 0) {
    return (
      <FollowPage petition={petition} title={title}>
        <p>{say.noBody}</p>
      </FollowPage>
    )
  }
  const flaws = () => [
    ...(organ === '' ? [{ field: 'organ', message: say.organNeeded }] : []),
    ...(grounds.trim() === '' ? [{ field: 'grounds', message: say.needed }] : []),
  ]
  return (
    <ActPage
      {...props}
      title={title}
      lead={lead}
      problems={flaws}
      body={() => ({ organ, person: petition.me.ref, grounds: grounds.trim(), signed: null })}
    >
      {(problems) => (
        <>
          {clock ? <p class="warn">{say.lastDay(dayAndWeekday(clock.lastDay, language))}</p> : null}
          <Choice
            id="organ"
            legend={say.organ}
            error={problemAt(problems, 'organ')}
            value={organ}
            onChoose={choose}
            options={bodies.map((body) => ({ value: body.id, label: body[language] }))}
          />
          <LongField
            id="grounds"
            label={say.grounds}
            hint={say.groundsHint}
            error={problemAt(problems, 'grounds')}
            rows={8}
            max={10_000}
            value={grounds}
            onText={write}
          />
        </>
      )}
    </ActPage>
  )
}
