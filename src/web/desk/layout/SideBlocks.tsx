/**
 * What lies beside a case in other rooms: those in which there is something stand first, each under its name; of the rest only what could be
 * begun is left, together in one quiet line. A room that has nothing to say about a case takes no place on its page.
 */
import { createContext, Fragment, type ReactNode, useContext, useEffect, useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import './side-blocks.css'

type Standing = 'filled' | 'toBegin'
type Tell = (standing: Standing | null) => void

const Telling = createContext<Tell>(() => undefined)

interface SideBlocksProps {
  readonly blocks: readonly { readonly key: string; readonly block: ReactNode }[]
}

/** A block keeps its key wherever it stands, so that a dialogue that was opened in one stays open when it moves up. */
export function SideBlocks({ blocks }: SideBlocksProps) {
  const { words } = useLanguage()
  const [standings, setStandings] = useState<Readonly<Record<string, Standing | null>>>({})
  const [tellers] = useState(
    () =>
      new Map<string, Tell>(
        blocks.map(({ key }) => [key, (standing) => setStandings((all) => ({ ...all, [key]: standing }))]),
      ),
  )
  const told = ({ key, block }: SideBlocksProps['blocks'][number]) => (
    <Telling.Provider key={key} value={tellers.get(key) ?? (() => undefined)}>
      {block}
    </Telling.Provider>
  )
  const isFilled = ({ key }: { readonly key: string }) => standings[key] === 'filled'
  const rest = blocks.filter((block) => !isFilled(block))
  return (
    <div className="side-blocks">
      {[
        ...blocks.filter(isFilled).map(told),
        <Fragment key="also">
          {rest.some(({ key }) => standings[key] === 'toBegin') && <h2 className="side-also">{words.action.also}</h2>}
        </Fragment>,
        ...rest.map(told),
      ]}
    </div>
  )
}

interface SideBlockProps {
  readonly title: string
  readonly isFilled: boolean
  /** What can be begun here: a link, or a button that looks like one. */
  readonly act?: ReactNode
  readonly children?: ReactNode
}

export function SideBlock({ title, isFilled, act, children }: SideBlockProps) {
  const tell = useContext(Telling)
  const standing = isFilled ? 'filled' : act ? 'toBegin' : null
  useEffect(() => {
    tell(standing)
    return () => tell(null)
  }, [tell, standing])
  if (!isFilled) return act ? <span className="side-begin">{act}</span> : null
  return (
    <section className="side-section">
      <h2>{title}</h2>
      {children}
      {act && <p className="side-begin-here">{act}</p>}
    </section>
  )
}
