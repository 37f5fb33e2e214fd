/** The left column: who asks what, where, of whom, with which materials. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { fullDay, sizeInWords } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import type { PetitionView } from './petition.ts'
import { type OnOpen, SealedFile, Seals } from './seals.tsx'
import { shownNumber } from './words.tsx'

type Shown = { readonly petition: PetitionView }
type Openable = Shown & { readonly onOpen: OnOpen }

export function FactsColumn({ petition, onOpen }: Openable) {
  const { words } = useLanguage()
  return (
    <>
      <Seals petition={petition} onOpen={onOpen} />
      <Section title={words.petition.claims}>
        <ol className="claims">
          {petition.claims.map((claim, at) => (
            <li key={claim.ref}>
              <span className="claim-number">{at + 1}</span>
              <p className="prose">{claim.text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={words.petition.text}>
        <p className="prose">{petition.text}</p>
      </Section>
      <Section title={words.petition.petitioners(petition.headcount)}>
        <People petition={petition} />
      </Section>
      <About petition={petition} />
      <Section title={words.petition.matter}>
        <Matter petition={petition} />
      </Section>
      <Materials petition={petition} onOpen={onOpen} />
      <Linked petition={petition} />
      <ShownTo petition={petition} />
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="facts-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Pairs({ pairs }: { readonly pairs: readonly (readonly [string, ReactNode])[] }) {
  const said = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="pairs">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function People({ petition }: Shown) {
  const { words, term } = useLanguage()
  const isSealed = petition.seals.some(({ isOpen }) => !isOpen)
  return (
    <>
      {petition.people.map((person, at) => (
        <div key={person.ref} className="person">
          <h3>
            {person.name ?? (isSealed ? words.petition.sealedName : words.petition.unnamed)}
            <span className="faint">
              {petition.people.length > 1 ? words.petition.nth(at + 1) : ''}
              {person.kind === 'citizen' ? '' : ` ${term('personKind', person.kind)}`}
            </span>
          </h3>
          <Pairs
            pairs={[
              [words.person.phone, person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>],
              [words.person.idNumber, person.idNumber],
              [words.person.address, person.address],
              [words.person.email, person.email],
              [words.person.electronic, person.electronicService ? words.yes : null],
            ]}
          />
        </div>
      ))}
      {petition.agent && <AgentOf agent={petition.agent} />}
    </>
  )
}

function AgentOf({ agent }: { readonly agent: NonNullable<PetitionView['agent']> }) {
  const { words, term } = useLanguage()
  return (
    <div className="person">
      <h3>
        {agent.name} <span className="faint">{term('agentKind', agent.kind)}</span>
      </h3>
      <Pairs
        pairs={[
          [words.person.phone, agent.phone],
          [words.person.mandate, agent.mandate],
        ]}
      />
    </div>
  )
}

/** Organs without a part in it that see it now, and what for. */
function ShownTo({ petition }: Shown) {
  const { words, term, pick, language } = useLanguage()
  const open = petition.sights.filter(({ endedOn }) => endedOn === null)
  if (open.length === 0) return null
  const said = ({ reason, until, isForSome }: (typeof open)[number]) =>
    [
      term('sightReason', reason),
      ...(isForSome ? [words.petition.shownToSome] : []),
      ...(until ? [words.petition.shownUntil(fullDay(until, language))] : []),
    ].join(' · ')
  return (
    <Section title={words.petition.shownTo}>
      <ul className="shown-to">
        {open.map((sight) => (
          <li key={`${sight.organ.id} ${sight.reason} ${sight.on}`}>
            {pick(sight.organ)} <span className="faint">{said(sight)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function About({ petition }: Shown) {
  const { words, term, pick } = useLanguage()
  if (petition.about.length === 0) return null
  return (
    <Section title={words.petition.about}>
      <ul className="about">
        {petition.about.map(({ as, organ, official }) => (
          <li key={`${as}/${organ?.id}/${official}`}>
            <span className="mark">{term('complained', as)}</span>
            {organ && pick(organ)}
            {official && <span> {official}</span>}
          </li>
        ))}
      </ul>
      {petition.about.some(({ as }) => as === 'accused') && <p className="faint">{words.petition.accusedSays}</p>}
    </Section>
  )
}

function Matter({ petition }: Shown) {
  const { words, term, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const place = [placeName(petition.place), petition.placeDetail].filter(Boolean).join(' ')
  return (
    <Pairs
      pairs={[
        [words.column.place, place],
        [
          words.column.category,
          pick(findCategory(petition.category) ?? { zh: petition.category, en: petition.category }),
        ],
        [words.column.class, term('class', petition.class)],
        [words.column.channel, term('channel', petition.channel)],
        [words.petition.confidentiality, term('confidentiality', petition.confidentiality)],
        [words.petition.track, term('track', petition.track)],
        [words.petition.firstTime, petition.firstTime ? words.yes : words.no],
        [words.petition.receivedOn, fullDay(petition.receivedOn, language)],
        [words.column.registeredOn, fullDay(petition.registeredOn, language)],
        [words.column.registrar, pick(petition.registrar)],
        [words.law.title, <LawLink key="law" law={petition.law} />],
        [words.petition.route, petition.route && term('route', petition.route)],
        [words.petition.oral, petition.oral && oralInWords(petition.oral, words.petition.readBack, term)],
        [words.petition.elsewhere, petition.elsewhere && elsewhereInWords(petition.elsewhere, pick)],
      ]}
    />
  )
}

/** The law that it is handled under; without its pack nothing can be done to it. */
function LawLink({ law }: { readonly law: PetitionView['law'] }) {
  const { words, pick } = useLanguage()
  return law.name ? <Link to={`/law?pack=${law.pack}`}>{pick(law.name)}</Link> : words.law.missing(law.pack)
}

const oralInWords = (
  oral: NonNullable<PetitionView['oral']>,
  readBack: string,
  term: ReturnType<typeof useLanguage>['term'],
): string => [oral.readBack ? readBack : '', term('oralSignature', oral.signedBy)].filter(Boolean).join(' · ')

const elsewhereInWords = (
  { organ, petition, note }: NonNullable<PetitionView['elsewhere']>,
  pick: ReturnType<typeof useLanguage>['pick'],
): string => [organ && pick(organ), petition && shownNumber(petition), note].filter(Boolean).join(' · ')

function Materials({ petition, onOpen }: Openable) {
  const { words, language } = useLanguage()
  const later = petition.added.flatMap(({ on, materials }) => materials.map((material) => ({ ...material, on })))
  const all = [...petition.materials.map((material) => ({ ...material, on: petition.receivedOn })), ...later]
  if (all.length === 0) return null
  return (
    <Section title={words.petition.materials(all.length)}>
      <ul className="materials">
        {all.map(({ on, ...material }) => (
          <li key={material.ref}>
            <SealedFile number={petition.number} material={material} onOpen={onOpen} />
            <span className="faint">
              {sizeInWords(material.bytes)} · {fullDay(on, language)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Linked({ petition }: Shown) {
  const { words, term } = useLanguage()
  if (petition.links.length === 0) return null
  return (
    <Section title={words.petition.links}>
      <ul>
        {petition.links.map(({ to, as }) => (
          <li key={to}>
            <Link to={`/petitions/${to}`}>{shownNumber(to)}</Link> <span className="faint">{term('link', as)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
