import type { leadingZh } from './leading-zh.ts'

/** The leader’s screen. */
export const leadingEn: typeof leadingZh = {
  title: 'Leading',
  all: 'All',
  fold: 'Fold',
  readReport: 'Read the report',
  letters: 'For me to read',
  noLetters: 'No letter waits for you.',
  visits: 'My visits',
  noVisits: 'No visit is planned.',
  toClose: 'For me to close',
  nothingToClose: 'No report waits for you.',
  overdue: 'Overdue',
  todo: 'Asked of us',
  none: { overdue: 'Nothing is overdue.', todo: 'Nothing is asked of your organ.' },
  wrong: 'Going wrong in my area',
  nothingWrong: 'No duty has ended undone, and none ends within three days.',
  matters: (count) => (count === 1 ? '1 matter' : `${count} matters`),
  listed: 'Listed in my area',
  nothingListed: 'No matter stands on the public list.',
  since: (day) => `listed on ${day}`,
}
