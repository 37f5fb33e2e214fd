/** Opening a mediation: of a petition, of a dispute, or for whoever came in. Every party is asked first; nothing else stops for it. */
import { Alert, App, Button, Form, type FormInstance, Input, Radio, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useDispute } from '../disputes/disputes.ts'
import { Area } from '../layout/Area.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { usePetition } from '../petition/petition.ts'
import { shownNumber } from '../petition/words.tsx'
import { useSession } from '../session/session-context.ts'
import { KeySlips, type Slip } from './KeySlips.tsx'
import { type Opened, useOpening, usePrepared } from './mediations.ts'
import { optionsIn } from './words.ts'
import './mediations.css'

interface PartyTyped {
  readonly role: string
  readonly name: string
  readonly phone?: string
  readonly organ?: string | null
  readonly petitioner?: string | null
}
interface Typed {
  readonly kind: string
  readonly organ: string
  readonly what: string
  readonly parties: readonly PartyTyped[]
}

export function OpenMediation() {
  const { words } = useLanguage()
  const [search] = useSearchParams()
  const prepared = usePrepared()
  if (prepared.isPending) return <Skeleton lines={8} />
  if (prepared.isError) return <Trouble error={prepared.error} onRetry={() => prepared.refetch()} />
  return (
    <Opening
      key={search.toString()}
      kinds={prepared.data.kinds}
      petition={search.get('petition')}
      dispute={search.get('dispute')}
      title={words.mediation.open}
    />
  )
}

interface OpeningProps {
  readonly kinds: NonNullable<ReturnType<typeof usePrepared>['data']>['kinds']
  readonly petition: string | null
  readonly dispute: string | null
  readonly title: string
}

function Opening({ kinds, petition: number, dispute, title }: OpeningProps) {
  const { words, pick } = useLanguage()
  const { message } = App.useApp()
  const { organ: own } = useSession()
  const navigate = useNavigate()
  const [form] = Form.useForm<Typed>()
  const opening = useOpening()
  const [opened, show] = useState<{ readonly done: Opened; readonly typed: Typed } | null>(null)
  const chosenKind = Form.useWatch('kind', form) as string | undefined
  const kind = kinds.find((one) => one.kind === chosenKind) ?? kinds[0]
  const say = words.mediation
  if (opened) {
    const { done, typed } = opened
    const slips = done.keys.map(({ party, reference, key }): Slip => {
      const at = Number(party.slice(1)) - 1
      return { name: typed.parties[at]?.name ?? party, reference, key }
    })
    const organ = kinds.flatMap(({ organs }) => organs).find(({ id }) => id === typed.organ) ?? own
    return (
      <KeySlips
        organ={organ}
        what={typed.what}
        slips={slips}
        onDone={() => navigate(`/mediations/${done.mediation}`)}
      />
    )
  }
  const subject = number
    ? { kind: 'petition', number }
    : dispute
      ? { kind: 'dispute', stream: `dispute:${dispute}` }
      : { kind: 'walkIn' }
  const send = (typed: Typed) => {
    const parties = typed.parties.map(({ role, name, phone, organ, petitioner }) => ({
      ...{ role, name, phone: phone?.trim() || null, organ: organ ?? null, petitioner: petitioner ?? null },
    }))
    opening.mutate(
      { subject, kind: typed.kind, organ: typed.organ, parties, what: typed.what },
      {
        onSuccess: (done) => {
          void message.success(words.action.done(title))
          if (done.keys.length > 0) show({ done, typed })
          else navigate(`/mediations/${done.mediation}`)
        },
      },
    )
  }
  const isOurs = kind?.organs.some(({ id }) => id === own.id)
  return (
    <Page title={title} isNarrowColumn>
      <p className="soft page-says">
        {number ? say.openOf(shownNumber(number)) : dispute ? say.openOfDispute : say.openWalkIn}
      </p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          kind: kinds[0]?.kind,
          organ: isOurs ? own.id : undefined,
          parties: [{ role: 'applicant' }, { role: 'respondent' }],
        }}
        onFinish={send}
      >
        {number && <Petitioners number={number} form={form} />}
        {dispute && <Sides dispute={dispute} form={form} />}
        <Form.Item name="kind" label={say.column.kind} extra={kind && pick(kind.basis)} rules={[{ required: true }]}>
          <Radio.Group
            className="mediation-choices"
            options={kinds.map((one) => ({ value: one.kind, label: pick(one) }))}
            onChange={() => form.setFieldValue('organ', undefined)}
          />
        </Form.Item>
        <Form.Item name="organ" label={say.field.holder} rules={[{ required: true }]}>
          <Select
            showSearch
            optionFilterProp="label"
            options={(kind?.organs ?? []).map((organ) => ({ value: organ.id, label: pick(organ) }))}
          />
        </Form.Item>
        <PartiesField />
        <Form.Item
          name="what"
          label={say.field.whatAbout}
          extra={say.field.whatSays}
          rules={[{ required: true, whitespace: true }]}
        >
          <Area rows={4} maxLength={4000} />
        </Form.Item>
        <p className="faint mediation-follows">{say.openFollows}</p>
        {opening.error && <OpeningTrouble error={opening.error} />}
        <Button type="primary" htmlType="submit" loading={opening.isPending}>
          {title}
        </Button>
      </Form>
    </Page>
  )
}

