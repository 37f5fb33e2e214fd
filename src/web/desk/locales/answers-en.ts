import type { answersZh } from './answers-zh.ts'

/** What the desk says of answer quality. */
export const answersEn: typeof answersZh = {
  says: 'Checked by what can be shown alone: late, claims without an answer, set phrases, the same text as to others, no law named, remedies not told. Nothing is said of right or wrong, and nothing of whoever asked; counted is what is yours to see.',
  answers: (count) => (count === 1 ? '1 answer' : `${count} answers`),
  check: 'Check',
  found: 'Found',
  of: 'Looked at',
  share: 'Share',
  interval: '95% interval',
  organ: 'Who answered',
  all: 'All organs',
  any: 'Any of these',
  sharesSay:
    '“Looked at” is in how many answers it could have been found; each number leads to the petitions behind it.',
  byOrgan: 'By organ',
  byOrganSays:
    'In order of how many answers there are; no ranking. Where there are few, the interval is wide and nothing should be compared.',
  none: 'No answers in this period',
  noneSays: 'Once opinions are issued, duties answered or suggestions replied to, figures stand here.',
  waiting: (count) => `${count} facts have not been looked at yet.`,
  behind: 'Answers in which something was found',
  behindNone: 'No such answer',
  back: 'Back to answers',
  answeredOn: 'Answered on',
  what: 'What was found',
  title: 'Checks of answers',
  draftTitle: 'Before it is issued',
  draftSays: 'Hints alone: nothing is kept, and nothing is held up.',
  draftFine: 'Nothing was found to be missing.',
  nothing: 'Nothing was found to be missing.',
  claim: (claim) => `Claim ${claim.replace(/^c/, '')}`,
  missing: (parts) => `Missing: ${parts}`,
  wordsMissing: (words) => `Nowhere in the answer: ${words}`,
  others: (count) => `${count} other petitions got the same answer within a year`,
}
