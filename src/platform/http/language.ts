import type { Bilingual } from './endpoint.ts'

export type Language = keyof Bilingual

/** The language that a client asks for; Chinese unless it says that it would rather have English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined || acceptLanguage.length > longestHeader) return 'zh'
  const wishes = acceptLanguage.split(',').map(wishOf)
  const weight = (language: Language) =>
    Math.max(0, ...wishes.filter((wish) => wish.language === language).map((wish) => wish.weight))
  return weight('en') > weight('zh') ? 'en' : 'zh'
}

const longestHeader = 500

function wishOf(part: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
  const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean)
  return { language: tag.trim().split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) }
}
