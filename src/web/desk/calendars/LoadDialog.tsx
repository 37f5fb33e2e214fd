/** Takes a notice in: looked at first, and loaded once whoever does it has seen what would be loaded. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Modal, Select, Upload } from 'antd'
import { useState } from 'react'
import type { checkCalendar, loadCalendar } from '../../../calendar/contract.ts'
import { calendarTerms } from '../../../wording/calendar.ts'
import { call } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useCalendarWords } from './calendar-words.ts'

type Reason = keyof typeof calendarTerms.noticeReason
const reasons = Object.keys(calendarTerms.noticeReason) as readonly Reason[]

interface Given {
  readonly file: string
  readonly region: string
  readonly reason: Reason | null
}

const bodyOf = ({ file, region, reason }: Given) => ({ file, reason, ...(region === '' ? {} : { region }) })

export function LoadDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, pick, language } = useLanguage()
  const say = useCalendarWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [name, setName] = useState<string | null>(null)
  const [given, setGiven] = useState<Given>({ file: '', region: '', reason: null })
  const checking = useMutation({
    mutationFn: (to: Given) => call<typeof checkCalendar>('POST', '/api/calendars/check', { body: bodyOf(to) }),
  })
  const loading = useMutation({
    mutationFn: () => call<typeof loadCalendar>('POST', '/api/calendars', { body: bodyOf(given) }),
    onSuccess: async ({ items }) => {
      await client.invalidateQueries({ queryKey: ['calendars'] })
      void message.success(say.done(items.length))
      onClose()
    },
  })
  const change = (to: Partial<Given>) => {
    const next = { ...given, ...to }
    setGiven(next)
    loading.reset()
    if (next.file !== '') checking.mutate(next)
  }
  const fault = loading.error ?? checking.error
  return (
    <Modal
      open
      title={say.load}
      okText={say.load}
      cancelText={words.cancel}
      okButtonProps={{ disabled: !checking.data || checking.data.fresh.length === 0 || fault !== null }}
      confirmLoading={loading.isPending}
      onOk={() => loading.mutate()}
      onCancel={onClose}
    >
      <p className="action-follows">{say.follows}</p>
      <Form layout="vertical">
        <Form.Item label={say.file} extra={name ?? say.noFile}>
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              setName(file.name)
              void file.text().then((text) => change({ file: text }))
              return false
            }}
          >
            <Button>{say.choose}</Button>
          </Upload>
        </Form.Item>
        <Form.Item label={say.region} htmlFor="calendar-region" extra={say.regionHint}>
          <Input
            id="calendar-region"
            value={given.region}
            maxLength={6}
            inputMode="numeric"
            onChange={(event) => change({ region: event.target.value.replaceAll(/\D/g, '') })}
          />
        </Form.Item>
        <Form.Item label={say.reason} htmlFor="calendar-reason">
          <Select
            id="calendar-reason"
            value={given.reason ?? ''}
            onChange={(reason) => change({ reason: reason === '' ? null : (reason as Reason) })}
            options={[
              { value: '', label: say.noReason },
              ...reasons.map((value) => ({ value, label: pick(calendarTerms.noticeReason[value]) })),
            ]}
          />
        </Form.Item>
      </Form>
      {checking.data && !fault && <Found found={checking.data} />}
      {fault && <Alert role="alert" type="warning" showIcon title={troubleInWords(fault, words, language)} />}
    </Modal>
  )
}

function Found({ found }: { readonly found: { fresh: readonly { year: number }[]; known: readonly number[] } }) {
  const { language } = useLanguage()
  const say = useCalendarWords()
  const listed = (years: readonly number[]) => years.join(language === 'zh' ? '、' : ', ')
  return (
    <Alert
      type="info"
      showIcon
      title={say.wouldLoad(listed(found.fresh.map(({ year }) => year)))}
      description={found.known.length > 0 ? say.known(listed(found.known)) : undefined}
    />
  )
}
