/** The draw as everybody may see it, and a button that makes it again on this device. */
import { useState } from 'preact/hooks'
import type { receptionDraw } from '../../../leadership/reception/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { useAnswer } from '../figures/editions.tsx'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useWords } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { checkDraw, type Drawn } from './checking.ts'
import type { PageOf } from './reception.tsx'

type Verdict = 'fits' | 'differs' | 'cannot'

export function Draw({ say, item }: PageOf) {
  const words = useWords()
  const { value, trouble } = useAnswer<Received<typeof receptionDraw>>(`/api/reception-calendar/${item}/draw`)
  const [verdict, judge] = useState<Verdict | null>(null)
  if (value === null && trouble === null) return <Loading title={say.drawTitle} />
  const check = (drawn: Drawn) =>
    checkDraw(drawn).then(
      (fits) => judge(fits ? 'fits' : 'differs'),
      () => judge('cannot'),
    )
  return (
    <Page title={say.drawTitle} back={{ to: '/reception', label: words.actions.backTo(say.title) }}>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <p class="lead">{say.drawLead}</p>
      {value ? (
        <>
          <button type="button" class="button" onClick={() => check(value)}>
            {say.check}
          </button>
          <p role="status" class={verdict === 'differs' ? 'error' : 'says'}>
            {verdict === null ? '' : { fits: say.checked, differs: say.unchecked, cannot: say.cannotCheck }[verdict]}
          </p>
          <ol class="reception-order">
            {value.entries.map(({ reference, seat, first, hasLeft, wasDrawn }) => (
              <li key={reference}>
                {inGroups(reference, '-')}{' '}
                <span class="says">
                  {[
                    seat === null ? '' : say.seatMark(seat),
                    first && wasDrawn ? say.firstMark : '',
                    wasDrawn ? '' : say.lateMark,
                    hasLeft ? say.leftMark : '',
                  ]
                    .filter((mark) => mark !== '')
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ol>
          <ul>
            {say.drawHow.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <dl class="plain reception-digests">
            <dt>{say.commitment}</dt>
            <dd>{value.commitment}</dd>
            <dt>{say.secret}</dt>
            <dd>{value.secret}</dd>
            <dt>{say.seed}</dt>
            <dd>{value.seed}</dd>
          </dl>
        </>
      ) : null}
    </Page>
  )
}
