/** What the petitioner wrote, at first and since, with the files. */
import { fullDay } from '../../shared/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { FileList } from './files.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

export function Content({ petition, opener }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
  const path = `/api/petitions/${opener.number}/materials`
  return (
    <FollowPage petition={petition} title={follow.sections.content}>
      <h2>{petition.title}</h2>
      <p class="long">{petition.text}</p>
      <h2>{follow.claims}</h2>
      <ol class="entries">
        {petition.claims.map(({ ref, text }) => (
          <li key={ref}>
            <p class="long">{text}</p>
          </li>
        ))}
      </ol>
      {petition.materials.length > 0 ? (
        <>
          <h2>{follow.materials}</h2>
          <FileList files={petition.materials} at={path} opener={opener} />
        </>
      ) : null}
      {petition.added.length > 0 ? (
        <>
          <h2>{follow.added}</h2>
          <ol class="entries">
            {petition.added.map(({ on, note, materials }, place) => (
              <li key={`${on}-${materials[0]?.ref ?? place}`}>
                <p class="hint">{fullDay(on, language)}</p>
                {note ? <p class="long">{note}</p> : null}
                <FileList files={materials} at={path} opener={opener} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {petition.questions.length > 0 ? (
        <>
          <h2>{follow.questions}</h2>
          <ol class="entries">
            {petition.questions.map(({ ref, organ, askedOn, question, answeredOn, answer }) => (
              <li key={ref}>
                <p class="hint">{follow.asked(organ[language], fullDay(askedOn, language))}</p>
                <p class="long">{question}</p>
                {answeredOn && answer ? (
                  <>
                    <p class="hint">{follow.answered(fullDay(answeredOn, language))}</p>
                    <p class="long">{answer}</p>
                  </>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </FollowPage>
  )
}
