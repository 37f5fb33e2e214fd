/** For whoever leads a bureau: the annual report, from the house's own counts and what they write. */
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Select } from 'antd'
import { useState } from 'react'
import type { drawAnnualReport } from '../../../documents/contract.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { readProblem } from '../../shared/problem.ts'
import { call } from '../api.ts'
import { Area } from '../layout/Area.tsx'
import { Page } from '../layout/page.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { annualReportEn } from '../locales/annual-report-en.ts'
import { annualReportZh } from '../locales/annual-report-zh.ts'
import { useLanguage } from '../locales/language.tsx'
import { Sheet } from '../petition/Sheet.tsx'
import './annual-report.css'

interface Written {
  readonly year: number
  readonly supervision: string
  readonly proposals: string
  readonly other: string
}

const yearsBack = 5
const longest = 20_000

export function AnnualReport() {
  const { words, language } = useLanguage()
  const say = language === 'en' ? annualReportEn : annualReportZh
  const thisYear = Number(todayInBeijing().slice(0, 4))
  const [written, write] = useState<Written>({ year: thisYear, supervision: '', proposals: '', other: '' })
  const drawing = useMutation({
    mutationFn: () => call<typeof drawAnnualReport>('POST', '/api/annual-report', { body: written, query: {} }),
  })
  const downloading = useMutation({ mutationFn: () => download(written) })
  const error = drawing.error ?? downloading.error
  const years = Array.from({ length: yearsBack }, (_, at) => thisYear - at)
  return (
    <Page title={words.annualReport.title} isNarrowColumn>
      <div className="no-print">
        <p className="soft">{say.says}</p>
        <Form layout="vertical" onFinish={() => drawing.mutate()}>
          <Form.Item label={say.year} htmlFor="annual-report-year">
            <Select
              id="annual-report-year"
              value={written.year}
              onChange={(year) => write({ ...written, year })}
              options={years.map((value) => ({ value, label: String(value) }))}
            />
          </Form.Item>
          {(['supervision', 'proposals', 'other'] as const).map((part) => (
            <Form.Item key={part} label={say[part]} htmlFor={`annual-report-${part}`}>
              <Area
                id={`annual-report-${part}`}
                rows={4}
                maxLength={longest}
                value={written[part]}
                onChange={({ target }) => write({ ...written, [part]: target.value })}
              />
            </Form.Item>
          ))}
          {error && <Alert role="alert" type="warning" showIcon title={troubleInWords(error, words, language)} />}
          <div className="annual-report-acts">
            <Button type="primary" htmlType="submit" loading={drawing.isPending}>
              {say.draw}
            </Button>
            <Button onClick={() => downloading.mutate()} loading={downloading.isPending}>
              {say.download}
            </Button>
            {drawing.data && <Button onClick={() => window.print()}>{say.print}</Button>}
          </div>
        </Form>
      </div>
      {drawing.data && <Sheet page={drawing.data} />}
    </Page>
  )
}

/** What was written goes with the request, so that a plain link will not do. */
async function download(written: Written): Promise<void> {
  const response = await fetch('/api/annual-report/docx', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(written),
  })
  if (!response.ok) throw await readProblem(response)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = `${written.year}.docx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
