/** The sheet of a visit on a phone, in a village without a network: where to go, whom to meet, and what is written down there. */
import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { dayAndWeekday, fullDay, todayInBeijing } from '../../shared/days.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { useLanguage } from '../locales/language.tsx'
import { keepSheet, type Sheet, sheetCalled } from '../offline/kept.ts'
import { Standing } from '../offline/Standing.tsx'
import { canKeepPages, keepPages } from '../offline/shell.ts'
import { useEntries } from '../offline/useEntries.ts'
import { EntryForm, type Written } from './EntryForm.tsx'
import { requestOf, shownNumber } from './field.ts'
import { type Carried, readVisit, sheetName, type VisitCaseView } from './visits.ts'
import { Written as WrittenDown } from './Written.tsx'
import '../offline/offline.css'

type Taken = Sheet<Carried>

export function FieldPage() {
  const { visit = '' } = useParams()
  const [sheet, setSheet] = useState<Taken | null | undefined>(undefined)
  useEffect(() => {
    void sheetCalled<Carried>(sheetName(visit), todayInBeijing()).then(setSheet, () => setSheet(null))
  }, [visit])
  if (sheet === undefined) return <Skeleton lines={8} />
  return sheet === null ? <NothingTaken visit={visit} /> : <OnTheWay sheet={sheet} onSheet={setSheet} />
}

/** Never taken along, past its day, or gone with a sign-out. */
function NothingTaken({ visit }: { readonly visit: string }) {
  const { words } = useLanguage()
  usePageTitle(words.visit.field.title)
  return (
    <main className="field">
      <h1>{words.visit.field.title}</h1>
      <p>{words.visit.field.nothing}</p>
      <a href={`/desk/visits/${visit}`}>{words.visit.field.toDesk}</a>
    </main>
  )
}

interface OnTheWayProps {
  readonly sheet: Taken
  onSheet(sheet: Taken): void
}

function OnTheWay({ sheet, onSheet }: OnTheWayProps) {
  const { words, language, setLanguage } = useLanguage()
  const say = words.visit.field
  const { account, until, content } = sheet
  const { visit, organs } = content
  usePageTitle(visit.destination)
  const readAnew = useReadingAnew(sheet, onSheet)
  const own = useEntries(account, sheetName(visit.visit), readAnew)
  const [writing, write] = useState<{ readonly kind: Written['kind']; readonly petition: string | null } | null>(null)
  const add = async (written: Written) => {
    const id = crypto.randomUUID()
    await own.write(id, requestOf(visit.visit, id, written, todayInBeijing()))
    write(null)
  }
  const form = (petition: string | null): ReactNode =>
    writing !== null &&
    writing.petition === petition && (
      <EntryForm
        key={writing.kind}
        kind={writing.kind}
        petition={petition}
        organs={organs}
        onWritten={add}
        onClose={() => write(null)}
      />
    )
  const entriesFor = (petition: string | null) => (
    <WrittenDown
      arrived={visit.entries.filter((entry) => entry.petition === petition)}
      waiting={own.entries.filter(
        ({ content: { sent } }) => (sent.body as { petition: unknown }).petition === petition,
      )}
      onAgain={own.again}
      onDrop={own.drop}
    />
  )
  return (
    <main className="field">
      <header>
        <button
          type="button"
          className="link field-language"
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
        <h1>{visit.destination}</h1>
        <p className="soft">
          {dayAndWeekday(visit.day, language)} · {visit.leaders.map(({ name }) => name).join(words.law.comma)}
        </p>
      </header>
      <Standing account={account} own={own} />
      {visit.stage !== 'confirmed' && <p className="field-note">{say.notOpen}</p>}
      <ol className="field-route">
        {visit.cases.map((each, at) => (
          <li key={each.petition} className="field-case">
            <h2>
              <span className="field-number">{at + 1}</span> {each.spot}
            </h2>
            <CaseBrief planned={each} />
            {entriesFor(each.petition)}
            {form(each.petition) || (
              <div className="field-acts">
                {each.refused === null &&
                  (['met', 'notMet', 'agreed', 'word'] as const).map((kind) => (
                    <Button key={kind} onClick={() => write({ kind, petition: each.petition })}>
                      {say.write[kind]}
                    </Button>
                  ))}
              </div>
            )}
          </li>
        ))}
      </ol>
      <section className="field-case">
        <h2>{say.heardTitle}</h2>
        <p className="soft">{say.heardSays}</p>
        {entriesFor(null)}
        {form(null) || (
          <div className="field-acts">
            <Button onClick={() => write({ kind: 'heard', petition: null })}>{say.write.heard}</Button>
          </div>
        )}
      </section>
      <p className="faint">{say.onThisPhone(fullDay(until, language))}</p>
      <a href={`/desk/visits/${visit.visit}`}>{say.toDesk}</a>
    </main>
  )
}

/** When something has arrived the sheet is read anew, and the page itself as the house has it now. Without an answer all stays as it is. */
function useReadingAnew({ account, until, content }: Taken, onSheet: (sheet: Taken) => void): () => void {
  return useCallback(() => {
    const { visit } = content.visit
    void (async () => {
      const sheet = { account, until, content: { ...content, visit: await readVisit(visit) } }
      await keepSheet(sheetName(visit), sheet)
      onSheet(sheet)
      if (canKeepPages()) await keepPages()
    })().catch(() => {})
  }, [account, until, content, onSheet])
}

function CaseBrief({ planned }: { readonly planned: VisitCaseView }) {
  const { words } = useLanguage()
  const say = words.visit
  const { petition, meet, brief, questions, consent, refused } = planned
  return (
    <>
      <p className="faint">{shownNumber(petition)}</p>
      {refused && <p className="field-note">{say.refusedSays}</p>}
      {meet && (
        <p className="prose">
          <strong>{say.meet}</strong> {meet}
        </p>
      )}
      <p className="prose">{brief}</p>
      {questions && (
        <p className="prose">
          <strong>{say.questions}</strong> {questions}
        </p>
      )}
      {consent && <p className="faint prose">{say.consented(consent)}</p>}
    </>
  )
}
