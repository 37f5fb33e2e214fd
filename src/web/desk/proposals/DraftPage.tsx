import { Alert, App, Button, Form, Input, Radio, Select } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { spanInWords } from '../../../wording/days.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type Prepared, type ProposalView, type Text, usePrepared, useProposal, useSaving } from './proposals.ts'
import '../reports/reports.css'
import './proposals.css'

interface Typed {
  readonly kind: string
  readonly petitions: readonly string[]
  readonly matters: readonly string[]
  readonly organs: readonly string[]
  readonly people: readonly { readonly organ?: string | null; readonly name?: string }[]
  readonly recipients: readonly string[]
  readonly title: string
  readonly findings: string
  readonly points: readonly (string | undefined)[]
  readonly due: string | null
}

const many = (search: URLSearchParams, name: string): readonly string[] => search.getAll(name)

/** A new proposal: `?petition=` and `?matter=` say what it is drawn from. */
export function DraftPage() {
  const [search] = useSearchParams()
  const begun: Partial<Typed> = {
    kind: 'improveWork',
    petitions: many(search, 'petition'),
    matters: many(search, 'matter'),
    points: [''],
  }
  return <DraftForm begun={begun} proposal={null} />
}

export function EditPage() {
  const { proposal = '' } = useParams()
  const read = useProposal(proposal)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <DraftForm key={read.data.version} begun={typedOf(read.data)} proposal={read.data} />
}

const typedOf = ({ kind, text }: ProposalView): Partial<Typed> => ({
  kind,
  title: text?.title ?? '',
  findings: text?.findings ?? '',
  points: text?.points ?? [],
  recipients: text?.recipients.map(({ id }) => id) ?? [],
  petitions: text?.petitions.map(({ number }) => number) ?? [],
  matters: text?.matters ?? [],
  organs: text?.against.organs.map(({ id }) => id) ?? [],
  people: text?.against.people.map(({ organ, name }) => ({ organ: organ.id, name })) ?? [],
  due: text?.due ?? null,
})

function textOf(typed: Typed, prepared: Prepared | undefined): Text {
  const filled = (typed.people ?? []).flatMap(({ organ, name }) =>
    organ && name?.trim() ? [{ organ, name: name.trim() }] : [],
  )
  const accuses = typed.kind === 'holdToAccount'
  return {
    title: typed.title,
    findings: typed.findings,
    points: (typed.points ?? []).flatMap((point) => (point?.trim() ? [point] : [])),
    recipients: typed.recipients ?? [],
    petitions: typed.petitions ?? [],
    matters: typed.matters ?? [],
    against: accuses ? { organs: typed.organs ?? [], people: filled } : { organs: [], people: [] },
    due: prepared?.answerWithin ? null : (typed.due ?? null),
  }
}

interface DraftFormProps {
  readonly begun: Partial<Typed>
  readonly proposal: ProposalView | null
}

function DraftForm({ begun, proposal }: DraftFormProps) {
  const { words, language } = useLanguage()
  const say = words.proposal.form
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<Typed>()
  const typed = { ...begun, ...(Form.useWatch([], form) as Partial<Typed> | undefined) }
  const { kind = 'improveWork', petitions = [], matters = [], organs = [], people = [] } = typed
  const against = [...new Set([...organs, ...people.flatMap((person) => person?.organ ?? [])])]
  const { data: prepared } = usePrepared({ kind, petitions, matters, against: kind === 'holdToAccount' ? against : [] })
  const saving = useSaving(proposal && { id: proposal.proposal, version: proposal.version })
  const needed = (label: string) => [{ required: true, whitespace: true, message: words.field.needed(label) }]
  const save = (finished: Typed) =>
    saving.mutate(
      { kind: finished.kind ?? kind, text: textOf({ ...begun, ...finished } as Typed, prepared) },
      {
        onSuccess: ({ proposal: saved }) => {
          void message.success(say.saved)
          navigate(`/proposals/${saved}`, { replace: true })
        },
      },
    )
  return (
    <Page title={proposal ? say.edit : say.title} isNarrowColumn>
      <Form
        form={form}
        layout="vertical"
        initialValues={begun}
        onFinish={save}
        scrollToFirstError
        className="proposal-form"
      >
        <Kind prepared={prepared} isFixed={proposal !== null} />
        <Petitions prepared={prepared} />
        {kind === 'holdToAccount' && <Against prepared={prepared} />}
        <Recipients prepared={prepared} kind={kind} />
        <Form.Item name="title" label={say.name} rules={needed(say.name)}>
          <Input maxLength={200} showCount />
        </Form.Item>
        <Form.Item name="findings" label={say.findings} rules={needed(say.findings)}>
          <Area rows={7} maxLength={20_000} />
        </Form.Item>
        <Points />
        <Due prepared={prepared} />
        {saving.error && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(saving.error, words, language)} />
        )}
        <div className="proposal-save">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {say.save}
          </Button>
          <Button onClick={() => navigate(-1)}>{words.cancel}</Button>
        </div>
      </Form>
    </Page>
  )
}

