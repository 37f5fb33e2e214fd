/** On the page of a petition: before which leaders it lies or lay, and the way to lay it before one. */
import { Checkbox, Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { readingTermOf } from '../../../wording/reading-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { LeaderField } from './LeaderField.tsx'
import { type Order, OrderFields } from './OrderFields.tsx'
import { useLaying, usePrepared, useReadingsOf } from './readings.ts'
import { useReadingWords } from './words.ts'
import './readings.css'

export function ReadingsOfPetition({
  number,
  isAccusation,
}: {
  readonly number: string
  readonly isAccusation: boolean
}) {
  const say = useReadingWords()
  const { language } = useLanguage()
  const { has } = useSession()
  const handles = has('clerk') || has('head')
  const { data: readings = [] } = useReadingsOf(number, handles)
  const [isLaying, setIsLaying] = useState(false)
  if (!handles || (isAccusation && readings.length === 0)) return null
  const lay = (
    <button type="button" className="link" onClick={() => setIsLaying(true)}>
      {say.lay.act}
    </button>
  )
  return (
    <>
      <SideBlock title={say.lay.title} isFilled={readings.length > 0} act={!isAccusation && lay}>
        <ul className="reading-list">
          {readings.map((row) => (
            <li key={row.reading}>
              <Link to={`/readings/${row.reading}`}>
                {row.leader.name} {readingTermOf('readingStage', row.stage)[language]}
              </Link>
              <div className="faint">{fullDay(row.movedOn, language)}</div>
            </li>
          ))}
        </ul>
      </SideBlock>
      {isLaying && <LayDialog petition={number} onClose={() => setIsLaying(false)} />}
    </>
  )
}

interface Typed {
  readonly leader: string
  readonly why: string
  readonly wantedBy?: string | null
  readonly suggests?: boolean
  readonly suggested?: Order
}

function LayDialog({ petition, onClose }: { readonly petition: string; readonly onClose: () => void }) {
  const say = useReadingWords()
  const { words } = useLanguage()
  const [form] = Form.useForm<Typed>()
  const suggests = Form.useWatch('suggests', form)
  const { data } = usePrepared(petition, true)
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  return (
    <ActModal<Typed, object>
      title={say.lay.act}
      follows={say.lay.follows}
      doing={useLaying()}
      form={form}
      sent={(typed) => bodyOf(petition, typed)}
      onClose={onClose}
    >
      <Form.Item name="leader" label={say.lay.leader} rules={needed(say.lay.leader)}>
        <LeaderField petition={petition} />
      </Form.Item>
      <Form.Item name="why" label={say.lay.why} rules={needed(say.lay.why)}>
        <Area rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="wantedBy" label={say.lay.wantedBy}>
        <DayField ahead={[3, 7]} mayBePast={false} />
      </Form.Item>
      <Form.Item name="suggests" valuePropName="checked">
        <Checkbox>{say.lay.suggests}</Checkbox>
      </Form.Item>
      {suggests && data && (
        <OrderFields {...{ form, at: ['suggested'] }} organs={data.organs} templates={data.templates} />
      )}
    </ActModal>
  )
}

function bodyOf(petition: string, { leader, why, wantedBy, suggests, suggested }: Typed): object {
  const [account, organ] = leader.split('@')
  return {
    ...{ petition, leader: { account, organ }, why, wantedBy: wantedBy ?? null },
    suggested: suggests ? (suggested ?? null) : null,
  }
}
