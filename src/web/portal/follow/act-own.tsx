/** Acts that are the petitioner's alone: rating, withdrawing, settling. */
import { useState } from 'preact/hooks'
import { Choice, LongField, Tick } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { useWords } from '../shell/language.tsx'
import { ActPage, type BodyOf } from './act-page.tsx'
import type { FollowedProps } from './follow-page.tsx'

type Rating = BodyOf<'rate'>
type Grade = Rating['solved']

export function Rate(props: FollowedProps) {
  const { act } = useWords()
  const say = act.rate
  const [rated] = useState(props.petition.ratings)
  const [whom, choose] = useState<Rating['whom'] | ''>('')
  const [solved, gradeSolved] = useState<Grade | ''>('')
  const [fair, gradeFair] = useState<Grade | ''>('')
  const [comment, write] = useState('')
  const flaws = () => [
    ...(whom === '' ? [{ field: 'whom', message: say.choose }] : []),
    ...(solved === '' ? [{ field: 'solved', message: say.choose }] : []),
    ...(fair === '' ? [{ field: 'fair', message: say.choose }] : []),
  ]
  const rate = (): Rating => ({
    whom: whom || 'organ',
    solved: solved || 'dissatisfied',
    fair: fair || 'dissatisfied',
    comment: comment.trim() || null,
    signed: null,
  })
  const grades = (words: Readonly<Record<Grade, string>>) =>
    (['satisfied', 'partly', 'dissatisfied'] as const).map((value) => ({ value, label: words[value] }))
  const option = (value: Rating['whom']) => ({
    value,
    label: say[value],
    ...(rated.includes(value) ? { disabled: true, hint: say.already } : {}),
  })
  return (
    <ActPage {...props} act="rate" title={say.title} lead={say.lead} problems={flaws} body={rate}>
      {(problems) => (
        <>
          <p class="promise">{say.secret}</p>
          <Choice
            id="whom"
            legend={say.whom}
            error={problemAt(problems, 'whom')}
            value={whom}
            onChoose={choose}
            options={[option('organ'), option('bureau')]}
          />
          <Choice
            id="solved"
            legend={say.solved}
            error={problemAt(problems, 'solved')}
            value={solved}
            onChoose={gradeSolved}
            options={grades(say.solvedGrades)}
          />
          <Choice
            id="fair"
            legend={say.fair}
            error={problemAt(problems, 'fair')}
            value={fair}
            onChoose={gradeFair}
            options={grades(say.fairGrades)}
          />
          <LongField id="comment" label={say.comment} optional rows={3} max={2000} value={comment} onText={write} />
        </>
      )}
    </ActPage>
  )
}

export function Withdraw(props: FollowedProps) {
  const { act } = useWords()
  const say = act.withdraw
  const [sure, confirm] = useState(false)
  const [reason, write] = useState('')
  return (
    <ActPage
      {...props}
      act="withdraw"
      title={say.title}
      lead={say.lead}
      send={say.send}
      problems={() => unlessSure(sure, say.needed)}
      body={() => ({ reason: reason.trim() || null, signed: null })}
    >
      {(problems) => (
        <>
          <div class="warn">
            <p>{say.warning}</p>
            <p>
              <a href="/follow/petition/report">{say.report}</a>
            </p>
          </div>
          <LongField id="reason" label={say.reason} optional rows={3} max={2000} value={reason} onText={write} />
          <Tick id="sure" label={say.confirm} error={problemAt(problems, 'sure')} checked={sure} onTick={confirm} />
        </>
      )}
    </ActPage>
  )
}

const unlessSure = (sure: boolean, message: string): readonly Problem[] => (sure ? [] : [{ field: 'sure', message }])

export function Settle(props: FollowedProps) {
  const { act } = useWords()
  const say = act.settle
  const [sure, confirm] = useState(false)
  const [agreement, write] = useState('')
  const flaws = () => [
    ...(agreement.trim() === '' ? [{ field: 'agreement', message: say.needed }] : []),
    ...unlessSure(sure, say.confirmNeeded),
  ]
  return (
    <ActPage
      {...props}
      act="settle"
      title={say.title}
      lead={say.lead}
      send={say.send}
      problems={flaws}
      body={() => ({ agreement: agreement.trim(), signed: null })}
    >
      {(problems) => (
        <>
          <LongField
            id="agreement"
            label={say.agreement}
            error={problemAt(problems, 'agreement')}
            max={20_000}
            value={agreement}
            onText={write}
          />
          <Tick id="sure" label={say.confirm} error={problemAt(problems, 'sure')} checked={sure} onTick={confirm} />
        </>
      )}
    </ActPage>
  )
}
