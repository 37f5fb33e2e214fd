/** One thing said in both languages. Chinese is the language of the law; English is for whoever cannot read it. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

export const say = (zh: string, en: string): Bilingual => ({ zh, en })

/** Sentences one after the other: none between in Chinese, a space in English. */
export const inSequence = (...parts: readonly Bilingual[]): Bilingual => ({
  zh: parts.map(({ zh }) => zh).join(''),
  en: parts
    .map(({ en }) => en)
    .filter((en) => en !== '')
    .join(' '),
})

/** 甲、乙、丙 · A, B and C. */
export const listed = (items: readonly Bilingual[]): Bilingual => ({
  zh: items.map(({ zh }) => zh).join('、'),
  en: joinedInEnglish(
    items.map(({ en }) => en),
    'and',
  ),
})

/** 甲、乙或者丙 · A, B or C. */
export const anyOf = (items: readonly Bilingual[]): Bilingual => ({
  zh: joinedWithOr(items.map(({ zh }) => zh)),
  en: joinedInEnglish(
    items.map(({ en }) => en),
    'or',
  ),
})

const joinedWithOr = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}或者${items.at(-1)}`

const joinedInEnglish = (items: readonly string[], last: 'and' | 'or'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
