/** The phone of a village or a township, with or without a network: houses to go to, reports that are owed, disputes, what falls due. */
import { Button, Input } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { findCategory } from '../../../law/codes/categories.ts'
import { disputeTermOf } from '../../../wording/dispute-terms.ts'
import { screeningTermOf } from '../../../wording/screening-terms.ts'
import { dayAndWeekday, fullDay, todayInBeijing } from '../../shared/days.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Entry, type Sheet, sheetCalled } from '../offline/kept.ts'
import type { Request } from '../offline/requests.ts'
import { Standing } from '../offline/Standing.tsx'
import { canKeepPages, keepPages } from '../offline/shell.ts'
import { useEntries } from '../offline/useEntries.ts'
import { Waiting } from '../offline/Waiting.tsx'
import { householdSeen, kindOf, nothingFound, textOf, type Written } from './entries.ts'
import { DisputeForm, FollowUpForm, HandUpForm, ProgressForm, SettleForm } from './forms.tsx'
import { type DisputeView, sheetName, takeVillage, type VillageSheet } from './sheet.ts'
import '../offline/offline.css'
import './village.css'

type Taken = Sheet<VillageSheet>

export function VillagePage() {
  const [sheet, setSheet] = useState<Taken | null | undefined>(undefined)
  useEffect(() => {
    void sheetCalled<VillageSheet>(sheetName, todayInBeijing()).then(setSheet, () => setSheet(null))
  }, [])
  if (sheet === undefined) return <Skeleton lines={8} />
  return sheet === null ? <NothingTaken /> : <InTheVillage sheet={sheet} onSheet={setSheet} />
}

/** Never taken along, past its days, or gone with a sign-out. */
function NothingTaken() {
  const { words } = useLanguage()
  usePageTitle(words.village.title)
  return (
    <main className="field">
      <h1>{words.village.title}</h1>
      <p>{words.village.nothing}</p>
      <a href="/desk/screenings/reports">{words.village.toDesk}</a>
    </main>
  )
}

interface InTheVillageProps {
  readonly sheet: Taken
  onSheet(sheet: Taken): void
}

function InTheVillage({ sheet, onSheet }: InTheVillageProps) {
  const { words, language, setLanguage, pick } = useLanguage()
  const say = words.village
  const { account, until, content } = sheet
  usePageTitle(pick(content.organ))
  const readAnew = useReadingAnew(sheet, onSheet)
  useWhenReached(readAnew)
  const own = useEntries(account, sheetName, readAnew)
  const [writing, write] = useState<string | null>(null)
  const add = async (written: readonly Written[]) => {
    for (const { id, request } of written) await own.write(id, request)
    write(null)
  }
  const today = todayInBeijing()
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
        <h1>{pick(content.organ)}</h1>
        <p className="soft">{dayAndWeekday(today, language)}</p>
      </header>
      <Standing account={account} own={own} />
      {writing === 'dispute' ? (
        <div className="field-case">
          <DisputeForm sheet={content} onWritten={add} onClose={() => write(null)} />
        </div>
      ) : (
        <Button type="primary" block onClick={() => write('dispute')}>
          {say.record}
        </Button>
      )}
      <StillHere own={own} />
      <Areas sheet={content} entries={own.entries} writing={writing} onWriting={write} onWritten={add} />
      <Disputes sheet={content} entries={own.entries} writing={writing} onWriting={write} onWritten={add} />
      <Promises sheet={content} />
      <p className="faint">{say.onThisPhone(fullDay(until, language))}</p>
      <a href="/desk/screenings/reports">{say.toDesk}</a>
    </main>
  )
}

/** When something has arrived the sheet is read anew, and the page itself as the house has it now. Without an answer all stays as it is. */
function useReadingAnew({ content }: Taken, onSheet: (sheet: Taken) => void): () => void {
  return useCallback(() => {
    const { account, organ, above, places } = content
    void (async () => {
      onSheet(await takeVillage({ account, organ, above, places }))
      if (canKeepPages()) await keepPages()
    })().catch(() => {})
  }, [content, onSheet])
}

