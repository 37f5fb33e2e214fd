import { Button, Form } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { pilotTerms } from '../../../../wording/pilot-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { OrganPicker } from '../../organs/OrganPicker.tsx'
import { TaskLines } from '../../tasks/TaskLines.tsx'
import { type PilotAct, type PilotView, usePilot, usePilotAct } from './pilots.ts'
import { percent } from './shares.ts'
import '../insight.css'
import './works.css'

export function PilotPage() {
  const { pilot = '' } = useParams()
  const read = usePilot(pilot)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={pilot} pilot={read.data} />
}

interface PilotProps {
  readonly pilot: PilotView
}

function Whole({ pilot }: PilotProps) {
  const { words, pick, language } = useLanguage()
  const say = words.pilots
  const [doing, setDoing] = useState<PilotAct['action'] | null>(null)
  const { name, what, stage, place, category, from, until, ended, refusal } = pilot
  return (
    <Page title={name ?? ''}>
      <p className="soft">
        {[pick(pilotTerms.pilotStage[stage]), pick(place), ...(category ? [pick(category)] : [])].join(' · ')} ·{' '}
        {say.period(fullDay(from, language), fullDay(until, language))}
      </p>
      <p className="prose pilot-what">{what}</p>
      {ended && (
        <p className="pilot-what">
          {say.ended(pick(pilotTerms.pilotStage[stage]), fullDay(ended.on, language), ended.reason)}
        </p>
      )}
      <EffectOf pilot={pilot} />
      {stage === 'running' && (
        <section className="works-part">
          <h2>{say.now}</h2>
          {refusal !== null && <p className="faint">{pick(refusal)}</p>}
          {refusal === null && (
            <p>
              <Button onClick={() => setDoing('spread')}>{say.spread}</Button>{' '}
              <Button onClick={() => setDoing('drop')}>{say.drop}</Button>
            </p>
          )}
        </section>
      )}
      <div className="works-part">
        <TaskLines of={`pilot:${pilot.pilot}`} />
      </div>
      {doing && <End pilot={pilot} action={doing} onClose={() => setDoing(null)} />}
    </Page>
  )
}

const points = (share: number): string => (share * 100).toFixed(1)
const yearOfDays = 365

function EffectOf({ pilot: { effect, ended } }: PilotProps) {
  const { words } = useLanguage()
  const say = words.pilots
  const shown = ({ n, held }: { readonly n: number; readonly held: number }) =>
    n === 0 ? '—' : `${percent(held / n)}  ${words.works.cell(held, n)}`
  const { difference, low, high, isSmall, watchedDays } = effect
  if (watchedDays === 0)
    return (
      <section className="works-part">
        <h2>{say.effect}</h2>
        <p>{say.notYet}</p>
      </section>
    )
  return (
    <section className="works-part">
      <h2>{say.effect}</h2>
      <p role="note" className="works-caution">
        <strong>{say.caution}</strong>
      </p>
      {ended && <p className="faint">{say.measuredThen}</p>}
      <table className="insight-table" aria-label={say.table}>
        <thead>
          <tr>
            <th scope="col">{say.where}</th>
            <th scope="col">{say.before}</th>
            <th scope="col">{say.after}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say.here}</th>
            <td>{shown(effect.before)}</td>
            <td>{shown(effect.after)}</td>
          </tr>
          <tr>
            <th scope="row">{say.elsewhere}</th>
            <td>{shown(effect.elsewhereBefore)}</td>
            <td>{shown(effect.elsewhereAfter)}</td>
          </tr>
        </tbody>
      </table>
      <p>{difference === null ? say.nothing : say.difference(points(difference), points(low), points(high))}</p>
      {isSmall && difference !== null && <p className="faint">{say.small}</p>}
      <p className="faint">
        {say.watched(watchedDays)} {watchedDays < yearOfDays && say.notFull}
      </p>
    </section>
  )
}

interface EndProps extends PilotProps {
  readonly action: PilotAct['action']
  readonly onClose: () => void
}

interface Typed {
  readonly reason?: string
  readonly steps?: readonly object[]
}

function End({ pilot, action, onClose }: EndProps) {
  const { words } = useLanguage()
  const say = words.pilots
  const isSpreading = action === 'spread'
  return (
    <ActModal<Typed, PilotAct>
      title={say[action]}
      follows={isSpreading ? say.spreadFollows : say.dropFollows}
      doing={usePilotAct(pilot.pilot)}
      start={isSpreading ? { steps: [{}] } : {}}
      sent={(body) => ({ action, body, version: pilot.version })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={say.reason} rules={[{ required: true, message: words.field.needed(say.reason) }]}>
        <Area rows={3} maxLength={4000} />
      </Form.Item>
      {isSpreading && <Steps />}
    </ActModal>
  )
}

function Steps() {
  const { words } = useLanguage()
  const say = words.pilots
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <Form.List name="steps">
      {(fields, { add }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{say.task}</legend>
              <Form.Item name={[name, 'organ']} label={say.organ} rules={needed(say.organ)}>
                <OrganPicker />
              </Form.Item>
              <Form.Item name={[name, 'what']} label={say.task} rules={needed(say.task)}>
                <Area rows={2} maxLength={4000} />
              </Form.Item>
              <Form.Item name={[name, 'due']} label={say.due} rules={needed(say.due)}>
                <DayField mayBePast={false} ahead={[30, 60, 90]} />
              </Form.Item>
            </fieldset>
          ))}
          <Button onClick={() => add({})}>{say.another}</Button>
        </>
      )}
    </Form.List>
  )
}
