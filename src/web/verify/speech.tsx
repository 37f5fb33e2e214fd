import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../shared/language.ts'
import { type Words, words } from './words.ts'

export const Speaking = createContext<Language>('zh')

export function useSpeech(): { readonly language: Language; readonly say: Words } {
  const language = useContext(Speaking)
  return { language, say: words[language] }
}

/** What the browser speaks: Chinese first, as whoever holds such a paper probably reads it; English for everybody else. */
export const languageOfBrowser = (): Language =>
  (navigator.languages ?? [navigator.language]).some((tag) => /^zh\b/i.test(tag)) ? 'zh' : 'en'
