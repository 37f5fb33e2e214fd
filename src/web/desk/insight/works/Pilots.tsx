import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { categoryTree } from '../../../../law/codes/categories.ts'
import { pilotTerms } from '../../../../wording/pilot-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { DayField } from '../../layout/DayField.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { PlacePicker } from '../../organs/PlacePicker.tsx'
import { useBeginning, usePilots } from './pilots.ts'

/** What the reader's bureau tries or has tried, below what goes together. */
export function Pilots() {
  const { words, pick, language } = useLanguage()
  const say = words.pilots
  const [isOpen, setIsOpen] = useState(false)
  const { data } = usePilots()
  if (!data || (data.items.length === 0 && data.refusal !== null)) return null
  return (
    <section className="works-part">
      <h2>{say.title}</h2>
      <p className="soft">{say.says}</p>
      {data.refusal === null && <Button onClick={() => setIsOpen(true)}>{say.begin}</Button>}
      {data.items.length === 0 && <p>{say.none}</p>}
      <ul className="works-list">
        {data.items.map(({ pilot, name, stage, place, category, from, until }) => (
          <li key={pilot}>
            <Link to={`/insight/works/${pilot}`}>{name}</Link>{' '}
            <span className="faint">
              {[pick(place), ...(category ? [pick(category)] : []), pick(pilotTerms.pilotStage[stage])].join(' · ')}{' '}
              {say.period(fullDay(from, language), fullDay(until, language))}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && <Begin place={data.place} onClose={() => setIsOpen(false)} />}
    </section>
  )
}

/** Matters are counted by township at the finest. */
const finestPlace = 9

interface BeginProps {
  readonly place: { readonly code: string; readonly zh: string; readonly en: string }
  readonly onClose: () => void
}

type Typed = Readonly<Record<'name' | 'what' | 'category' | 'place' | 'from' | 'until', string | undefined>>

function Begin({ place, onClose }: BeginProps) {
  const { words, pick } = useLanguage()
  const say = words.pilots
  const needed = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <ActModal<Typed, object>
      title={say.begin}
      follows={say.follows}
      doing={useBeginning()}
      sent={({ category, place: chosen, ...typed }) => ({
        ...{ ...typed, category: category ?? null },
        place: chosen?.slice(0, finestPlace),
      })}
      onClose={onClose}
    >
      <Form.Item name="name" label={say.name} rules={needed(say.name)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="what" label={say.what} rules={needed(say.what)}>
        <Area rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="category" label={say.category}>
        <Select
          allowClear
          placeholder={words.category.choose}
          options={categoryTree.map((branch) => ({ value: branch.id, label: pick(branch) }))}
        />
      </Form.Item>
      <Form.Item name="place" label={say.place} extra={say.placeSays(pick(place))} rules={needed(say.place)}>
        <PlacePicker />
      </Form.Item>
      <Form.Item name="from" label={say.from} rules={needed(say.from)}>
        <DayField mayBePast={false} />
      </Form.Item>
      <Form.Item name="until" label={say.until} rules={needed(say.until)}>
        <DayField mayBePast={false} ahead={[90, 180, 365]} />
      </Form.Item>
    </ActModal>
  )
}
