/** From what was read to what a page is given. Allow-lists are in `contract.ts`. */
import { addDays, type Day, weekday } from '../../kernel/day.ts'
import { categoryInWords, type PlaceNames } from '../../prevention/warnings/places.ts'
import type { TopicPetitionView, TopicRowView, TopicView } from './contract.ts'
import type { Counted } from './heat.ts'
import type { PetitionInTopic, SeenTopic, Share } from './queries.ts'

export function topicRowView({ counted, heat, topic, name, place, whom, words }: SeenTopic): TopicRowView {
  const { score, people, messages, from, to, recent, before } = heat
  return {
    ...{ topic, name, place, whom, words: [...words], heat: score, people, petitions: messages },
    ...{ from, to, recent, before },
    months: steps(counted, monthOf, nextMonth).map(({ from, petitions }) => ({ from, petitions })),
  }
}

export function topicView(
  seen: SeenTopic,
  shares: { readonly places: readonly Share[]; readonly categories: readonly Share[] },
  nameOf: PlaceNames,
): TopicView {
  return {
    ...topicRowView(seen),
    weeks: [...steps(seen.counted, weekOf, (day) => addDays(day, 7))],
    places: shares.places.map(({ code, petitions }) => ({ code, ...nameOf(code), petitions })),
    categories: shares.categories.map(({ code, petitions }) => ({ code, ...categoryInWords(code), petitions })),
  }
}

export const petitionView = (
  { stream, day, place, category, stage, title }: PetitionInTopic,
  nameOf: PlaceNames,
): TopicPetitionView => ({
  ...{ petition: stream, title, day, stage },
  place: { code: place, ...nameOf(place) },
  category: { code: category, ...categoryInWords(category) },
})

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day
const nextMonth = (month: Day): Day => monthOf(addDays(month, 31))
const weekOf = (day: Day): Day => addDays(day, 1 - weekday(day))

interface Step {
  readonly from: Day
  readonly petitions: number
  readonly people: number
}

/** From the first to the last, those without any among them. */
function steps(counted: readonly Counted[], stepOf: (day: Day) => Day, next: (step: Day) => Day): readonly Step[] {
  const days = counted.map(({ on }) => on).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const by = new Map<Day, { petitions: number; people: number }>()
  for (let step = stepOf(first); step <= last; step = next(step)) by.set(step, { petitions: 0, people: 0 })
  for (const { on, newPeople } of counted) {
    const step = by.get(stepOf(on))
    if (step === undefined) continue
    step.petitions += 1
    step.people += newPeople
  }
  return [...by].map(([from, sums]) => ({ from, ...sums }))
}
