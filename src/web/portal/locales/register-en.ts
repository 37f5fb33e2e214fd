/** What the page about the register says, in English. */
import type { RegisterWords } from './register-zh.ts'

export const registerEn: RegisterWords = {
  title: 'The register',
  lead: 'Every record that the office makes of a petition takes one line in this public register.',
  explains: [
    'A line is only a code: it says neither who nor what. Whoever has the evidence file finds their own line by it.',
    'The register can only grow. A line that is changed, taken out or moved is found out.',
    'Every little while the office signs the whole register, and says how many lines it has.',
    'Witnesses (other bodies, schools, people) look at it and sign too, so that the office cannot show different people different registers.',
    'The register proves that records were not altered. It does not prove that a matter was handled well.',
  ],
  now: 'The register now',
  size: 'Entries',
  entries: (count: number) => `${count}`,
  published: 'Last signed',
  waiting: 'Waiting to be entered',
  waitingMany: '10,000 or more',
  origin: 'Its name',
  none: 'The register has not been signed yet. Within a minute of the first record it will be.',
  faultsTitle: 'Something is wrong with the register',
  faultsLead: 'Until this is cleared up, keep your receipt and evidence. They remain good.',
  keysTitle: 'Public keys: what signatures are told by',
  keysLead:
    'They tell whether it was this office that signed. Copy them, print them, have them printed in a newspaper: the more people know them, the less can anybody pose as the office.',
  keyLog: 'Key of the register',
  keyReceipts: 'Key of receipts',
  copy: 'Copy all keys',
  copied: 'Copied',
  copyFailed: 'Could not copy; write it down or take a screenshot',
  save: 'Save the keys',
  print: 'Print as a poster',
  poster: (origin: string) => `Keys to check receipts with (${origin})`,
  posterHint: 'Open the checking page, choose your receipt, enter these keys: it says whether this office signed it.',
  witnessesTitle: 'Witnesses',
  noWitnesses:
    'There is no witness yet. Then it takes people who compare their evidence files to find out whether the office keeps two registers.',
  seen: (size: number, when: string) => `Seen ${when}, with ${size} entries`,
  notSeen: 'Has not looked yet',
  checkTitle: 'How to check',
  check: [
    'Download the evidence file on the follow page, under “Proof”.',
    'Open the checking page, choose the file and enter the public keys: best those from a newspaper, a poster or a lawyer.',
    'Checked together with other people’s files, it shows whether the register contradicts itself.',
  ],
  checking: 'Open the checking page',
  savePage: 'Save the checking page',
  checkpoint: 'The last signed state, word for word',
  checkpointHint: 'Copy it and keep it somewhere. Every later register must continue it.',
  witnessTitle: 'How to become a witness',
  witness: [
    'Any body and any person may. It takes a computer on the network that keeps running: its program looks at the register, makes sure that it only grew, and signs.',
    'The formats are public (C2SP tlog-tiles, tlog-witness), so existing programs will do; this software has one too.',
    'Tell the office your witness key and address, and publish the key on your own site, so that nobody need take the office’s word for it.',
  ],
  gapsTitle: 'Losses that were declared',
  gapsLead:
    'Records lost when a machine failed or an old backup was put back. Their lines are still in the register, their content is gone. The office must declare this and cannot pass over it.',
  gap: (day: string, first: number, last: number, lost: number) =>
    `Declared on ${day}: of entries ${first} to ${last}, ${lost} are lost`,
  again: 'Refresh',
}
