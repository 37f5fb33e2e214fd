import { Button } from 'antd'
import type { Language } from '../../shared/language.ts'
import { Problem, Unreachable } from '../../shared/problem.ts'
import { useLanguage } from '../locales/language.tsx'
import type { Words } from '../locales/zh.ts'
import './trouble.css'

/** An error in words: the sentence of the house where there is one. */
export function troubleInWords(error: unknown, words: Words, language: Language): string {
  if (error instanceof Unreachable) return words.trouble.unreachable
  if (!(error instanceof Problem)) return words.trouble.unexpected
  if (error.status === 401 && !error.body.refusal) return words.signIn.again
  if (error.status === 429) return error.body.messages?.[language] ?? words.trouble.tooMany
  if (error.status >= 500) return words.trouble.fault
  return error.in(language)
}

const requestIdOf = (error: unknown): string | null => (error instanceof Problem ? error.requestId : null)

/** Whether the same request could succeed later: no use repeating what was refused. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof Problem) || error.status >= 500 || error.status === 429 || error.status === 408

/** In the place of what could not be shown. */
export function Trouble({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { words, language } = useLanguage()
  const requestId = requestIdOf(error)
  return (
    <div className="trouble" role="alert">
      <h2>{error instanceof Problem && error.status === 404 ? words.trouble.notFound : words.trouble.title}</h2>
      <p>{troubleInWords(error, words, language)}</p>
      {error instanceof Problem && error.fields.length > 0 && (
        <ul>
          {error.fields.map((field) => (
            <li key={field.path}>{field[language]}</li>
          ))}
        </ul>
      )}
      {requestId && (
        <p className="faint">
          {words.trouble.requestId} <code>{requestId}</code>
        </p>
      )}
      {onRetry && mayPass(error) && <Button onClick={onRetry}>{words.trouble.retry}</Button>}
    </div>
  )
}
