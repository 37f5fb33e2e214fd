/** One order as a readable file: whom it is for, what must be so, and its life in the order of its days. */
import { useState } from 'react'
import { Link } from 'react-router'
import { fullDay, sizeInWords } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { issuedFile, issuedPage, useIssuedPapers } from '../petition/papers.ts'
import { KindMark } from './OrderLedger.tsx'
import { entriesOf, type OrderEntry } from './order-entries.ts'
import type { MatterView, OrderView } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

interface OrderFileProps {
  readonly order: OrderView
  readonly matter: MatterView
}

const hasEnded = ({ state }: OrderView): boolean => state === 'closed' || state === 'escalated'

export function OrderFile({ order, matter }: OrderFileProps) {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const [isOpen, setIsOpen] = useState(!hasEnded(order))
  const { kind, by, opener, openedOn, due, state, basis, relapses, executedOn } = order
  const entries = entriesOf(order, matter)
  const isOverdue = order.clocks.some((clock) => clock.isOverdue && clock.state === 'running')
  return (
    <article className={hasEnded(order) ? 'order order-ended' : 'order'} aria-labelledby={`order-${order.ref}`}>
      <header>
        <h3 id={`order-${order.ref}`}>
          <KindMark kind={kind} />
          <span className={isOverdue ? 'broken' : undefined}>{said('orderState', state)}</span>
        </h3>
        <time className="soft">{fullDay(openedOn, language)}</time>
      </header>
      <p className="soft">{say.order.by(pick(by), said('openerKind', opener))}</p>
      <Addressees order={order} />
      <p className={isOverdue ? 'broken' : undefined}>
        {say.order.due} <strong>{fullDay(due, language)}</strong> {say.order.dueBefore}
      </p>
      <Because order={order} matter={matter} />
      <p className="faint">
        {say.matter.basis} {pick(basis)}
      </p>
      {order.letter && <Letter letter={order.letter} matter={matter} />}
      <Instruction order={order} />
      <Criteria order={order} />
      {relapses > 0 && <p className="broken">{say.order.relapses(relapses)}</p>}
      {executedOn && !isOpen && (
        <p className="order-executed">
          {say.order.executed} <span className="faint">{fullDay(executedOn, language)}</span>
        </p>
      )}
      {entries.length > 0 && (
        <>
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? say.order.fold : say.order.unfold(entries.length)}
          </button>
          {isOpen && (
            <ol className="history order-life">
              {entries.map((entry) => (
                <Entry key={entry.key} entry={entry} matter={matter.matter} />
              ))}
            </ol>
          )}
        </>
      )}
    </article>
  )
}

function Addressees({ order: { addressees } }: Pick<OrderFileProps, 'order'>) {
  const { pick } = useLanguage()
  const { say } = useSupervisionWords()
  return (
    <ul className="addressees">
      {addressees.map(({ organ, leader }, at) => (
        <li key={organ.id} className="addressee">
          <strong>{pick(organ)}</strong>
          {addressees.length > 1 && at === 0 && <span className="mark">{say.order.leads}</span>}
          {leader && <span className="soft">{say.order.leader(leader)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The findings that led to it, where the reader may see them. */
function Because({ order, matter }: OrderFileProps) {
  const { language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const rules = matter.findings
    .filter(({ ref }) => order.findings.includes(ref))
    .map(({ rule }) => said('findingRule', rule))
  if (rules.length === 0) return null
  return <p className="soft">{say.order.because([...new Set(rules)].join(language === 'zh' ? '、' : ', '))}</p>
}

/** The numbered letter that the order was issued as, to read, print and take home. */
function Letter({ letter, matter }: { readonly letter: string; readonly matter: MatterView }) {
  const { words, pick } = useLanguage()
  const stream = `supervision:${matter.matter}`
  const { data } = useIssuedPapers(stream, matter.version)
  const paper = data?.items.find((item) => item.paper === letter)
  if (!paper) return null
  return (
    <p className="order-letter">
      <Link to={issuedPage(stream, letter)}>{pick(paper)}</Link>
      <span className="faint">{paper.number ?? (paper.isNumberPending ? words.papers.numberPending : '')}</span>
      {paper.refusal ? (
        <span className="broken">{pick(paper.refusal)}</span>
      ) : (
        <a href={issuedFile(stream, letter)} download aria-label={words.papers.downloadOf(pick(paper))}>
          {words.papers.download}
        </a>
      )}
    </p>
  )
}

function Instruction({ order: { instruction } }: Pick<OrderFileProps, 'order'>) {
  const { say } = useSupervisionWords()
  return (
    <div className="order-part">
      <h4>{say.order.instruction}</h4>
      <p className="prose">{instruction}</p>
    </div>
  )
}

function Criteria({ order: { criteria } }: Pick<OrderFileProps, 'order'>) {
  const { say } = useSupervisionWords()
  if (criteria.length === 0) return null
  const met = criteria.filter((one) => one.met).length
  return (
    <div className="order-part">
      <h4>{say.order.criteriaMet(met, criteria.length)}</h4>
      <ul className="criteria">
        {criteria.map((one) => (
          <li key={one.ref} className={one.met ? 'criterion criterion-met' : 'criterion'}>
            <span className="tick" aria-hidden="true">
              {one.met ? '✓' : '○'}
            </span>
            <span>
              {one.text} <span className="visually-hidden">{one.met ? say.order.met : say.order.notMet}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Entry({ entry, matter }: { readonly entry: OrderEntry; readonly matter: string }) {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const { head, text, extra, materials } = entry
  return (
    <li className={entry.isBad ? 'entry entry-breach' : 'entry'}>
      <div className="entry-head">
        <h3>{head({ say, said, pick, day: (on) => fullDay(on, language) })}</h3>
        <time>{fullDay(entry.on, language)}</time>
      </div>
      {extra && <p className="soft">{extra({ say, said, pick, day: (on) => fullDay(on, language) })}</p>}
      {text && <p className="prose entry-text">{text}</p>}
      {materials && materials.length > 0 && (
        <ul className="faint">
          {materials.map(({ ref, name, bytes }) => (
            <li key={ref}>
              <a href={`/api/supervision/matters/${matter}/materials/${ref}`} download>
                {name}
              </a>{' '}
              · {sizeInWords(bytes)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
