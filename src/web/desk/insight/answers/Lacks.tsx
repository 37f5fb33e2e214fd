/** What is found in one answer, each with the words that show it or the part that is missing. */
import { answerTerms } from '../../../../wording/answer-terms.ts'
import { useLanguage } from '../../locales/language.tsx'
import { type LackView, useAnswerWords } from './answers.ts'
import './answers.css'

const parts: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = answerTerms.answerPart

export function Lacks({ lacks }: { readonly lacks: readonly LackView[] }) {
  const { language } = useLanguage()
  const say = useAnswerWords()
  return (
    <ul className="answer-lacks">
      {lacks.map((lack) => (
        <li key={`${lack.check} ${lack.claim ?? ''}`}>
          <strong>{answerTerms.answerCheck[lack.check][language]}</strong>
          {lack.claim !== null && <span className="soft"> · {say.claim(lack.claim)}</span>}
          {lack.words !== null && <q>{lack.words}</q>}
          <Missing lack={lack} />
          {lack.others !== null && <p className="soft">{say.others(lack.others)}</p>}
        </li>
      ))}
    </ul>
  )
}

function Missing({ lack: { check, missing } }: { readonly lack: LackView }) {
  const { language } = useLanguage()
  const say = useAnswerWords()
  const between = language === 'zh' ? '、' : ', '
  if (missing.length === 0) return null
  if (check === 'claimPassedOver') return <p className="soft">{say.wordsMissing(missing.join(between))}</p>
  return <p className="soft">{say.missing(missing.map((part) => parts[part]?.[language] ?? part).join(between))}</p>
}
