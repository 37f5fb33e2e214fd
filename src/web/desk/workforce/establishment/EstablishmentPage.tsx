import { Button } from 'antd'
import { useState } from 'react'
import { establishmentTermOf } from '../../../../wording/establishment-terms.ts'
import { fullDay } from '../../../shared/days.ts'
import { Nothing } from '../../layout/Nothing.tsx'
import { Page } from '../../layout/page.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { AllotDialog, WithdrawDialog } from './AllotDialog.tsx'
import { type AllotmentView, type EstablishmentView, type HolderView, useEstablishment } from './establishment.ts'
import { Mix } from './Mix.tsx'
import '../workforce.css'

/** One organ: what it is allotted, who fills it, and by which documents. */
export function EstablishmentPage({ organ }: { readonly organ: string }) {
  const read = useEstablishment(organ)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={organ} view={read.data} />
}

interface Shown {
  readonly view: EstablishmentView
}

function Whole({ view }: Shown) {
  const { words, pick } = useLanguage()
  const say = words.team.establishment
  const [isAllotting, setIsAllotting] = useState(false)
  const { lasting, temporary, seconded } = view.people
  return (
    <Page
      title={pick(view.organ)}
      beside={view.refusal === null && <Button onClick={() => setIsAllotting(true)}>{say.allot}</Button>}
    >
      <p className="soft page-says">
        {say.title} · {say.people(lasting, temporary, seconded)}
      </p>
      {view.refusal && <p className="faint">{pick(view.refusal)}</p>}
      <Posts view={view} />
      <Holders holders={view.holders} />
      <Mix title={say.mix} mix={view.mix} />
      <History view={view} />
      {isAllotting && <AllotDialog organ={view.organ.id} onClose={() => setIsAllotting(false)} />}
    </Page>
  )
}

function Posts({ view: { posts } }: Shown) {
  const { words, term } = useLanguage()
  const say = words.team.establishment
  if (posts.length === 0) return <Nothing title={say.none} says={say.noneSays} />
  const columns = [
    { title: say.allotted, cell: (post: (typeof posts)[number]) => post.allotted ?? say.unknown },
    ...(['lasting', 'temporary', 'seconded'] as const).map((key) => ({
      title: say[key],
      cell: (post: (typeof posts)[number]) => (key === 'lasting' || post[key] > 0 ? post[key] : ''),
    })),
    ...(['vacant', 'over', 'endingSoon', 'toCome'] as const).map((key) => ({
      title: say[key],
      cell: (post: (typeof posts)[number]) => post[key] || '',
    })),
  ]
  return (
    <section className="team-part">
      <table className="team-table is-wide" aria-label={say.title}>
        <thead>
          <tr>
            <th scope="col">{say.post}</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col" className="end">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.post}>
              <th scope="row">{term('post', post.post)}</th>
              {columns.map(({ title, cell }) => (
                <td key={title} className="end" data-title={title}>
                  {cell(post)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Holders({ holders }: Pick<EstablishmentView, 'holders'>) {
  const { words } = useLanguage()
  const say = words.team.establishment
  return (
    <section className="team-part">
      <h2>{say.holders}</h2>
      {holders === null ? (
        <p className="faint">{say.holdersHidden}</p>
      ) : holders.length === 0 ? (
        <p>{say.noHolders}</p>
      ) : (
        <table className="team-table is-wide" aria-label={say.holders}>
          <thead>
            <tr>
              {[say.name, say.post, say.kind, say.term].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {holders.map((holder) => (
              <Holder key={`${holder.account} ${holder.post}`} holder={holder} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Holder({ holder }: { readonly holder: HolderView }) {
  const { words, pick, term, language } = useLanguage()
  const say = words.team.establishment
  const { name, post, kind, from, until, endsSoon, hasBegun, secondedFrom } = holder
  const runs =
    until === null
      ? say.termFrom(fullDay(from, language))
      : say.termUntil(fullDay(from, language), fullDay(until, language))
  const kindSaid = establishmentTermOf('holdingKind', kind)[language]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-title={say.post}>{term('post', post)}</td>
      <td data-title={say.kind}>
        {secondedFrom === null ? kindSaid : `${kindSaid} · ${say.secondedFrom(pick(secondedFrom))}`}
      </td>
      <td data-title={say.term}>
        <span>
          {runs}
          {endsSoon && <strong> · {say.endsSoon}</strong>}
          {!hasBegun && <span className="faint"> · {say.notBegun}</span>}
        </span>
      </td>
    </tr>
  )
}

function History({ view: { allotments, organ, refusal } }: Shown) {
  const { words } = useLanguage()
  const say = words.team.establishment
  return (
    <section className="team-part">
      <h2>{say.history}</h2>
      {allotments.length === 0 && <p className="faint">{say.noHistory}</p>}
      <ul className="team-entries">
        {allotments.map((each) => (
          <Entry key={each.ref} allotment={each} organ={organ.id} mayWithdraw={refusal === null} />
        ))}
      </ul>
    </section>
  )
}

interface EntryProps {
  readonly allotment: AllotmentView
  readonly organ: string
  readonly mayWithdraw: boolean
}

function Entry({ allotment, organ, mayWithdraw }: EntryProps) {
  const { words, term, language } = useLanguage()
  const say = words.team.establishment
  const [isOpen, setIsOpen] = useState(false)
  const { ref, post, count, from, on, document, reason, withdrawn } = allotment
  const named = say.entry(term('post', post), count, fullDay(from, language))
  return (
    <li className={withdrawn ? 'is-withdrawn' : undefined}>
      <strong>{named}</strong>
      <p>{say.recorded(document, fullDay(on, language))}</p>
      <p className="soft">{reason}</p>
      {withdrawn && (
        <p>
          {say.withdrawn(fullDay(withdrawn.on, language))} · <span className="soft">{withdrawn.reason}</span>
        </p>
      )}
      {!withdrawn && mayWithdraw && (
        <Button type="link" size="small" aria-label={`${say.withdraw}：${named}`} onClick={() => setIsOpen(true)}>
          {say.withdraw}
        </Button>
      )}
      {isOpen && <WithdrawDialog organ={organ} entry={ref} named={named} onClose={() => setIsOpen(false)} />}
    </li>
  )
}
