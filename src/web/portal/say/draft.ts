/**
 * What somebody has written so far. It stays on the device until it is sent, unless the device is shared; then it lives only as long as
 * the page. With it stays the name of the sending, so that pressing "send" twice registers once.
 */
import { useEffect, useReducer } from 'preact/hooks'
import { todayInBeijing } from '../../shared/days.ts'
import type { Bilingual } from '../../shared/language.ts'
import { forget, keep, recall } from '../shell/storage.ts'
import { randomName } from '../wire/random.ts'

export type Flow = 'say' | 'suggest'

export interface AboutDraft {
  readonly organ: string
  readonly zh: string
  readonly en: string
  readonly official: string
}

export interface PersonDraft {
  readonly kind: 'citizen' | 'legalPerson' | 'otherOrganisation'
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly idNumber: string
  readonly electronic: boolean
}

/** The call for suggestions that it answers, and who asked. */
export interface AnswersDraft {
  readonly call: string
  readonly organ: string
  readonly title: string
}

export interface FileDraft {
  readonly file: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

export interface Draft {
  readonly shape: 1
  readonly startedOn: string
  readonly isShared: boolean
  readonly kind: 'appeal' | 'accusation' | 'suggestion' | ''
  /** The code that is sent; the two below are what was picked. */
  readonly place: string
  readonly county: string
  readonly township: string
  readonly countyName: Bilingual | null
  readonly townshipName: Bilingual | null
  readonly placeDetail: string
  readonly title: string
  readonly text: string
  readonly claims: readonly string[]
  readonly about: readonly AboutDraft[]
  readonly before: 'no' | 'yes' | ''
  readonly beforeNote: string
  readonly beforeNumber: string
  readonly confidentiality: 'named' | 'confidential' | 'anonymous' | ''
  readonly together: 'alone' | 'joint' | 'group' | ''
  readonly headcount: string
  readonly forWhom: 'self' | 'agent' | 'guardian'
  readonly agentName: string
  readonly agentPhone: string
  readonly mandate: string
  readonly people: readonly PersonDraft[]
  readonly files: readonly FileDraft[]
  /** Who shall receive it, where the usual bureau cannot. */
  readonly receiver: string
  readonly answers: AnswersDraft | null
  readonly sendingName: string
  /** What was sent without an answer coming back: it may have arrived, so only exactly this is sent again. */
  readonly sent: string | null
}

export const nobody: PersonDraft = {
  kind: 'citizen',
  name: '',
  phone: '',
  address: '',
  idNumber: '',
  electronic: false,
}

export const nothingAbout: AboutDraft = { organ: '', zh: '', en: '', official: '' }

export function blankDraft(flow: Flow, today: string): Draft {
  return {
    shape: 1,
    startedOn: today,
    isShared: false,
    kind: flow === 'suggest' ? 'suggestion' : '',
    place: '',
    county: '',
    township: '',
    countyName: null,
    townshipName: null,
    placeDetail: '',
    title: '',
    text: '',
    claims: [''],
    about: [nothingAbout],
    before: '',
    beforeNote: '',
    beforeNumber: '',
    confidentiality: '',
    together: flow === 'suggest' ? 'alone' : '',
    headcount: '',
    forWhom: 'self',
    agentName: '',
    agentPhone: '',
    mandate: '',
    people: [nobody],
    files: [],
    receiver: '',
    answers: null,
    sendingName: randomName(),
    sent: null,
  }
}

/** Whether there is anything in it that would be a pity to lose. */
export const isBegun = (draft: Draft): boolean =>
  [draft.title, draft.text, draft.placeDetail, ...draft.claims].some((text) => text.trim() !== '')

const keptDays = 30
const open = new Map<Flow, Draft>()
const waiting = new Map<Flow, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()

export function readDraft(flow: Flow): Draft {
  const here = open.get(flow)
  if (here) return here
  const draft = fromDevice(flow) ?? blankDraft(flow, todayInBeijing())
  open.set(flow, draft)
  return draft
}

/** A draft of another shape, or one that was forgotten for a month, is not brought back. */
function fromDevice(flow: Flow): Draft | null {
  const kept = recall('device', `draft.${flow}`)
  if (typeof kept !== 'object' || kept === null || !('shape' in kept) || kept.shape !== 1) return null
  const draft = { ...blankDraft(flow, todayInBeijing()), ...kept } as Draft
  const ageMs = Date.parse(todayInBeijing()) - Date.parse(draft.startedOn)
  if (ageMs <= keptDays * 86_400_000) return draft
  forget('device', `draft.${flow}`)
  return null
}

export function changeDraft(flow: Flow, patch: Partial<Draft>): void {
  const draft = { ...readDraft(flow), ...patch }
  open.set(flow, draft)
  clearTimeout(waiting.get(flow))
  waiting.set(
    flow,
    setTimeout(() => saveDraft(flow), 300),
  )
  if ('isShared' in patch || 'sent' in patch) saveDraft(flow)
  for (const listen of listeners) listen()
}

export function saveDraft(flow: Flow): void {
  const draft = open.get(flow)
  if (!draft) return
  if (draft.isShared) forget('device', `draft.${flow}`)
  else if (isBegun(draft) || draft.kind !== '') keep('device', `draft.${flow}`, draft)
}

export function clearDraft(flow: Flow): void {
  clearTimeout(waiting.get(flow))
  open.delete(flow)
  forget('device', `draft.${flow}`)
  for (const listen of listeners) listen()
}

export function useDraft(flow: Flow): Draft {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const listen = () => redraw(undefined)
    const leave = () => saveDraft(flow)
    listeners.add(listen)
    addEventListener('pagehide', leave)
    return () => {
      listeners.delete(listen)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [flow])
  return readDraft(flow)
}
