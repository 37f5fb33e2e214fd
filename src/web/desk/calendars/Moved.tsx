/** How far counting again has come, and which days moved: numbers of cases, never which. */
import { Button } from 'antd'
import { fullDay, instantInWords } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { download, toCsv } from '../register/csv.ts'
import type { Work } from './Calendars.tsx'
import { useCalendarWords } from './calendar-words.ts'

export function Moved({ work: { run, moved } }: { readonly work: Work }) {
  const { language, term } = useLanguage()
  const say = useCalendarWords()
  if (run === null && moved.length === 0) return null
  const save = () => {
    const head = [say.rule, say.from, say.to, say.count, say.calendar]
    const lines = moved.map(({ rule, from, to, clocks, calendar }) => [
      ...[term('clockRule', rule), from, to, String(clocks), calendar],
    ])
    download(`${say.fileName}.csv`, toCsv([head, ...lines]), 'text/csv')
  }
  return (
    <section className="panel calendar-moved">
      <h2>{say.run}</h2>
      {run && (
        <p role="status">
          {run.finishedAt === null
            ? say.running(run.cases)
            : say.finished(run.cases, instantInWords(run.finishedAt, language))}
        </p>
      )}
      {moved.length === 0 && <p className="faint">{say.nothingMoved}</p>}
      {moved.length > 0 && (
        <>
          <table className="calendar-notices">
            <caption className="visually-hidden">{say.moved}</caption>
            <thead>
              <tr>
                <th scope="col">{say.rule}</th>
                <th scope="col">{say.from}</th>
                <th scope="col">{say.to}</th>
                <th scope="col" className="end">
                  {say.count}
                </th>
              </tr>
            </thead>
            <tbody>
              {moved.slice(0, 50).map(({ calendar, rule, from, to, clocks }) => (
                <tr key={`${calendar}${rule}${from}${to}`} title={calendar}>
                  <th scope="row">{term('clockRule', rule)}</th>
                  <td>{fullDay(from, language)}</td>
                  <td>{fullDay(to, language)}</td>
                  <td className="end">{clocks}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button size="small" onClick={save}>
            {say.download}
          </Button>
        </>
      )}
    </section>
  )
}
