/** Two texts as one: what both say stands once, what only one of them says is marked as its own. */
import { Modal } from 'antd'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type BesideView, type One, useBeside } from './repeats.ts'

interface BesideProps {
  readonly one: One
  readonly other: string
  readonly onClose: () => void
}

export function Beside({ one, other, onClose }: BesideProps) {
  const { words } = useLanguage()
  const say = words.repeat
  const beside = useBeside(one, other)
  return (
    <Modal open title={`${say.besideTitle} · ${shownNumber(other)}`} footer={null} width={820} onCancel={onClose}>
      <p className="faint">{say.besideSays}</p>
      {beside.isPending && <Skeleton lines={8} />}
      {beside.isError && <Trouble error={beside.error} onRetry={() => beside.refetch()} />}
      {beside.data && (
        <div className="beside">
          {beside.data.apart.map((apart) => (
            <div key={`${apart.one} ${apart.other}`} className="repeat-apart">
              {say.apart(apart.one, apart.other)}
            </div>
          ))}
          <h3>
            <Stretches of={beside.data.title} />
          </h3>
          <p>
            <Stretches of={beside.data.text} />
          </p>
        </div>
      )}
    </Modal>
  )
}

/** `del` and `ins`, so that a screen reader says which is which. */
function Stretches({ of }: { readonly of: BesideView['text'] }) {
  const { words } = useLanguage()
  const say = words.repeat
  return (
    <>
      {of.map(({ same, one, other }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but where they stand
        <span key={at}>
          {same}
          {one && <del title={say.onlyHere}>{one}</del>}
          {other && <ins title={say.onlyThere}>{other}</ins>}
        </span>
      ))}
    </>
  )
}
