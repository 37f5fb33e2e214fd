/** The values of cells in words: organs and places by their names, codes by the terms of the law. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Directory } from '../../petition/house.ts'
import { categoryInWords, placeNames } from '../../prevention/warnings/places.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import { terms } from '../../wording/terms.ts'
import { noneWords, openWords, repeatWords, trendTerms } from '../../wording/trend-terms.ts'
import { anyOpenStage } from './asking.ts'
import { type Dimension, none } from './trends.ts'

export type Labels = (dimension: Dimension, value: string) => Bilingual

type Coded = Readonly<Record<string, Bilingual>>
const termIn = (of: Coded, code: string): Bilingual => of[code] ?? say(code, code)

/** Reads the organs once, for an answer full of them. */
export function labelsOf({ directory }: { readonly directory: Directory }): Labels {
  const nameOfPlace = placeNames({ directory })
  const organ = (id: string): Bilingual => (id === '…' ? say('…', '…') : directory.nameOf(id as OrganId))
  const circle = (value: string): Bilingual => {
    const names = value.split('>').map(organ)
    return say(names.map(({ zh }) => zh).join(' → '), names.map(({ en }) => en).join(' → '))
  }
  const words: Readonly<Record<Dimension, (value: string) => Bilingual>> = {
    category: categoryInWords,
    place: nameOfPlace,
    complained: (value) => (value === none ? noneWords.complained : organ(value)),
    channel: (value) => termIn(terms.channel, value),
    class: (value) => termIn(terms.class, value),
    outcome: (value) => termIn(trendTerms.trendOutcome, value),
    stage: (value) => (value === anyOpenStage ? openWords : termIn(terms.stage, value)),
    again: (value) => termIn(repeatWords, value),
    circle: (value) => (value === none ? noneWords.circle : circle(value)),
  }
  return (dimension, value) => words[dimension](value)
}
