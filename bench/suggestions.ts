/** What is suggested while somebody registers: how long a night of learning takes from as many cases as are ever read, and one answer after it. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { learnApart } from '../src/insight/suggested/learning-thread.ts'
import { suggestFor, textToSuggestFor } from '../src/insight/suggested/suggesting.ts'
import { examplesOfTables } from '../src/insight/suggested/table-models.ts'
import { wordsOfCategories } from '../src/insight/suggested/telling-words.ts'
import { randomFrom } from '../src/text/classifier/margin.ts'
import { readText } from '../src/text/classifier/reading.ts'
import { suggestedHouse } from '../src/wiring.ts'
import type { Site } from './site.ts'

export interface SuggestionsMeasured {
  readonly cases: number
  readonly categories: number
  readonly learnSeconds: number
  /** The longest that nobody else was served meanwhile. */
  readonly heldUpMs: number
  readonly modelMb: number
  readonly macroF1: number
  readonly answers: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly memoryMb: number
}

const answers = 2000
const random = randomFrom(17)
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
const rambling = (signs: number): string =>
  Array.from({ length: signs }, () => String.fromCodePoint(0x4e00 + Math.floor(random() ** 3 * 6000))).join('')

/** Made-up letters of 300 signs: some words of their category, some of others, and what belongs to none. */
function letterAbout(category: keyof typeof wordsOfCategories): string {
  const of = (id: keyof typeof wordsOfCategories) => oneOf(wordsOfCategories[id].split(' '))
  const strangers = Object.keys(wordsOfCategories) as (keyof typeof wordsOfCategories)[]
  const own = Array.from({ length: 6 }, () => of(category))
  const others = Array.from({ length: 3 }, () => of(oneOf(strangers)))
  return [...own, ...others].map((word) => `${word}，${rambling(30)}。`).join('')
}

export async function measureSuggestions({ house, rooms }: Site, cases: number): Promise<SuggestionsMeasured> {
  const { work } = house.pools
  const categories = Object.keys(wordsOfCategories) as (keyof typeof wordsOfCategories)[]
  const examples = Array.from({ length: cases }, (_, at) => {
    const label = oneOf(categories)
    return { text: readText(letterAbout(label)), label, isAsked: at % 5 === 0 }
  })
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const began = performance.now()
  const outcome = await learnApart({ toLearn: { examples, tables: examplesOfTables('category', []) }, used: null })
  delay.disable()
  if (outcome === null) throw new Error('nothing was learned')
  const learnSeconds = (performance.now() - began) / 1000
  await work.query(`delete from suggested_model where target = 'category'`)
  await work.query(
    `insert into suggested_model (target, version, learned_at, learned, asked, in_use, must_forget, model)
      values ('category', 1, now(), $1, 0, true, false, $2)`,
    [outcome.learned, outcome.model],
  )
  const suggested = suggestedHouse(rooms.petitions, (fault) => {
    throw fault
  })
  const took: number[] = []
  for (let answer = 0; answer < answers; answer += 1) {
    const text = letterAbout(oneOf(categories))
    const asked = performance.now()
    await suggestFor(suggested, { text: textToSuggestFor('', text), place: '990101', class: 'appeal', about: [] })
    took.push(performance.now() - asked)
  }
  const inOrder = took.toSorted((a, b) => a - b)
  const at = (share: number) => inOrder[Math.floor(share * inOrder.length)] ?? 0
  return {
    ...{ cases, categories: categories.length, learnSeconds, heldUpMs: delay.max / 1e6 },
    ...{ modelMb: outcome.model.length / 1e6, macroF1: outcome.measured?.macroF1 ?? 0 },
    ...{ answers, p50Ms: at(0.5), p95Ms: at(0.95), memoryMb: process.memoryUsage().rss / 1e6 },
  }
}

export function printSuggestions(measured: SuggestionsMeasured): void {
  const { cases, categories, learnSeconds, heldUpMs, modelMb, macroF1, p50Ms, p95Ms, memoryMb } = measured
  const lines = [
    `${cases} made-up letters of ${categories} categories: learned in ${learnSeconds.toFixed(1)} s in a thread, nobody held up longer than ${heldUpMs.toFixed(0)} ms, model ${modelMb.toFixed(1)} MB, macro-F1 ${macroF1.toFixed(3)} (made-up letters say nothing about real ones)`,
    `one answer (three categories, classes and organs): p50 ${p50Ms.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms; ${memoryMb.toFixed(0)} MB`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
