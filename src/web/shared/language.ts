/** The two languages of the house. Chinese comes first; a person's choice is remembered on the device. */
export type Language = 'zh' | 'en'

export interface Bilingual {
  readonly zh: string
  readonly en: string
}

const place = 'xinqiao.language'

export function rememberedLanguage(): Language {
  return readPlace() === 'en' ? 'en' : 'zh'
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(place, language)
  } catch {
    // A browser that keeps nothing still shows the page; it only forgets the choice.
  }
}

function readPlace(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}

/** For `lang` on the page, so that a screen reader and the line breaking know. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')
