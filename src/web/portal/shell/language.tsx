import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { type Language, rememberLanguage, tagOf } from '../../shared/language.ts'
import type { Words } from '../locales/zh.ts'

export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly speak: (language: Language) => void
}

const Speaking = createContext<Speech | null>(null)

/** Each language is a file of its own, so that nobody waits for the other. */
export const wordsIn = (language: Language): Promise<Words> =>
  language === 'en' ? import('../locales/en.ts').then(({ en }) => en) : import('../locales/zh.ts').then(({ zh }) => zh)

interface SpeakProps {
  readonly language: Language
  readonly words: Words
  readonly children: ComponentChildren
}

export function Speak({ children, ...first }: SpeakProps) {
  const [spoken, change] = useState<Pick<Speech, 'language' | 'words'>>(first)
  useEffect(() => {
    document.documentElement.lang = tagOf(spoken.language)
  }, [spoken.language])
  const speak = (language: Language) => {
    rememberLanguage(language)
    wordsIn(language).then(
      (words) => change({ language, words }),
      // the line broke: the page stays readable in the language that is here
      () => undefined,
    )
  }
  return <Speaking.Provider value={{ ...spoken, speak }}>{children}</Speaking.Provider>
}

export function useSpeech(): Speech {
  const speech = useContext(Speaking)
  if (speech === null) throw new Error('no language is spoken here')
  return speech
}

export const useWords = (): Words => useSpeech().words
