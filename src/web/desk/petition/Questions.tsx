import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from './petition.ts'

/** Questions that still wait for an answer stand above the history. */
export function Questions({ petition }: { readonly petition: PetitionView }) {
  const { words, pick, language } = useLanguage()
  const open = petition.questions.filter(({ answeredOn }) => answeredOn === null)
  if (open.length === 0) return null
  return (
    <section className="questions">
      <h2>{words.petition.openQuestions}</h2>
      <ul>
        {open.map(({ ref, question, askedOn, organ }) => (
          <li key={ref}>
            <p className="prose">{question}</p>
            <p className="faint">
              {pick(organ)} · {fullDay(askedOn, language)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
