/** The days of a post as the desk shows and asks for them. */
import type { Day } from '../../../kernel/day.ts'
import { hasEnded, runsOn } from '../../../kernel/term.ts'
import type { Post } from '../../../kernel/viewer.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { Account } from './Accounts.tsx'

export type Held = Account['posts'][number]

/** What a form has typed: nothing is today, and no end. */
export interface TypedPost {
  readonly organ: string
  readonly post: Post
  readonly from?: string | null
  readonly until?: string | null
}

export interface WantedPost {
  readonly organ: string
  readonly post: Post
  readonly from?: string
  readonly until: string | null
}

export const wanted = ({ organ, post, from, until }: TypedPost): WantedPost => ({
  ...{ organ, post, until: until ?? null },
  ...(from ? { from } : {}),
})

export type State = 'ended' | 'runs' | 'coming'

export function stateOf({ from, until }: Held): State {
  const today = todayInBeijing()
  const term = { from: from as Day, until: until as Day | null }
  return hasEnded(term, today) ? 'ended' : runsOn(term, today) ? 'runs' : 'coming'
}

/** Says the days that matter: none for a post that runs without an end. */
export function useTermInWords(): (held: Held) => string | null {
  const { words, language } = useLanguage()
  return (held) => {
    const { from, until } = held
    const [first, last] = [fullDay(from, language), until === null ? null : fullDay(until, language)]
    const state = stateOf(held)
    if (state === 'ended') return words.accounts.endedOn(last ?? '')
    if (state === 'coming') return last === null ? words.accounts.from(first) : words.accounts.span(first, last)
    return last === null ? null : words.accounts.until(last)
  }
}
