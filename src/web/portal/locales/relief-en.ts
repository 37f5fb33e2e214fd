import type { ReliefWords } from './relief-zh.ts'

/** Relief of which the person was told. */
export const reliefEn: ReliefWords = {
  title: 'Help in hardship',
  lead: 'Whoever lives in hardship can apply for social relief, and for judicial relief where its conditions are met. Whether you wish it you say, and you can change it at any time.',
  never:
    'Relief has nothing to do with your petition: it does not and may not depend on withdrawing it or giving it up. Your petition and its days go on.',
  none: 'Nobody has told you of relief yet.',
  open: 'See what it is, and say whether you wish it',
  by: (organ, day) => `Told by ${organ} on ${day}`,
  wished: (day) => `On ${day} you said that you wish it`,
  declined: (day) => `On ${day} you said that you do not wish it`,
  helped: (day, what) => `Helped to apply on ${day}: ${what}`,
  handed: (day, organ, due) => `On ${day} handed to ${organ}, to be done by ${due}`,
  decided: (day, outcome) => `Result on ${day}: ${outcome}`,
  steps: 'How far it has come',
  what: 'You can',
  back: 'Back to help in hardship',
  sure: 'It is kept, and the office that told you can see it.',
  sent: 'It is written down.',
  needed: 'Please fill this in',
  acts: { answer: 'Say whether I wish it', outcome: 'There is a result' },
  wishes: 'Do you wish to apply for it',
  yes: 'I wish it',
  no: 'I do not wish it',
  note: 'What you want to say',
  receivedOn: 'Day on which you heard of it',
  outcome: 'Result',
  text: 'What was decided',
  source: 'How you know',
  sources: { ownWord: 'I know it myself', paperShown: 'I have a paper' },
  dayHint: 'For example 2026-11-23',
}
