/** Writing at a draft: its title, its blocks in order, whom it goes to. The same for a new one and for one that is there. */
import { Button, Input } from 'antd'
import { todayInBeijing } from '../../shared/days.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { AddBlock, BlockFields } from './blocks.tsx'
import { type BlockView, type CountedView, type Kind, useBulletinWords } from './bulletins.ts'
import { type Draft, type DraftBlock, moved, nextKey } from './drafting.ts'

interface EditorProps {
  readonly draft: Draft
  readonly kind: Kind
  /** The blocks as they were saved last, with their figures. */
  readonly saved: readonly BlockView[]
  readonly onChange: (draft: Draft) => void
}

export function Editor({ draft, kind, saved, onChange }: EditorProps) {
  const say = useBulletinWords()
  const setBlocks = (blocks: readonly DraftBlock[]) => onChange({ ...draft, blocks })
  return (
    <div className="bulletin-editor">
      <label className="bulletin-label" htmlFor="bulletin-title">
        {say.title}
      </label>
      <Input
        id="bulletin-title"
        value={draft.title}
        maxLength={200}
        onChange={({ target }) => onChange({ ...draft, title: target.value })}
      />
      <Recipients draft={draft} kind={kind} onChange={onChange} />
      <h2 className="bulletin-label">{say.blocks}</h2>
      {draft.blocks.map((block, at) => (
        <section key={block.key} className="bulletin-block" aria-label={`${say.blockOf[block.is]} ${at + 1}`}>
          <header>
            <strong>{say.blockOf[block.is]}</strong>
            <span>
              <Button
                size="small"
                type="text"
                disabled={at === 0}
                onClick={() => setBlocks(moved(draft.blocks, at, -1))}
              >
                {say.up}
              </Button>
              <Button
                size="small"
                type="text"
                disabled={at === draft.blocks.length - 1}
                onClick={() => setBlocks(moved(draft.blocks, at, 1))}
              >
                {say.down}
              </Button>
              <Button size="small" type="text" onClick={() => setBlocks(draft.blocks.filter((each) => each !== block))}>
                {say.remove}
              </Button>
            </span>
          </header>
          <BlockFields
            block={block}
            kind={kind}
            counted={countedFor(block, saved)}
            onChange={(next) => setBlocks(draft.blocks.map((each) => (each.key === next.key ? next : each)))}
          />
        </section>
      ))}
      <AddBlock onAdd={(is) => setBlocks([...draft.blocks, emptyBlock(is)])} />
    </div>
  )
}

function emptyBlock(is: DraftBlock['is']): DraftBlock {
  const key = nextKey()
  const today = todayInBeijing()
  if (is === 'text') return { is, key, part: null, heading: '', text: '' }
  if (is === 'cases') return { is, key, petitions: [] }
  return { is, key, figures: ['timeliness'], from: `${today.slice(0, 4)}-01-01`, until: today }
}

/** Figures of a saved block that asks for the same. */
function countedFor(block: DraftBlock, saved: readonly BlockView[]): readonly CountedView[] | null {
  if (block.is !== 'figures') return null
  const same = saved.find(
    (each) =>
      each.is === 'figures' &&
      each.from === block.from &&
      each.until === block.until &&
      each.figures.join() === block.figures.join(),
  )
  return same?.is === 'figures' ? same.counted : null
}

/** Chosen for a circular; for the others the Regulations say. */
function Recipients({ draft, kind, onChange }: Omit<EditorProps, 'saved'>) {
  const say = useBulletinWords()
  if (kind !== 'circular') return <p className="faint bulletin-by-law">{say.recipientsByLaw}</p>
  const { recipients } = draft
  const without = (id: string) => onChange({ ...draft, recipients: recipients.filter((each) => each !== id) })
  return (
    <>
      <h2 className="bulletin-label">{say.recipients}</h2>
      <ul className="bulletin-recipients">
        {recipients.map((id) => (
          <li key={id}>
            <OrganPicker
              value={id}
              aria-label={say.recipients}
              onChange={(next) =>
                next === null
                  ? without(id)
                  : onChange({ ...draft, recipients: recipients.map((each) => (each === id ? next : each)) })
              }
            />
          </li>
        ))}
        <li>
          <OrganPicker
            key={recipients.length}
            placeholder={say.recipientsChoose}
            aria-label={say.recipientsChoose}
            accepts={isActive}
            onChange={(id) => id && !recipients.includes(id) && onChange({ ...draft, recipients: [...recipients, id] })}
          />
        </li>
      </ul>
    </>
  )
}

const isActive = ({ state }: { readonly state: string }): boolean => state === 'active'
