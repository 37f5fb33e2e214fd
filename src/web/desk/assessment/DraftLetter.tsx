/** Drafts a letter of responsibility with an organ one level below. */
import { Alert, App, Form, InputNumber, Modal, Radio, Select } from 'antd'
import { useNavigate } from 'react-router'
import { assessmentTerms } from '../../../wording/assessment-terms.ts'
import { Area } from '../layout/Area.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Organ, useDirectory } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import { type Indicator, useDrafting, useIndicators, useLetters } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { type Target, TargetsField } from './TargetsField.tsx'

interface Typed {
  readonly year: number
  readonly lower: string | null
  readonly covers: 'organ' | 'area'
  readonly targets: readonly Target[]
  readonly remarks?: string
  readonly carriesOn?: string
}

export function DraftLetter({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { words, pick, language } = useLanguage()
  const { say } = useAssessmentWords()
  const { organ: own } = useSession()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<Typed>()
  const drafting = useDrafting()
  const indicators = useIndicators().data?.items ?? []
  const { find } = useDirectory()
  const lower = Form.useWatch('lower', form)
  const covers = Form.useWatch('covers', form) ?? 'organ'
  const isBelow = ({ id, parent, leadBy, state }: Organ) =>
    state === 'active' && id !== own.id && (parent === own.id || leadBy === own.id)
  const send = ({ remarks, carriesOn, ...typed }: Typed) =>
    drafting.mutate(
      { ...typed, remarks: remarks?.trim() || null, carriesOn: carriesOn ?? null },
      {
        onSuccess: ({ letter }) => {
          void message.success(say.drafted)
          onClose()
          void navigate(`/assessment/letters/${letter}`)
        },
      },
    )
  const needed = (label: string) => [{ required: true, message: say.needed(label) }]
  return (
    <Modal
      open
      title={say.draft}
      width={680}
      okText={say.draft}
      cancelText={words.cancel}
      confirmLoading={drafting.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ year, covers: 'organ', targets: [] }} onFinish={send}>
        <div className="draft-pair">
          <Form.Item name="lower" label={say.lower} rules={needed(say.lower)}>
            <OrganPicker accepts={isBelow} />
          </Form.Item>
          <Form.Item name="year" label={say.year} rules={needed(say.year)}>
            <InputNumber min={2000} max={2999} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="covers" label={say.covers}>
          <Radio.Group
            options={Object.entries(assessmentTerms.covering).map(([value, term]) => ({ value, label: pick(term) }))}
          />
        </Form.Item>
        <Form.Item name="targets" label={say.targets} rules={needed(say.targets)}>
          <TargetsField indicators={indicators.filter(isFitting(covers, find(lower ?? '')?.kind))} />
        </Form.Item>
        <Form.Item name="carriesOn" label={say.carriesOnSays}>
          <Carried />
        </Form.Item>
        <Form.Item name="remarks" label={say.remarks}>
          <Area rows={3} maxLength={20_000} />
        </Form.Item>
      </Form>
      {drafting.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(drafting.error, words, language)} />
      )}
    </Modal>
  )
}

/** A bureau is assessed by its own indicators and every other organ by theirs; an area has both. */
const isFitting =
  (covers: Typed['covers'], kind: string | undefined) =>
  ({ assesses }: Indicator): boolean =>
    covers === 'area' || kind === undefined || assesses === 'both' || (assesses === 'bureau') === (kind === 'bureau')

interface CarriedProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (letter: string | undefined) => void
}

/** Letters that this organ has signed as the assessed. */
function Carried({ value, onChange, ...rest }: CarriedProps) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  const own = useLetters(undefined, 'lower').data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Select
      {...rest}
      allowClear
      value={value ?? null}
      options={own
        .filter(({ stage }) => stage === 'inForce' || stage === 'revising')
        .map(({ letter, upper, lower, year }) => ({
          value: letter,
          label: `${say.letterOf(pick(lower), year)} · ${pick(upper)}`,
        }))}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
    />
  )
}
