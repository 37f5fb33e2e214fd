import type { teamZh } from './team-zh.ts'

/** The team. */
export const teamEn: typeof teamZh = {
  title: 'Team',
  secondments: {
    title: 'Secondments',
    says: 'Organs send young and newly recruited cadres to petition bureaus to learn (Regulations on Petition Work, art. 16): both agree, a mentor is named, they are evaluated midway and at the end, and return.',
    state: 'State',
    propose: 'Propose a secondment',
    none: {
      proposed: 'Nobody is proposed',
      serving: 'Nobody is seconded now',
      over: 'No secondment is over',
    },
    noneSays:
      'Whoever leads an organ proposes one of its people to a petition bureau. You see your own secondment, those you mentor, and those of the organ you lead.',
    due: 'Next limit',
    outcome: 'Outcome',
    person: 'Person',
    home: 'Sent by',
    host: 'Received by',
    post: 'Post',
    from: 'First day',
    until: 'Last day',
    termTitle: 'Term',
    term: (from: string, until: string) => `${from} to ${until}`,
    fromTo: (home: string, host: string) => `${home} → ${host}`,
    mentor: 'Mentor',
    purpose: 'What they are to learn and to do',
    dialog: {
      follows:
        'Whoever leads the bureau sees it and answers within fifteen days. Once they agree, the house opens a post there for the account for the term, and it ends by itself.',
      purposeSays: 'They are evaluated by it midway and at the end.',
    },
    page: {
      title: (name: string, host: string) => `${name}, seconded to ${host}`,
      evaluations: 'Evaluations',
      noEvaluations: 'None yet.',
      by: (name: string, day: string) => `${name}, ${day}`,
      declined: 'Did not come about',
      ended: 'Ended early',
      endedBy: (organ: string, day: string, until: string) => `${organ}, ${day}; it was to run until ${until}`,
      returned: 'The return',
      who: 'Arrangement',
      middle: 'Middle of the term',
      accountPost: 'Post of the account',
      noPost: 'None',
      postRuns: (from: string, until: string | null) => (until === null ? `From ${from}` : `${from} to ${until}`),
      firewall: (home: string) =>
        `While seconded, they neither see nor handle what accuses ${home} or names one of its officials (Regulations, art. 28 and 30).`,
      history: 'History',
    },
    follows: {
      agree:
        'The house opens a post in your bureau for the account for the term. The limits for both evaluations and the return begin.',
      decline: 'It goes no further; the organ that proposed it sees the reason.',
      withdraw: 'It goes no further; the bureau sees the reason.',
      mentor: 'The new mentor sees the secondment and may evaluate.',
      evaluate: 'The person, the mentor and whoever leads either organ read it. It is not changed afterwards.',
      end: 'The post of the account ends on the last day that you choose. What has not begun did not come about.',
      return: 'The secondment is over; what you write stays on record.',
    },
    fields: {
      reason: 'Reason',
      last: 'Last day',
      kind: 'Evaluation',
      grade: 'Grade',
      words: 'What is said of them',
      report: 'How they returned',
    },
  },
}
