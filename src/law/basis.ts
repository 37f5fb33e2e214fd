/** Statutes and rules that a row can rest on. Short keys as in the glossary of sources, docs/reference/sources.md. */
export type Instrument =
  | 'R22' // 信访工作条例 (2022)
  | 'R05' // 信访条例 (2005)
  | 'JY16' // 信访事项简易办理办法(试行) 国信发〔2016〕8号
  | 'JY22' // 信访事项简易办理办法 国信办发〔2022〕17号
  | 'JW20' // 纪检监察机关处理检举控告工作规则 (2020)
  | 'MSSS' // 民事诉讼法 (2023), by analogy
  | 'MSF' // 民事诉讼法 (2023), where it holds by itself
  | 'XZFY' // 行政复议法 (2023)
  | 'XZSS' // 行政诉讼法 (2017)
  | 'XZSSJS' // 最高人民法院关于适用《行政诉讼法》的解释 (2018)
  | 'LDZC' // 劳动争议调解仲裁法 (2007)
  | 'TDZC' // 农村土地承包经营纠纷调解仲裁法 (2009)
  | 'ZFXX' // 政府信息公开条例 (2019)
  | 'RMTJ' // 人民调解法 (2010)
  | 'MFD' // 民法典 (2020)
  | 'PIPL' // 个人信息保护法 (2021)
  | 'ZJZF14' // 关于进一步规范信访事项受理办理程序引导来访人依法逐级走访的办法 (2014)

export interface Named {
  readonly zh: string
  readonly en: string
}

/** A place in an instrument: an article with paragraph (款) and item (项), or a clause of a standard, `8.4`. */
interface Place {
  readonly article?: number
  readonly paragraph?: number
  readonly item?: number
  readonly clause?: string
  readonly adr?: string
  /** What the decision record adds to it, where it is not days. */
  readonly adds?: 'number'
}

/**
 * The article a row rests on, or, where the statute is silent, the decision record that says what we do and why. An instrument
 * that a pack brings with it carries its name, so that whoever words a basis needs no pack.
 */
export type Basis =
  | ({ readonly instrument: Instrument } & Place)
  | ({ readonly instrument: string; readonly named: Named } & Place)
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

/** An article that names a failing without saying how often: the number is ours and says so. */
export const articleWithoutNumber = (number: number, adr: string, paragraph?: number, item?: number) =>
  ({ ...article(number, paragraph, item), adr, adds: 'number' }) as const satisfies Basis

/** A companion rule, with its article, paragraph and item where they were read. */
export const rule = (instrument: Instrument, number?: number, paragraph?: number, item?: number) =>
  (number === undefined ? { instrument } : { ...article(number, paragraph, item), instrument }) as Basis

export const decided = (adr: string) => ({ adr }) as const satisfies Basis

const names: Readonly<Record<Instrument, Named>> = {
  R22: { zh: '《信访工作条例》', en: 'Regulations on Petition Work (2022)' },
  R05: { zh: '《信访条例》（2005）', en: 'Regulations on Letters and Visits (2005)' },
  JY16: {
    zh: '《信访事项简易办理办法（试行）》（国信发〔2016〕8号）',
    en: 'Trial Measures on Simplified Handling (2016)',
  },
  JY22: { zh: '《信访事项简易办理办法》（国信办发〔2022〕17号）', en: 'Measures on Simplified Handling (2022)' },
  JW20: { zh: '《纪检监察机关处理检举控告工作规则》', en: 'Rules on Handling Accusations by Discipline Organs (2020)' },
  MSSS: { zh: '《民事诉讼法》（类推）', en: 'Civil Procedure Law (by analogy)' },
  MSF: { zh: '《民事诉讼法》', en: 'Civil Procedure Law (2023)' },
  XZFY: { zh: '《行政复议法》', en: 'Administrative Reconsideration Law (2023)' },
  XZSS: { zh: '《行政诉讼法》', en: 'Administrative Litigation Law (2017)' },
  XZSSJS: {
    zh: '《最高人民法院关于适用〈行政诉讼法〉的解释》',
    en: 'Supreme People’s Court on Applying the Administrative Litigation Law (2018)',
  },
  LDZC: { zh: '《劳动争议调解仲裁法》', en: 'Labour Dispute Mediation and Arbitration Law (2007)' },
  TDZC: {
    zh: '《农村土地承包经营纠纷调解仲裁法》',
    en: 'Law on Mediation and Arbitration of Rural Land Contract Disputes (2009)',
  },
  ZFXX: { zh: '《政府信息公开条例》', en: 'Regulations on Open Government Information (2019)' },
  RMTJ: { zh: '《人民调解法》', en: 'People’s Mediation Law (2010)' },
  MFD: { zh: '《民法典》', en: 'Civil Code (2020)' },
  PIPL: { zh: '《个人信息保护法》', en: 'Personal Information Protection Law (2021)' },
  ZJZF14: { zh: '国家信访局2014年依法逐级走访办法', en: 'Measures on Visiting Level by Level (2014)' },
}

export const isInstrument = (code: string): code is Instrument => Object.hasOwn(names, code)

/** A basis in words, as it is shown beside every clock, refusal and document. */
export function basisInWords(basis: Basis): Named {
  if (!('instrument' in basis)) return { zh: `本系统约定（ADR ${basis.adr}）`, en: `house decision (ADR ${basis.adr})` }
  const name = 'named' in basis ? basis.named : names[basis.instrument]
  const place = placeInWords(basis)
  const silent = silenceInWords(basis)
  return { zh: name.zh + place.zh + silent.zh, en: name.en + place.en + silent.en }
}

function silenceInWords({ adr, adds }: Place): Named {
  if (adr === undefined) return { zh: '', en: '' }
  const [zh, en] = adds === 'number' ? ['次数', 'number'] : ['天数', 'days']
  return { zh: `，${zh}由本系统约定（ADR ${adr}）`, en: `; ${en} by house decision (ADR ${adr})` }
}

function placeInWords({ article, paragraph, item, clause }: Place): Named {
  if (clause !== undefined) return { zh: `第${clause}条`, en: `, clause ${clause}` }
  if (article === undefined) return { zh: '', en: '' }
  return {
    zh: `第${article}条${paragraph ? `第${paragraph}款` : ''}${item ? `第${item}项` : ''}`,
    en: `, art. ${article}${paragraph ? `, para. ${paragraph}` : ''}${item ? `, item ${item}` : ''}`,
  }
}
