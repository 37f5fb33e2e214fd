import { Button, Form } from 'antd'
import { Link, useParams } from 'react-router'
import { exemplaryTermOf } from '../../../../wording/exemplary-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { ActionsNow } from '../../layout/ActionsNow.tsx'
import { ActModal } from '../../layout/ActModal.tsx'
import { Area } from '../../layout/Area.tsx'
import { CaseColumns } from '../../layout/CaseColumns.tsx'
import { HistoryLines } from '../../layout/HistoryLines.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { Pairs } from '../../petition/facts.tsx'
import { percent } from '../works/shares.ts'
import { type ExemplaryAct, type ExemplaryView, useExemplary, useExemplaryAct } from './exemplary.ts'
import { type TypedWriteup, WriteupFields, writeupOf } from './WriteupFields.tsx'
import '../../petition/petition.css'
import '../../reports/reports.css'
import '../works/works.css'

/** One case, as its readers read it; beside it how it came about, for those with a part in it. */
export function ExemplaryPage() {
  const { exemplary = '' } = useParams()
  const read = useExemplary(exemplary)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={exemplary} read={read.data} />
}

interface ReadProps {
  readonly read: ExemplaryView
}

function Whole({ read }: ReadProps) {
  const { words, language } = useLanguage()
  const { own, stage, titleEn } = read
  return (
    <Page
      title={language === 'en' && titleEn ? titleEn : read.title}
      beside={
        <Button size="small" onClick={() => window.print()}>
          {words.exemplary.page.print}
        </Button>
      }
    >
      <CaseColumns
        facts={<Written read={read} />}
        side={
          <>
            {own && (
              <ActionsNow
                title={words.exemplary.title}
                actions={own.actions}
                dialog={({ action, ...named }, onClose) => (
                  <ActDialog action={action} named={named} read={read} onClose={onClose} />
                )}
              />
            )}
            <Who read={read} />
          </>
        }
        history={
          <>
            {(stage === 'published' || stage === 'withdrawn') && <Use read={read} />}
            {own && (
              <section className="report-part">
                <h2>{words.exemplary.page.history}</h2>
                <HistoryLines history={own.history} />
              </section>
            )}
          </>
        }
      />
    </Page>
  )
}

const writtenParts = ['situation', 'done', 'why', 'basis'] as const

function Written({ read }: ReadProps) {
  const { words, language } = useLanguage()
  const { parts, page } = words.exemplary
  const { own, titleEn, summaryEn } = read
  return (
    <section className="report-part exemplary-written">
      {own?.returned && (
        <p className="broken">{page.returned(fullDay(own.returned.on, language), own.returned.reason)}</p>
      )}
      {own?.withdrawn && (
        <p className="broken">
          {page.withdrawn(fullDay(own.withdrawn.on, language), own.withdrawn.reason ?? page.accuses)}
        </p>
      )}
      {writtenParts.map((part) => (
        <div key={part}>
          <h2>{parts[part]}</h2>
          <p className="prose">{read[part]}</p>
        </div>
      ))}
      {(titleEn !== null || summaryEn !== null) && (
        <div lang="en">
          <h2>English</h2>
          {titleEn && <p>{titleEn}</p>}
          {summaryEn && <p className="prose">{summaryEn}</p>}
        </div>
      )}
    </section>
  )
}

function Who({ read }: ReadProps) {
  const { words, pick, language } = useLanguage()
  const { page, audience, kind, stage } = words.exemplary
  const { own, publishedOn } = read
  const source = own?.source
  return (
    <section className="side-section">
      <h2>{words.exemplary.page.who}</h2>
      <Pairs
        pairs={[
          [stage, exemplaryTermOf('exemplaryStage', read.stage)[language]] as const,
          [kind, pick(read.category)] as const,
          [audience, exemplaryTermOf('exemplaryAudience', read.audience)[language]] as const,
          ...(publishedOn === null ? [] : [[page.publishedOn, fullDay(publishedOn, language)] as const]),
          ...(own
            ? [
                [page.organ, pick(own.organ)] as const,
                [page.approver, pick(own.approver)] as const,
                [page.proposedOn, fullDay(own.proposedOn, language)] as const,
              ]
            : []),
          ...(source
            ? [
                [
                  page.source,
                  <Link key="source" to={`/${source.kind === 'petition' ? 'petitions' : 'disputes'}/${source.id}`}>
                    {page.toSource}
                  </Link>,
                ] as const,
              ]
            : []),
        ]}
      />
    </section>
  )
}

/** How often it was read, and what became of those matters beside others: said with its caution. */
function Use({ read: { use } }: ReadProps) {
  const { words } = useLanguage()
  const say = words.exemplary.page
  const shown = ({ held, n, share, low, high, isSmall }: ExemplaryView['use']['withIt']) =>
    share === null
      ? say.noneYet
      : [
          words.works.cell(held, n),
          percent(share),
          words.works.between(percent(low), percent(high)),
          ...(isSmall ? [words.works.small] : []),
        ].join(' · ')
  return (
    <section className="report-part">
      <h2>{say.use}</h2>
      <p>{say.used(use.opened, use.helped, use.notHelped)}</p>
      <p>{say.outcome}</p>
      <Pairs
        pairs={[
          [say.withIt, shown(use.withIt)],
          [say.without, shown(use.without)],
        ]}
      />
      <p className="faint">{say.caution}</p>
    </section>
  )
}

type ActionName = NonNullable<ExemplaryView['own']>['actions'][number]['action']
type Typed = TypedWriteup & { readonly reason?: string }

interface ActDialogProps extends ReadProps {
  readonly action: ActionName
  readonly named: { readonly zh: string; readonly en: string }
  readonly onClose: () => void
}

function ActDialog({ action, named, read, onClose }: ActDialogProps) {
  const { words, pick } = useLanguage()
  const { reason } = words.exemplary
  const isMending = action === 'mend'
  return (
    <ActModal<Typed, ExemplaryAct>
      title={pick(named)}
      follows={words.exemplary.follows[action]}
      doing={useExemplaryAct(read.exemplary)}
      width={isMending ? 720 : 520}
      start={isMending ? startOf(read) : {}}
      sent={(typed) => ({ action, body: bodyOf(action, typed), version: read.own?.version ?? 0 })}
      onClose={onClose}
    >
      {isMending && <WriteupFields />}
      {(action === 'return' || action === 'withdraw') && (
        <Form.Item
          name="reason"
          label={reason}
          rules={[{ required: true, whitespace: true, message: words.field.needed(reason) }]}
        >
          <Area rows={3} maxLength={4000} />
        </Form.Item>
      )}
    </ActModal>
  )
}

function bodyOf(action: ActionName, { reason, ...typed }: Typed): object {
  if (action === 'mend') return writeupOf(typed)
  return action === 'publish' ? {} : { reason }
}

const startOf = ({
  audience,
  title,
  situation,
  done,
  why,
  basis,
  titleEn,
  summaryEn,
}: ExemplaryView): TypedWriteup => ({
  ...{ audience, title, situation, done, why, basis },
  ...{ titleEn: titleEn ?? '', summaryEn: summaryEn ?? '' },
})
