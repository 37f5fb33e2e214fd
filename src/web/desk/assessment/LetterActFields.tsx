/** The fields of each act on a letter. */
import { Form, Radio, Select } from 'antd'
import { assessmentTerms } from '../../../wording/assessment-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { Area } from '../layout/Area.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Letter, useIndicators } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'
import { CasesField } from './CasesField.tsx'
import { periodInWords, periodsBefore } from './periods.ts'
import { RulingsField } from './RulingsField.tsx'
import { TargetsField } from './TargetsField.tsx'

interface ActFieldsProps {
  readonly action: Letter['actions'][number]['action']
  readonly letter: Letter
}

export function ActFields({ action, letter }: ActFieldsProps) {
  switch (action) {
    case 'sign':
      return null
    case 'redraft':
      return <TextFields />
    case 'revise':
      return (
        <>
          <TextFields />
          <ReasonField name="reason" />
        </>
      )
    case 'withdraw':
      return <ReasonField name="reason" />
    case 'issue':
      return <IssueFields letter={letter} />
    case 'object':
      return <ObjectFields letter={letter} />
    case 'decide':
      return <DecideFields letter={letter} />
    case 'object-above':
      return (
        <>
          <ObjectionField letter={letter} />
          <ReasonField name="reasons" />
        </>
      )
  }
}

function useNeeded() {
  const { say } = useAssessmentWords()
  return (label: string) => [{ required: true, message: say.needed(label) }]
}

function ReasonField({ name }: { readonly name: 'reason' | 'reasons' }) {
  const { say } = useAssessmentWords()
  return (
    <Form.Item
      name={name}
      label={say.reason}
      rules={[{ required: true, whitespace: true, message: say.needed(say.reason) }]}
    >
      <Area rows={4} maxLength={20_000} />
    </Form.Item>
  )
}

function TextFields() {
  const { say } = useAssessmentWords()
  const needed = useNeeded()
  const indicators = useIndicators().data?.items ?? []
  return (
    <>
      <Form.Item name="targets" label={say.targets} rules={needed(say.targets)}>
        <TargetsField indicators={indicators} />
      </Form.Item>
      <Form.Item name="remarks" label={say.remarks}>
        <Area rows={3} maxLength={20_000} />
      </Form.Item>
    </>
  )
}

/** Periods of the letter's year that are over and were not issued. */
function IssueFields({ letter: { year, issues } }: { readonly letter: Letter }) {
  const { pick } = useLanguage()
  const { say } = useAssessmentWords()
  const needed = useNeeded()
  const { months, quarters } = periodsBefore(todayInBeijing())
  const [, ...pastMonths] = months
  const [, ...pastQuarters] = quarters
  const ended = [...pastMonths, ...pastQuarters, periodInWords(String(year))]
  const options = ended
    .filter(({ value }) => value.startsWith(String(year)) && !issues.some(({ period }) => period === value))
    .map((period) => ({ value: period.value, label: pick(period) }))
  return (
    <>
      <Form.Item name="period" label={say.periodToIssue} rules={needed(say.periodToIssue)}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="audience" label={say.audience}>
        <Radio.Group
          options={Object.entries(assessmentTerms.audience).map(([value, term]) => ({ value, label: pick(term) }))}
        />
      </Form.Item>
    </>
  )
}

function ObjectFields({ letter }: { readonly letter: Letter }) {
  const { say, named, periodName } = useAssessmentWords()
  const needed = useNeeded()
  const form = Form.useFormInstance()
  const issue = Form.useWatch('issue') ?? ''
  const indicator = Form.useWatch('indicator') ?? ''
  const figures = letter.issues.find((each) => each.issue === issue)?.figures ?? []
  // other cases stand behind another figure
  const forget = () => form.setFieldValue('cases', [])
  return (
    <>
      <Form.Item name="issue" label={say.whichIssue} rules={needed(say.whichIssue)}>
        <Select
          options={letter.issues.map((each) => ({ value: each.issue, label: say.issueOf(periodName(each.period)) }))}
          onChange={forget}
        />
      </Form.Item>
      <Form.Item name="indicator" label={say.whichIndicator} rules={needed(say.whichIndicator)}>
        <Select
          options={figures.map((each) => ({ value: each.indicator, label: named('indicator', each.indicator) }))}
          onChange={forget}
        />
      </Form.Item>
      {issue !== '' && indicator !== '' && (
        <Form.Item name="cases" label={say.whichCases}>
          <CasesField letter={letter.letter} issue={issue} indicator={indicator} />
        </Form.Item>
      )}
      <ReasonField name="reasons" />
    </>
  )
}

function ObjectionField({
  letter,
  onChange,
}: {
  readonly letter: Letter
  readonly onChange?: (objection: string) => void
}) {
  const { say, named, periodName } = useAssessmentWords()
  const needed = useNeeded()
  const periodOf = (issue: string) => letter.issues.find((each) => each.issue === issue)?.period
  return (
    <Form.Item name="objection" label={say.whichObjection} rules={needed(say.whichObjection)}>
      <Select
        options={letter.objections.map(({ objection, issue, indicator }) => ({
          value: objection,
          label: say.objectionTo(named('indicator', indicator), periodName(periodOf(issue) ?? issue)),
        }))}
        {...(onChange ? { onChange } : {})}
      />
    </Form.Item>
  )
}

function DecideFields({ letter }: { readonly letter: Letter }) {
  const { say } = useAssessmentWords()
  const form = Form.useFormInstance()
  const chosen = Form.useWatch('objection')
  const objection = letter.objections.find((each) => each.objection === chosen)
  const begin = (next: string) => {
    const cases = letter.objections.find((each) => each.objection === next)?.cases ?? []
    form.setFieldValue(
      'rulings',
      cases.map((each) => ({ case: each, ruling: 'stays', outcome: null })),
    )
  }
  return (
    <>
      <ObjectionField letter={letter} onChange={begin} />
      {objection && objection.cases.length > 0 && (
        <Form.Item name="rulings" label={say.ruling}>
          <RulingsField indicator={objection.indicator} />
        </Form.Item>
      )}
      <ReasonField name="reasons" />
    </>
  )
}
