/** One bulletin: written at while it is a draft, read as the paper that it is once it was issued; beside it what can be done now. */
import { Alert, App, Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { bulletinTermOf } from '../../../wording/bulletin-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { Problem } from '../../shared/problem.ts'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { issuedFile, issuedPage, useIssuedPaper } from '../petition/papers.ts'
import { Sheet } from '../petition/Sheet.tsx'
import { TaskLines } from '../tasks/TaskLines.tsx'
import { ActDialog } from './ActDialog.tsx'
import { type BulletinView, useBulletin, useBulletinAct, useBulletinWords, usePreview } from './bulletins.ts'
import { bodyOf, type Draft, draftOf } from './drafting.ts'
import { Editor } from './Editor.tsx'
import { TrendsOf } from './Trends.tsx'
import '../petition/petition.css'
import './bulletins.css'

export function BulletinPage() {
  const { bulletin = '' } = useParams()
  const read = useBulletin(bulletin)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={bulletin} bulletin={read.data} />
}

interface Shown {
  readonly bulletin: BulletinView
}

function Whole({ bulletin }: Shown) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const { kind, tone, stage, year, period } = bulletin
  const name = tone ? bulletinTermOf('circularTone', tone) : bulletinTermOf('bulletinKind', kind)
  return (
    <Page
      title={bulletin.title}
      beside={
        <span className="soft nowrap">
          {pick(name)} {period ? pick(period) : (year ?? '')} · {pick(bulletinTermOf('bulletinStage', stage))}
        </span>
      }
    >
      {kind === 'personnelNotice' && <p className="bulletin-secret">{say.secret}</p>}
      <div className="bulletin-columns">
        <div>
          {bulletin.paper && <TrendsOf bulletin={bulletin} />}
          {bulletin.paper ? <Issued bulletin={bulletin} paper={bulletin.paper} /> : <Drafted bulletin={bulletin} />}
        </div>
        <aside>
          <Actions bulletin={bulletin} />
          <Facts bulletin={bulletin} />
          <Recipients bulletin={bulletin} />
          {kind === 'situationReport' && bulletin.paper && <TaskLines of={bulletin.stream} />}
        </aside>
      </div>
    </Page>
  )
}

/** The paper as it went out. */
function Issued({ bulletin, paper }: Shown & { readonly paper: string }) {
  const say = useBulletinWords()
  const page = useIssuedPaper(bulletin.stream, paper, 'zh')
  if (page.isPending) return <Skeleton lines={10} />
  if (page.isError) return <Trouble error={page.error} onRetry={() => page.refetch()} />
  return (
    <>
      <div className="bulletin-add no-print">
        <Link to={issuedPage(bulletin.stream, paper)}>{say.open}</Link>
        <a href={issuedFile(bulletin.stream, paper)} download>
          {say.word}
        </a>
      </div>
      <Sheet page={page.data} />
    </>
  )
}

/** Written at by whoever may, previewed by everybody in the office. */
function Drafted({ bulletin }: Shown) {
  const say = useBulletinWords()
  const mayEdit = bulletin.actions.some(({ action, allowed }) => action === 'edit' && allowed)
  const [shown, show] = useState<'edit' | 'preview'>('edit')
  return (
    <>
      {mayEdit && (
        <Segmented<'edit' | 'preview'>
          value={shown}
          onChange={show}
          options={[
            { value: 'edit', label: say.edit },
            { value: 'preview', label: say.preview },
          ]}
        />
      )}
      <div hidden={!mayEdit || shown !== 'edit'}>{mayEdit && <Writing bulletin={bulletin} />}</div>
      {(!mayEdit || shown === 'preview') && bulletin.stage !== 'withdrawn' && <Preview bulletin={bulletin} />}
    </>
  )
}

function Preview({ bulletin }: Shown) {
  const { words, language } = useLanguage()
  const page = usePreview(bulletin.bulletin, bulletin.version, true)
  if (page.isPending) return <Skeleton lines={10} />
  // what is missing is said by its name, and is no trouble of the page
  if (page.isError)
    return page.error instanceof Problem && page.error.status === 409 ? (
      <Alert type="info" showIcon title={troubleInWords(page.error, words, language)} />
    ) : (
      <Trouble error={page.error} onRetry={() => page.refetch()} />
    )
  return <Sheet page={page.data} />
}

