/**
 * Learning from confirmed cases and the code tables, and whether what was learned is better than what is in use. Both are asked about the same
 * cases, and neither has learned from them.
 */

import type { Held } from '../../text/classifier/confidence.ts'
import type { Recipe } from '../../text/classifier/features.ts'
import { groupsOf } from '../../text/classifier/grouping.ts'
import { type Measured, measure } from '../../text/classifier/measuring.ts'
import type { Model } from '../../text/classifier/model.ts'
import { letterRecipe, manyLetters } from '../../text/classifier/recipes.ts'
import { calibrated, type Example, scoresOf, train } from '../../text/classifier/training.ts'

/** What stands in fewer letters may be somebody's name, and is not learned: six, or three in a small house. */
const recipeOfHouse = (letters: number): Recipe =>
  letters >= manyLetters ? letterRecipe : { ...letterRecipe, leastTexts: 3 }

/** With fewer the tables alone are the better guide. */
export const fewestCases = 100
/** Fewer say nothing about how good it is. */
const fewestAsked = 50

export interface ToLearn {
  readonly examples: readonly (Example & { readonly isAsked: boolean })[]
  readonly tables: readonly Example[]
}

export interface Learned {
  readonly model: Model
  readonly learned: number
  /** Null where there were too few to ask about. */
  readonly measured: Measured | null
}

/** Null where there is too little to learn from. */
export function learn({ examples, tables }: ToLearn, progress: (share: number) => void = () => {}): Learned | null {
  const { learned, asked } = partsOf(examples)
  if (learned.length < fewestCases) return null
  const recipe = recipeOfHouse(learned.length)
  // the tables are there as often as a word must be to be learned, and weigh together as much as three letters
  const weighed = tables.map((table) => ({ ...table, weight: 3 / recipe.leastTexts }))
  const repeated = Array.from({ length: recipe.leastTexts }, () => weighed).flat()
  const model = train([...learned, ...repeated], { recipe, progress })
  if (asked.length < fewestAsked) return { model, learned: learned.length, measured: null }
  const held = heldBy(model, asked)
  return { model: calibrated(model, held), learned: learned.length, measured: measure(held, model.labels.length) }
}

/** What is asked about is not learned from, and neither is a copy of it. */
function partsOf(examples: ToLearn['examples']) {
  const groups = groupsOf(examples.map(({ text }) => text))
  const asked = new Set(examples.flatMap(({ isAsked }, at) => (isAsked ? [groups[at] as number] : [])))
  const isAsked = (_: unknown, at: number) => asked.has(groups[at] as number)
  return { asked: examples.filter(isAsked), learned: examples.filter((one, at) => !isAsked(one, at)) }
}

/** A case of a label that the model does not know is one that it gets wrong. */
function heldBy(model: Model, asked: readonly Example[]): readonly Held[] {
  const known = new Set(model.labels)
  return scoresOf(
    model,
    asked.filter(({ label }) => known.has(label)),
  )
}

/** How good another model is on the same cases. */
export function measureOn(model: Model, { examples }: Pick<ToLearn, 'examples'>): Measured | null {
  const { asked } = partsOf(examples)
  if (asked.length < fewestAsked) return null
  const held = heldBy(model, asked)
  const { accuracy, macroF1, top3 } = measure(held, model.labels.length)
  const share = held.length / asked.length
  return { texts: asked.length, accuracy: accuracy * share, macroF1: macroF1 * share, top3: top3 * share }
}

/** A worse one is not put in use; where nothing can be compared, the newer has learned from more. */
export const isBetter = (fresh: Measured | null, used: Measured | null): boolean =>
  fresh === null || used === null || fresh.macroF1 >= used.macroF1
