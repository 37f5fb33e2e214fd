/** One act in a mediation: what it asks for, and what follows. */
import { Form } from 'antd'
import { addDays, type Day } from '../../../kernel/day.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { useLanguage } from '../locales/language.tsx'
import { ActFields } from './ActFields.tsx'
import type { Typed } from './fields.tsx'
import type { Slip } from './KeySlips.tsx'
import {
  type HandedKey,
  type MediationAct,
  type MediationActionView,
  type MediationView,
  useMediationAct,
} from './mediations.ts'
import { nameIn } from './words.ts'

interface MediationActDialogProps {
  readonly action: MediationActionView
  readonly mediation: MediationView
  onHanded(slip: Slip): void
  onClose(): void
}

export function MediationActDialog({ action, mediation, onHanded, onClose }: MediationActDialogProps) {
  const { words, pick, language } = useLanguage()
  const [form] = Form.useForm<Typed>()
  const act = useMediationAct(mediation.mediation)
  const shortName = (of: MediationView, ref: string) => {
    const name = nameIn(of, ref, words, language)
    return name.length > mostOfName ? `${name.slice(0, mostOfName)}…` : name
  }
  const handed = ({ reference, key }: HandedKey, typed: Typed) => {
    const name = action.ref ? nameIn(mediation, action.ref, words, language) : (typed.name ?? '')
    if (reference && key) onHanded({ name, reference, key })
  }
  const doing = {
    isPending: act.isPending,
    error: act.error,
    mutate: (sent: MediationAct, then: { onSuccess(): void }) =>
      act.mutate(sent, {
        onSuccess: (answer) => {
          then.onSuccess()
          handed(answer, form.getFieldsValue())
        },
      }),
  }
  return (
    <ActModal<Typed, MediationAct>
      title={action.ref ? `${pick(action)} · ${shortName(mediation, action.ref)}` : pick(action)}
      okText={pick(action)}
      follows={words.mediation.follows[action.action]}
      doing={doing}
      form={form}
      width={640}
      start={startOf(action, mediation)}
      sent={(typed) => ({ action: action.action, body: bodyOf(action, typed), version: mediation.version })}
      onClose={onClose}
    >
      <ActFields action={action} mediation={mediation} form={form} />
    </ActModal>
  )
}

const mostOfName = 24

function startOf({ action, ref }: MediationActionView, { mediators, parties }: MediationView): Partial<Typed> {
  const today = todayInBeijing() as Day
  switch (action) {
    case 'session':
      return { day: addDays(today, 3), at: '09:00' }
    case 'record-session':
      return {
        parties: parties.map(({ ref }) => ref),
        mediators: mediators.filter(({ isReady }) => isReady).map(({ ref }) => ref),
        guests: [],
      }
    case 'agreement':
      return { form: 'written', promises: [] }
    case 'escalation':
      return { due: addDays(today, 1) }
    case 'more-time':
      return { until: addDays(today, 30) }
    case 'answer':
      return {
        to:
          parties.find((party) => party.ref === ref)?.consents === true && mediators.length > 0
            ? 'mediator'
            : 'mediation',
      }
    case 'application':
      return { appliedOn: today }
    case 'confirmed':
      return { decidedOn: today, outcome: 'confirmed' }
    case 'end':
      return { reason: 'notAgreed' }
    case 'inform':
    case 'hand-key':
      return { told: action === 'inform' ? 'phone' : 'inPerson' }
    case 'add-party':
      return { role: 'other' }
    case 'oral':
      return { readBack: true }
    default:
      return {}
  }
}

const maybe = (text: string | null | undefined): string | null => text?.trim() || null

const signedOf = ({ signature, witness }: Typed) =>
  signature?.trim() && witness?.trim() ? { signature, witness } : null

function bodyOf({ action, ref }: MediationActionView, typed: Typed): object {
  const signed = signedOf(typed)
  switch (action) {
    case 'take-up':
    case 'seal':
      return {}
    case 'decline':
      return { reason: typed.reason }
    case 'add-party': {
      const { role, name, phone, organ } = typed
      return { party: { role, name, phone: maybe(phone), organ: organ ?? null } }
    }
    case 'hand-key':
      return { party: ref, told: typed.told }
    case 'answer':
      return { party: ref, to: typed.to, ref: typed.to === 'mediation' ? null : typed.of, agrees: typed.agrees, signed }
    case 'openness':
      return { party: ref, open: typed.open, signed }
    case 'mediator': {
      const { party = null, roster = null, name } = typed
      return { party, roster, name, signed: party === null ? null : signed }
    }
    case 'interest':
      return { mediator: ref, hasInterest: typed.hasInterest, signed }
    case 'exclude':
      return { mediator: ref, reason: typed.reason }
    case 'guest':
      return { kind: typed.kind, name: typed.name }
    case 'session':
      return { day: typed.day, at: typed.at, place: typed.place }
    case 'cancel-session':
      return { session: ref, reason: typed.reason }
    case 'record-session': {
      const { parties, mediators, guests, notes, result } = typed
      return { session: ref, parties, mediators, guests, notes, result }
    }
    case 'escalation':
      return { organ: typed.organ, what: typed.what, due: typed.due }
    case 'more-time':
      return { until: typed.until }
    case 'agreement': {
      const { form, facts, disputed, responsibility, content, promises = [] } = typed
      const texts = { facts: maybe(facts), disputed: maybe(disputed), responsibility: maybe(responsibility) }
      return { text: { form, ...texts, content, promises } }
    }
    case 'sign':
      return { mediator: ref, signed }
    case 'oral':
      return { session: ref, readBack: typed.readBack ?? false }
    case 'performance':
      return { party: typed.party, promise: ref, performance: typed.performance, signed }
    case 'follow-up':
      return { promise: ref, performance: typed.performance, lookedAt: typed.lookedAt, again: typed.again ?? null }
    case 'inform':
      return { told: typed.told }
    case 'confirmation':
      return { party: ref, signed }
    case 'application':
      return { appliedOn: typed.appliedOn, court: typed.court }
    case 'confirmed':
      return { outcome: typed.outcome, decidedOn: typed.decidedOn, note: typed.note }
    case 'end':
      return { reason: typed.reason, note: typed.note }
    case 'close':
      return { note: maybe(typed.note) }
  }
}