function OpeningTrouble({ error }: { readonly error: Error }) {
  const { words, language } = useLanguage()
  return (
    <Alert
      role="alert"
      type="warning"
      showIcon
      title={troubleInWords(error, words, language)}
      className="mediation-trouble"
    />
  )
}

/** Of a petition the petitioners are parties from the start, and act with the keys that they have. */
function Petitioners({ number, form }: { readonly number: string; readonly form: FormInstance<Typed> }) {
  const { data: petition } = usePetition(number)
  useEffect(() => {
    if (!petition) return
    const people = petition.people.map(({ ref, name }) => ({ role: 'applicant', name: name ?? ref, petitioner: ref }))
    const about = petition.about.flatMap(({ organ }) =>
      organ ? [{ role: 'respondent', name: organ.zh, organ: organ.id }] : [],
    )
    form.setFieldsValue({
      parties: [...people, ...(about.length > 0 ? about : [{ role: 'respondent', name: '' }])],
      what: petition.title,
    })
  }, [petition, form])
  return null
}

/** Of a dispute the sides are as the ledger has them; each is given a number and a key. */
function Sides({ dispute: id, form }: { readonly dispute: string; readonly form: FormInstance<Typed> }) {
  const { data: dispute } = useDispute(id)
  useEffect(() => {
    if (!dispute) return
    const parties = dispute.parties.map(({ name, organ, asks }) => ({
      ...{ role: asks ? 'applicant' : 'respondent', name, organ: organ?.id ?? null },
    }))
    form.setFieldsValue({ ...(parties.length > 1 ? { parties } : {}), what: dispute.title })
  }, [dispute, form])
  return null
}

function PartiesField() {
  const { words, language } = useLanguage()
  const say = words.mediation.field
  const needed = [{ required: true, whitespace: true }]
  return (
    <fieldset className="mediation-promises">
      <legend>{words.mediation.parties}</legend>
      <Form.List name="parties">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="mediation-promise">
                <Form.Item name={[name, 'role']} label={say.role} rules={[{ required: true }]}>
                  <Select options={optionsIn('role', language)} />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={say.name} rules={needed}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'petitioner']} hidden>
                  <Input />
                </Form.Item>
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) =>
                    getFieldValue(['parties', name, 'petitioner']) ? (
                      <p className="faint">{words.mediation.isPetitioner}</p>
                    ) : (
                      <>
                        <Form.Item name={[name, 'phone']} label={say.phone}>
                          <Input maxLength={40} />
                        </Form.Item>
                        <Form.Item name={[name, 'organ']} label={say.partyOrgan}>
                          <OrganPicker />
                        </Form.Item>
                      </>
                    )
                  }
                </Form.Item>
                {fields.length > 2 && (
                  <Button size="small" onClick={() => remove(name)}>
                    {say.removeParty}
                  </Button>
                )}
              </div>
            ))}
            <Button onClick={() => add({ role: 'other' })}>{say.addParty}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
