/** How an answer can be contested: with whom, within how many days, and until when for whoever has received it. */
import type { Span } from '../kernel/span.ts'
import { bodiesToLookAgain } from '../petition/actions.ts'
import type { Petition } from '../petition/petition.ts'
import { anyOf, type Bilingual, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import type { Parts } from './content.ts'
import { documentOf, nameOf, personOf, type Source } from './source.ts'

export type Right = 'requestReview' | 'requestReexamination'

const rightAgainst: Readonly<Record<string, Right>> = {
  handlingOpinion: 'requestReview',
  simplifiedAnswer: 'requestReview',
  reviewOpinion: 'requestReexamination',
}

/** The bodies one level above whoever issued it, as the rules of review name them. */
export function bodiesOver({ after, read }: Source, right: Right): Parts {
  const instance = right === 'requestReview' ? 'review' : 'reexamination'
  const names = bodiesToLookAgain(after, instance, read.world).map((organ) => nameOf(read, organ))
  return { remedyBodies: names.length === 0 ? oneLevelUp : anyOf(names), remedyDays: daysOf(read, right) }
}

/** Where the house knows nobody above, the right is there all the same (art. 35, 36), and the paper says where it goes. */
const oneLevelUp = say('本机关、单位的上一级机关、单位', 'the organ one level above this one')

function daysOf({ world }: Source['read'], right: Right): Bilingual | undefined {
  const span = (world.law.clocks as Readonly<Record<string, { readonly span: Span }>>)[right]?.span
  return span && span.unit === 'days' ? say(`${span.count}`, `${span.count}`) : undefined
}

/** Until when each petitioner may ask, from the clock that the service of this paper started. */
export function lastDaysOf({ paper, read }: Source): readonly Parts[] {
  const right = rightAgainst[paper.kind]
  const now = read.petition
  const services = documentOf(paper, now)?.services ?? []
  return services.flatMap(({ person, servedOn }) => {
    const lastDay = right && lastDayOf(now, right, person, servedOn)
    if (!lastDay) return []
    return [{ person: personOf(now, person, read), servedOn: dayInWords(servedOn), lastDay: dayInWords(lastDay) }]
  })
}

const lastDayOf = ({ clocks }: Petition, right: Right, person: string, servedOn: string): string | undefined =>
  clocks.find(
    ({ rule, bearer, from }) => rule === right && 'person' in bearer && bearer.person === person && from === servedOn,
  )?.lastDay
