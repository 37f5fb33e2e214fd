/** The form of one command: what is typed survives a closed drawer, a lost connection and somebody else's act in between. */

import type { FormInstance } from 'antd'
import { App, Button, Drawer, Form } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RenewedKey as RenewedKeyAnswer } from '../../../petition/contract.ts'
import type { ActionView } from '../../../petition/views.ts'
import { DraftHints } from '../insight/answers/DraftHints.tsx'
import { useIsNarrow } from '../layout/media.ts'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory } from '../organs/directory.ts'
import { forgetTyped, keepTyped, typedBefore } from './drafts.ts'
import { FieldRow } from './FieldRow.tsx'
import type { AnyForm, Find, Initial } from './fields.ts'
import { formOf, weighty } from './forms.tsx'
import { newIdempotencyKey, type PetitionView, useAct, useRereadPetition } from './petition.ts'
import type { Renewal } from './RenewedKey.tsx'
import { Refused, showAtFields } from './refused.tsx'
import { shownNumber } from './words.tsx'
import './action-form.css'

type Values = Record<string, unknown>

interface ActionFormProps {
  readonly action: ActionView
  /** What was settled by where it was chosen. */
  readonly start: Values
  readonly petition: PetitionView
  readonly onClose: () => void
  /** A key that is shown this once. */
  readonly onRenewed: (renewal: Renewal) => void
}

export function ActionForm({ action, start, petition, onClose, onRenewed }: ActionFormProps) {
  const { words, pick } = useLanguage()
  const isNarrow = useIsNarrow()
  const [form] = Form.useForm<Values>()
  const description = formOf(action.action)
  const sending = useSending({ action, start, petition, onClose, onRenewed }, form)
  return (
    <Drawer
      open
      onClose={onClose}
      size={isNarrow ? '100%' : 600}
      title={pick(action)}
      extra={<span className="faint nowrap">{shownNumber(petition.number)}</span>}
      footer={
        <div className="action-foot">
          <span className="faint">{words.action.sendKey}</span>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" loading={sending.isPending} disabled={!description} onClick={() => form.submit()}>
            {pick(action)}
          </Button>
        </div>
      }
    >
      <Refused error={sending.error} onReread={sending.reread} />
      <Follows action={action.action} />
      {description && (
        <Body
          key={action.action}
          description={description}
          form={form}
          {...{ action, petition, start }}
          onSend={sending.send}
        />
      )}
    </Drawer>
  )
}

function useSending({ action, petition, onClose, onRenewed }: ActionFormProps, form: FormInstance<Values>) {
  const { words, pick, language } = useLanguage()
  const { message, modal } = App.useApp()
  const act = useAct(petition.number)
  const reread = useRereadPetition(petition.number)
  // One key for one intended act: sending the same again after a lost answer does it once.
  const key = useRef({ said: '', key: newIdempotencyKey() })
  const send = async (values: Values) => {
    const said = JSON.stringify(values)
    if (key.current.said !== said) key.current = { said, key: newIdempotencyKey() }
    const question = words.action.follows[action.action as keyof typeof words.action.follows]
    if (weighty.has(action.action) && !(await asked(modal, pick(action), question, words.cancel))) return
    act.mutate(
      { command: action.action, body: values, version: petition.version, idempotencyKey: key.current.key },
      {
        onSuccess: (answer) => {
          forgetTyped(petition.number, action.action)
          void message.success(words.action.done(pick(action)))
          onClose()
          const renewal = renewalIn(answer, values)
          if (renewal) onRenewed(renewal)
        },
        onError: (error) => showAtFields(form, error, language),
      },
    )
  }
  const readAgain = async () => {
    await reread()
    act.reset()
  }
  return { send, reread: readAgain, error: act.error, isPending: act.isPending }
}

/** Of all answers to a command only that to a renewal holds a key. */
function renewalIn(answer: unknown, { person }: Values): Renewal | null {
  const { key } = answer as Partial<RenewedKeyAnswer>
  return key === undefined ? null : { petitionerKey: key, person: String(person) }
}

/** A key that a petitioner types is for this one request and stays on no desk. */
const withoutSecrets = ({ oldKey: _, ...values }: Values): Values => values

type Modal = ReturnType<typeof App.useApp>['modal']

const asked = (modal: Modal, title: string, content: string | undefined, cancelText: string): Promise<boolean> =>
  new Promise((resolve) => {
    modal.confirm({
      title,
      content,
      okText: title,
      cancelText,
      icon: null,
      centered: true,
      onOk: () => resolve(true),
      onCancel: () => resolve(false),
    })
  })

function Follows({ action }: { readonly action: string }) {
  const { words } = useLanguage()
  const says = words.action.follows[action as keyof typeof words.action.follows]
  return says ? <p className="action-follows">{says}</p> : null
}

/** The first petitioner is chosen beforehand: most petitions have one. */
function startOf({ initial, fields }: AnyForm, petition: PetitionView, find: Find): Values {
  const person = fields.person?.is === 'person' ? { person: petition.people[0]?.ref } : {}
  return { ...person, ...(initial ? (initial as Initial<Values>)(petition, find) : {}) }
}

interface BodyProps {
  readonly description: AnyForm
  readonly form: FormInstance<Values>
  readonly action: ActionView
  readonly petition: PetitionView
  readonly start: Values
  readonly onSend: (values: Values) => void
}

function Body({ description, form, action, petition, start: settled, onSend }: BodyProps) {
  const { words } = useLanguage()
  const { find } = useDirectory()
  const names = Object.keys(description.fields)
  const start = useMemo(
    () => ({
      ...startOf(description, petition, find),
      ...typedBefore(petition.number, action.action),
      ...settled,
    }),
    [description, petition, action, find, settled],
  )
  const [values, setValues] = useState<Values>(start)
  useEffect(() => {
    form.focusField(names.find((name) => description.fields[name]?.is === 'prose') ?? names[0] ?? '')
  }, [form, names, description])
  const isShown = (name: string) => description.shown?.[name]?.(values, petition) ?? true
  return (
    <Form
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={start}
      onValuesChange={(_, all: Values) => {
        setValues(all)
        keepTyped(petition.number, action.action, withoutSecrets(all))
      }}
      onFinish={(all) => onSend(withoutHidden(all, names.filter(isShown)))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        form.submit()
      }}
    >
      {names.length === 0 && <p>{words.action.nothingToFill}</p>}
      {names.filter(isShown).map((name) => (
        <FieldRow
          key={name}
          name={name}
          command={action.action}
          field={description.fields[name] as NonNullable<AnyForm['fields'][string]>}
          petition={petition}
          values={values}
        />
      ))}
      <DraftHints action={action.action} petition={petition} values={values} />
    </Form>
  )
}

/** What cannot be seen is not sent. Empty prose is nothing, not an empty text. */
function withoutHidden(values: Values, shown: readonly string[]): Values {
  const sent = shown.flatMap((name) => {
    const value = values[name]
    return value === undefined || value === '' ? [] : [[name, value] as const]
  })
  return Object.fromEntries(sent)
}
