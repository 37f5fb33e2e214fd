import type { assistingZh } from './assisting-zh.ts'

export const assistingEn: typeof assistingZh = {
  title: 'Who leads and who assists',
  lead: (organ) => `Leads: ${organ}. The answer is its own; assistance stops and lengthens no limit.`,
  askedBy: (organ) => `asked by ${organ}`,
  until: (day) => `report by ${day}`,
  claims: (places) => (places.length > 1 ? `claims ${places.join(', ')}` : `claim ${places[0]}`),
  objected: (day) => `objected on ${day}`,
  notAwaited: (day) => `not waited for since ${day}`,
}
