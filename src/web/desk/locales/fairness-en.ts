import type { fairnessZh } from './fairness-zh.ts'

/** Fairness and discipline. */
export const fairnessEn: typeof fairnessZh = {
  says: 'What stands in the facts, by organ: recusals, what reviews and re-examinations came to, proposals to hold somebody to account, and what was found of reports. Of organs and never of people, least of all of whoever petitions; counted is what is yours to see.',
  whole: 'All together',
  wholeSays:
    'A share is of those that have a result, with the interval after Wilson (95 %). That an answer was changed or quashed shows that review works, not that the organ meant harm; that it was upheld does not show that whoever asked was wrong.',
  byOrgan: 'By organ',
  byOrganSays:
    'Your own organ first, the others by their code: no ranking. What a review came to counts for the organ that gave the answer, what a re-examination came to for the organ that gave the opinion on review.',
  conductSays:
    'Proposals to hold somebody to account and reports are shown to those who may know of them alone, and never to the organ that they are about: none here does not mean none. What accuses or names somebody is in no sum, and counted one by one for whoever may open it.',
  what: 'What',
  outcome: 'Result',
  n: 'Count',
  of: (count) => `${count} in all`,
  share: 'Share',
  interval: '95% interval',
  ofFew: (count) => `${count} in all: too few for a share to say anything`,
  none: 'Nothing to count in this period',
  noneSays: 'Once somebody asks for a recusal or steps aside, or an opinion on review is given, figures stand here.',
  waiting: (count) => `${count} facts have not been counted yet.`,
  back: 'Back to fairness',
  behind: 'What lies behind the figure',
  behindNone: 'Nothing that you may open',
  behindNoneSays:
    'Of organs that yours only looks over there are figures; the matters are opened by those with a part in them.',
  organ: 'Organ concerned',
  on: 'Day',
  all: 'Everything',
  proposal: 'Proposal to hold somebody to account',
  report: 'Report',
}
