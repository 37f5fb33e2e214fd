import type { summaryZh } from './summary-zh.ts'

export const summaryEn: typeof summaryZh = {
  title: 'On one page',
  madeOn: (day) => `Made from what is recorded up to ${day}. It names nobody and gives nobody’s number.`,
  sealed: {
    identity: 'Who petitions is sealed and not shown here.',
    accusation: 'What is accused is sealed and not shown here.',
  },
  asks: 'What is asked',
  notAnswered: 'Not answered yet',
  about: 'Complains of',
  stands: 'Where it stands',
  holder: (organ) => `With ${organ}`,
  headcount: (count) => (count === 1 ? '1 person' : `${count} people`),
  clocks: 'Time limits that run',
  noClocks: 'No time limit runs.',
  extendable: (day) => `may by law be extended to ${day} at most`,
  done: 'What was done',
  leftOut: (count) => `${count} in between left out`,
  linked: 'Linked petitions',
  similar: 'Similar petitions',
  allows: 'What the law says',
  allowsKind: { owed: 'Owed', right: 'The petitioner may', outcome: 'It can end as', procedure: 'Another procedure' },
  until: (day) => `until ${day}`,
}
