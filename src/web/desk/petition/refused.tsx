/** What the house said to a form that it refused: at its head in words, and at each field that does not fit. */
import type { FormInstance } from 'antd'
import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Problem } from '../../shared/problem.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'

export function Refused({ error, onReread }: { readonly error: unknown; readonly onReread: () => void }) {
  const { words, language, pick } = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'center' })
  }, [error])
  if (!error) return null
  const isOutdated = error instanceof Problem && error.isOutdated
  const article = error instanceof Problem ? error.body.article : undefined
  return (
    <div ref={place}>
      <Alert
        className="action-refused"
        type="warning"
        showIcon
        role="alert"
        title={isOutdated ? words.action.outdated : troubleInWords(error, words, language)}
        description={isOutdated ? words.action.outdatedSays : article && pick(article)}
        action={
          isOutdated && (
            <Button size="small" onClick={onReread}>
              {words.action.reread}
            </Button>
          )
        }
      />
    </div>
  )
}

/** A sentence about one field stands at that field. */
export function showAtFields(form: Pick<FormInstance, 'setFields'>, error: unknown, language: 'zh' | 'en'): void {
  if (!(error instanceof Problem)) return
  form.setFields(
    error.fields.map((field) => ({
      name: field.path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) as never,
      errors: [field[language]],
    })),
  )
}
