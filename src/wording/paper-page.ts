/** What a page says of itself, beside what its form says. */
import { say } from './bilingual.ts'

export const pageWords = {
  numberPending: say('（文号编排中）', '(number to follow)'),
  draft: say(
    '（草稿：尚无记录在案的印发行为，不具文号）',
    '(Draft: nothing recorded issues it, and it bears no number)',
  ),
  readingCopy: say('（阅读件）', '(Reading copy in English. The Chinese text is the official one.)'),
  approver: say('签发人：', 'Approved by: '),
  seal: say('（印章）', '(seal)'),
  partiesSign: [
    say('当事人签名：', 'Signed by the parties:'),
    say('主持人、记录人签名：', 'Signed by whoever presided and kept the record:'),
  ],
  servedSigns: [
    say('受送达人（代收人）签名或者盖章：', 'Signature or seal of whoever received it:'),
    say('送达人签名：', 'Signature of whoever served it:'),
  ],
} as const
