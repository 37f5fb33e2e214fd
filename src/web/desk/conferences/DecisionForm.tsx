/** Entered while the meeting runs, or drafted to go round: in words, then what it binds. Tab goes on, Enter in the last line adds another, Ctrl + Enter saves. */
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { conferenceTerms } from '../../../wording/conference-terms.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type ItemView, useConferenceWords, useItemAct } from './conferences.ts'

interface TypedTask {
  readonly organ?: string
  readonly what?: string
  readonly due?: string
}
interface Typed {
  readonly says: string
  readonly until?: string
  readonly competent?: string
  readonly order?: string
  readonly petition?: string
  readonly organs?: readonly string[]
  readonly due?: string
  readonly instruction?: string
  readonly criteria?: string
  readonly tasks?: readonly TypedTask[]
}

interface DecisionFormProps {
  readonly item: ItemView
  /** Recorded as decided, or sent round to be signed. */
  readonly as?: 'decide' | 'circulate'
  readonly onDone: () => void
}

export function DecisionForm({ item, as = 'decide', onDone }: DecisionFormProps) {
  const { words, language } = useLanguage()
  const say = useConferenceWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const acting = useItemAct(item.item)
  const isRound = as === 'circulate'
  const title = isRound ? say.roundDraft : say.decision
  const save = (typed: Typed) =>
    acting.mutate(
      {
        action: as,
        body: isRound ? { ...bodyOf(typed, item), until: typed.until } : bodyOf(typed, item),
        version: item.version,
      },
      {
        onSuccess: () => {
          void message.success(words.action.done(isRound ? say.round : say.decision))
          onDone()
        },
      },
    )
  const needed = (label: string) => [{ required: true, whitespace: true, message: say.needed(label) }]
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={startOf(item)}
      onFinish={save}
      className="conference-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
      }}
    >
      {isRound && <p className="soft">{say.roundSays}</p>}
      <Form.Item name="says" label={title} rules={needed(title)}>
        <Area rows={3} maxLength={20_000} />
      </Form.Item>
      {item.kind === 'jurisdiction' && (
        <Form.Item
          name="competent"
          label={say.competent}
          rules={[{ required: true, message: say.needed(say.competent) }]}
        >
          <OrganPicker />
        </Form.Item>
      )}
      {item.kind === 'measure' && <MeasureFields item={item} />}
      <TaskRows />
      {isRound && (
        <Form.Item
          name="until"
          label={say.roundUntil}
          rules={[{ required: true, message: say.needed(say.roundUntil) }]}
        >
          <DayField mayBePast={false} ahead={[3, 5, 7]} />
        </Form.Item>
      )}
      {acting.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(acting.error, words, language)} />
      )}
      <div className="proposal-save">
        <Button type="primary" htmlType="submit" loading={acting.isPending}>
          {isRound ? say.sendRound : say.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </Form>
  )
}

/** What was recorded before, to be put right. */
function startOf({ decision, against, petitions }: ItemView): Partial<Typed> {
  const first = petitions[0]?.number
  const organs = against.map(({ id }) => id)
  if (!decision) return { tasks: [], organs, ...(first ? { petition: first } : {}) }
  const { says, jurisdiction, measure, tasks } = decision
  return {
    says,
    ...(jurisdiction ? { competent: jurisdiction.competent.id } : {}),
    ...(measure
      ? {
          ...{ order: measure.order, petition: measure.petition, due: measure.due, instruction: measure.instruction },
          ...{ organs: measure.organs.map(({ id }) => id), criteria: measure.criteria.join('\n') },
        }
      : { organs, ...(first ? { petition: first } : {}) }),
    tasks: tasks.map(({ organ, what, due }) => ({ organ: organ.id, what, due })),
  }
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isWhole = ({ organ, what, due }: TypedTask): boolean => Boolean(organ && what?.trim() && due)
const isEmpty = ({ organ, what, due }: TypedTask): boolean => !organ && !what?.trim() && !due

function bodyOf(typed: Typed, { kind, petitions }: ItemView): object {
  const { says, competent, order, petition, organs = [], due, instruction, criteria, tasks = [] } = typed
  return {
    says,
    jurisdiction: kind === 'jurisdiction' ? { petition: petitions[0]?.number, competent } : null,
    measure: order ? { order, petition, organs, due, instruction, criteria: linesOf(criteria) } : null,
    tasks: tasks.filter(isWhole),
  }
}

function MeasureFields({ item }: { readonly item: ItemView }) {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  const order = Form.useWatch('order')
  const needed = (label: string) => [{ required: true, message: say.needed(label) }]
  return (
    <>
      <Form.Item name="order" label={say.measure}>
        <Select
          allowClear
          placeholder={say.measureNone}
          options={Object.entries(conferenceTerms.conferenceMeasure).map(([value, term]) => ({
            value,
            label: pick(term),
          }))}
        />
      </Form.Item>
      {order && (
        <>
          <Form.Item name="petition" label={say.aboutPetitions} rules={needed(say.aboutPetitions)}>
            <Select options={item.petitions.map(({ number }) => ({ value: number, label: shownNumber(number) }))} />
          </Form.Item>
          <Form.Item name="organs" label={say.organs} rules={needed(say.organs)}>
            <Select mode="multiple" options={item.against.map((organ) => ({ value: organ.id, label: pick(organ) }))} />
          </Form.Item>
          <Form.Item name="due" label={say.due} rules={needed(say.due)}>
            <DayField mayBePast={false} ahead={[15, 30, 60]} />
          </Form.Item>
          <Form.Item name="instruction" label={say.instruction} rules={needed(say.instruction)}>
            <Area rows={3} maxLength={4000} />
          </Form.Item>
          <Form.Item name="criteria" label={say.criteria}>
            <Area rows={3} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </>
  )
}

function TaskRows() {
  const say = useConferenceWords()
  return (
    <Form.List
      name="tasks"
      rules={[
        {
          // a line of which a part is missing would not be sent, and nobody would notice
          validator: async (_, tasks: readonly TypedTask[] = []) => {
            if (tasks.some((task) => !isEmpty(task) && !isWhole(task))) throw new Error(say.taskUnfinished)
          },
        },
      ]}
    >
      {(rows, { add, remove }, { errors }) => (
        <div className="conference-task-rows">
          {rows.map(({ key, name }) => (
            <div key={key} className="conference-task-row">
              <Form.Item name={[name, 'organ']} noStyle>
                <OrganPicker placeholder={say.taskOrgan} aria-label={say.taskOrgan} />
              </Form.Item>
              <Form.Item name={[name, 'what']} noStyle>
                <Input
                  placeholder={say.taskWhat}
                  aria-label={say.taskWhat}
                  maxLength={4000}
                  onPressEnter={(event) => {
                    if (event.ctrlKey || event.metaKey) return
                    event.preventDefault()
                    add({})
                  }}
                />
              </Form.Item>
              <Form.Item name={[name, 'due']} noStyle>
                <DayField mayBePast={false} ahead={[7, 15, 30]} />
              </Form.Item>
              <Button type="text" size="small" onClick={() => remove(name)}>
                {say.remove}
              </Button>
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          <Button size="small" onClick={() => add({})}>
            {say.addTask}
          </Button>
        </div>
      )}
    </Form.List>
  )
}
