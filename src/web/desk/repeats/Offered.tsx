/** Beside the registration form: what may be the same matter, looked for as it is typed. It holds nothing up, and chooses nothing. */
import { Button, Form, type FormInstance } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import type { Typed } from '../registration/registration.ts'
import { Beside } from './Beside.tsx'
import { Rows } from './Rows.tsx'
import { toldFrom, useOffered } from './repeats.ts'

interface OfferedProps {
  readonly form: FormInstance<Typed>
  /** The petition with which it is to be joined once it is registered. */
  readonly chosen: string | null
  readonly onChoose: (number: string | null) => void
}

export function Offered({ form, chosen, onChoose }: OfferedProps) {
  const { words } = useLanguage()
  const say = words.repeat
  const typed = Form.useWatch((values: Typed) => values, form) as Typed | undefined
  const told = typed ? toldFrom(typed) : null
  const offered = useOffered(told)
  const [beside, setBeside] = useState<string | null>(null)
  if (told === null) return null
  const items = offered.data?.items ?? []
  return (
    <section className="repeats-offered" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="faint" role="status">
        {offered.isError
          ? say.failed
          : offered.data === undefined
            ? say.looking
            : items.length === 0
              ? say.none
              : say.says}
      </p>
      <Rows
        rows={items}
        acts={({ petition: { number }, kind }) => (
          <>
            <Button size="small" onClick={() => setBeside(number)}>
              {say.beside}
            </Button>
            {chosen === number ? (
              <Button size="small" type="primary" onClick={() => onChoose(null)}>
                {say.chosen} · {say.unchoose}
              </Button>
            ) : (
              kind !== 'copied-elsewhere' && (
                <Button size="small" onClick={() => onChoose(number)}>
                  {say.mergeAfter}
                </Button>
              )
            )}
          </>
        )}
      />
      {beside && <Beside one={{ told }} other={beside} onClose={() => setBeside(null)} />}
    </section>
  )
}
