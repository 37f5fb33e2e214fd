import { Checkbox, Form, Radio, Select } from 'antd'
import { referralTerms } from '../../../wording/referral-terms.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { MaterialsField } from '../petition/part-fields.tsx'
import { type ReferralAct, type ReferralActionView, type ReferralView, useReferralAct } from './referrals.ts'
import { useReferralWords } from './words.ts'

type ActionName = ReferralActionView['action']
type Typed = Readonly<Record<string, unknown>> & {
  readonly materials?: readonly { file: string; name: string; mediaType: string; bytes: number }[]
}

interface ReferralActDialogProps {
  readonly action: ReferralActionView
  readonly referral: ReferralView
  readonly onClose: () => void
}

/** Writes one step down: what happened, on which day, from where it is known, and how the petitioner asked for it. */
export function ReferralActDialog({ action, referral, onClose }: ReferralActDialogProps) {
  const say = useReferralWords()
  const { pick } = useLanguage()
  const name = action.action
  return (
    <ActModal<Typed, ReferralAct>
      title={pick(action)}
      follows={say.follows[name]}
      doing={useReferralAct(referral.referral)}
      start={startOf(name, referral)}
      sent={(typed) => ({ action: name, body: bodyOf(name, typed, referral), version: referral.version })}
      onClose={onClose}
    >
      <StepFields action={name} />
      {referral.part === 'guide' && <SaidFields />}
    </ActModal>
  )
}

function startOf(action: ActionName, { shared, mediation }: ReferralView): Typed {
  const said = { source: 'ownWord' }
  if (action === 'apply') return { ...said, proof: 'none', shared: false, materials: [] }
  if (action === 'share') return { ...said, shared: !shared }
  if (action === 'accept') return { ...said, track: 'ordinary' }
  if (action === 'mediate') return { ...said, step: mediation.at(-1)?.step === 'begun' ? 'agreed' : 'begun' }
  return action === 'outcome' ? { ...said, materials: [] } : said
}

const has = { apply: true, outcome: true } as Readonly<Record<string, boolean>>

function bodyOf(action: ActionName, typed: Typed, { part }: ReferralView): object {
  const { asked, source, note, materials = [], ...rest } = typed
  return {
    ...rest,
    ...(action === 'mediate' || action === 'close' ? { note: (note as string | undefined)?.trim() || null } : {}),
    ...(has[action]
      ? { materials: materials.map(({ file, name, mediaType, bytes }) => ({ file, name, mediaType, bytes })) }
      : {}),
    ...(part === 'guide' ? { asked: asked ?? null, source } : {}),
  }
}

const useNeeded = () => {
  const { words } = useLanguage()
  return (label: string) => [{ required: true, message: words.field.needed(label) }]
}

/** How the petitioner asked, and from where it is known. */
function SaidFields() {
  const say = useReferralWords().dialog
  const needed = useNeeded()
  return (
    <>
      <Form.Item name="asked" label={say.asked} rules={needed(say.asked)}>
        <Radio.Group options={useOptions('askedWay')} />
      </Form.Item>
      <Form.Item name="source" label={say.source} rules={needed(say.source)}>
        <Radio.Group options={useOptions('referralSource').filter(({ value }) => value !== 'organ')} />
      </Form.Item>
    </>
  )
}

function useOptions(group: keyof typeof referralTerms) {
  const { pick } = useLanguage()
  return Object.entries(referralTerms[group]).map(([value, term]) => ({ value, label: pick(term) }))
}

interface DayProps {
  readonly name: string
  readonly label: string
  readonly isAhead?: boolean
}

function OnDay({ name, label, isAhead = false }: DayProps) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <DayField mayBeFuture={isAhead} mayBePast={!isAhead} />
    </Form.Item>
  )
}

function Words({ name, label, rows = 4 }: { readonly name: string; readonly label: string; readonly rows?: number }) {
  const { words } = useLanguage()
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: words.field.needed(label) }]}
    >
      <Area rows={rows} maxLength={4000} />
    </Form.Item>
  )
}

function Choose({
  name,
  label,
  group,
}: {
  readonly name: string
  readonly label: string
  readonly group: keyof typeof referralTerms
}) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Select options={useOptions(group)} />
    </Form.Item>
  )
}

function Note() {
  const say = useReferralWords().dialog
  return (
    <Form.Item name="note" label={say.note}>
      <Area rows={3} maxLength={2000} />
    </Form.Item>
  )
}

function Shared() {
  const say = useReferralWords().dialog
  return (
    <Form.Item name="shared" valuePropName="checked">
      <Checkbox>{say.shared}</Checkbox>
    </Form.Item>
  )
}

function StepFields({ action }: { readonly action: ActionName }) {
  const say = useReferralWords().dialog
  switch (action) {
    case 'apply':
      return (
        <>
          <OnDay name="appliedOn" label={say.appliedOn} />
          <Choose name="proof" label={say.proof} group="applicationProof" />
          <MaterialsField name="materials" />
          <Shared />
        </>
      )
    case 'share':
      return <Shared />
    case 'ask-correction':
      return (
        <>
          <OnDay name="askedOn" label={say.askedOn} />
          <Words name="what" label={say.whatToCorrect} />
        </>
      )
    case 'correct':
      return <OnDay name="correctedOn" label={say.correctedOn} />
    case 'accept':
      return (
        <>
          <OnDay name="acceptedOn" label={say.acceptedOn} />
          <Choose name="track" label={say.track} group="referralTrack" />
        </>
      )
    case 'refuse':
      return (
        <>
          <OnDay name="receivedOn" label={say.receivedOn} />
          <Words name="reason" label={say.reason} />
        </>
      )
    case 'mediate':
      return (
        <>
          <Choose name="step" label={say.step} group="mediationStep" />
          <OnDay name="day" label={say.day} />
          <Note />
        </>
      )
    case 'prolong':
      return <OnDay name="until" label={say.until} isAhead />
    case 'outcome':
      return (
        <>
          <Choose name="outcome" label={say.outcome} group="referralOutcome" />
          <OnDay name="receivedOn" label={say.receivedOn} />
          <Words name="text" label={say.text} rows={6} />
          <MaterialsField name="materials" />
        </>
      )
    case 'note-day':
      return (
        <>
          <OnDay name="day" label={say.day} isAhead />
          <Words name="what" label={say.what} rows={3} />
        </>
      )
    case 'close':
      return (
        <>
          <Choose name="ending" label={say.ending} group="referralEnding" />
          <Note />
        </>
      )
  }
}
