/** Questions, answers and what is wrong with them: labels, hints and errors are tied to their field for every reader. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../shell/language.tsx'
import { lengthOf, type Problem } from './problem.ts'

interface FieldProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly children?: ComponentChildren
}

const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined

/** The attributes that tie a control to its label, hint and error. */
const tied = ({ id, hint, error }: FieldProps) => ({
  id,
  name: id,
  'aria-describedby': describedBy(id, hint, error),
  'aria-invalid': error ? ('true' as const) : undefined,
})

export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const words = useWords()
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {optional ? <span class="optional">{words.actions.optional}</span> : null}
      </label>
      <Hint id={id}>{hint}</Hint>
      <ErrorText id={id}>{error}</ErrorText>
      {children}
    </div>
  )
}

const Hint = ({ id, children }: { id: string; children: ComponentChildren }) =>
  children ? (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  ) : null

const ErrorText = ({ id, children }: { id: string; children: ComponentChildren }) =>
  children ? (
    <p class="error" id={`${id}-error`}>
      {children}
    </p>
  ) : null

interface TextProps extends FieldProps {
  readonly value: string
  readonly onText: (value: string) => void
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'text'
  readonly autoComplete?: string
  readonly short?: boolean
}

export function TextField(props: TextProps) {
  const { value, onText, inputMode, autoComplete = 'off', short } = props
  return (
    <Field {...props}>
      <input
        {...tied(props)}
        class={short ? 'short' : undefined}
        type="text"
        inputMode={inputMode}
        autoComplete={autoComplete}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </Field>
  )
}

interface LongProps extends FieldProps {
  readonly value: string
  readonly onText: (value: string) => void
  readonly rows?: number
  readonly max: number
}

export function LongField(props: LongProps) {
  const { id, value, onText, rows = 5, max } = props
  return (
    <Field {...props}>
      <textarea {...tied(props)} rows={rows} value={value} onInput={(event) => onText(event.currentTarget.value)} />
      <Remaining id={id} used={lengthOf(value)} max={max} />
    </Field>
  )
}

/** Says how much is left once it begins to matter. */
function Remaining({ id, used, max }: { id: string; used: number; max: number }) {
  const words = useWords()
  if (used < max * 0.8) return null
  return (
    <p class={used > max ? 'remaining over' : 'remaining'} id={`${id}-left`} aria-live="polite">
      {used > max ? words.what.over(used - max) : words.what.left(max - used)}
    </p>
  )
}

export interface Option<V extends string> {
  readonly value: V
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean
  /** Asked only when this is chosen. */
  readonly reveals?: ComponentChildren
}

interface ChoiceProps<V extends string> {
  readonly id: string
  readonly legend: ComponentChildren
  /** The legend stands as the page's heading already. */
  readonly legendIsHeading?: boolean
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly options: readonly Option<V>[]
  readonly value: V | ''
  readonly onChoose: (value: V) => void
}

export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { id, legend, legendIsHeading, hint, error, options, value, onChoose } = props
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={describedBy(id, hint, error)}>
      <legend class={legendIsHeading ? 'unseen' : undefined}>{legend}</legend>
      <Hint id={id}>{hint}</Hint>
      <ErrorText id={id}>{error}</ErrorText>
      {options.map((option, at) => {
        const own = at === 0 ? id : `${id}-${option.value}`
        return (
          <div class="option" key={option.value}>
            <div class="tick">
              <input
                type="radio"
                id={own}
                name={id}
                value={option.value}
                checked={value === option.value}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${own}-says` : undefined}
                onChange={() => onChoose(option.value)}
              />
              <label for={own}>{option.label}</label>
              {option.hint ? (
                <p class="says" id={`${own}-says`}>
                  {option.hint}
                </p>
              ) : null}
            </div>
            {option.reveals && value === option.value ? <div class="reveals">{option.reveals}</div> : null}
          </div>
        )
      })}
    </fieldset>
  )
}

interface TickProps {
  readonly id: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: string | undefined
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
}

export function Tick({ id, label, hint, error, checked, onTick }: TickProps) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <ErrorText id={id}>{error}</ErrorText>
      <div class="tick">
        <input
          type="checkbox"
          id={id}
          name={id}
          checked={checked}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? 'true' : undefined}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <label for={id}>{label}</label>
        {hint ? (
          <p class="says" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}

interface SelectProps extends FieldProps {
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export function SelectField(props: SelectProps) {
  const { value, onChoose, options } = props
  return (
    <Field {...props}>
      <select {...tied(props)} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** All that is wrong, on top, each a link to its field. Takes the focus when it appears, so that nobody searches. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div class="summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="summary-title">
      <h2 id="summary-title">{words.errors.summary}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(event: Event, field: string): void {
  const target = document.getElementById(field)
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}
