/** 错情预警: the nearest day first, each with the article that it would become and who answers for it. */
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { fullDay } from '../../shared/days.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { DaysLeft, StageMark, shownNumber } from '../petition/words.tsx'
import {
  type Behind,
  type Held,
  useWarnedCases,
  useWarnings,
  type WarnedCase as WarnedCaseRow,
  type Warning,
} from './responsibility.ts'
import { useResponsibilityWords } from './responsibility-words.ts'

const spans = [0, 3, 7, 15, 31]
const usual = 7

export function Warnings({ organ }: { readonly organ: string }) {
  const { say } = useResponsibilityWords()
  const [search, setSearch] = useSearchParams()
  const days = spans.find((span) => String(span) === search.get('days')) ?? usual
  const warnings = useWarnings(organ, days)
  return (
    <section className="responsibility-part" aria-labelledby="warnings">
      <header className="responsibility-head">
        <h2 id="warnings">{say.warnings}</h2>
        <Segmented<number>
          aria-label={say.within}
          value={days}
          options={spans.map((value) => ({ value, label: say.days(value) }))}
          onChange={(next) =>
            setSearch(
              (before) => {
                const after = new URLSearchParams(before)
                after.set('days', String(next))
                return after
              },
              { replace: true },
            )
          }
        />
      </header>
      <p className="faint responsibility-says">{say.warningsSay(days)}</p>
      {warnings.isPending && <Skeleton lines={4} />}
      {warnings.isError && <Trouble error={warnings.error} onRetry={() => warnings.refetch()} />}
      {warnings.data && <Warned {...warnings.data} />}
    </section>
  )
}

interface WarnedProps {
  readonly coming: readonly Warning[]
  readonly fallen: readonly Warning[]
  readonly isCut: boolean
}

function Warned({ coming, fallen, isCut }: WarnedProps) {
  const { say } = useResponsibilityWords()
  const [opened, open] = useState<Warning | null>(null)
  return (
    <>
      {coming.length === 0 && <Nothing title={say.noWarnings} says={say.noWarningsSay} />}
      <ul className="warnings">
        {coming.map((warning) => (
          <WarningLine key={keyOf(warning)} warning={warning} onOpen={() => open(warning)} />
        ))}
      </ul>
      {fallen.length > 0 && (
        <>
          <h3 className="responsibility-sub">{say.fallen}</h3>
          <p className="faint responsibility-says">{say.fallenSays}</p>
          <ul className="warnings">
            {fallen.map((warning) => (
              <WarningLine key={keyOf(warning)} warning={warning} onOpen={() => open(warning)} />
            ))}
          </ul>
        </>
      )}
      {isCut && <p className="faint">{say.cut}</p>}
      {opened && <Cases warning={opened} onClose={() => open(null)} />}
    </>
  )
}

const keyOf = ({ organ, source, rule, lastDay }: Warning): string => `${organ.id} ${source} ${rule} ${lastDay}`

function WarningLine({ warning, onOpen }: { readonly warning: Warning; readonly onOpen: () => void }) {
  const { pick } = useLanguage()
  const { say } = useResponsibilityWords()
  const { organ, duty, daysLeft, error, answersForAll, directs } = warning
  const isLate = daysLeft < 0
  return (
    <li className={isLate ? 'warning warning-late' : daysLeft <= 1 ? 'warning warning-near' : 'warning'}>
      <div className="warning-when">
        <strong>{isLate ? say.late(-daysLeft) : daysLeft === 0 ? say.today : say.inDays(daysLeft)}</strong>
        <span className="faint">{pick(organ)}</span>
        <span className="faint">{pick(duty)}</span>
      </div>
      <div className="warning-what">
        <p>{pick(warning)}</p>
        {error === null && <p className="faint">{say.noError}</p>}
        <p className="faint">
          <Answering label={say.answers} held={answersForAll} />
          <Answering label={say.directs} held={directs} />
        </p>
      </div>
      <Button size="small" onClick={onOpen} aria-label={`${say.cases} · ${say.casesOf(pick(duty), pick(organ))}`}>
        {say.cases}
      </Button>
    </li>
  )
}

function Answering({ label, held }: { readonly label: string; readonly held: readonly Held[] }) {
  const { language } = useLanguage()
  const { say, holderName } = useResponsibilityWords()
  const names = held.map(holderName).join(language === 'zh' ? '、' : ', ')
  return (
    <span className="warning-who">
      {label} {names === '' ? <span className="not-yet">{say.nobody}</span> : <span className="soft">{names}</span>}
    </span>
  )
}

function Cases({ warning, onClose }: { readonly warning: Warning; readonly onClose: () => void }) {
  const { pick } = useLanguage()
  const { say } = useResponsibilityWords()
  const { organ, source, rule, duty, lastDay, through } = warning
  return (
    <Drawer open title={say.casesOf(pick(duty), pick(organ))} size={520} onClose={onClose}>
      <CaseList behind={{ organ: organ.id, source, rule, from: lastDay, through }} />
    </Drawer>
  )
}

function CaseList({ behind }: { readonly behind: Behind }) {
  const list = useWarnedCases(behind)
  if (list.isPending) return <Skeleton lines={6} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  return (
    <>
      <ul className="warned-cases">
        {list.data.pages
          .flatMap(({ items }) => items)
          .map((each) => (
            <li key={`${each.number} ${each.lastDay}`}>
              <WarnedCase warned={each} />
            </li>
          ))}
      </ul>
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

const pageOf = { petition: 'petitions', supervision: 'supervision', proposal: 'proposals' } as const

function WarnedCase({ warned }: { readonly warned: WarnedCaseRow }) {
  const { pick, language } = useLanguage()
  const placeName = usePlaceName()
  const { number, source, title, stage, category, place, registeredOn, daysLeft } = warned
  const { say } = useResponsibilityWords()
  // what opens a proposal is drawn at random and says nothing to people
  const shown = source === 'proposal' ? (title ?? say.proposal) : /^\d+$/.test(number) ? shownNumber(number) : number
  return (
    <>
      <Link to={`/${pageOf[source]}/${number}`}>{shown}</Link>
      {stage && <StageMark stage={stage} />}
      <DaysLeft daysLeft={daysLeft} isOverdue={daysLeft < 0} />
      {category && place && registeredOn && (
        <span className="faint">
          {pick(findCategory(category) ?? { zh: category, en: category })} · {placeName(place)} ·{' '}
          {fullDay(registeredOn, language)}
        </span>
      )}
    </>
  )
}
