/** 回避: the petitioner asks that somebody with an interest of their own has nothing to do with the matter (art. 28). */
import { useState } from 'preact/hooks'
import { Choice, LongField } from '../form/form.tsx'
import { problemAt } from '../form/problem.ts'
import { useWords } from '../shell/language.tsx'
import { ActPage, type BodyOf } from './act-page.tsx'
import type { FollowedProps } from './follow-page.tsx'

type Whom = BodyOf<'request-recusal'>['whom']

export function RequestRecusal(props: FollowedProps) {
  const { act } = useWords()
  const say = act.requestRecusal
  const [whom, choose] = useState<Whom | ''>('')
  const [reasons, write] = useState('')
  const flaws = () => [
    ...(whom === '' ? [{ field: 'whom', message: say.choose }] : []),
    ...(reasons.trim() === '' ? [{ field: 'reasons', message: say.needed }] : []),
  ]
  return (
    <ActPage
      {...props}
      act="request-recusal"
      title={say.title}
      lead={say.lead}
      problems={flaws}
      body={() => ({ whom: whom || 'clerk', reasons: reasons.trim() })}
    >
      {(problems) => (
        <>
          <p class="basis">{say.basis}</p>
          <Choice
            id="whom"
            legend={say.whom}
            error={problemAt(problems, 'whom')}
            value={whom}
            onChoose={choose}
            options={(['clerk', 'head', 'named'] as const).map((value) => ({ value, label: say.kinds[value] }))}
          />
          <LongField
            id="reasons"
            label={say.reasons}
            error={problemAt(problems, 'reasons')}
            rows={6}
            max={2000}
            value={reasons}
            onText={write}
          />
        </>
      )}
    </ActPage>
  )
}