/** Whenever there is a network again, and when the page is opened with one: what others did meanwhile is on the phone then. */
function useWhenReached(readAnew: () => void): void {
  const now = useRef(readAnew)
  now.current = readAnew
  useEffect(() => {
    const reached = () => now.current()
    if (navigator.onLine) reached()
    window.addEventListener('online', reached)
    return () => window.removeEventListener('online', reached)
  }, [])
}

/** What was written and lies on the phone, whatever it is about. */
function StillHere({ own }: { readonly own: ReturnType<typeof useEntries> }) {
  const { words } = useLanguage()
  if (own.entries.length === 0) return null
  const wrote: Readonly<Record<string, string>> = words.village.wrote
  return (
    <ul className="field-entries">
      {own.entries.map((entry) => (
        <Waiting key={entry.id} entry={entry} text={textOf(entry.content)} onAgain={own.again} onDrop={own.drop}>
          <span className="mark">{wrote[kindOf(entry.content)] ?? kindOf(entry.content)}</span>{' '}
          <span className="prose">{textOf(entry.content)}</span>
        </Waiting>
      ))}
    </ul>
  )
}

interface PartProps {
  readonly sheet: VillageSheet
  readonly entries: readonly Entry<Request>[]
  readonly writing: string | null
  onWriting(which: string | null): void
  onWritten(written: readonly Written[]): Promise<void>
}

const bodyOf = ({ content }: Entry<Request>) => content.sent.body as Readonly<Record<string, unknown>>

function Areas({ sheet, entries, writing, onWriting, onWritten }: PartProps) {
  const { words, language, pick } = useLanguage()
  const say = words.village
  const placeName = (code: string) => pick(sheet.places.find((place) => place.code === code) ?? { zh: code, en: code })
  // what is still owed stands first, as on the desk
  const areas = sheet.areas.toSorted((a, b) => Number(a.standing !== 'waiting') - Number(b.standing !== 'waiting'))
  const isEntered = (kind: string, key: string, value: string) =>
    entries.some((entry) => kindOf(entry.content) === kind && bodyOf(entry)[key] === value)
  return (
    <section>
      <h2>{say.reports}</h2>
      {sheet.areas.length === 0 && <p className="soft">{say.noReports}</p>}
      {areas.map((area) => {
        const key = `${area.screening} ${area.area}`
        const allowed = (action: string) => area.actions.some((each) => each.action === action && each.allowed)
        const isReported = area.standing !== 'waiting' || isEntered('zero', 'area', area.area)
        return (
          <div key={key} className="field-case">
            <h3>{area.title}</h3>
            <p className="soft">
              {placeName(area.area)} ·{' '}
              {area.isLate ? (
                <span className="field-broken">{say.late}</span>
              ) : (
                screeningTermOf('areaStanding', area.standing)[language]
              )}
              {area.standing === 'waiting' && ` · ${say.by(fullDay(area.until, language))}`}
            </p>
            {area.houses.length > 0 && <h4>{say.today}</h4>}
            <ul className="village-houses">
              {area.houses.map(({ household, where, result }) => (
                <li key={household}>
                  <span>{where}</span>
                  {result !== 'met' && !isEntered('household', 'household', household) && allowed('household') ? (
                    <span className="field-acts">
                      {(['met', 'absent'] as const).map((seen) => (
                        <Button key={seen} onClick={() => void onWritten([householdSeen(area, household, seen)])}>
                          {say[seen]}
                        </Button>
                      ))}
                    </span>
                  ) : (
                    <span className="faint">{result && screeningTermOf('householdResult', result)[language]}</span>
                  )}
                </li>
              ))}
            </ul>
            {!isReported && allowed('zero') && writing !== key && (
              <Button onClick={() => onWriting(key)}>{say.zero}</Button>
            )}
            {writing === key && (
              <ZeroForm onNote={(note) => onWritten([nothingFound(area, note)])} onClose={() => onWriting(null)} />
            )}
          </div>
        )
      })}
    </section>
  )
}

interface ZeroFormProps {
  onNote(note: string | null): Promise<void>
  onClose(): void
}

