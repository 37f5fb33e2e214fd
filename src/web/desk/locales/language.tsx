import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { TermGroup } from '../../../wording/terms.ts'
import { termOf } from '../../../wording/terms.ts'
import { type Bilingual, type Language, rememberedLanguage, rememberLanguage, tagOf } from '../../shared/language.ts'
import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

interface LanguageSetting {
  readonly language: Language
  readonly words: Words
  readonly setLanguage: (language: Language) => void
  /** The half of a bilingual value that is wanted now. */
  readonly pick: (both: Bilingual) => string
  /** A coded value in words. */
  readonly term: (group: TermGroup, code: string) => string
}

const LanguageContext = createContext<LanguageSetting | null>(null)

/** For the API client, which lives outside of React. */
let current: Language = rememberedLanguage()
export const currentLanguage = (): Language => current

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState<Language>(current)
  useEffect(() => {
    document.documentElement.lang = tagOf(language)
  }, [language])
  const setting = useMemo(
    (): LanguageSetting => ({
      language,
      words: language === 'zh' ? zh : en,
      setLanguage: (next) => {
        current = next
        rememberLanguage(next)
        setState(next)
      },
      pick: (both) => both[language],
      term: (group, code) => termOf(group, code)[language],
    }),
    [language],
  )
  return <LanguageContext value={setting}>{children}</LanguageContext>
}

export function useLanguage(): LanguageSetting {
  const setting = use(LanguageContext)
  if (!setting) throw new Error('no LanguageProvider above')
  return setting
}
