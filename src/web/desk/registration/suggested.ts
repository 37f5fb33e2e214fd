/** What the house suggests for the text in the form: asked when the person pauses, and never in the way of the form. */
import { useQuery } from '@tanstack/react-query'
import { Form, type FormInstance } from 'antd'
import { createContext, useContext, useEffect, useState } from 'react'
import type * as wire from '../../../insight/suggested/contract.ts'
import type { Input } from '../../../platform/http/endpoint.ts'
import { call } from '../api.ts'
import type { Typed } from './registration.ts'

export type Target = 'category' | 'class' | 'organ'
type Body = Input<typeof wire.suggestAtRegistration>['body']

/** Of fewer signs nothing can be told. */
const fewestSigns = 6
const untilAskedMs = 600
/** Whoever is slower than this is not waited for. */
const patienceMs = 8_000

/** What of the form says what it is about; null for too little. */
export function askedOf({ title, text, place, class: petitionClass, about }: Partial<Typed>): Body | null {
  const [said, named] = [text?.trim() ?? '', title?.trim() ?? '']
  const whole = said === '' ? named : said
  if ([...(named + said)].length < fewestSigns) return null
  return {
    text: whole.slice(0, 50_000),
    ...(said !== '' && named !== '' ? { title: named.slice(0, 200) } : {}),
    ...(place && /^\d{2,12}$/.test(place) ? { place } : {}),
    ...(petitionClass ? { class: petitionClass } : {}),
    about: (about ?? []).flatMap((one) => (one?.organ ? [{ as: one.as ?? 'respondent', organ: one.organ }] : [])),
  }
}

export function useSuggested(form: FormInstance<Typed>) {
  const [title, text, place] = [Form.useWatch('title', form), Form.useWatch('text', form), Form.useWatch('place', form)]
  const [petitionClass, about] = [Form.useWatch('class', form), Form.useWatch('about', form)]
  const now = JSON.stringify(
    askedOf({
      ...(title ? { title } : {}),
      ...(text ? { text } : {}),
      ...(place ? { place } : {}),
      ...(petitionClass ? { class: petitionClass } : {}),
      about: about ?? [],
    }),
  )
  const [asked, setAsked] = useState('null')
  useEffect(() => {
    if (now === asked) return
    const timer = window.setTimeout(() => setAsked(now), untilAskedMs)
    return () => window.clearTimeout(timer)
  }, [now, asked])
  const body = JSON.parse(asked) as Body | null
  return useQuery({
    queryKey: ['suggested', asked],
    enabled: body !== null,
    queryFn: ({ signal }) =>
      call<typeof wire.suggestAtRegistration>(
        'POST',
        '/api/insight/suggested',
        { body: body as Body },
        { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) },
      ),
    placeholderData: (before) => (body === null ? undefined : before),
    // what was asked holds what somebody wrote: it is forgotten with the form
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export interface Suggesting {
  readonly query: ReturnType<typeof useSuggested>
  take(target: Target, code: string): void
}

export const SuggestingContext = createContext<Suggesting | null>(null)
export const useSuggesting = () => useContext(SuggestingContext)

/** The form with one suggestion taken: it goes into its field, and whom it is about gets no second row for the same organ. */
export function withTaken(typed: Typed, target: Target, code: string): Typed {
  switch (target) {
    case 'category':
      return { ...typed, category: code }
    case 'class':
      return { ...typed, class: code as Typed['class'] }
    case 'organ': {
      const { about } = typed
      if (about.some((one) => one?.organ === code)) return typed
      const empty = about.findIndex((one) => !one?.organ && !one?.official)
      const row = { as: 'respondent' as const, organ: code }
      return { ...typed, about: empty < 0 ? [...about, row] : about.with(empty, row) }
    }
  }
}
