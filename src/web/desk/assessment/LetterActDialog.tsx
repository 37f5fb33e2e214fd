/** One act on a letter, with what follows from it. What was typed stays until the house has it. */
import { Alert, App, Form, Modal } from 'antd'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Letter, useLetterAct } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { ActFields } from './LetterActFields.tsx'
import type { Target } from './TargetsField.tsx'

export interface CaseOf {
  readonly stream: string
  readonly item: string
}

export interface TypedRuling {
  readonly case: CaseOf
  readonly ruling: string
  readonly outcome: string | null
}

export interface Typed {
  readonly targets?: readonly Target[]
  readonly remarks?: string
  readonly reason?: string
  readonly period?: string
  readonly audience?: string
  readonly issue?: string
  readonly indicator?: string
  readonly cases?: readonly CaseOf[]
  readonly reasons?: string
  readonly objection?: string
  readonly rulings?: readonly TypedRuling[]
}

interface LetterActDialogProps {
  readonly action: Letter['actions'][number]
  readonly letter: Letter
  readonly onClose: () => void
}

export function LetterActDialog({ action, letter, onClose }: LetterActDialogProps) {
  const { words, pick, language } = useLanguage()
  const { say } = useAssessmentWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const doing = useLetterAct(letter.letter)
  const send = (typed: Typed) =>
    doing.mutate(
      { action: action.action, body: bodyOf(action.action, typed, letter), version: letter.version },
      {
        onSuccess: () => {
          void message.success(say.done(pick(action)))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={pick(action)}
      width={680}
      okText={pick(action)}
      cancelText={words.cancel}
      confirmLoading={doing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="action-follows">{say.follows[action.action]}</p>
      <Form form={form} layout="vertical" initialValues={initialOf(letter)} onFinish={send}>
        <ActFields action={action.action} letter={letter} />
      </Form>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
    </Modal>
  )
}

/** What is most likely meant: the text as it stands, the figures issued last, the objection that is open. */
function initialOf({ draft, inForce, issues, objections }: Letter): Typed {
  const text = draft ?? inForce
  const open = objections.find(({ state }) => state === 'made' || state === 'takenHigher') ?? objections.at(-1)
  return {
    targets: text?.targets ?? [],
    remarks: text?.remarks ?? '',
    audience: 'sides',
    cases: [],
    ...(issues.length > 0 ? { issue: issues.at(-1)?.issue ?? '' } : {}),
    ...(open ? { objection: open.objection } : {}),
    rulings: (open?.cases ?? []).map((each) => ({ case: each, ruling: 'stays', outcome: null })),
  }
}

function bodyOf(action: Letter['actions'][number]['action'], typed: Typed, { draft }: Letter): object {
  const { targets, reason, period, audience, issue, indicator, cases, reasons, objection, rulings } = typed
  const remarks = typed.remarks?.trim() || null
  switch (action) {
    case 'redraft':
      return { targets, remarks }
    case 'sign':
      return { revision: draft?.revision ?? 1 }
    case 'revise':
      return { targets, remarks, reason }
    case 'withdraw':
      return { reason }
    case 'issue':
      return { period, audience }
    case 'object':
      return { issue, indicator, cases, reasons }
    case 'decide':
      return { objection, rulings, reasons }
    case 'object-above':
      return { objection, reasons }
  }
}
