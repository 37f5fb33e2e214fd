/** The left column: what is supervised, by whom, and who was asked to go on. */
import { Link } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { Pairs } from '../petition/facts.tsx'
import { StageMark, shownNumber } from '../petition/words.tsx'
import type { MatterSubject, MatterView } from './supervision.ts'
import { useSupervisionWords } from './words.ts'

export function Subject({ matter }: { readonly matter: MatterView }) {
  const { pick } = useLanguage()
  const { say } = useSupervisionWords()
  return (
    <>
      <section className="facts-section">
        <h2>{say.matter.subject}</h2>
        <About subject={matter.subject} />
      </section>
      <section className="facts-section">
        <h2>{say.matter.supervisors}</h2>
        <ul>
          {matter.supervisors.map((organ) => (
            <li key={organ.id}>{pick(organ)}</li>
          ))}
        </ul>
      </section>
      <Referrals matter={matter} />
    </>
  )
}

function About({ subject }: { readonly subject: MatterSubject }) {
  if (subject.kind === 'petition') return <OnePetition subject={subject} />
  if (subject.kind === 'topic') return <Topic subject={subject} />
  return <Proposal />
}

type Of<K extends MatterSubject['kind']> = { readonly subject: Extract<MatterSubject, { kind: K }> }

function OnePetition({ subject }: Of<'petition'>) {
  const { words, pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  const number = shownNumber(subject.number)
  return (
    <>
      <Pairs
        pairs={[
          [
            words.column.number,
            subject.isOpenToYou ? (
              <Link key="number" to={`/petitions/${subject.number}`} title={say.matter.open}>
                {number}
              </Link>
            ) : (
              number
            ),
          ],
          [words.column.stage, <StageMark key="stage" stage={subject.stage} />],
          [words.column.holder, pick(subject.holder)],
          [words.column.registeredOn, fullDay(subject.registeredOn, language)],
        ]}
      />
      {!subject.isOpenToYou && <p className="faint">{say.matter.notOpen}</p>}
    </>
  )
}

function Topic({ subject: { category, place, from, until, petitions, count } }: Of<'topic'>) {
  const { words, pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  const placeName = usePlaceName()
  const unseen = count - petitions.length
  return (
    <>
      <Pairs
        pairs={[
          [
            words.column.category,
            category ? pick(findCategory(category) ?? { zh: category, en: category }) : say.everyCategory,
          ],
          [words.column.place, place ? placeName(place) : say.everyPlace],
          [words.column.registeredOn, say.period(fullDay(from, language), fullDay(until, language))],
        ]}
      />
      <h3 className="subject-count">{say.matter.count(count)}</h3>
      <ul className="subject-petitions">
        {petitions.map((number) => (
          <li key={number}>
            <Link to={`/petitions/${number}`}>{shownNumber(number)}</Link>
          </li>
        ))}
      </ul>
      {unseen > 0 && <p className="faint">{say.matter.unseen(unseen)}</p>}
    </>
  )
}

function Proposal() {
  const { say } = useSupervisionWords()
  return <p>{say.proposal}</p>
}

function Referrals({ matter: { referrals } }: { readonly matter: MatterView }) {
  const { pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  if (referrals.length === 0) return null
  return (
    <section className="facts-section">
      <h2>{say.matter.referrals}</h2>
      <ul>
        {referrals.map(({ on, from, to, note, declined }) => (
          <li key={on + from.id + to.id} className="referral">
            <p>
              {say.matter.referral(pick(from), pick(to))} <span className="faint nowrap">{fullDay(on, language)}</span>
            </p>
            {note && <p className="prose soft">{note}</p>}
            {declined && (
              <>
                <p>
                  {say.matter.declined(pick(to))} <span className="faint nowrap">{fullDay(declined.on, language)}</span>
                </p>
                <p className="prose soft">{declined.reason}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
