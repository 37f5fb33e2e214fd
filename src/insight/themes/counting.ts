/** What a theme is counted by: petitions as they were gathered into topics, of one place, by day. As the house, which shows nobody's. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { ThemeHouse } from './house.ts'
import { type Measured, measure, type PerDay } from './measuring.ts'
import type { ThemeAbout } from './theme.ts'

/** A year before it was governed, and what came since. */
const lookedBackDays = 366

export async function perDayOf({ work }: ThemeHouse, about: ThemeAbout, from: Day, until: Day): Promise<PerDay> {
  const { rows } = await work.query<{ day: Day; n: number }>({
    name: 'theme counted by day',
    text: `select day::text as day, count(*)::int as n from topic_petition
      where day between $1::date and $2::date and starts_with(place, $3)
        and ($4::integer is null or topic = $4) and ($5::text is null or category = $5 or starts_with(category, $5 || '.'))
      group by day`,
    values: [from, until, about.place === '00' ? '' : about.place, about.topic, about.category],
  })
  return new Map(rows.map(({ day, n }) => [day, n]))
}

/** Before this nobody wrote to this house: nothing there says nothing. */
async function firstKnownDay({ work }: ThemeHouse): Promise<Day | null> {
  const { rows } = await work.query<{ day: Day | null }>('select min(day)::text as day from topic_petition')
  return rows[0]?.day ?? null
}

/** How it stands until yesterday, against the past before it was governed. */
export async function measureOf(
  house: ThemeHouse,
  about: ThemeAbout,
  since: Day,
): Promise<Measured & { readonly perDay: PerDay }> {
  const until = addDays(house.today(), -1)
  const [perDay, first] = await Promise.all([
    perDayOf(house, about, addDays(since, -lookedBackDays), until),
    firstKnownDay(house),
  ])
  return { ...measure(perDay, { since, until, firstKnown: first ?? since }), perDay }
}
