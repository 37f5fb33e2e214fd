/** On the page of a petition: what may be the same matter, and what it is joined with. */
import { Button, Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ActModal } from '../layout/ActModal.tsx'
import { Area } from '../layout/Area.tsx'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { shownNumber } from '../petition/words.tsx'
import { useHandlesHere } from '../session/session-context.ts'
import { Beside } from './Beside.tsx'
import { Rows } from './Rows.tsx'
import { type Joining, useJoining, useRepeatsOf } from './repeats.ts'

type Doing = { readonly does: 'beside' | 'merge' | 'unmerge'; readonly other: string }

export function RepeatsOfPetition({ petition }: { readonly petition: PetitionView }) {
  const { words, term } = useLanguage()
  const say = words.repeat
  const handles = useHandlesHere()
  const isOpen = petition.class !== 'accusation'
  const { data } = useRepeatsOf(petition.number, isOpen)
  const [doing, setDoing] = useState<Doing | null>(null)
  const can = (action: 'link' | 'unlink') =>
    handles && petition.actions.some((one) => one.action === action && one.allowed)
  const items = data?.items ?? []
  const close = () => setDoing(null)
  return (
    <>
      <SideBlock title={say.title} isFilled={items.length > 0 || petition.links.length > 0}>
        {petition.links.length > 0 && (
          <ul className="repeats">
            {petition.links.map(({ to, as }) => (
              <li key={to} className="repeat">
                <Link to={`/petitions/${to}`}>{shownNumber(to)}</Link> <span className="faint">{term('link', as)}</span>
                {can('unlink') && (
                  <Button size="small" type="text" onClick={() => setDoing({ does: 'unmerge', other: to })}>
                    {say.unmerge}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <Rows
          rows={items}
          acts={({ petition: { number } }) => (
            <>
              <Button size="small" onClick={() => setDoing({ does: 'beside', other: number })}>
                {say.beside}
              </Button>
              {can('link') && (
                <Button size="small" onClick={() => setDoing({ does: 'merge', other: number })}>
                  {say.merge}
                </Button>
              )}
            </>
          )}
        />
      </SideBlock>
      {doing?.does === 'beside' && <Beside one={{ number: petition.number }} other={doing.other} onClose={close} />}
      {(doing?.does === 'merge' || doing?.does === 'unmerge') && (
        <Join verb={doing.does} number={petition.number} other={doing.other} onClose={close} />
      )}
    </>
  )
}

interface JoinProps {
  readonly verb: 'merge' | 'unmerge'
  readonly number: string
  readonly other: string
  readonly onClose: () => void
}

function Join({ verb, number, other, onClose }: JoinProps) {
  const { words } = useLanguage()
  const say = words.repeat
  const doing = useJoining(verb)
  const isMerge = verb === 'merge'
  return (
    <ActModal<{ reason: string }, Joining>
      title={`${isMerge ? say.mergeTitle : say.unmergeTitle} · ${shownNumber(other)}`}
      okText={isMerge ? say.merge : say.unmerge}
      follows={isMerge ? say.mergeFollows : say.unmergeFollows}
      doing={doing}
      start={{ reason: isMerge ? say.reasonUsual : say.unmergeReason }}
      sent={({ reason }) => ({ number, with: other, reason })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={say.reason} rules={[{ required: true, message: words.field.needed(say.reason) }]}>
        <Area rows={2} />
      </Form.Item>
    </ActModal>
  )
}
