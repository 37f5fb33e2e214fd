import { Button, Form, Input, InputNumber, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { intakeTermOf, intakeTerms } from '../../../wording/intake-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { type Column, Ledger } from '../layout/Ledger.tsx'
import { More } from '../layout/More.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { ShelfCount, Shelves } from '../layout/Shelves.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { PlacePicker } from '../organs/PlacePicker.tsx'
import { CategoryPicker } from '../registration/CategoryPicker.tsx'
import { CentreWork } from './CentreWork.tsx'
import { type IntakeRow, type Slip, type Stage, stages, useCentreDay, useIntakes, useTaking } from './intakes.ts'
import { useIntakeWords } from './words.ts'
import './intake.css'

const asStage = (text: string | null): Stage => stages.find((stage) => stage === text) ?? 'waiting'

/** A centre's day: who waits at the window, who was led on, and what falls due of the other ways of the law. */
export function Centre() {
  const say = useIntakeWords()
  const { pick } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const [isTaking, setIsTaking] = useState(false)
  const [slip, showSlip] = useState<Slip | null>(null)
  const day = useCentreDay()
  // with the slip the dialogue is gone, before it hears that it was answered
  const hand = (given: Slip) => {
    setIsTaking(false)
    showSlip(given)
  }
  if (day.isPending) return <Skeleton lines={8} />
  if (day.isError) return <Trouble error={day.error} onRetry={() => day.refetch()} />
  const { takes, waiting, ledToday, referrals } = day.data
  const stage = asStage(search.get('stage'))
  if (slip) return <SlipPage slip={slip} onDone={() => showSlip(null)} />
  return (
    <Page title={say.title}>
      <p className="soft page-says">{say.says}</p>
      {takes.refusal && <p className="soft">{pick(takes.refusal)}</p>}
      <dl className="centre-day">
        <Count name={say.day.waiting} of={waiting} />
        <Count name={say.day.ledToday} of={ledToday} />
        <Count name={say.day.due} of={referrals.due} to="/referrals" />
        <Count name={say.day.going} of={referrals.going} to="/referrals?shelf=going" />
      </dl>
      <CentreWork day={day.data} />
      <div className="page-choice">
        <Shelves
          label={say.state}
          shelves={stages}
          chosen={stage}
          nameOf={(each) => say.stages[each]}
          countOf={(each) => <ShelfCount of={each === 'waiting' ? waiting : 0} />}
          onChoose={(each) => setSearch({ stage: each }, { replace: true })}
        />
        {takes.refusal === null && (
          <Button type="primary" onClick={() => setIsTaking(true)}>
            {say.take}
          </Button>
        )}
      </div>
      <IntakeLedger stage={stage} />
      {isTaking && <TakeDialog onSlip={hand} onClose={() => setIsTaking(false)} />}
    </Page>
  )
}

interface CountProps {
  readonly name: string
  readonly of: number
  readonly to?: string
}

const Count = ({ name, of, to }: CountProps) => (
  <div>
    <dt>{name}</dt>
    <dd>{to ? <Link to={to}>{of}</Link> : of}</dd>
  </div>
)

/** Number and key, large enough to be read across a counter, and printed as it stands. */
function SlipPage({ slip: { intake, key }, onDone }: { readonly slip: Slip; readonly onDone: () => void }) {
  const say = useIntakeWords()
  return (
    <Page title={say.take}>
      <section className="intake-slip">
        <p>{say.slip}</p>
        <dl>
          <dt>{say.number}</dt>
          <dd>{intake}</dd>
          <dt>{say.key}</dt>
          <dd>{key}</dd>
        </dl>
        <p className="soft">{say.slipWhere}</p>
      </section>
      <div className="page-choice">
        <Button onClick={() => globalThis.print()}>{say.print}</Button>
        <Button type="primary" onClick={onDone}>
          {say.done}
        </Button>
      </div>
    </Page>
  )
}

interface Typed {
  readonly way: string
  readonly name: string
  readonly phone?: string
  readonly about: string
  readonly category?: string | null
  readonly place: string
  readonly concerned: number
}

function TakeDialog({ onSlip, onClose }: { readonly onSlip: (slip: Slip) => void; readonly onClose: () => void }) {
  const say = useIntakeWords()
  const { words, pick } = useLanguage()
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  return (
    <ActModal<Typed, object>
      title={say.take}
      follows={say.takeFollows}
      doing={useTaking(onSlip)}
      start={{ way: 'window', concerned: 1 }}
      sent={(typed) => ({ ...typed, phone: typed.phone?.trim() || null, category: typed.category ?? 'other' })}
      onClose={onClose}
    >
      <Form.Item name="way" label={say.way}>
        <Radio.Group
          options={Object.entries(intakeTerms.intakeWay).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={say.who} rules={needed(say.who)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="phone" label={say.phone}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
      <Form.Item name="about" label={say.about} rules={needed(say.about)}>
        <Area rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="category" label={say.category}>
        <CategoryPicker />
      </Form.Item>
      <Form.Item name="place" label={say.place} rules={needed(say.place)}>
        <PlacePicker />
      </Form.Item>
      <Form.Item name="concerned" label={say.concerned}>
        <InputNumber min={1} max={100_000} />
      </Form.Item>
    </ActModal>
  )
}

function IntakeLedger({ stage }: { readonly stage: Stage }) {
  const say = useIntakeWords()
  const intakes = useIntakes(stage)
  const columns = useIntakeColumns()
  if (intakes.isPending) return <Skeleton lines={6} />
  if (intakes.isError) return <Trouble error={intakes.error} onRetry={() => intakes.refetch()} />
  const rows = intakes.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Nothing title={say.none[stage]} says={say.noneSays} />
  return (
    <>
      <Ledger
        label={say.title}
        rows={rows}
        columns={columns}
        keyOf={({ intake }) => intake}
        hrefOf={({ intake }) => `/centre/${intake}`}
        linked="about"
        card={(row) => <IntakeCard row={row} />}
      />
      <More
        hasMore={intakes.hasNextPage}
        isLoading={intakes.isFetchingNextPage}
        onMore={() => intakes.fetchNextPage()}
      />
    </>
  )
}

function useIntakeColumns(): readonly Column<IntakeRow>[] {
  const say = useIntakeWords()
  const { language } = useLanguage()
  return useMemo(() => {
    const nameOf = ({ name }: IntakeRow) => name ?? ''
    const aboutOf = ({ about }: IntakeRow) => about ?? ''
    const ledOf = ({ ledAs, stage }: IntakeRow) =>
      ledAs ? intakeTermOf('leadKind', ledAs)[language] : intakeTermOf('intakeStage', stage)[language]
    return [
      { key: 'came', title: say.came, width: 150, cell: ({ takenOn }) => fullDay(takenOn, language) },
      { key: 'who', title: say.who, width: 140, text: nameOf, cell: nameOf },
      { key: 'about', title: say.about, isWide: true, text: aboutOf, cell: aboutOf },
      { key: 'concerned', title: say.concerned, width: 110, cell: ({ concerned }) => concerned },
      { key: 'state', title: say.state, width: 180, text: ledOf, cell: ledOf },
    ]
  }, [say, language])
}

/** One on a phone. */
function IntakeCard({ row }: { readonly row: IntakeRow }) {
  const { language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-top">
        <span>{fullDay(row.takenOn, language)}</span>
        <span className="soft">
          {row.ledAs ? intakeTermOf('leadKind', row.ledAs)[language] : intakeTermOf('intakeStage', row.stage)[language]}
        </span>
      </div>
      <div className="work-card-title">{row.about}</div>
      <div className="work-card-foot faint">
        <span>{row.name}</span>
      </div>
    </div>
  )
}
