/** On the page of a petition: to which other ways of the law it led and how far they have come, and the way to explain one. */
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { referralTermOf, referralTerms } from '../../../wording/referral-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { NextLimit } from './Referrals.tsx'
import { useExplaining, useReferralsOf } from './referrals.ts'
import { useReferralWords } from './words.ts'
import '../tasks/tasks.css'

export function ReferralsOfPetition({ petition }: { readonly petition: PetitionView }) {
  const say = useReferralWords()
  const { language } = useLanguage()
  const { data } = useReferralsOf(petition.number, true)
  const [isExplaining, setIsExplaining] = useState(false)
  if (!data) return null
  const explain = (
    <button type="button" className="link" onClick={() => setIsExplaining(true)}>
      {say.begin}
    </button>
  )
  return (
    <>
      <SideBlock title={say.title} isFilled={data.items.length > 0} act={data.explain.refusal === null && explain}>
        <ul className="task-list">
          {data.items.map((line) => (
            <li key={line.referral}>
              <Link to={`/referrals/${line.referral}`} className="task-what">
                {referralTermOf('referralWay', line.way)[language]} ·{' '}
                {referralTermOf('referralStage', line.stage)[language]}
              </Link>
              <div className="task-foot">
                <NextLimit line={line} />
              </div>
            </li>
          ))}
        </ul>
      </SideBlock>
      {isExplaining && <ExplainDialog petition={petition} onClose={() => setIsExplaining(false)} />}
    </>
  )
}

interface Typed {
  readonly person: string
  readonly way: string
  readonly organ?: string | null
  readonly name?: string
  readonly explanation: string
  readonly knownOn?: string | null
  readonly first?: string | null
}

interface ExplainDialogProps {
  readonly petition: PetitionView
  readonly onClose: () => void
}

function ExplainDialog({ petition, onClose }: ExplainDialogProps) {
  const say = useReferralWords()
  const { words, pick } = useLanguage()
  const [form] = Form.useForm<Typed>()
  const way = Form.useWatch('way', form)
  const { data } = useReferralsOf(petition.number, true)
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const mayComeFirst = data?.ways.find((each) => each.way === way)?.mayComeFirst ?? false
  return (
    <ActModal<Typed, object>
      title={say.begin}
      follows={say.explain.follows}
      doing={useExplaining()}
      form={form}
      start={petition.people[0] ? { person: petition.people[0].ref } : {}}
      sent={(typed) => bodyOf(petition.number, typed, mayComeFirst)}
      onClose={onClose}
    >
      <Form.Item name="person" label={say.explain.person} rules={needed(say.explain.person)}>
        <Select options={petition.people.map(({ ref, name }) => ({ value: ref, label: name ?? ref }))} />
      </Form.Item>
      <Form.Item name="way" label={say.explain.way} rules={needed(say.explain.way)}>
        <Select options={(data?.ways ?? []).map((each) => ({ value: each.way, label: pick(each) }))} />
      </Form.Item>
      {mayComeFirst && (
        <Form.Item name="first" label={say.explain.first}>
          <Select
            allowClear
            options={Object.entries(referralTerms.referralFirst).map(([value, term]) => ({ value, label: pick(term) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="organ" label={say.explain.organ} extra={say.explain.oneOf}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name="name" label={say.explain.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="knownOn" label={say.explain.knownOn}>
        <DayField mayBeFuture={false} />
      </Form.Item>
      <Form.Item name="explanation" label={say.explain.text} rules={needed(say.explain.text)}>
        <Area rows={6} maxLength={20_000} />
      </Form.Item>
    </ActModal>
  )
}

const bodyOf = (petition: string, typed: Typed, mayComeFirst: boolean): object => ({
  ...{ petition, person: typed.person, way: typed.way, explanation: typed.explanation },
  to: { organ: typed.organ ?? null, name: typed.name?.trim() || null },
  knownOn: typed.knownOn ?? null,
  first: mayComeFirst ? (typed.first ?? null) : null,
})
