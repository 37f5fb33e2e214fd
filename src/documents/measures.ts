/**
 * The page of an official document, GB/T 9704-2012 党政机关公文格式: what is where, how large and in which face. Lengths are in
 * twips (a twentieth of a point) unless they say otherwise.
 */
const mm = (length: number): number => Math.round((length / 25.4) * 1440)
const points = (size: number): number => Math.round(size * 20)

/** 5.1–5.2: A4, 上白边 37 mm, 订口 28 mm, 版心 156 mm × 225 mm. */
export const sheet = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
  textWidth: mm(156),
} as const

/** 5.2.2: 22 lines a page of 28 characters, set so that they fill it. */
export const linesAPage = 22
export const charactersALine = 28
export const linePitch = Math.floor(mm(225) / linesAPage)
/** 三号 is 16 pt, and 28 of them are a little wider than the line. */
export const bodySize = 16
export const characterPitch = sheet.textWidth / charactersALine
export const squeeze = Math.floor(characterPitch - points(bodySize))

/** Faces by name: the fonts that offices have. A machine without them sets the page in whatever comes next to them. */
export const faces = {
  /** 标志和标题 */
  heading: '方正小标宋简体',
  body: '仿宋_GB2312',
  /** 一级标题 */
  first: '黑体',
  /** 二级标题 */
  second: '楷体_GB2312',
  /** 页码 */
  page: '宋体',
} as const

/** 7.2.4, 7.3.1, 7.4: in points. */
export const sizes = { title: 22, body: bodySize, notes: 14, page: 14 } as const

export const red = 'C00000'

/** 7.2.4: the organ's name, as large as fits on one line and never larger than the mark of the State Council. */
export const markSize = (name: string): number =>
  Math.max(20, Math.min(48, Math.floor((sheet.textWidth / 20 / widthOf(name)) * 0.94)))

/** How many full-width characters a text is wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u0000-\u00ff]/.test(character) ? 0.5 : 1), 0)

/**
 * 7.3.5.1: the day stands four characters from the right, and the organ is centred on it; where the organ is too long for that, both move
 * to the left. The field in which both are centred, as its distance from the left and the right, in characters.
 */
export function signatureField(organ: string, day: string): { readonly left: number; readonly right: number } {
  const middle = Math.max(4 + widthOf(day) / 2, widthOf(organ) / 2 + 0.5)
  const half = Math.min(middle, charactersALine - middle)
  return { left: charactersALine - middle - half, right: middle - half }
}

export const characters = (count: number): number => Math.round(count * characterPitch)
export const lines = (count: number): number => Math.round(count * linePitch)
export const distance = {
  /** 7.2.4: from the edge of the text to the mark. */
  aboveMark: mm(35),
  /** 10.1: of a letter, from the edge of the paper. */
  aboveLetterMark: mm(30),
  belowLetterMark: mm(4),
  letterRule: mm(170),
  letterFoot: mm(20),
  /** 7.5: the page number lies 7 mm under the text. */
  pageNumber: mm(35 - 7 - 5),
} as const
