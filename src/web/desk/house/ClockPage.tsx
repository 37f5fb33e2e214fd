/** 期限计算: any time limit of the law from any day, with the reasons. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import type * as petition from '../../../petition/contract.ts'
import { spanInWords } from '../../../wording/days.ts'
import { dayAndWeekday, todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import '../petition/clocks.css'
import './house.css'

export function ClockPage() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const rule = search.get('rule') ?? 'handle'
  const from = search.get('from') ?? todayInBeijing()
  const go = (change: Record<string, string>) => setSearch({ rule, from, ...change }, { replace: true })
  return (
    <Page title={words.clock.title} isNarrowColumn>
      <section className="panel">
        <div className="clock-choice">
          <RuleChoice rule={rule} onChange={(next) => go({ rule: next })} />
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
          <label className="filter">
            <span>{words.clock.from}</span>
            <DayField value={from} onChange={(next) => next && go({ from: next })} />
          </label>
        </div>
        <Counted rule={rule} from={from} />
      </section>
    </Page>
  )
}

function RuleChoice({ rule, onChange }: { readonly rule: string; readonly onChange: (rule: string) => void }) {
  const { words, pick } = useLanguage()
  const rules = useQuery({
    queryKey: ['rules'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => call<typeof petition.listRules>('GET', '/api/rules', { query: {} }, { signal }),
  })
  const counted = (rules.data?.items ?? []).filter(({ unit }) => unit !== 'designated')
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="filter">
      <span>{words.clock.rule}</span>
      <Select
        value={rule}
        onChange={onChange}
        loading={rules.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        listHeight={400}
        options={counted.map((one) => ({
          value: one.rule,
          label: `${pick(one)} · ${pick(spanInWords(one.count ?? 0, one.unit as 'days'))}`,
        }))}
      />
    </label>
  )
}

function Counted({ rule, from }: { readonly rule: string; readonly from: string }) {
  const { words, pick, term, language } = useLanguage()
  const clock = useQuery({
    queryKey: ['clock', rule, from],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      call<typeof petition.countClock>('GET', '/api/clock', { query: { rule, from } }, { signal }),
  })
  if (clock.isPending) return <Skeleton lines={3} />
  if (clock.isError) return <Trouble error={clock.error} />
  const { lastDay, derivation, basis, binds, pack, calendar } = clock.data
  return (
    <div>
      <p className="soft">{words.clock.lastDay}</p>
      <p className="clock-last">{dayAndWeekday(lastDay, language)}</p>
      <div className="why">
        <ol>
          {derivation.map((step) => (
            <li key={step.zh}>{pick(step)}</li>
          ))}
        </ol>
        <p className="faint">
          {term('binds', binds)} · {pick(basis)}
        </p>
        <p className="faint">{words.petition.countedUnder(pack, calendar)}</p>
      </div>
    </div>
  )
}
