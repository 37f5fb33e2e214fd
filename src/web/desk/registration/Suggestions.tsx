import { Form, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { SuggestedView } from '../../../insight/suggested/contract.ts'
import { useSuggestedWords } from '../insight/suggested/suggested-words.ts'
import { useLanguage } from '../locales/language.tsx'
import type { Typed } from './registration.ts'
import { SuggestingContext, type Target, useSuggested, useSuggesting } from './suggested.ts'
import './suggested.css'

interface SuggestionsProps {
  readonly onTake: (target: Target, code: string) => void
  readonly children: ReactNode
}

/** Asks for the whole form once; each field shows its own part. */
export function Suggestions({ onTake, children }: SuggestionsProps) {
  const form = Form.useFormInstance<Typed>()
  const query = useSuggested(form)
  return <SuggestingContext value={{ query, take: onTake }}>{children}</SuggestingContext>
}

/** Beside a field: three at most, none of them chosen. One tap puts it into the field; nothing is shown where there is nothing to say. */
export function SuggestedFor({ target, value }: { readonly target: Target; readonly value: string | undefined }) {
  const words = useSuggestedWords()
  const suggesting = useSuggesting()
  if (suggesting === null) return null
  const { query, take } = suggesting
  if (query.isError) return target === 'category' ? <p className="suggested-note faint">{words.failed}</p> : null
  if (query.isFetching && !query.data)
    return target === 'category' ? <p className="suggested-note faint">{words.reading}</p> : null
  const offered = query.data?.[target]
  if (!offered || offered.items.length === 0) return null
  const { items, learned } = offered
  const because = (items.find(({ code }) => code === value) ?? items[0])?.words ?? []
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the field of a form would be read as a second form
    <div
      className={query.isPlaceholderData ? 'suggested stale' : 'suggested'}
      role="group"
      aria-label={words.label[target]}
      data-suggests={target}
    >
      <Tooltip title={learned.version === 0 ? words.fromTables : words.learned(learned.cases)}>
        <span className="suggested-label">{words.label[target]}</span>
      </Tooltip>
      {items.map((item) => (
        <Suggestion
          key={item.code}
          item={item}
          field={words.field[target]}
          isTaken={item.code === value}
          onTake={() => take(target, item.code)}
        />
      ))}
      {because.length > 0 && <span className="suggested-because faint">{words.because(because)}</span>}
    </div>
  )
}

interface SuggestionProps {
  readonly item: SuggestedView
  readonly field: string
  readonly isTaken: boolean
  readonly onTake: () => void
}

function Suggestion({ item, field, isTaken, onTake }: SuggestionProps) {
  const words = useSuggestedWords()
  const { pick, language } = useLanguage()
  const { name, confidence, words: because } = item
  const share =
    confidence === null
      ? null
      : new Intl.NumberFormat(language, { style: 'percent' }).format(Math.min(confidence, 0.99))
  return (
    <button
      type="button"
      className={isTaken ? 'suggestion suggestion-taken' : 'suggestion'}
      aria-pressed={isTaken}
      title={because.length > 0 ? words.because(because) : undefined}
      onClick={onTake}
    >
      <span className="visually-hidden">{words.takes(pick(name), field)}</span>
      <span aria-hidden="true">{pick(name)}</span>
      {share && <span className="suggestion-share">{words.confidence(share)}</span>}
    </button>
  )
}
