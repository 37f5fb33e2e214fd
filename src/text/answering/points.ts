/** Points that a text counts off: 一、…二、…; 1、…2、…; (1)…(2)…; 一是…二是…. A register lists claims by themselves; a letter has them in its text. */

const chinese = '一二三四五六七八九十'
/** The ways of counting off, each with the number that it writes. */
const marks: readonly { readonly pattern: RegExp; readonly numberOf: (said: string) => number }[] = [
  {
    pattern: /(?<=^|[。；;：:！!？?，,\s])([一二三四五六七八九十])(?:、|是|，)/gu,
    numberOf: (said) => chinese.indexOf(said) + 1,
  },
  { pattern: /(?<=^|[^\d.])(\d{1,2})[、.．](?!\d)/gu, numberOf: Number },
  {
    pattern: /[（(](\d{1,2}|[一二三四五六七八九十])[）)]/gu,
    numberOf: (said) => (/\d/.test(said) ? Number(said) : chinese.indexOf(said) + 1),
  },
]
const shortest = 6

/** Empty where nothing is counted off from one on. */
export function pointsIn(text: string): readonly string[] {
  const plain = text.normalize('NFKC')
  for (const { pattern, numberOf } of marks) {
    const starts: { readonly at: number; readonly after: number }[] = []
    for (const match of plain.matchAll(pattern))
      if (numberOf(match[1] ?? '') === starts.length + 1)
        starts.push({ at: match.index, after: match.index + match[0].length })
    if (starts.length < 2) continue
    const points = starts.map(({ after }, at) => firstSaying(plain.slice(after, starts[at + 1]?.at ?? after + 200)))
    return points.filter((point) => point.length >= shortest)
  }
  return []
}

/** What a point is about stands in its first sentences. */
const firstSaying = (point: string): string => point.trim().slice(0, 200)
