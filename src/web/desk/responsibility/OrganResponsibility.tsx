/** One organ: who answers now, who did, what is missing; and writing it down for whoever may. */
import { Alert, App, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { DayField } from '../layout/DayField.tsx'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Gaps } from './Gaps.tsx'
import { RecordForm } from './RecordForm.tsx'
import { type OrganResponsibility, useEnding, useOrganResponsibility } from './responsibility.ts'
import { useResponsibilityWords } from './responsibility-words.ts'

type Kept = OrganResponsibility['held'][number]

export function OrganResponsibilityPanel({ organ }: { readonly organ: string }) {
  const { pick } = useLanguage()
  const { say } = useResponsibilityWords()
  const read = useOrganResponsibility(organ)
  const [isRecording, setRecording] = useState(false)
  const [ending, end] = useState<Kept | null>(null)
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const { held, gaps, refusal, candidates } = read.data
  const [past, now] = [held.filter(({ isOver }) => isOver), held.filter(({ isOver }) => !isOver)]
  return (
    <div className="organ-responsibility">
      <Gaps gaps={gaps} />
      <section>
        <h3>{say.now}</h3>
        {now.length === 0 && <Nothing title={say.none} />}
        <List held={now} onEnd={refusal === null ? end : null} />
      </section>
      {past.length > 0 && (
        <section>
          <h3>{say.past}</h3>
          <List held={past} onEnd={null} />
        </section>
      )}
      {refusal && <p className="action-not-yet">{pick(refusal)}</p>}
      {!refusal && !isRecording && (
        <Button type="primary" onClick={() => setRecording(true)}>
          {say.record}
        </Button>
      )}
      {isRecording && <RecordForm organ={organ} candidates={candidates} onDone={() => setRecording(false)} />}
      {ending && <EndDialog organ={organ} held={ending} onClose={() => end(null)} />}
    </div>
  )
}

function List({ held, onEnd }: { readonly held: readonly Kept[]; readonly onEnd: ((held: Kept) => void) | null }) {
  const { language } = useLanguage()
  const { say, roleName, holderName, scopeName } = useResponsibilityWords()
  return (
    <ul className="held-list">
      {held.map((each) => (
        <li key={each.ref} className={each.isOver ? 'held-over' : undefined}>
          <div>
            <span className="mark">{roleName(each.role)}</span> {holderName(each)}
            <p className="faint">
              {scopeName(each) ?? say.wholeScope} ·{' '}
              {say.term(fullDay(each.from, language), each.until && fullDay(each.until, language))}
            </p>
          </div>
          {onEnd && (
            <Button size="small" onClick={() => onEnd(each)} aria-label={say.endOf(holderName(each))}>
              {say.end}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface EndDialogProps {
  readonly organ: string
  readonly held: Kept
  readonly onClose: () => void
}

function EndDialog({ organ, held, onClose }: EndDialogProps) {
  const { words, language } = useLanguage()
  const { say, holderName } = useResponsibilityWords()
  const { message } = App.useApp()
  const [until, setUntil] = useState<string | null>(todayInBeijing())
  const ending = useEnding(organ)
  const send = () =>
    until !== null &&
    ending.mutate(
      { ref: held.ref, until },
      {
        onSuccess: () => {
          void message.success(say.ended)
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={say.endOf(holderName(held))}
      okText={say.end}
      cancelText={words.cancel}
      okButtonProps={{ disabled: until === null }}
      confirmLoading={ending.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p className="action-follows">{say.endFollows}</p>
      <Form layout="vertical">
        <Form.Item label={say.lastDay} htmlFor="responsibility-until">
          <DayField id="responsibility-until" value={until} onChange={setUntil} />
        </Form.Item>
      </Form>
      {ending.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(ending.error, words, language)} />
      )}
    </Modal>
  )
}
