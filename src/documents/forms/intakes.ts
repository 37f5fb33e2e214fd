/** Papers of a centre's window: that somebody was taken in, and how they were led on (一窗受理: practice, docs/adr/0056). */
import { decided } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

/** Neither names whoever came: a slip lies about. The key is on neither, because the house itself cannot read it. */
const byNumberAndKey = {
  is: 'paragraph',
  text: say(
    '凭接待编号和当面交付的查询码，可以在网上“中心接待查询”看到办理情况，也可以到窗口询问。接待不收取任何费用。',
    'With the number of the visit and the key that was handed over, what was done can be read on the portal under “Your visit to a mediation centre”; or ask at the window. Nothing of this costs anything.',
  ),
} as const

const ofFreeWill = {
  is: 'paragraph',
  text: say(
    '调解由当事人自愿；拒绝调解，不影响信访、仲裁、行政复议、诉讼等任何法定途径。',
    'Mediation is of the parties’ own free will; refusing it takes away no petition, arbitration, reconsideration, litigation or any other way of the law.',
  ),
} as const

export const intakes = {
  visitSlip: {
    title: say('接待受理凭单', 'Slip of a visit'),
    head: 'red',
    numberClass: '接待',
    basis: decided('0056'),
    from: 'IntakeRecorded',
    signed: 'organ',
    to: null,
    blocks: [{ is: 'table', rows: ['visit', 'brought', 'receivedOn', 'organ'] }, byNumberAndKey, ofFreeWill],
    required: [
      { part: 'visit', basis: decided('0056') },
      { part: 'brought', basis: decided('0056') },
      { part: 'receivedOn', basis: decided('0056') },
    ],
    readableBy: 'organs',
  },
  leadSlip: {
    title: say('接待办理告知单', 'What was done with a visit'),
    head: 'red',
    numberClass: '接告',
    basis: decided('0056'),
    from: 'IntakeLed',
    signed: 'organ',
    to: null,
    blocks: [
      { is: 'table', rows: ['visit', 'brought', 'led', 'furtherBy', 'furtherUntil', 'where', 'number'] },
      { is: 'prose', part: 'explanation' },
      { is: 'paragraph', when: 'limit', text: say('{limit}', '{limit}') },
      byNumberAndKey,
      ofFreeWill,
    ],
    required: [
      { part: 'visit', basis: decided('0056') },
      { part: 'led', basis: decided('0056') },
      { part: 'explanation', basis: decided('0056') },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
