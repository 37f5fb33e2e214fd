import type { reliefZh } from './relief-zh.ts'

/** Help in hardship (帮扶救助). */
export const reliefEn: typeof reliefZh = {
  title: 'Help in hardship',
  begin: 'Tell of relief',
  never:
    'Relief has nothing to do with the petition: it may never depend on withdrawing it or giving it up, and the petition and its days go on.',
  tell: {
    person: 'Which petitioner',
    kind: 'Which relief',
    telling: 'How they are told',
    text: 'What they were told: who gives it, how to apply',
  },
  by: (organ, day) => `Told by ${organ} on ${day}`,
  answered: (day, wish, how) => `${day}: ${wish} (${how})`,
  wish: { yes: 'Wished', no: 'Not wished' },
  helped: (day) => `Helped to apply on ${day}: `,
  handed: (organ, due) => `Handed to ${organ}, by ${due}: `,
  outcome: (day, result, how) => `Result on ${day}: ${result} (${how})`,
  dialog: {
    wishes: 'What the petitioner wishes',
    record: 'Attach the record that the petitioner signed.',
    note: 'Note',
    helpedOn: 'Helped on',
    helped: 'What was done to help',
    what: 'What is asked of it',
    organ: 'Which organ',
    due: 'By which day',
    receivedOn: 'Heard of on',
    result: 'Result',
    text: 'What was decided',
    source: 'From where it is known',
  },
  follows: {
    tell: 'The petitioner hears of it, reads it with number and key, and says whether they wish it.',
    answer: 'Written down from a record that the petitioner signed; they may say otherwise at any time.',
    help: 'The petitioner sees it.',
    'hand-on': 'It becomes a task of that organ, which yours closes; it sees nothing else of the petition.',
    outcome: 'The petitioner sees it. Whoever disagrees turns to what the rules of relief offer.',
  },
}
