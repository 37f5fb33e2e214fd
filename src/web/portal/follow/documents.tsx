import type { DocumentView } from '../../../petition/views.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { NotFound } from '../shell/lost.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'
import { EvidenceOf } from './proof.tsx'

export function Documents({ petition }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  const latestFirst = petition.documents.slice().reverse()
  return (
    <FollowPage petition={petition} title={follow.sections.documents} lead={follow.documentsLead}>
      {latestFirst.length === 0 ? <p>{follow.noDocuments}</p> : null}
      <ul class="links rows">
        {latestFirst.map((document) => (
          <li key={document.ref}>
            <a href={`/follow/petition/document/${document.ref}`}>{termOf('documentKind', document.kind)[language]}</a>
            <p>
              {document.issuedBy[language]} · {fullDay(document.issuedOn, language)}
            </p>
            <Served document={document} person={petition.me.ref} />
          </li>
        ))}
      </ul>
    </FollowPage>
  )
}

interface ServedProps {
  readonly document: DocumentView
  readonly person: string
  /** With what the way of service means, where there is room for it. */
  readonly isWhole?: true
}

function Served({ document, person, isWhole }: ServedProps) {
  const { words, language } = useSpeech()
  const mine = document.services.find((service) => service.person === person)
  if (mine) {
    return (
      <>
        <p class="hint">{words.follow.servedOn(fullDay(mine.servedOn, language))}</p>
        {isWhole ? <p class="hint">{mine.says?.[language]}</p> : null}
      </>
    )
  }
  if (document.announced) {
    const { on, until, says } = document.announced
    return (
      <>
        <p class="warn">{words.follow.announced(fullDay(on, language), dayAndWeekday(until, language))}</p>
        {isWhole ? <p class="hint">{says?.[language]}</p> : null}
      </>
    )
  }
  return document.isServed ? <p class="hint">{words.follow.notServed}</p> : null
}

export function DocumentPage({ petition, opener, item }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  const document = petition.documents.find(({ ref }) => ref === item)
  if (!document) return <NotFound />
  const claimOf = (ref: string) => petition.claims.find((claim) => claim.ref === ref)?.text ?? ref
  return (
    <FollowPage petition={petition} title={termOf('documentKind', document.kind)[language]}>
      <article class="document">
        <dl class="facts">
          <div>
            <dt>{follow.documentBy}</dt>
            <dd>{document.issuedBy[language]}</dd>
          </div>
          <div>
            <dt>{follow.documentOn}</dt>
            <dd>{fullDay(document.issuedOn, language)}</dd>
          </div>
        </dl>
        {Object.entries(document.parts).map(([part, text]) => (
          <section key={part}>
            <h2>{termOf('documentPart', part)[language]}</h2>
            <p class="long">{text}</p>
          </section>
        ))}
        {document.answers.length > 0 ? (
          <section>
            <h2>{follow.answersTitle}</h2>
            <ol class="entries">
              {document.answers.map(({ claim, outcome, answer, says }) => (
                <li key={claim}>
                  <p class="hint">{follow.claimText}</p>
                  <p class="quote">{claimOf(claim)}</p>
                  <p>
                    <strong>{termOf('outcome', outcome)[language]}</strong>
                  </p>
                  <p class="hint">{says?.[language]}</p>
                  <p class="long">{answer}</p>
                </li>
              ))}
            </ol>
          </section>
        ) : null}
        <Served document={document} person={petition.me.ref} isWhole />
      </article>
      <div class="buttons screen">
        <button type="button" class="button second" onClick={() => window.print()}>
          {follow.print}
        </button>
      </div>
      {document.receiptVersion === null ? null : (
        <section class="panel screen">
          <h2>{words.proof.ofDocument}</h2>
          <EvidenceOf opener={opener} number={petition.number} version={document.receiptVersion} />
        </section>
      )}
    </FollowPage>
  )
}
