/** The roster of helpers by kind, skill and place; beside it the invitations of one's own organ, and how many there were. */
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { helperKinds, helperSkills } from '../../../law/codes/helper-kinds.ts'
import { helperTermOf } from '../../../wording/helper-terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { useSession } from '../session/session-context.ts'
import { EngagementItem } from './EngagementItem.tsx'
import { HelperDialog } from './HelperDialogs.tsx'
import { type HelperView, useEngagementCounts, useEngagements, useHelpers, useHelping } from './helpers.ts'
import { nameOfKind, nameOfSkill } from './names.ts'
import './helpers.css'

type Tab = 'roster' | 'open' | 'over'

export function Helpers() {
  const { words } = useLanguage()
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('tab')
  const handles = has('clerk') || has('head')
  const tab: Tab = handles && (asked === 'open' || asked === 'over') ? asked : 'roster'
  return (
    <Page
      title={words.helper.title}
      beside={
        handles && (
          <Segmented<Tab>
            value={tab}
            onChange={(next) => setSearch({ tab: next }, { replace: true })}
            options={(['roster', 'open', 'over'] as const).map((value) => ({ value, label: words.helper.tabs[value] }))}
          />
        )
      }
    >
      <p className="soft page-says">{words.helper.says}</p>
      {tab === 'roster' ? <Roster /> : <Engagements isOpen={tab === 'open'} />}
    </Page>
  )
}

function Roster() {
  const { words, language } = useLanguage()
  const { has } = useSession()
  const [kind, setKind] = useState<string>()
  const [skill, setSkill] = useState<string>()
  const [place, setPlace] = useState<string>()
  const [isEntering, enter] = useState(false)
  const list = useHelpers({ kind, skill, place })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const keeps = (list.data?.pages[0]?.keepsRoster ?? false) && (has('clerk') || has('head'))
  const named = (table: readonly { id: string; zh: string; en: string }[]) =>
    table.map(({ id, ...each }) => ({ value: id, label: each[language] }))
  return (
    <>
      <div className="helper-filter">
        <Select
          allowClear
          aria-label={words.helper.kind}
          placeholder={words.helper.kind}
          options={named(helperKinds)}
          onChange={setKind}
        />
        <Select
          allowClear
          aria-label={words.helper.skill}
          placeholder={words.helper.skill}
          options={named(helperSkills)}
          onChange={setSkill}
        />
        <PlacePicker value={place} onChange={setPlace} aria-label={words.helper.places} />
        {keeps && (
          <Button type="primary" onClick={() => enter(true)}>
            {words.helper.enter}
          </Button>
        )}
      </div>
      {list.isPending && <Skeleton lines={6} />}
      {list.isError && <Trouble error={list.error} onRetry={() => list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <Nothing title={words.helper.none} says={words.helper.noneSays} />}
      <ul className="helper-list">
        {rows.map((row) => (
          <li key={row.helper}>
            <HelperItem helper={row} />
          </li>
        ))}
      </ul>
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
      {isEntering && <HelperDialog helper={null} onClose={() => enter(false)} />}
    </>
  )
}

/** One helper in three lines; whoever keeps the entry reads how they are reached, and changes it. */
function HelperItem({ helper }: { readonly helper: HelperView }) {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const [act, setAct] = useState<'revise' | 'suspend' | 'end' | null>(null)
  const doing = useHelping()
  const { name, kind, skills, places, organ, keeper, contact, until, state, isOurs } = helper
  return (
    <>
      <h2>
        {name} <span className="faint">{nameOfKind(kind, language)}</span>
        {state !== 'active' && <span className="helper-state">{helperTermOf('helperState', state)[language]}</span>}
      </h2>
      <p>
        {skills.map((skill) => nameOfSkill(skill, language)).join(' · ')}
        {skills.length > 0 && ' · '}
        {places.map(placeName).join(' · ')}
      </p>
      <p className="faint">
        {organ && `${pick(organ)} · `}
        {words.helper.keptBy(pick(keeper))}
        {until && ` · ${words.helper.until(fullDay(until, language))}`}
        {contact && ` · ${contact}`}
      </p>
      {isOurs && state !== 'ended' && (
        <div className="helper-acts">
          <Button size="small" onClick={() => setAct('revise')}>
            {helperTermOf('helperCommand', 'ReviseHelper')[language]}
          </Button>
          {state === 'active' ? (
            <Button size="small" onClick={() => setAct('suspend')}>
              {helperTermOf('helperCommand', 'SuspendHelper')[language]}
            </Button>
          ) : (
            <Button
              size="small"
              loading={doing.isPending}
              onClick={() => doing.mutate({ path: `/api/helpers/${helper.helper}/resume`, body: {} })}
            >
              {helperTermOf('helperCommand', 'ResumeHelper')[language]}
            </Button>
          )}
          <Button size="small" onClick={() => setAct('end')}>
            {helperTermOf('helperCommand', 'EndHelper')[language]}
          </Button>
        </div>
      )}
      {act && (
        <HelperDialog helper={helper} {...(act === 'revise' ? {} : { reasonFor: act })} onClose={() => setAct(null)} />
      )}
    </>
  )
}

function Engagements({ isOpen }: { readonly isOpen: boolean }) {
  const { words } = useLanguage()
  const list = useEngagements(isOpen, true)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isPending) return <Skeleton lines={6} />
  if (list.isError) return <Trouble error={list.error} onRetry={() => list.refetch()} />
  return (
    <>
      {!isOpen && <Counts />}
      {rows.length === 0 && <Nothing title={words.helper.noInvitations} says={words.helper.noInvitationsSays} />}
      <ul className="helper-list">
        {rows.map((row) => (
          <li key={row.engagement}>
            <EngagementItem engagement={row} isLinked />
          </li>
        ))}
      </ul>
      <More hasMore={list.hasNextPage} isLoading={list.isFetchingNextPage} onMore={() => list.fetchNextPage()} />
    </>
  )
}

/** How many of each kind were invited this year, came to it, and did something. Nobody is named and nothing is ranked. */
function Counts() {
  const { words, language } = useLanguage()
  const year = Number(todayInBeijing().slice(0, 4))
  const { data: counts = [] } = useEngagementCounts(year)
  if (counts.length === 0) return null
  return (
    <section className="helper-counts">
      <h2>{words.helper.counted(year)}</h2>
      <ul>
        {counts.map(({ kind, invited, accepted, helped }) => (
          <li key={kind}>
            {nameOfKind(kind, language)} <span className="faint">{words.helper.counts(invited, accepted, helped)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
