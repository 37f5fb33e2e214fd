/** How texts of one kind are best read and weighed, as measured: docs/reference/suggestions.md. */
import type { Recipe } from './features.ts'
import type { Text } from './vectors.ts'

export const letterRecipe: Recipe = {
  pairs: true,
  signs: [1, 3],
  signWeight: 1.4,
  leastTexts: 6,
  rarity: 1,
  lead: 12,
  telling: 0.6,
  cost: 1,
  family: 0,
}

/** Of a question of twenty signs nothing may be passed over, and what stands in one other question only may be all that helps. */
const ofQuestions: Recipe = {
  pairs: false,
  signs: [1, 3],
  signWeight: 1.8,
  leastTexts: 1,
  rarity: 1,
  lead: 0,
  telling: 0,
  cost: 3,
  family: 0.15,
}

/** So many signs, without what stands in every text, are a letter. */
const shortestLetter = 60

/** Among so many what stands in five only is mostly chance, or a name; among fewer it is much of what there is. */
export const manyLetters = 4000

/** Of the texts only how long and how many they are is known before anything is learned. */
export function recipeFor(texts: readonly Text[]): Recipe {
  const lengths = texts.map((text) => text.reduce((sum, word) => sum + word.length, 0)).toSorted((a, b) => a - b)
  if ((lengths[lengths.length >> 1] ?? 0) < shortestLetter) return ofQuestions
  return texts.length >= manyLetters ? letterRecipe : { ...letterRecipe, leastTexts: 2 }
}

/** A bureau (局, 处, 会, 院 …) with all its sections, or the branch of a category: labels that have much in common. */
const bureau = /^.*?[^局處处會会院廳厅部委]{2}[局處处會会院廳厅部委]/u

export function familyOf(label: string): string {
  const dot = label.indexOf('.')
  if (dot > 0) return label.slice(0, dot)
  return label.match(bureau)?.[0] ?? label
}
