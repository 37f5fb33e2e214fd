import type { warningZh } from './warning-zh.ts'

/** Early warnings (预警): what rises. */
export const warningEn: typeof warningZh = {
  title: 'Early warnings',
  says: 'Where clearly more of one kind comes from one place than before, the house finds it at night and tells whoever can act. Matters are counted and never people; accusations are not among them.',
  lists: {
    open: 'To be looked into',
    reading: 'With offices below',
    done: 'Answered',
  },
  none: {
    open: 'Nothing to be looked into',
    reading: 'Nothing is with offices below',
    done: 'Nothing was answered yet',
  },
  noneSays: 'When clearly more of one kind comes from one place, it appears here by itself.',
  state: 'State',
  due: 'Answer by',
  answered: 'Answered',
  what: 'Where and what',
  count: 'Matters',
  days: 'Days',
  outcome: 'Outcome',
  bureau: 'Answers',
  instead: (expected) => `about ${expected} expected`,
  between: (from, until) => `${from} – ${until}`,
  night: {
    never: 'Nobody has looked yet; the house does so each night.',
    looked: (day, series, matters) => `Last looked on ${day}: ${series} series of place and kind, ${matters} matters.`,
    tooShort: 'Too little was registered so far to tell what rises.',
  },
  chart: (name) =>
    `${name}: matters each week of half a year beside what was to be expected; the numbers are in the table below`,
  legend: { count: 'Matters a week', now: 'What is warned of', expected: 'Expected', band: 'What chance does' },
  table: { title: 'The numbers', week: 'Week to', count: 'Matters', expected: 'Expected', band: 'By chance' },
  page: {
    found: 'What was found',
    answer: 'What it is',
    by: (organ, name, day) => `${organ}, ${name}, ${day}`,
    erased: 'Lawfully erased',
    sentTo: 'Sent to',
    cameUp: (day, to) => `Not answered in time: came up to ${to} on ${day}`,
    sources: 'How they came',
    again: 'The same matter as before',
    behind: 'The matters behind it',
    behindSays: (count) => `${count} in all; those that are yours to see are listed here.`,
    behindNone: 'None of them is yours to see.',
    history: 'What happened',
  },
  dialog: {
    follows: 'The warning is over then. The same is warned of again only when it rises above where it stands now.',
    outcome: 'Outcome',
    words: 'In words',
    wordsSay: 'If it is real, what was done; if its cause is known, the cause; if it is false, why. Name nobody.',
  },
}
