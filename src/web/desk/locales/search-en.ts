import type { searchZh } from './search-zh.ts'

export const searchEn: typeof searchZh = {
  title: 'Search',
  label: 'Words to look for',
  placeholder: 'Words of titles, texts and answers; in quotes as they stand',
  says: 'Looks through titles, texts, claims, answers and documents of the petitions that are yours to see. What accusations say is not searched.',
  goesOn: 'Progress',
  goesOns: { open: 'Going on', ended: 'Ended' },
  until: 'Registered until',
  count: (atLeast: number, isMore: boolean) =>
    isMore ? `${atLeast}+; the newest ${atLeast} are ranked` : `${atLeast} found`,
  sought: (words: string) => `Looked for: ${words}`,
  inAnswer: 'Answer: ',
  inAsked: 'Text: ',
  none: 'Nothing found',
  noneSays: 'Every word must be there. Take some out, or ask for less.',
  nothingAsked: 'There is no word to look for',
  nothingAskedSays: 'Type words of two signs or more; marks and single signs are not searched.',
  start: 'Type what you look for',
  person: 'To find somebody’s petitions, search the register by name, telephone or ID number.',
  personGo: 'Search the register',
  byNumber: 'The petition with this number',
  organs: 'Organs of that name; only what they hold: ',
}
