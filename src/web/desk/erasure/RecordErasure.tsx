/** One dispute, mediation or visit that may be erased: how long it is kept, what was proposed, and what can be done. Nothing that was written. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { proposeRecordErasure, readRecordErasure } from '../../../mediation/erasing/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { ActModal } from '../layout/ActModal.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { useSession } from '../session/session-context.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './erasure.css'

type View = Received<typeof readRecordErasure>
type Action = View['actions'][number]

const pages: Readonly<Record<View['kind'], string>> = {
  dispute: '/disputes',
  mediation: '/mediations',
  intake: '/centre',
  referral: '/referrals',
}

export function RecordErasure() {
  const { kind = '', record = '' } = useParams()
  const read = useQuery({
    queryKey: ['erasures', kind, record],
    queryFn: ({ signal }) =>
      call<typeof readRecordErasure>(
        'GET',
        '/api/record-erasures/:kind/:record',
        { params: { kind, record } } as never,
        { signal },
      ),
  })
  if (read.isPending) return <Skeleton lines={8} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole view={read.data} />
}

function Whole({ view }: { readonly view: View }) {
  const { words, pick, term, language } = useLanguage()
  const { organ } = useSession()
  const { kind, record, proposal, restsSince, keptYears, basis, actions } = view
  const say = words.erasure.record
  const dated = (day: string | null) => (day === null ? [] : [fullDay(day, language)])
  const isApprover = proposal?.approver.id === organ.id
  return (
    <Page title={`${words.erasure.title} · ${term('retention', kind)}`}>
      <CaseColumns
        facts={
          <section className="report-part">
            <Pairs
              pairs={[
                [words.column.number, record],
                [say.restsSince, fullDay(restsSince, language)],
                [say.kept, say.years(keptYears, pick(basis))],
              ]}
            />
            {proposal && (
              <Pairs
                pairs={[
                  [
                    say.proposed,
                    words.erasure.proposedBy(pick(proposal.organ), fullDay(proposal.proposedOn, language)),
                  ],
                  [say.approver, pick(proposal.approver)],
                  ...dated(proposal.approvedOn).map((day) => [say.approved, day] as const),
                  ...dated(proposal.declinedOn).map((day) => [say.declined, day] as const),
                  ...dated(proposal.erasedOn).map((day) => [say.erased, day] as const),
                ]}
              />
            )}
            {!isApprover && (
              <p className="erasure-open">
                <Link to={`${pages[kind]}/${record}`}>{say.open}</Link>
              </p>
            )}
            <p className="soft erasure-says">{say.says}</p>
          </section>
        }
        side={
          <ActionsNow
            title={words.erasure.title}
            actions={actions}
            dialog={(action, onClose) => <Acting view={view} action={action} onClose={onClose} />}
          />
        }
      />
    </Page>
  )
}

interface ActingProps {
  readonly view: View
  readonly action: Action
  onClose(): void
}

function Acting({ view: { kind, record }, action, onClose }: ActingProps) {
  const { words, pick } = useLanguage()
  const client = useQueryClient()
  // one for as long as the dialog is open, so that an act whose answer was lost is carried out once
  const [idempotencyKey] = useState(newIdempotencyKey)
  const doing = useMutation({
    mutationFn: (_: object) =>
      call<typeof proposeRecordErasure>(
        'POST',
        `/api/record-erasures/:kind/:record/${action.action}` as '/api/record-erasures/:kind/:record/propose',
        { params: { kind, record }, body: {} } as never,
        { idempotencyKey },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['erasures'] }),
  })
  return (
    <ActModal
      title={pick(action)}
      follows={words.erasure.record.follows[action.action as keyof typeof words.erasure.record.follows]}
      doing={doing}
      sent={(typed: object) => typed}
      onClose={onClose}
    >
      {null}
    </ActModal>
  )
}
