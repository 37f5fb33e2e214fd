/** Who has not yet received as often as asked: what is open or missed first, what is done folded into one line. */
import { useState } from 'react'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { useReceptionWords } from './reception-words.ts'
import type { Gaps, LeaderGapView } from './receptions.ts'

const worst = ['missed', 'open', 'planned', 'met'] as const

export function GapList({ gaps }: { readonly gaps: Gaps }) {
  const say = useReceptionWords()
  const { pick } = useLanguage()
  const [isWhole, setIsWhole] = useState(false)
  if (gaps.leaders.length === 0 && gaps.days === null) return null
  const sorted = [...gaps.leaders].sort((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state))
  const short = sorted.filter(({ state }) => state === 'missed' || state === 'open')
  const rest = sorted.filter((gap) => !short.includes(gap))
  return (
    <section className="reception-gaps">
      <h2>{say.gaps}</h2>
      <p className="soft">{say.gapsLead}</p>
      <DaysShort gaps={gaps} />
      {short.length === 0 && <p>{say.noGaps}</p>}
      <ul>
        {short.map((gap) => (
          <Gap key={`${gap.account} ${gap.frequency}`} gap={gap} />
        ))}
        {isWhole && rest.map((gap) => <Gap key={`${gap.account} ${gap.frequency}`} gap={gap} />)}
      </ul>
      {rest.length > 0 && (
        <button type="button" className="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {say.gapState.met} / {say.gapState.planned}: {rest.length}
        </button>
      )}
      {gaps.standing.map((rule) => (
        <p key={rule.zh} className="faint">
          {pick(rule)} · {pick(rule.basis)}
        </p>
      ))}
    </section>
  )
}

function DaysShort({ gaps: { days } }: { readonly gaps: Gaps }) {
  const say = useReceptionWords()
  const { pick } = useLanguage()
  if (days === null) return null
  const count = (state: string) => days.items.filter((item) => item.state === state).length
  const [open, missed] = [count('open'), count('missed')]
  return (
    <p>
      {open + missed === 0 && say.daysWhole}
      {open > 0 && <span className="reception-open">{say.daysShort(open)}</span>}
      {open > 0 && missed > 0 && ' · '}
      {missed > 0 && <span className="reception-missed">{say.daysMissed(missed)}</span>}{' '}
      <span className="faint">{pick(days.basis)}</span>
    </p>
  )
}

function Gap({ gap }: { readonly gap: LeaderGapView }) {
  const say = useReceptionWords()
  const { pick, language } = useLanguage()
  return (
    <li>
      <strong>{gap.name}</strong> <span className="faint">{pick(gap.organ)}</span>{' '}
      <span className={`reception-${gap.state}`}>{say.gapState[gap.state]}</span>
      {gap.day && <span className="faint"> {fullDay(gap.day, language)}</span>}
      <div className="faint">
        {pick(gap)}，{say.period(fullDay(gap.from, language), fullDay(gap.until, language))}
      </div>
    </li>
  )
}