/** What is written stays here until the house has it, whoever else saved meanwhile. */
function Writing({ bulletin }: Shown) {
  const { words, language } = useLanguage()
  const { message } = App.useApp()
  const say = useBulletinWords()
  const [from, begin] = useState(bulletin)
  const [draft, write] = useState<Draft>(() => draftOf(bulletin))
  const [isChanged, change] = useState(false)
  const saving = useBulletinAct(bulletin.bulletin)
  const isOvertaken =
    (saving.error instanceof Problem && saving.error.status === 412) || (isChanged && bulletin.version > from.version)
  const load = () => {
    begin(bulletin)
    write(draftOf(bulletin))
    change(false)
    saving.reset()
  }
  // somebody else saved while nothing was being written here
  if (!isChanged && bulletin.version > from.version) load()
  const save = () =>
    saving.mutate(
      { verb: 'edit', body: bodyOf(draft, bulletin.kind), version: from.version },
      {
        onSuccess: () => {
          change(false)
          void message.success(say.saved)
        },
      },
    )
  return (
    <>
      <Editor
        draft={draft}
        kind={bulletin.kind}
        saved={bulletin.blocks}
        onChange={(next) => {
          write(next)
          change(true)
        }}
      />
      {isOvertaken ? (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={say.overtaken(bulletin.authors.join(language === 'zh' ? '、' : ', '))}
          action={<Button onClick={load}>{say.reload}</Button>}
        />
      ) : (
        saving.error && (
          <Alert role="alert" type="warning" showIcon title={troubleInWords(saving.error, words, language)} />
        )
      )}
      <div className="bulletin-save">
        <Button type="primary" disabled={!isChanged || isOvertaken} loading={saving.isPending} onClick={save}>
          {say.save}
        </Button>
        {isChanged && <span className="soft">{say.unsaved}</span>}
      </div>
    </>
  )
}

function Actions({ bulletin }: Shown) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const navigate = useNavigate()
  const [chosen, choose] = useState<BulletinView['actions'][number] | null>(null)
  const acts = bulletin.actions.filter(({ action, refusal }) => action !== 'edit' && !isPast(refusal?.kind))
  const { kind, tone, year, period } = bulletin
  const on = period ? `&span=${period.span}&from=${period.from}` : year ? `&year=${year}` : ''
  const correcting = `/bulletins/new?kind=${kind}${tone ? `&tone=${tone}` : ''}${on}&corrects=${bulletin.bulletin}`
  const mayCorrect = bulletin.isOurs && bulletin.paper !== null && bulletin.correctedBy === null
  if (acts.length === 0 && !mayCorrect) return null
  return (
    <section className="side-section no-print">
      <h2>{say.now}</h2>
      <ul className="bulletin-actions">
        {acts.map((action) => (
          <li key={action.action}>
            <button type="button" className="action" disabled={!action.allowed} onClick={() => choose(action)}>
              {pick(action)}
            </button>
            {action.refusal && <p className="action-not-yet">{pick(action.refusal)}</p>}
          </li>
        ))}
        {mayCorrect && kind !== 'personnelNotice' && (
          <li>
            <button type="button" className="action" onClick={() => navigate(correcting)}>
              {say.correct}
            </button>
          </li>
        )}
      </ul>
      {chosen && <ActDialog key={chosen.action} action={chosen} bulletin={bulletin} onClose={() => choose(null)} />}
    </section>
  )
}

/** What is no longer possible, or never was from here, needs no word. */
const isPast = (refusal: string | undefined): boolean =>
  refusal === 'wrong-bulletin-stage' || refusal === 'bulletin-not-yours'

function Facts({ bulletin }: Shown) {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const { corrects, correctedBy, returns, withdrawn } = bulletin
  const names = language === 'zh' ? '、' : ', '
  const pairs: readonly (readonly [string, string | null])[] = [
    [say.organ, pick(bulletin.organ)],
    [say.number, bulletin.number],
    [say.issuedOn, bulletin.issuedOn && fullDay(bulletin.issuedOn, language)],
    [say.approver, bulletin.approver],
    [say.draftedOn, bulletin.draftedOn && fullDay(bulletin.draftedOn, language)],
    [say.authors, bulletin.authors.join(names) || null],
    [say.department, bulletin.department && pick(bulletin.department)],
    [say.concerned, bulletin.concerned.map(({ name }) => name).join(names) || null],
  ]
  return (
    <section className="side-section">
      <dl className="bulletin-facts">
        {pairs.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {corrects && (
        <p>
          {say.corrects} <Link to={`/bulletins/${corrects.bulletin}`}>{corrects.number ?? say.annualOpen}</Link>
        </p>
      )}
      {correctedBy && (
        <p>
          <Link to={`/bulletins/${correctedBy}`}>{say.correctedBy}</Link>
        </p>
      )}
      {[...returns].reverse().map(({ on, by, reasons }) => (
        <blockquote key={on + reasons} className="bulletin-returned">
          <span className="faint">{say.returned(by, fullDay(on, language))}</span>
          <p className="prose">{reasons}</p>
        </blockquote>
      ))}
      {withdrawn && (
        <blockquote className="bulletin-returned">
          <span className="faint">{say.withdrawnBy(withdrawn.by, fullDay(withdrawn.on, language))}</span>
          <p className="prose">{withdrawn.reasons}</p>
        </blockquote>
      )}
    </section>
  )
}

function Recipients({ bulletin }: Shown) {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const { recipients, recipientsMissing, paper, isOurs } = bulletin
  return (
    <section className="side-section">
      <h2>{say.recipients}</h2>
      {recipientsMissing && <Alert type="warning" showIcon title={pick(recipientsMissing)} />}
      <ul className="bulletin-receipts">
        {recipients.map(({ organ, receivedOn }) => (
          <li key={organ.id}>
            <span>{pick(organ)}</span>
            {paper && (isOurs || receivedOn) && (
              <span className={receivedOn ? 'soft nowrap' : 'faint nowrap'}>
                {receivedOn ? say.receivedOn(fullDay(receivedOn, language)) : say.notReceived}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
