/** What is said of those who watch the log: why a witness has not co-signed, and what is wrong with a log that is watched. */
import type { Bilingual } from './bilingual.ts'

/** Why a witness has not co-signed what it was asked to. The last three are alarms: two histories were shown, or may have been. */
export const witnessFaults = {
  away: { zh: '没有应答', en: 'does not answer' },
  'unknown-log': { zh: '不认识本登记簿：请对方添加本处公钥', en: 'does not know this register: ask it to add the key' },
  refused: { zh: '不承认本登记簿的签名', en: 'does not accept the signature of this register' },
  'strange-answer': { zh: '应答不合规范', en: 'answers in no way that the protocol knows' },
  'bad-signature': { zh: '应答中没有它的有效签名', en: 'answers without a good signature of its own' },
  'wrong-clock': { zh: '它的时钟不准，联署未予采用', en: 'has a wrong clock; its signature was not taken' },
  unproven: {
    zh: '本处无法证明登记簿是在它所见之上续写的：登记簿文件缺失或损坏',
    en: 'cannot be shown that the register continues what it has seen: files of the register are missing or damaged here',
  },
  ahead: {
    zh: '它见过的登记簿比本处现有的更长：记录可能被删减或回退',
    en: 'has seen a longer register than there is here: entries may have been removed, or an old state restored',
  },
  conflict: {
    zh: '它见过的登记簿与本处现有的不一致：记录可能被改动',
    en: 'has seen another register than there is here: entries may have been altered',
  },
} as const satisfies Record<string, Bilingual>

export type WitnessFaultKind = keyof typeof witnessFaults

/** The faults that must be shown loudly, and that only a co-signature makes good again. */
export const isAlarm = (kind: WitnessFaultKind): boolean => ['unproven', 'ahead', 'conflict'].includes(kind)
