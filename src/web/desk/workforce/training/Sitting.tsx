import { Alert, App, Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { type EnrolmentView, type QuestionsView, useEnrolmentAct, useQuestions } from './training.ts'

interface SittingProps {
  readonly enrolment: EnrolmentView
  onOver(): void
}

/** The test itself: one question under the other, large enough for a thumb. */
export function Sitting({ enrolment, onOver }: SittingProps) {
  const read = useQuestions(enrolment.enrolment)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError)
    return (
      <Trouble
        error={read.error}
        onRetry={() => {
          void read.refetch()
          onOver()
        }}
      />
    )
  return <Questions enrolment={enrolment} asked={read.data} onOver={onOver} />
}

function Questions({ enrolment, asked, onOver }: SittingProps & { readonly asked: QuestionsView }) {
  const { words, language } = useLanguage()
  const say = words.team.training
  const { message, modal } = App.useApp()
  const [answers, setAnswers] = useState<readonly (readonly number[])[]>(asked.questions.map(() => []))
  const doing = useEnrolmentAct(enrolment.enrolment)
  const choose = (at: number, choice: readonly number[]) =>
    setAnswers((before) => before.map((each, index) => (index === at ? choice : each)))
  const open = answers.filter((each) => each.length === 0).length
  const handIn = () =>
    doing.mutate(
      { action: 'hand-in', body: { answers } },
      {
        onSuccess: () => {
          void message.success(words.action.done(say.handIn))
          onOver()
        },
      },
    )
  const askOnce = () =>
    void modal.confirm({
      ...{ title: say.handIn, content: open === 0 ? say.handInSays : say.handInOpen(open) },
      ...{ okText: say.handIn, cancelText: words.cancel, onOk: handIn },
    })
  return (
    <Page title={enrolment.title}>
      <p className="training-until" role="status">
        {say.handInBy(asked.until)}
      </p>
      <ol className="training-paper">
        {asked.questions.map(({ words: question, options, isMany }, at) => {
          const choices = options.map((label, value) => ({ label, value }))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: questions have no other name, and never move
            <li key={at}>
              <fieldset>
                <legend>
                  {question} {isMany && <span className="faint">{say.many}</span>}
                </legend>
                {isMany ? (
                  <Checkbox.Group
                    options={choices}
                    value={[...(answers[at] ?? [])]}
                    onChange={(chosen) => choose(at, chosen)}
                  />
                ) : (
                  <Radio.Group
                    options={choices}
                    value={answers[at]?.[0]}
                    onChange={({ target }) => choose(at, [target.value as number])}
                  />
                )}
              </fieldset>
            </li>
          )
        })}
      </ol>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
      <Button type="primary" size="large" loading={doing.isPending} onClick={askOnce}>
        {say.handIn}
      </Button>
    </Page>
  )
}
