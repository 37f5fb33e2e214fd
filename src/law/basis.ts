/** Statutes and rules that a row can rest on. Short keys as in the glossary of sources, docs/reference/sources.md. */
export type Instrument =
  | 'R22' // 信访工作条例 (2022)
  | 'R05' // 信访条例 (2005)
  | 'JY16' // 信访事项简易办理办法(试行) 国信发〔2016〕8号
  | 'JY22' // 信访事项简易办理办法 国信办发〔2022〕17号
  | 'JW20' // 纪检监察机关处理检举控告工作规则 (2020)
  | 'MSSS' // 民事诉讼法 (2023)
  | 'ZJZF14' // 关于进一步规范信访事项受理办理程序引导来访人依法逐级走访的办法 (2014)

/** The article a row rests on, or, where the statute is silent, the decision record that says what we do and why. */
export type Basis =
  | {
      readonly instrument: Instrument
      readonly article: number
      readonly paragraph?: number
      readonly item?: number
      readonly adr?: string
    }
  | { readonly instrument: Instrument; readonly adr?: string }
  | { readonly adr: string }

/** An article of the 2022 Regulations: article, paragraph (款), item (项). */
export const article = (number: number, paragraph?: number, item?: number) =>
  ({
    instrument: 'R22',
    article: number,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  }) as const satisfies Basis

/** A duty that an article imposes without a day count: the article stands, the count is ours and says so. */
export const articleWithoutDays = (number: number, adr: string, paragraph?: number, item?: number) =>
  ({ ...article(number, paragraph, item), adr }) as const

/** A companion rule, with its article where it was read. */
export const rule = (instrument: Instrument, number?: number) =>
  (number === undefined ? { instrument } : { instrument, article: number }) as Basis

export const decided = (adr: string) => ({ adr }) as const satisfies Basis

const names: Readonly<Record<Instrument, { readonly zh: string; readonly en: string }>> = {
  R22: { zh: '《信访工作条例》', en: 'Regulations on Petition Work (2022)' },
  R05: { zh: '《信访条例》（2005）', en: 'Regulations on Letters and Visits (2005)' },
  JY16: {
    zh: '《信访事项简易办理办法（试行）》（国信发〔2016〕8号）',
    en: 'Trial Measures on Simplified Handling (2016)',
  },
  JY22: { zh: '《信访事项简易办理办法》（国信办发〔2022〕17号）', en: 'Measures on Simplified Handling (2022)' },
  JW20: { zh: '《纪检监察机关处理检举控告工作规则》', en: 'Rules on Handling Accusations by Discipline Organs (2020)' },
  MSSS: { zh: '《民事诉讼法》（类推）', en: 'Civil Procedure Law (by analogy)' },
  ZJZF14: { zh: '国家信访局2014年依法逐级走访办法', en: 'Measures on Visiting Level by Level (2014)' },
}

export const isInstrument = (code: string): code is Instrument => Object.hasOwn(names, code)

/** A basis in words, as it is shown beside every clock, refusal and document. */
export function basisInWords(basis: Basis): { readonly zh: string; readonly en: string } {
  if (!('instrument' in basis)) return { zh: `本系统约定（ADR ${basis.adr}）`, en: `house decision (ADR ${basis.adr})` }
  const name = names[basis.instrument]
  const silent =
    basis.adr === undefined
      ? { zh: '', en: '' }
      : { zh: `，天数由本系统约定（ADR ${basis.adr}）`, en: `; days by house decision (ADR ${basis.adr})` }
  if (!('article' in basis)) return { zh: name.zh + silent.zh, en: name.en + silent.en }
  const zh = `第${basis.article}条${basis.paragraph ? `第${basis.paragraph}款` : ''}${basis.item ? `第${basis.item}项` : ''}`
  const en = `art. ${basis.article}${basis.paragraph ? `, para. ${basis.paragraph}` : ''}${basis.item ? `, item ${basis.item}` : ''}`
  return { zh: `${name.zh}${zh}${silent.zh}`, en: `${name.en}, ${en}${silent.en}` }
}
