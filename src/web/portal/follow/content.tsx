/** What the petitioner wrote, at first and since, with the files. */
import { useState } from 'preact/hooks'
import type { FollowView } from '../../../petition/views.ts'
import { fullDay, sizeInWords } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech } from '../shell/language.tsx'
import { fetchFile, type Opener, type Trouble } from '../wire/api.ts'
import { saveFile } from '../wire/save.ts'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

type Materials = FollowView['materials']

export function Content({ petition, opener }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow } = words
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
          <MaterialList materials={petition.materials} opener={opener} />
        </>
      ) : null}
      {petition.added.length > 0 ? (
        <>
          <h2>{follow.added}</h2>
          <ol class="entries">
            {petition.added.map(({ on, note, materials }, at) => (
              <li key={`${on}-${materials[0]?.ref ?? at}`}>
                <p class="hint">{fullDay(on, language)}</p>
                {note ? <p class="long">{note}</p> : null}
                <MaterialList materials={materials} opener={opener} />
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

function MaterialList({ materials, opener }: { materials: Materials; opener: Opener }) {
  const { words } = useSpeech()
  const [busy, setBusy] = useState('')
  const [trouble, tell] = useState<Trouble | null>(null)
  const download = (ref: string, name: string) => {
    setBusy(ref)
    fetchFile(`/api/petitions/${opener.number}/materials/${ref}`, opener).then((answer) => {
      setBusy('')
      tell(answer.ok ? null : answer.trouble)
      if (answer.ok) saveFile(answer.value, name)
    })
  }
  return (
    <>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <ul class="files">
        {materials.map(({ ref, name, bytes }) => (
          <li key={ref}>
            <button type="button" class="link file-name" onClick={() => download(ref, name)}>
              {busy === ref ? words.follow.downloading : name}
            </button>
            <span class="size">{sizeInWords(bytes)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
