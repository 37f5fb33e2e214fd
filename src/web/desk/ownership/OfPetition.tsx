/** On the page of a petition: whether a leader owns it, the way to the case, and the way to propose it. */
import { Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft } from '../petition/words.tsx'
import { useOwnershipOf, useProposing } from './ownership.ts'
import { useOwnershipWords } from './words.ts'
import './ownership.css'

interface OwnershipOfPetitionProps {
  readonly number: string
  /** Where the reader may not be allowed to see the petition, so that there may be no answer. */
  readonly isQuiet?: boolean
}

export function OwnershipOfPetition({ number, isQuiet = false }: OwnershipOfPetitionProps) {
  const { pick, language } = useLanguage()
  const { say, said } = useOwnershipWords()
  const of = useOwnershipOf(number)
  const [isProposing, setIsProposing] = useState(false)
  if (of.isPending || (of.isError && isQuiet)) return null
  if (of.isError) {
    return (
      <SideBlock title={say.of.title} isFilled>
        <p className="faint">{say.of.failed}</p>
      </SideBlock>
    )
  }
  const { ownership, propose } = of.data
  // whoever can neither see one nor propose it has no use for it here
  if (ownership === null && !propose.allowed && propose.refusal?.kind !== 'owned-already') return null
  const act = (
    <button type="button" className="link" onClick={() => setIsProposing(true)}>
      {say.of.act}
    </button>
  )
  return (
    <>
      <SideBlock
        title={say.of.title}
        isFilled={ownership !== null || propose.refusal !== null}
        act={propose.allowed && act}
      >
        {ownership ? (
          <Link to={`/ownerships/${number}`} className="ownership-of">
            <span>
              {said('ownershipStage', ownership.stage)}
              {ownership.owner && ` · ${ownership.owner.name}`}
            </span>
            <span className="faint">
              {ownership.owner ? pick(ownership.owner.organ) : say.of.open}
              {ownership.due && ` · ${say.page.until(fullDay(ownership.due, language))}`}
            </span>
            {ownership.nextDuty && <DaysLeft {...ownership.nextDuty} />}
          </Link>
        ) : (
          propose.refusal && <p className="faint">{pick(propose.refusal)}</p>
        )}
      </SideBlock>
      {isProposing && <Propose number={number} onClose={() => setIsProposing(false)} />}
    </>
  )
}

interface ProposeProps {
  readonly number: string
  readonly onClose: () => void
}

function Propose({ number, onClose }: ProposeProps) {
  const { words } = useLanguage()
  const { say } = useOwnershipWords()
  return (
    <ActModal<{ readonly reason: string }, { readonly reason: string }>
      title={say.of.act}
      follows={say.of.follows}
      doing={useProposing(number)}
      sent={({ reason }) => ({ reason })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={say.of.reason}
        rules={[{ required: true, whitespace: true, message: words.field.needed(say.of.reason) }]}
      >
        <Area rows={4} maxLength={4000} />
      </Form.Item>
    </ActModal>
  )
}
