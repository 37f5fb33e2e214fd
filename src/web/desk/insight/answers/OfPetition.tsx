/** On the page of a petition: what its answers lack, by objective checks alone. */
import { fullDay } from '../../../shared/days.ts'
import { SideBlock } from '../../layout/SideBlocks.tsx'
import { useLanguage } from '../../locales/language.tsx'
import type { PetitionView } from '../../petition/petition.ts'
import { useAnswersOf, useAnswerWords } from './answers.ts'
import { Lacks } from './Lacks.tsx'

const answering: ReadonlySet<string> = new Set(['handlingOpinion', 'simplifiedAnswer', 'dutyAnswer', 'suggestionReply'])

export function AnswersOfPetition({ petition }: { readonly petition: PetitionView }) {
  const { language, pick, term } = useLanguage()
  const say = useAnswerWords()
  const isAnswered = petition.class !== 'accusation' && petition.documents.some(({ kind }) => answering.has(kind))
  const { data } = useAnswersOf(petition.number, isAnswered, petition.version)
  const items = data?.items ?? []
  return (
    <SideBlock title={say.title} isFilled={items.length > 0}>
      {items.map(({ document, kind, on, organ, lacks }) => (
        <div key={document} className="answer-looked">
          <p className="soft">
            {term('documentKind', kind)} · {pick(organ)} · {fullDay(on, language)}
          </p>
          {lacks.length === 0 ? <p className="faint">{say.nothing}</p> : <Lacks lacks={lacks} />}
        </div>
      ))}
    </SideBlock>
  )
}
