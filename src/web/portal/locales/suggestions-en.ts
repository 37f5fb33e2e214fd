import type { SuggestionsWords } from './suggestions-zh.ts'

/** Calls for suggestions: fetched when somebody opens them. */
export const suggestionsEn: SuggestionsWords = {
  title: 'Calls for suggestions',
  lead: 'Offices want to hear from you. Anybody can answer, without an account. Each suggestion is registered, studied and replied to, and what changed is published here.',
  open: 'Open now',
  over: 'Over',
  noneOpen: 'Nothing is asked just now. You can always make another suggestion.',
  noneOver: 'None yet.',
  changes: 'What changed because of suggestions',
  noChanges: 'Nothing yet.',
  more: 'Earlier ones',
  anyTime: 'Suggest something else',
  by: (organ: string) => `Asked by: ${organ}`,
  until: (day: string) => `Until ${day}`,
  from: (day: string) => `From ${day}`,
  ended: (day: string) => `Ended on ${day}`,
  questions: 'What we ask you',
  places: (places: string) => `Places: ${places}`,
  answeredBy: (organs: string) => `Who studies and replies: ${organs}`,
  suggest: 'Make a suggestion',
  suggestLead:
    'You are given a number and a key, by which you see who studies it and the reply. You need not give your name.',
  report: 'What came of it',
  received: 'Received',
  wholly: 'Adopted',
  partly: 'Adopted in part',
  notAdopted: 'Not adopted',
  elsewhere: 'Ended otherwise',
  pieces: (count: number) => `${count}`,
  rule: 'Basis: Regulations on the Work of Letters and Visits, article 29.',
  missing: 'There is no such call, or it is not published.',
}
