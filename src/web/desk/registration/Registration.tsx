/** 登记: one page for a letter, a visit or a call; made to be done in under two minutes with the keyboard alone. */
import { useMutation } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { Alert, Button, Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type * as petition from '../../../petition/contract.ts'
import { instantInWords } from '../../shared/days.ts'
import { Problem } from '../../shared/problem.ts'
import { call, queryClient } from '../api.ts'
import { Page } from '../layout/page.tsx'
import { useShortcuts } from '../layout/shortcuts.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useDirectory, usePlaces } from '../organs/directory.ts'
import type { Merged } from '../repeats/MergedAfter.tsx'
import { Offered } from '../repeats/Offered.tsx'
import { join } from '../repeats/repeats.ts'
import { useSession } from '../session/session-context.ts'
import { Letter } from './Letter.tsx'
import { type ReadLetter, readLetter } from './letter-reader.ts'
import { Result } from './Result.tsx'
import {
  bodyOf,
  emptyForm,
  forgetDraft,
  keepDraft,
  keyFor,
  type Registered,
  readDraft,
  type Typed,
  type TypedPerson,
  withLetter,
} from './registration.ts'
import { Suggestions } from './Suggestions.tsx'
import { MatterSection, MoreSection, PeopleSection, SourceSection } from './sections.tsx'
import { type Target, withTaken } from './suggested.ts'
import './registration.css'

export function Registration() {
  const { words } = useLanguage()
  const { account } = useSession()
  const [registered, setRegistered] = useState<Done | null>(null)
  const [round, setRound] = useState(0)
  if (registered) {
    return (
      <Result
        receipt={registered.receipt}
        typed={registered.typed}
        merged={registered.merged}
        onAnother={() => {
          setRegistered(null)
          setRound(round + 1)
        }}
      />
    )
  }
  return (
    <Page title={words.registration.title}>
      <Entry key={round} account={account.id} onRegistered={setRegistered} />
    </Page>
  )
}

interface Done {
  readonly receipt: Registered
  readonly typed: Typed
  /** With which petition it was joined, where one was chosen. */
  readonly merged: Merged | null
}

interface EntryProps {
  readonly account: string
  readonly onRegistered: (done: Done) => void
}

function Entry({ account, onRegistered }: EntryProps) {
  const { words, language } = useLanguage()
  const [form] = Form.useForm<Typed>()
  const [draft] = useState(() => readDraft(account))
  const [isRestored, setIsRestored] = useState(draft !== null)
  const [found, setFound] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<string | null>(null)
  const [savedAt, keep] = useDraft(account)
  const fromLetter = useLetterFilling(form, setFound, keep)
  const sending = useMutation({
    mutationFn: (typed: Typed) => {
      const body = bodyOf(typed)
      return call<typeof petition.registerPetition>(
        'POST',
        '/api/petitions',
        { body },
        { idempotencyKey: keyFor(account, typed, body) },
      )
    },
    onSuccess: async (receipt, typed) => {
      forgetDraft(account)
      void queryClient.invalidateQueries({ queryKey: ['worklist'] })
      void queryClient.invalidateQueries({ queryKey: ['register'] })
      const merged = chosen === null ? null : await mergeWith(receipt.number, chosen, words.repeat.reasonUsual)
      onRegistered({ receipt, typed, merged })
    },
    onError: (error) => showAtFields(form, error, language),
  })
  const take = (target: Target, code: string) => {
    const next = withTaken(form.getFieldsValue(true) as Typed, target, code)
    form.setFieldsValue(next as never)
    setFound((before) => without(before, [target === 'organ' ? 'about' : target]))
    if (target !== 'organ') void form.validateFields([target]).catch(() => {})
    keep(next)
  }
  const startOver = () => {
    forgetDraft(account)
    form.setFieldsValue(emptyForm() as never)
    setIsRestored(false)
    setFound(new Set())
    setChosen(null)
  }
  useShortcuts(words.help.registration, [
    { keys: 'p', says: words.help.paste, run: () => document.getElementById('letter')?.focus() },
  ])
  return (
    <div className="registration">
      <Form
        form={form}
        layout="vertical"
        className="registration-form"
        initialValues={draft?.typed ?? emptyForm()}
        scrollToFirstError={{ focus: true, block: 'center' }}
        onValuesChange={(changed: Partial<Typed>, all: Typed) => {
          setFound((before) => without(before, touched(changed)))
          keep(all)
        }}
        onFinish={() => sending.mutate(form.getFieldsValue(true) as Typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {isRestored && draft && (
          <Alert
            className="registration-note"
            type="info"
            title={words.registration.restored(instantInWords(draft.savedAt, language))}
            action={
              <Button size="small" onClick={startOver}>
                {words.registration.startOver}
              </Button>
            }
          />
        )}
        <Suggestions onTake={take}>
          <SourceSection />
          <PeopleSection found={found} />
          <MatterSection found={found} />
          <MoreSection />
        </Suggestions>
        <Offered form={form} chosen={chosen} onChoose={setChosen} />
        {sending.error && (
          <Alert
            className="registration-note"
            type="warning"
            showIcon
            role="alert"
            title={troubleInWords(sending.error, words, language)}
            description={
              sending.error instanceof Problem ? sending.error.body.article?.[language] : words.registration.keptSays
            }
          />
        )}
        <footer className="registration-foot">
          <span className="faint">{savedAt ? words.registration.saved(savedAt) : words.registration.savedSays}</span>
          <Button onClick={startOver}>{words.registration.clear}</Button>
          <Button type="primary" htmlType="submit" loading={sending.isPending}>
            {words.registration.send}
          </Button>
        </footer>
      </Form>
      <Letter onRead={fromLetter} />
    </div>
  )
}

/** It is registered whatever comes of the joining. */
const mergeWith = async (number: string, other: string, reason: string): Promise<Merged> => {
  const joined = await join({ number, with: other, reason }, 'merge').catch((error: unknown) => ({ error }))
  return { with: other, error: 'error' in joined ? joined.error : null }
}

/** What the person has looked at and changed is checked; within the people, the field itself. */
const touched = (changed: Partial<Typed>): readonly string[] => [
  ...Object.keys(changed),
  ...Object.keys(changed.people?.[0] ?? {}).map((name) => `person.${name}`),
]

const without = (names: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> =>
  new Set([...names].filter((name) => !gone.includes(name)))

const untilSavedMs = 500

/** Keeps what is typed on this device a moment after each change. */
function useDraft(account: string): readonly [string | null, (typed: Typed) => void] {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const timer = useRef(0)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const keep = (typed: Typed) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const now = new Date()
      if (keepDraft(account, { typed, savedAt: now.toISOString() })) setSavedAt(now.toTimeString().slice(0, 5))
    }, untilSavedMs)
  }
  return [savedAt, keep]
}

/** Places and organs that the letter names are looked for by their longest name. */
function useLetterFilling(
  form: FormInstance<Typed>,
  setFound: (change: (known: ReadonlySet<string>) => ReadonlySet<string>) => void,
  keep: (typed: Typed) => void,
) {
  const places = usePlaces()
  const { organs } = useDirectory()
  const longest = <T extends { readonly zh: string }>(all: readonly T[], text: string) =>
    all.filter(({ zh }) => zh.length > 2 && text.includes(zh)).toSorted((a, b) => b.zh.length - a.zh.length)[0]
  const fill = (raw: string): ReadLetter => {
    const read = readLetter(raw)
    const before = form.getFieldsValue(true) as Typed
    const active = organs.filter(({ state }) => state === 'active')
    const next = withLetter(before, read, longest(places, raw)?.code, longest(active, read.body)?.id)
    form.setFieldsValue(next as never)
    setFound((known) => new Set([...known, ...filledBy(before, next)]))
    keep(next)
    return read
  }
  // A letter pasted before the organs have arrived is read again when they have; what was typed meanwhile stays.
  const early = useRef<string | null>(null)
  useEffect(() => {
    if (organs.length === 0 || early.current === null) return
    const raw = early.current
    early.current = null
    fill(raw)
  })
  return (raw: string): ReadLetter => {
    if (organs.length === 0) early.current = raw
    return fill(raw)
  }
}

/** Names of the fields that differ now; those of the first person by their own names. */
function filledBy(before: Typed, after: Typed): ReadonlySet<string> {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b)
  const fields = (Object.keys(after) as (keyof Typed)[]).filter((name) => differs(before[name], after[name]))
  const [was = {}] = before.people
  const [is = {}] = after.people
  const person = (Object.keys(is) as (keyof TypedPerson)[]).filter((name) => differs(was[name], is[name]))
  return new Set<string>([...fields, ...person.map((name) => `person.${name}`)])
}

/** A sentence about one field stands at that field. */
function showAtFields(form: FormInstance<Typed>, error: unknown, language: 'zh' | 'en'): void {
  if (!(error instanceof Problem)) return
  form.setFields(
    error.fields.map((field) => ({
      name: field.path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) as never,
      errors: [field[language]],
    })),
  )
}
