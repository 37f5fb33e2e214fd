import { Form } from 'antd'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { useLanguage } from '../locales/language.tsx'
import { ActFields, type Typed } from './ActFields.tsx'
import { type OwnershipAct, type OwnershipActionView, type OwnershipView, useOwnershipAct } from './ownership.ts'
import { useOwnershipWords } from './words.ts'

interface OwnershipActDialogProps {
  readonly action: OwnershipActionView
  readonly ownership: OwnershipView
  readonly onClose: () => void
}

export function OwnershipActDialog({ action, ownership, onClose }: OwnershipActDialogProps) {
  const { pick } = useLanguage()
  const { say } = useOwnershipWords()
  const [form] = Form.useForm<Typed>()
  return (
    <ActModal<Typed, OwnershipAct>
      title={pick(action)}
      follows={say.follows[action.action]}
      doing={useOwnershipAct(ownership.petition)}
      form={form}
      width={720}
      start={startOf(action, ownership)}
      sent={(typed) => ({ action: action.action, body: bodyOf(action, typed), version: ownership.version })}
      onClose={onClose}
    >
      <ActFields action={action} ownership={ownership} form={form} />
    </ActModal>
  )
}

function startOf({ action }: OwnershipActionView, ownership: OwnershipView): Partial<Typed> {
  const today = todayInBeijing()
  const { handler, duties, stage, steps, help } = ownership
  switch (action) {
    case 'assign':
      return { duties: duties.map(({ duty }) => duty) }
    case 'replace':
      return handler ? { handler: handler.organ.id, handlerPerson: handler.account } : {}
    case 'plan':
      return { steps: stage === 'assigned' ? [{ isShown: true }] : [] }
    case 'step':
      return { steps: [{ isShown: true }] }
    case 'withdraw-step':
      return only(
        'whichStep',
        steps.filter(({ isUngiven }) => isUngiven).map(({ key }) => key),
      )
    case 'help-answer':
      return only(
        'whichHelp',
        help.map(({ ref }) => ref),
      )
    case 'meeting':
      return { heldOn: today, readBack: false }
    case 'asking':
      return { askedOn: today, way: 'phone' }
    case 'help':
      return { answer: 'undecided' }
    default:
      return {}
  }
}

/** Where there is one, nobody has to choose it. */
const only = (name: 'whichStep' | 'whichHelp', keys: readonly string[]): Partial<Typed> =>
  keys.length === 1 && keys[0] !== undefined ? { [name]: keys[0] } : {}

const maybe = (text: string | undefined): string | null => text?.trim() || null

function ownerOf(chosen = ''): object {
  const [organ, account] = chosen.split(' ')
  return { organ, account }
}

const handlerOf = ({ handler, handlerPerson }: Typed): object | null =>
  handler ? { organ: handler, account: handlerPerson ?? null } : null

function bodyOf({ action }: OwnershipActionView, typed: Typed): object {
  switch (action) {
    case 'assign':
      return {
        ...{ owner: ownerOf(typed.owner), handler: handlerOf(typed) },
        ...{ duties: typed.duties ?? [], due: typed.due },
      }
    case 'replace':
      return { owner: ownerOf(typed.owner), handler: handlerOf(typed), reason: typed.reason }
    case 'plan':
      return { plan: typed.plan, steps: typed.steps ?? [] }
    case 'step':
      return { step: typed.steps?.[0] }
    case 'withdraw-step':
      return { step: typed.whichStep, reason: typed.reason }
    case 'help-answer':
      return { help: typed.whichHelp, answer: typed.answer }
    case 'meeting': {
      const { heldOn, place, present, said, words, readBack = false } = typed
      return { heldOn, place, present, said, words, readBack }
    }
    case 'help':
      return { kind: typed.kind, explained: typed.explained, answer: typed.answer }
    case 'result':
      return { outcome: typed.outcome, result: typed.result, remains: maybe(typed.remains) }
    case 'view':
      return { view: typed.view, words: maybe(typed.viewWords), materials: typed.materials ?? [] }
    case 'asking':
      return { askedOn: typed.askedOn, way: typed.way, note: typed.note }
    case 'close':
      return { statement: typed.statement }
    case 'extend':
      return { until: typed.until, reason: typed.reason }
    case 'another-owner':
      return { isGranted: typed.isGranted === 'yes', reason: typed.reason }
    case 'drop':
      return { reason: typed.reason }
  }
}
