/** Saying, past the office, what must not happen; and saying that the answer to it does not help. */
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { misconduct } from '../../../law/cn-2022/protection.ts'
import type { reportMisconduct } from '../../../protection/contract.ts'
import { reportTermOf } from '../../../wording/report-terms.ts'
import { Choice, LongField } from '../form/form.tsx'
import { problemAt } from '../form/problem.ts'
import { useSpeech } from '../shell/language.tsx'
import { SendingPage } from './act-page.tsx'
import type { FollowedProps } from './follow-page.tsx'
import { useOwnReports } from './reports.tsx'

type Body = z.input<(typeof reportMisconduct)['body']>
type Kind = Body['about']
const kinds = Object.keys(misconduct) as Kind[]
/** Nobody is named: whoever has the petition is meant. */
const whoever = ''

export function ReportMisconduct(props: FollowedProps) {
  const { words, language } = useSpeech()
  const { reports } = words
  const answer = useOwnReports(props.opener)
  const organs = answer?.ok ? answer.value.organs : []
  const [about, choose] = useState<Kind | ''>('')
  const [organ, name] = useState<string>(whoever)
  const [text, write] = useState('')
  const flaws = () => [
    ...(about === '' ? [{ field: 'about', message: reports.choose }] : []),
    ...(text.trim() === '' ? [{ field: 'text', message: reports.needed }] : []),
  ]
  const body = (): Body => ({ about: about || 'obstruction', organ: organ || null, text: text.trim() })
  return (
    <SendingPage
      {...props}
      path="/api/follow/reports"
      title={reports.make}
      lead={reports.makeLead}
      problems={flaws}
      body={body}
      sure={reports.sure}
      back={{ to: '/follow/petition/reports', label: reports.back, text: reports.sent }}
    >
      {(problems) => (
        <>
          <p class="promise">{reports.secret}</p>
          <p class="basis">{reports.basis}</p>
          <p class="warn">{reports.danger}</p>
          <Choice
            id="about"
            legend={reports.about}
            error={problemAt(problems, 'about')}
            value={about}
            onChoose={choose}
            options={kinds.map((value) => ({
              value,
              label: reportTermOf('misconduct', value)[language],
              hint: reports.hints[value],
            }))}
          />
          <Choice
            id="organ"
            legend={reports.concerns}
            hint={reports.organHint}
            value={organ}
            onChoose={name}
            options={[
              { value: whoever, label: reports.whoever(props.petition.holder[language]) },
              ...organs
                .filter(({ id }) => id !== props.petition.holder.id)
                .map((each) => ({ value: each.id, label: each[language] })),
            ]}
          />
          <LongField
            id="text"
            label={reports.text}
            error={problemAt(problems, 'text')}
            rows={8}
            max={20_000}
            value={text}
            onText={write}
          />
        </>
      )}
    </SendingPage>
  )
}

export function ContestAnswer(props: FollowedProps) {
  const { words } = useSpeech()
  const { reports } = words
  const [reasons, write] = useState('')
  return (
    <SendingPage
      {...props}
      path={`/api/follow/reports/${props.item}/contest`}
      title={reports.contest.title}
      lead={reports.contest.lead}
      problems={() => (reasons.trim() === '' ? [{ field: 'reasons', message: reports.contest.needed }] : [])}
      body={() => ({ reasons: reasons.trim() })}
      sure={reports.sure}
      back={{ to: '/follow/petition/reports', label: reports.back, text: reports.contest.sent }}
    >
      {(problems) => (
        <LongField
          id="reasons"
          label={reports.contest.reasons}
          error={problemAt(problems, 'reasons')}
          rows={6}
          max={20_000}
          value={reasons}
          onText={write}
        />
      )}
    </SendingPage>
  )
}
