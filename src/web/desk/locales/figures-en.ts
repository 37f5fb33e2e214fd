import type { FiguresWords } from './figures-zh.ts'

export const figuresEn: FiguresWords = {
  says: 'Published when a month is over: how many petitions all organs have, how far they have come and what is overdue, with an extract of one line a case. What was published stays; it can be corrected, never changed.',
  notYours: 'Figures are published by a leader or an administrator of the highest petition bureau',
  month: 'Month',
  state: 'State',
  notYet: 'Not published',
  published: (editions) =>
    editions === 1 ? 'Published' : `Published, corrected ${editions === 2 ? 'once' : `${editions - 1} times`}`,
  preview: 'Preview',
  publish: 'Publish',
  publishNow: (month) => `Publish the figures of ${month}`,
  correct: 'Correct',
  correctNow: (month) => `Correct the figures of ${month}`,
  reason: 'Why',
  follows: 'Anybody can download them and count them again, and they cannot be taken back.',
  correctFollows:
    'Counted again by the records as they are now, and published as a further edition; the one before stays.',
  done: (cases) => `Published: ${cases} cases`,
  open: 'Public page',
  counting: 'Counting…',
  cases: 'Open in the month, or ended in it',
  inMonth: 'Registered in it',
  openCases: 'Open when it ended',
  ended: 'Ended in it',
  unsaid: 'In the total only (too few of a kind)',
  overdue: 'Limits overdue',
  organ: 'Organ',
  count: 'Cases',
}
