/** Confirms or dismisses one finding in its row: what was typed stays until the house has it. */
import { Alert, App, Button } from 'antd'
import { useId, useState } from 'react'
import { Area } from '../layout/Area.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type CandidateRow, useSupervisionAct } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

export type Decision = 'confirm' | 'dismiss'

interface DecideProps {
  readonly row: CandidateRow
  readonly decision: Decision
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function Decide({ row, decision, onDone, onCancel }: DecideProps) {
  const { words, language } = useLanguage()
  const { say } = useSupervisionWords()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [isEmpty, setIsEmpty] = useState(false)
  const act = useSupervisionAct()
  const id = useId()
  const isDismissal = decision === 'dismiss'
  const send = async () => {
    const said = text.trim()
    if (isDismissal && said === '') return setIsEmpty(true)
    const body = isDismissal ? { finding: row.finding, reason: said } : { finding: row.finding, note: said || null }
    // not `mutate`: by the time the list is read again this row is gone, and what waits on it with it
    try {
      await act.mutateAsync({ matter: row.matter, segment: decision, body })
    } catch {
      return // said below the field
    }
    void message.success(words.action.done(say.candidates[decision]))
    onDone()
  }
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
      }}
    >
      <label htmlFor={id}>{isDismissal ? say.candidates.reason : say.candidates.note}</label>
      <Area
        id={id}
        rows={2}
        maxLength={2000}
        autoFocus
        value={text}
        {...(isEmpty ? { status: 'error' as const } : {})}
        onChange={(event) => {
          setText(event.target.value)
          setIsEmpty(false)
        }}
      />
      {isEmpty && (
        <p className="broken" role="alert">
          {words.field.needed(say.candidates.reason)}
        </p>
      )}
      {act.error && <Alert role="alert" type="warning" showIcon title={troubleInWords(act.error, words, language)} />}
      <div className="decide-foot">
        <span className="faint">{isDismissal ? say.candidates.dismissFollows : say.candidates.confirmFollows}</span>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={act.isPending}>
          {say.candidates[decision]}
        </Button>
      </div>
    </form>
  )
}
