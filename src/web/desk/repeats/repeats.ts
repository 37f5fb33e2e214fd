/** Reading what may be the same matter, laying two beside each other, joining and parting them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type * as wire from '../../../insight/repeats/contract.ts'
import type { Input } from '../../../platform/http/endpoint.ts'
import { newIdempotencyKey } from '../../shared/api.ts'
import { call } from '../api.ts'
import type { Typed } from '../registration/registration.ts'

export type { BesideView, RepeatRow } from '../../../insight/repeats/contract.ts'
export type Told = Input<typeof wire.findRepeats>['body']

/** Fewer signs say too little to be compared. */
const fewestSigns = 20
const untilLookedMs = 700

/** What of the form is compared; null while there is too little. */
export function toldFrom(typed: Partial<Typed>): Told | null {
  const text = typed.text?.trim() ?? ''
  if (text.length < fewestSigns || typed.class === 'accusation') return null
  const given = (said: string | undefined) => (said?.trim() ? said.trim() : null)
  const people = (typed.people ?? []).flatMap((person) => {
    const [name, idNumber, phone] = [given(person?.name), given(person?.idNumber), given(person?.phone)]
    return name || idNumber || phone ? [{ name, idNumber, phone }] : []
  })
  return {
    ...{ title: given(typed.title), text, people },
    ...(typed.class ? { class: typed.class } : {}),
    ...(typed.place && /^\d{2,12}$/.test(typed.place) ? { place: typed.place } : {}),
    ...(typed.category ? { category: typed.category } : {}),
  }
}

/** Looked for when the person pauses; a failure never holds the form up. */
export function useOffered(told: Told | null) {
  const key = told === null ? null : JSON.stringify(told)
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(key), untilLookedMs)
    return () => window.clearTimeout(timer)
  }, [key])
  return useQuery({
    queryKey: ['repeats', 'typed', settled],
    enabled: settled !== null && key !== null,
    retry: false,
    gcTime: 0,
    queryFn: ({ signal }) =>
      call<typeof wire.findRepeats>(
        'POST',
        '/api/insight/repeats',
        { body: JSON.parse(settled ?? '{}') as Told },
        { signal },
      ),
    placeholderData: (before) => before,
  })
}

export function useRepeatsOf(number: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['repeats', number],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      call<typeof wire.listRepeats>('GET', '/api/insight/repeats/:number', { params: { number } }, { signal }),
  })
}

/** Of a form, or of a petition that is registered. */
export type One = { readonly told: Told } | { readonly number: string }

export function useBeside(one: One, other: string) {
  return useQuery({
    queryKey: ['repeats', 'beside', one, other],
    gcTime: 0,
    queryFn: ({ signal }) =>
      'told' in one
        ? call<typeof wire.layBeside>(
            'POST',
            '/api/insight/repeats/beside',
            { body: { ...one.told, with: other } },
            { signal },
          )
        : call<typeof wire.readBeside>(
            'GET',
            '/api/insight/repeats/:number/beside/:other',
            { params: { number: one.number, other } },
            { signal },
          ),
  })
}

export interface Joining {
  readonly number: string
  readonly with: string
  readonly reason: string
}

export const join = ({ number, with: other, reason }: Joining, verb: 'merge' | 'unmerge') =>
  call<typeof wire.mergePetitions>(
    'POST',
    `/api/insight/repeats/:number/${verb}` as '/api/insight/repeats/:number/merge',
    { params: { number }, body: { with: other, reason } },
    { idempotencyKey: newIdempotencyKey() } as never,
  )

export function useJoining(verb: 'merge' | 'unmerge') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (joining: Joining) => join(joining, verb),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['petition'] })
      void client.invalidateQueries({ queryKey: ['repeats'] })
    },
  })
}
