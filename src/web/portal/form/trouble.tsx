/** What went wrong between here and the house, in words: no answer, a refusal, a fault with its number. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useSpeech } from '../shell/language.tsx'
import type { Trouble } from '../wire/api.ts'

export function TroubleBox({ trouble, children }: { trouble: Trouble; children?: ComponentChildren }) {
  const { words, language } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (trouble) box.current?.focus()
  }, [trouble])
  const title = titleOf()
  return (
    <div class="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="trouble-title">
      <h2 id="trouble-title">{title}</h2>
      {sentences().map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </div>
  )

  function titleOf(): string {
    if (trouble.kind === 'fault') return words.errors.faultTitle
    if (trouble.kind === 'no-answer') return navigator.onLine ? words.errors.noAnswerTitle : words.errors.offlineTitle
    return words.errors.refused
  }
  function sentences(): readonly string[] {
    if (trouble.kind === 'no-answer') return [navigator.onLine ? words.errors.noAnswer : words.errors.offline]
    if (trouble.kind === 'fault') return [words.errors.fault, ...(trouble.id ? [words.errors.faultId(trouble.id)] : [])]
    if (trouble.status === 429) return [words.errors.tooOften(trouble.retryAfterSeconds ?? 60)]
    return [trouble.message[language], ...trouble.errors.map((error) => error[language])]
  }
}