function Kind({ prepared, isFixed }: { readonly prepared: Prepared | undefined; readonly isFixed: boolean }) {
  const { words, pick } = useLanguage()
  const kinds = prepared?.kinds ?? []
  return (
    <Form.Item name="kind" label={words.proposal.form.kind}>
      <Radio.Group
        className="proposal-kinds"
        disabled={isFixed}
        options={kinds.map((kind) => ({
          value: kind.kind,
          disabled: kind.refusal !== null,
          label: (
            <>
              {pick(kind)} <span className="faint">{pick(kind.basis)}</span>
              {kind.refusal && <span className="action-not-yet">{pick(kind.refusal)}</span>}
            </>
          ),
        }))}
      />
    </Form.Item>
  )
}

/** Typed or pasted numbers, several at a time; what cannot be linked says why. */
function Petitions({ prepared }: { readonly prepared: Prepared | undefined }) {
  const { words, pick } = useLanguage()
  const say = words.proposal.form
  const refused = prepared?.petitions.filter(({ refusal }) => refusal !== null) ?? []
  return (
    <>
      <Form.Item
        name="petitions"
        label={say.petitions}
        extra={say.petitionsHint}
        normalize={(typed: readonly string[]) => [...new Set(typed.flatMap((text) => parseNumber(text) ?? []))]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[' ', ',', '，', '、', '\n', '；', ';']}
          labelRender={({ value }) => shownNumber(String(value))}
        />
      </Form.Item>
      <Form.Item name="matters" hidden>
        <Select mode="tags" />
      </Form.Item>
      {refused.map(({ number, refusal }) => (
        <p key={number} className="action-not-yet">
          {refusal && pick(refusal)}
        </p>
      ))}
    </>
  )
}

/** Whom it is proposed to hold to account: organs, and people with where they work. */
function Against({ prepared }: { readonly prepared: Prepared | undefined }) {
  const { words } = useLanguage()
  const say = words.proposal.form
  const mayBe = prepared?.kinds.find(({ kind }) => kind === 'holdToAccount')?.mayBeAgainst ?? []
  return (
    <fieldset className="proposal-against">
      <legend>{say.against}</legend>
      <p className="report-secret">{words.proposal.page.sealed}</p>
      {mayBe.includes('organs') && (
        <Form.List name="organs">
          {(fields, { add, remove }) => (
            <Form.Item label={say.againstOrgans}>
              {fields.map(({ key, name }) => (
                <div key={key} className="proposal-person">
                  <Form.Item name={name} noStyle>
                    <OrganPicker aria-label={say.againstOrgans} />
                  </Form.Item>
                  <Button onClick={() => remove(name)}>{words.remove}</Button>
                </div>
              ))}
              <Button type="dashed" onClick={() => add(null)}>
                {say.addOrgan}
              </Button>
            </Form.Item>
          )}
        </Form.List>
      )}
      <Form.List name="people">
        {(fields, { add, remove }) => (
          <Form.Item label={say.person}>
            {fields.map(({ key, name }) => (
              <div key={key} className="proposal-person">
                <Form.Item name={[name, 'organ']} noStyle>
                  <OrganPicker aria-label={say.personOrgan} placeholder={say.personOrgan} />
                </Form.Item>
                <Form.Item name={[name, 'name']} noStyle>
                  <Input maxLength={100} aria-label={say.personName} placeholder={say.personName} />
                </Form.Item>
                <Button onClick={() => remove(name)}>{words.remove}</Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({})}>
              {say.addPerson}
            </Button>
          </Form.Item>
        )}
      </Form.List>
    </fieldset>
  )
}

function Recipients({ prepared, kind }: { readonly prepared: Prepared | undefined; readonly kind: string }) {
  const { words, pick } = useLanguage()
  const say = words.proposal.form
  const options = (prepared?.recipients ?? []).map((organ) => ({ value: organ.id, label: pick(organ) }))
  const none = kind === 'holdToAccount' ? say.noRecipientsAgainst : say.noRecipients
  return (
    <Form.Item name="recipients" label={say.recipients} extra={say.recipientsHint}>
      <Select
        mode="multiple"
        options={options}
        optionFilterProp="label"
        placeholder={words.choose}
        notFoundContent={none}
      />
    </Form.Item>
  )
}

function Points() {
  const { words } = useLanguage()
  const say = words.proposal.form
  return (
    <Form.List name="points">
      {(fields, { add, remove }) => (
        <Form.Item label={say.points}>
          {fields.map(({ key, name }, at) => (
            <div key={key} className="proposal-point">
              <Form.Item name={name} noStyle>
                <Area rows={2} maxLength={4000} aria-label={say.point(at + 1)} />
              </Form.Item>
              {fields.length > 1 && <Button onClick={() => remove(name)}>{words.remove}</Button>}
            </div>
          ))}
          <Button type="dashed" onClick={() => add('')} disabled={fields.length >= 20}>
            {say.addPoint}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  )
}

/** By when it is to be answered: a day to choose, or what the law says. */
function Due({ prepared }: { readonly prepared: Prepared | undefined }) {
  const { words, pick } = useLanguage()
  const say = words.proposal.form
  if (!prepared) return null
  const { answerWithin, answerBasis } = prepared
  if (answerWithin !== null) {
    const length = pick(spanInWords(answerWithin.count, answerWithin.unit as 'days'))
    return <p className="soft">{say.dueByLaw(length, pick(answerBasis))}</p>
  }
  return (
    <Form.Item name="due" label={say.due} extra={say.dueHint(pick(answerBasis))}>
      <DayField ahead={[15, 30, 60]} mayBePast={false} />
    </Form.Item>
  )
}
