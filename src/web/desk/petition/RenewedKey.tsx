import { Button, Space } from 'antd'
import { useEffect, useRef } from 'react'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'
import { ReceiptSheet } from '../registration/Receipt.tsx'
import type { PetitionView } from './petition.ts'
import { shownNumber } from './words.tsx'
import '../registration/registration.css'

export interface Renewal {
  readonly petitionerKey: string
  readonly person: string
}

interface RenewedKeyProps extends Renewal {
  readonly petition: PetitionView
  readonly onDone: () => void
}

/** The new key, the only time it is shown, and the receipt to hand over. Whoever goes on cannot come back to it. */
export function RenewedKey({ petition, person, petitionerKey, onDone }: RenewedKeyProps) {
  const { words, pick, language } = useLanguage()
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { number, registrar, title, people } = petition
  return (
    <>
      <div className="no-print">
        <Page title={words.receipt.renewed} isNarrowColumn>
          <div className="result">
            <p ref={heading} tabIndex={-1} className="result-number">
              {shownNumber(number)}
            </p>
            <p className="result-keys">{words.receipt.renewedSays}</p>
            <Space wrap>
              <Button type="primary" onClick={() => window.print()}>
                {words.receipt.print}
              </Button>
              <Button onClick={onDone}>{words.receipt.backToPetition}</Button>
            </Space>
          </div>
        </Page>
      </div>
      <ReceiptSheet
        organ={pick(registrar)}
        heading={words.receipt.renewedTitle}
        number={number}
        petitionerKey={petitionerKey}
        lines={[
          [words.petition.petitioner, people.find(({ ref }) => ref === person)?.name ?? null],
          [words.column.title, title],
          [words.receipt.renewedOn, fullDay(todayInBeijing(), language)],
        ]}
      />
    </>
  )
}
