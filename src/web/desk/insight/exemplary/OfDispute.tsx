import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../locales/language.tsx'
import { useHandlesHere } from '../../session/session-context.ts'
import { ProposeDialog } from './ProposeDialog.tsx'

/** On the page of a dispute that was settled: that others can learn from it. */
export function ExemplaryOfDispute({ dispute }: { readonly dispute: string }) {
  const { words } = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const handles = useHandlesHere()
  if (!handles) return null
  return (
    <section className="side-section">
      <Button size="small" onClick={() => setIsOpen(true)}>
        {words.exemplary.beside.propose}
      </Button>
      {isOpen && <ProposeDialog source={{ kind: 'dispute', id: dispute }} onClose={() => setIsOpen(false)} />}
    </section>
  )
}
