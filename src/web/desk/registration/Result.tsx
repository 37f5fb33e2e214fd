import { Button, Space } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { Page } from '../layout/page.tsx'
import { useShortcuts } from '../layout/shortcuts.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type Merged, MergedAfter } from '../repeats/MergedAfter.tsx'
import { Receipt } from './Receipt.tsx'
import type { Registered, Typed } from './registration.ts'

interface ResultProps {
  readonly receipt: Registered
  readonly typed: Typed
  readonly merged: Merged | null
  readonly onAnother: () => void
}

/** The number and the key, the only time they are shown together, and the receipt to hand over. */
export function Result({ receipt, typed, merged, onAnother }: ResultProps) {
  const { words, pick, language } = useLanguage()
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useShortcuts(words.help.registration, [
    { keys: 'p', says: words.receipt.print, run: () => window.print() },
    { keys: 'a', says: words.registration.another, run: onAnother },
  ])
  return (
    <>
      <div className="no-print">
        <Page title={words.registration.done} isNarrowColumn>
          <div className="result">
            <p ref={heading} tabIndex={-1} className="result-number">
              {shownNumber(receipt.number)}
            </p>
            {receipt.firstClock && (
              <p className="soft">
                {words.registration.firstClock(pick(receipt.firstClock), fullDay(receipt.firstClock.lastDay, language))}
              </p>
            )}
            {merged && <MergedAfter number={receipt.number} merged={merged} />}
            <p className="result-keys">{words.receipt.keySays}</p>
            <Space wrap>
              <Button type="primary" onClick={() => window.print()}>
                {words.receipt.print}
              </Button>
              <Button onClick={onAnother}>{words.registration.another}</Button>
              <Link to={`/petitions/${receipt.number}`}>{words.registration.openIt}</Link>
            </Space>
          </div>
        </Page>
      </div>
      {receipt.keys.map(({ person, key }, at) => (
        <Receipt
          key={person}
          receipt={receipt}
          petitionerKey={key}
          name={typed.people[at]?.name}
          title={typed.title ?? ''}
        />
      ))}
    </>
  )
}
