/** Asks once, and says what follows: what was published cannot be taken back. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import type { correctFigures, publishFigures } from '../../../register/figures/contract.ts'
import { figuresTerms } from '../../../wording/figures.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { MonthView } from './Figures.tsx'
import { useFiguresWords } from './figures-words.ts'

type Reason = keyof typeof figuresTerms.correctionReason
const reasons = Object.keys(figuresTerms.correctionReason) as readonly Reason[]

export function PublishDialog({ month, onClose }: { readonly month: MonthView; readonly onClose: () => void }) {
  const { words, pick, language } = useLanguage()
  const { say, nameOf } = useFiguresWords()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [reason, choose] = useState<Reason>('late-entries')
  const [idempotencyKey] = useState(newIdempotencyKey)
  const isCorrection = month.editions > 0
  const doing = useMutation({
    mutationFn: () => send(month, reason, idempotencyKey),
    onSuccess: async ({ cases }) => {
      await client.invalidateQueries({ queryKey: ['figures'] })
      void message.success(say.done(cases))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={isCorrection ? say.correctNow(nameOf(month.month)) : say.publishNow(nameOf(month.month))}
      okText={isCorrection ? say.correct : say.publish}
      cancelText={words.cancel}
      confirmLoading={doing.isPending}
      onOk={() => doing.mutate()}
      onCancel={onClose}
    >
      <p className="action-follows">{isCorrection ? say.correctFollows : say.follows}</p>
      {isCorrection && (
        <Form layout="vertical">
          <Form.Item label={say.reason} htmlFor="figures-reason">
            <Select
              id="figures-reason"
              value={reason}
              onChange={choose}
              options={reasons.map((value) => ({ value, label: pick(figuresTerms.correctionReason[value]) }))}
            />
          </Form.Item>
        </Form>
      )}
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
    </Modal>
  )
}

const send = ({ month, editions }: MonthView, reason: Reason, idempotencyKey: string) =>
  editions > 0
    ? call<typeof correctFigures>(
        'POST',
        '/api/figures/:month/corrections',
        { params: { month }, body: { reason } },
        { idempotencyKey },
      )
    : call<typeof publishFigures>('POST', '/api/figures', { body: { month } }, { idempotencyKey })