function ZeroForm({ onNote, onClose }: ZeroFormProps) {
  const { words } = useLanguage()
  const [note, setNote] = useState('')
  const [isFull, setIsFull] = useState(false)
  return (
    <div className="field-form">
      <Input.TextArea
        rows={2}
        maxLength={4000}
        aria-label={words.village.form.note}
        placeholder={words.village.form.note}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {isFull && (
        <p role="alert" className="field-broken">
          {words.offline.notKept}
        </p>
      )}
      <div className="field-acts">
        <Button type="primary" onClick={() => void onNote(note.trim() || null).catch(() => setIsFull(true))}>
          {words.village.zero}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </div>
  )
}

const acts = [
  ['settle', 'settle', SettleForm],
  ['progress', 'progress', ProgressForm],
  ['hand-up', 'handUp', HandUpForm],
  ['follow-up', 'follow', FollowUpForm],
] as const

function Disputes({ sheet, entries, writing, onWriting, onWritten }: PartProps) {
  const { words } = useLanguage()
  return (
    <section>
      <h2>{words.village.disputes}</h2>
      {sheet.disputes.length === 0 && <p className="soft">{words.village.noDisputes}</p>}
      {sheet.disputes.map((dispute) => (
        <OneDispute
          key={dispute.dispute}
          dispute={dispute}
          entered={
            new Set(entries.filter((entry) => paramOf(entry) === dispute.dispute).map(({ content }) => kindOf(content)))
          }
          writing={writing}
          onWriting={onWriting}
          onWritten={onWritten}
        />
      ))}
    </section>
  )
}

const paramOf = ({ content }: Entry<Request>): string | undefined => content.sent.params?.dispute

interface OneDisputeProps extends Pick<PartProps, 'writing' | 'onWriting' | 'onWritten'> {
  readonly dispute: DisputeView
  /** What was written of it and has not arrived. */
  readonly entered: ReadonlySet<string>
}

function OneDispute({ dispute, entered, writing, onWriting, onWritten }: OneDisputeProps) {
  const { words, language, pick } = useLanguage()
  const say = words.village
  const { title, stage, asked, parties, category, clocks } = dispute
  const named = findCategory(category)
  const open = acts.filter(([action]) => !entered.has(action) && isAllowed(dispute, action))
  const form = acts.find(([action]) => writing === `${dispute.dispute} ${action}`)
  const Form = form?.[2]
  return (
    <div className="field-case">
      <h3>{title}</h3>
      <p className="soft">
        {disputeTermOf('disputeStage', stage)[language]}
        {named && ` · ${pick(named)}`}
        {clocks
          .filter(({ state }) => state === 'running')
          .slice(0, 1)
          .map(({ rule, lastDay }): ReactNode => {
            const by = rule === 'followUpDispute' ? say.followUp : say.settleBy
            const isPast = lastDay < todayInBeijing()
            return (
              <span key={rule} className={isPast ? 'field-broken' : undefined}>
                {' · '}
                {by(fullDay(lastDay, language))}
                {isPast && say.past}
              </span>
            )
          })}
      </p>
      <p className="prose">{asked}</p>
      <p className="faint">{parties.map(({ name }) => name).join(words.law.comma)}</p>
      {Form ? (
        <Form dispute={dispute} onWritten={onWritten} onClose={() => onWriting(null)} />
      ) : (
        <div className="field-acts">
          {open.map(([action, label]) => (
            <Button key={action} onClick={() => onWriting(`${dispute.dispute} ${action}`)}>
              {say[label]}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** What was tried is written with the handing up, so that it need not be there before. */
const isAllowed = ({ actions, handUpTo }: DisputeView, wanted: string): boolean =>
  actions.some(
    ({ action, allowed, refusal }) =>
      action === wanted &&
      (allowed || (wanted === 'hand-up' && refusal?.kind === 'nothing-tried-yet' && handUpTo.length > 0)),
  )

function Promises({ sheet }: { readonly sheet: VillageSheet }) {
  const { words, language } = useLanguage()
  const say = words.village
  return (
    <section>
      <h2>{say.promises}</h2>
      {sheet.promises.length === 0 && <p className="soft">{say.noPromises}</p>}
      <ul className="village-houses">
        {sheet.promises.map(({ task, what, due, isOverdue }) => (
          <li key={task}>
            <span className="prose">{what}</span>
            <span className={isOverdue ? 'field-broken' : 'faint'}>{say.due(fullDay(due, language))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
