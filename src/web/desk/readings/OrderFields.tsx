/** Who does what, and by when: chosen from those who have the petition, filled in by one tap, and open to be written otherwise. */
import { Button, Form, type FormInstance, Radio } from 'antd'
import { useState } from 'react'
import { fullDay } from '../../shared/days.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { filled } from './filling.ts'
import type { Template } from './readings.ts'
import { useReadingWords } from './words.ts'

export interface Order {
  readonly organ?: string
  readonly what?: string
  readonly due?: string
}

interface OrderFieldsProps {
  readonly form: FormInstance
  /** The list of the form in which it lies, where it lies in one: names in a list are said without it. */
  readonly list?: string
  readonly at: readonly (string | number)[]
  readonly organs: readonly { readonly id: string; readonly zh: string; readonly en: string }[]
  readonly templates: readonly Template[]
}

const daysAhead = [3, 7, 15, 30]

export function OrderFields({ form, list, at, organs, templates }: OrderFieldsProps) {
  const say = useReadingWords()
  const { words, pick, language } = useLanguage()
  const { find } = useDirectory()
  const [template, setTemplate] = useState<Template | null>(null)
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const name = (field: keyof Order) => [...at, field]
  const path = (field: keyof Order) => [...(list ? [list] : []), ...at, field]
  const order = () => (form.getFieldValue([...(list ? [list] : []), ...at]) ?? {}) as Order
  /** A text that nobody has changed follows the organ and the day that were chosen. */
  const fill = (next: Template | null, { organ, due }: Order) => {
    if (!next || !organ || !due) return
    const named = organs.find(({ id }) => id === organ) ?? find(organ)
    form.setFieldValue(path('what'), filled(next[language], named ? pick(named) : organ, fullDay(due, language)))
  }
  const choose = (next: Template) => {
    setTemplate(next)
    const { organ } = order()
    form.setFieldValue(path('due'), next.day)
    fill(next, { due: next.day, ...(organ ? { organ } : {}) })
  }
  const changed = () => fill(template, order())
  return (
    <>
      <Form.Item name={name('organ')} label={say.instruct.organ} rules={needed(say.instruct.organ)}>
        <Who organs={organs} onPicked={changed} />
      </Form.Item>
      <Form.Item label={say.instruct.templates}>
        <div className="reading-templates">
          {templates.map((each) => (
            <button
              key={each.id}
              type="button"
              className="reading-template"
              aria-pressed={each.id === template?.id}
              onClick={() => choose(each)}
            >
              {filled(each[language], '…', '…')}
            </button>
          ))}
        </div>
      </Form.Item>
      <Form.Item name={name('what')} label={say.instruct.what} rules={needed(say.instruct.what)}>
        <Area rows={3} maxLength={2000} onInput={() => setTemplate(null)} />
      </Form.Item>
      <Form.Item name={name('due')} label={say.instruct.due} rules={needed(say.instruct.due)}>
        <Due onPicked={changed} />
      </Form.Item>
    </>
  )
}

interface Picked {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (value: string | null) => void
  onPicked(): void
}

/** Those who have the petition as large buttons; anybody else is looked for. */
function Who({ organs, value, onChange, onPicked, id }: Picked & Pick<OrderFieldsProps, 'organs'>) {
  const say = useReadingWords()
  const { pick } = useLanguage()
  const isOther = value !== undefined && !organs.some((organ) => organ.id === value)
  const [looks, setLooks] = useState(isOther || organs.length === 0)
  const pickOne = (next: string | null) => {
    onChange?.(next)
    onPicked()
  }
  return (
    <div id={id}>
      <Radio.Group
        className="reading-who"
        value={looks ? '' : value}
        onChange={({ target }) => target.value && pickOne(target.value)}
      >
        {organs.map((organ) => (
          <Radio.Button key={organ.id} value={organ.id} onClick={() => setLooks(false)}>
            {pick(organ)}
          </Radio.Button>
        ))}
        <Radio.Button value="" onClick={() => setLooks(true)}>
          {say.instruct.other}
        </Radio.Button>
      </Radio.Group>
      {looks && (
        <>
          <OrganPicker value={isOther ? value : null} onChange={pickOne} aria-label={say.instruct.other} />
          <p className="faint">{say.instruct.otherHint}</p>
        </>
      )}
    </div>
  )
}

function Due({ onPicked, onChange, ...rest }: Picked) {
  return (
    <DayField
      {...rest}
      ahead={daysAhead}
      mayBePast={false}
      onChange={(next) => {
        onChange?.(next)
        onPicked()
      }}
    />
  )
}

export const AddOrder = ({ onAdd }: { readonly onAdd: () => void }) => (
  <Button type="dashed" block onClick={onAdd}>
    {useReadingWords().instruct.more}
  </Button>
)
