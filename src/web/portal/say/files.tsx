import { Attachments } from '../form/attachments.tsx'
import { useWords } from '../shell/language.tsx'
import { changeDraft, readDraft } from './draft.ts'
import type { StepProps } from './wizard.tsx'

export function Files({ flow, draft, errorAt, holdUp }: StepProps) {
  const { files } = useWords()
  return (
    <>
      <p>{files.lead}</p>
      {draft.kind === 'accusation' || draft.confidentiality !== 'named' ? <p class="warn">{files.strip}</p> : null}
      <Attachments
        files={draft.files}
        // several may end close together, so each change starts from what is there by then
        onFiles={(change) => changeDraft(flow, { files: change(readDraft(flow).files) })}
        onBusy={(busy) => holdUp(busy ? { field: 'files', message: files.wait } : null)}
        error={errorAt('files')}
      />
    </>
  )
}
