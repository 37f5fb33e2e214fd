import { useNavigate } from 'react-router'
import { ActModal } from '../../layout/ActModal.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { useProposing } from './exemplary.ts'
import { type TypedWriteup, WriteupFields, writeupOf } from './WriteupFields.tsx'

interface ProposeDialogProps {
  readonly source: { readonly kind: 'petition' | 'dispute'; readonly id: string }
  readonly onClose: () => void
}

/** What was done in a matter is written up; what still tells whose it was, the house refuses and says. */
export function ProposeDialog({ source, onClose }: ProposeDialogProps) {
  const { words } = useLanguage()
  const navigate = useNavigate()
  const doing = useProposing()
  const sending = {
    ...doing,
    mutate: (body: object, then: { onSuccess(): void }) =>
      doing.mutate(body, {
        onSuccess: ({ exemplary }) => {
          then.onSuccess()
          void navigate(`/insight/exemplary/${exemplary}`)
        },
      }),
  }
  return (
    <ActModal<TypedWriteup, object>
      title={words.exemplary.beside.propose}
      follows={words.exemplary.follows.propose}
      doing={sending}
      width={720}
      start={{ audience: 'place' }}
      sent={(typed) => ({ source, ...writeupOf(typed) })}
      onClose={onClose}
    >
      <WriteupFields />
    </ActModal>
  )
}
