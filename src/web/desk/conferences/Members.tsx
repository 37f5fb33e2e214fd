/** Who sits in a conference, who did, and seating somebody. */
import { Alert, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { conferenceTermOf, conferenceTerms } from '../../../wording/conference-terms.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { Periods } from './Conferences.tsx'
import { type SeatView, useConferenceWords, useEndingSeat, useRoster, useSeating } from './conferences.ts'
import './conferences.css'

export function Members() {
  const { organ = '' } = useParams()
  const { pick } = useLanguage()
  const say = useConferenceWords()
  const read = useRoster(organ, null)
  const [ending, end] = useState<SeatView | null>(null)
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const { conference, seats, periods, refusal } = read.data
  const past = seats.filter(({ isOver }) => isOver)
  const running = Object.keys(conferenceTerms.seatKind).flatMap((kind) =>
    seats.filter(({ seat, isOver }) => seat === kind && !isOver),
  )
  return (
    <Page title={`${pick(conference)} · ${say.membersOf}`}>
      <Periods periods={periods} />
      <ul className="conference-seats">
        {running.map((seat) => (
          <Seat key={seat.ref} seat={seat} {...(refusal ? {} : { onEnd: () => end(seat) })} />
        ))}
      </ul>
      {refusal ? <p className="soft">{pick(refusal)}</p> : <SeatForm organ={organ} />}
      {past.length > 0 && (
        <details className="conference-case">
          <summary>{say.past}</summary>
          <ul className="conference-seats">
            {past.map((seat) => (
              <Seat key={seat.ref} seat={seat} />
            ))}
          </ul>
        </details>
      )}
      {ending && <EndDialog organ={organ} seat={ending} onClose={() => end(null)} />}
    </Page>
  )
}

function Seat({ seat, onEnd }: { readonly seat: SeatView; readonly onEnd?: () => void }) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  return (
    <li>
      <span className="soft">{conferenceTermOf('seatKind', seat.seat)[language]}</span>
      <span>
        {seat.name ?? pick(seat.organ)} {seat.name && <span className="faint">{pick(seat.organ)}</span>}
      </span>
      <span className="faint nowrap">
        {fullDay(seat.from, language)} – {seat.until ? fullDay(seat.until, language) : ''}
      </span>
      {onEnd && (
        <Button size="small" type="text" onClick={onEnd}>
          {say.endSeat}
        </Button>
      )}
    </li>
  )
}

interface Typed {
  readonly seat: string
  readonly organ: string
  readonly account?: string | null
  readonly from: string
}

function SeatForm({ organ }: { readonly organ: string }) {
  const { words, pick, language } = useLanguage()
  const say = useConferenceWords()
  const [form] = Form.useForm<Typed>()
  const of = Form.useWatch('organ', form) ?? null
  const { data } = useRoster(organ, of)
  const seating = useSeating(organ)
  const needed = (label: string) => [{ required: true, message: say.needed(label) }]
  const send = ({ account = null, ...typed }: Typed) =>
    seating.mutate({ ...typed, account }, { onSuccess: () => form.resetFields(['organ', 'account']) })
  return (
    <Form
      form={form}
      layout="vertical"
      className="conference-seat-form"
      initialValues={{ seat: 'member', from: todayInBeijing() }}
      onFinish={send}
    >
      <Form.Item name="seat" label={say.seat} rules={needed(say.seat)}>
        <Select
          options={Object.entries(conferenceTerms.seatKind).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Form.Item>
      <Form.Item name="organ" label={say.organ} rules={needed(say.organ)}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name="account" label={say.candidate}>
        <Select
          allowClear
          placeholder={say.wholeOrgan}
          options={(data?.candidates ?? []).map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
      <Form.Item name="from" label={say.from} rules={needed(say.from)}>
        <DayField />
      </Form.Item>
      {seating.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(seating.error, words, language)} />
      )}
      <Button type="primary" htmlType="submit" loading={seating.isPending}>
        {say.addSeat}
      </Button>
    </Form>
  )
}

interface EndDialogProps {
  readonly organ: string
  readonly seat: SeatView
  readonly onClose: () => void
}

function EndDialog({ organ, seat, onClose }: EndDialogProps) {
  const say = useConferenceWords()
  return (
    <ActModal<{ until: string }, { ref: string; until: string }>
      title={say.endSeat}
      follows={seat.name ?? ''}
      doing={useEndingSeat(organ)}
      start={{ until: todayInBeijing() }}
      sent={({ until }) => ({ ref: seat.ref, until })}
      onClose={onClose}
    >
      <Form.Item name="until" label={say.lastDay} rules={[{ required: true, message: say.needed(say.lastDay) }]}>
        <DayField />
      </Form.Item>
    </ActModal>
  )
}
