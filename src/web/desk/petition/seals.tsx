/** What lies sealed even from those who have a part, and how it is opened: for a step of the work, with a reason, as a fact. */
import { Button } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import type { BodyOf, PetitionView } from './petition.ts'

export type Opening = Pick<BodyOf<'open-seal'>, 'seal' | 'material'>
export type OnOpen = (opening: Opening) => void

export function Seals({ petition, onOpen }: { readonly petition: PetitionView; readonly onOpen: OnOpen }) {
  const { words } = useLanguage()
  const closed = petition.seals.filter(({ isOpen }) => !isOpen)
  // Of an accusation nothing is opened before the accusation itself.
  const next = closed.find(({ seal }) => seal === 'accusation') ?? closed[0]
  if (!next) return null
  return (
    <section className="sealed-note">
      <p>{words.seal.says[next.seal]}</p>
      <Button size="small" onClick={() => onOpen({ seal: next.seal, material: null })}>
        {words.seal.open[next.seal]}
      </Button>
    </section>
  )
}

type Material = PetitionView['materials'][number]

/** A file is a link once its reader has said why they open it; until the day is over they need not say so again. */
export function SealedFile({
  number,
  material,
  onOpen,
}: {
  readonly number: string
  readonly material: Material
  readonly onOpen: OnOpen
}) {
  const { words } = useLanguage()
  const { ref, name, isOpen } = material
  if (isOpen) {
    return (
      <a href={`/api/petitions/${number}/materials/${ref}`} download>
        {name}
      </a>
    )
  }
  return (
    <button
      type="button"
      className="link sealed-file"
      title={words.seal.fileSays}
      onClick={() => onOpen({ seal: 'material', material: ref })}
    >
      {name}
      <span className="faint"> {words.seal.file}</span>
    </button>
  )
}
