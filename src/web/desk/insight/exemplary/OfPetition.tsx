/** On the page of a petition: exemplary cases of its kind to read, and, where it was solved, that it becomes one. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { SideBlock } from '../../layout/SideBlocks.tsx'
import { useLanguage } from '../../locales/language.tsx'
import type { PetitionView } from '../../petition/petition.ts'
import { useHandlesHere } from '../../session/session-context.ts'
import { type BesideView, useBeside, useUsing } from './exemplary.ts'
import { ProposeDialog } from './ProposeDialog.tsx'

export function ExemplaryOfPetition({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const say = words.exemplary.beside
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useBeside(petition.number, petition.class !== 'accusation')
  const items = data?.items ?? []
  const mayPropose = data !== undefined && data.refusal === null
  return (
    <>
      <SideBlock
        title={say.title}
        isFilled={items.length > 0}
        act={
          mayPropose ? (
            <Button size="small" onClick={() => setIsOpen(true)}>
              {say.propose}
            </Button>
          ) : undefined
        }
      >
        <ul className="repeats">
          {items.map((item) => (
            <Offered key={item.exemplary} item={item} petition={petition.number} />
          ))}
        </ul>
      </SideBlock>
      {isOpen && <ProposeDialog source={{ kind: 'petition', id: petition.number }} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface OfferedProps {
  readonly item: BesideView['items'][number]
  readonly petition: string
}

/** That it was read is written down when it is opened; whether it helped, when somebody says so. */
function Offered({ item, petition }: OfferedProps) {
  const { words, language } = useLanguage()
  const say = words.exemplary.beside
  const handles = useHandlesHere()
  const using = useUsing(petition)
  const { exemplary, title, titleEn, isSameKind, isOpened, helped } = item
  return (
    <li className="repeat">
      <Link
        to={`/insight/exemplary/${exemplary}`}
        onClick={() => {
          if (handles && !isOpened) using.mutate({ exemplary })
        }}
      >
        {language === 'en' && titleEn ? titleEn : title}
      </Link>{' '}
      <span className="faint">
        {[...(isSameKind ? [say.same] : []), ...(isOpened ? [say.opened] : [])].join(' · ')}
      </span>
      {handles &&
        isOpened &&
        ([true, false] as const).map((each) => (
          <Button
            key={String(each)}
            size="small"
            type={helped === each ? 'primary' : 'text'}
            aria-pressed={helped === each}
            onClick={() => using.mutate({ exemplary, helped: each })}
          >
            {each ? say.helped : say.notHelped}
          </Button>
        ))}
    </li>
  )
}
