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

/** What a witness keeps of a log: the first ones show that it said two things, the last shows nothing by itself. */
export const refusals = {
  'split-view': {
    zh: '同一长度有两个不同的登记簿：登记簿向不同的人出示了不同的内容',
    en: 'two registers of one length: different people were shown different records',
  },
  inconsistent: {
    zh: '后来的登记簿不是在先前的基础上续写的：先前的记录被改动或删去',
    en: 'the later register does not continue the earlier one: earlier records were altered or taken out',
  },
  rollback: {
    zh: '公布的登记簿比先前的短：记录被收回，或者恢复了旧的备份',
    en: 'the register published is shorter than before: records were taken back, or an old backup was restored',
  },
  'empty-root': {
    zh: '空登记簿的根值不对',
    en: 'an empty register with a root that no empty register has',
  },
  unproven: {
    zh: '送来的证明不成立；可能只是送的人弄错了，单凭这一条不能说明什么',
    en: 'the proof that was sent does not hold; perhaps the sender erred, and by itself this shows nothing',
  },
} as const satisfies Record<string, Bilingual>

export type RefusalKind = keyof typeof refusals

/** Whether a kept refusal accuses the log. */
export const accuses = (kind: RefusalKind): boolean => kind !== 'unproven'

/** What may be wrong with a log that is looked at. */
export const logFaults = {
  'not-reachable': { zh: '登记簿取不到', en: 'the register cannot be fetched' },
  malformed: { zh: '公布的检查点不合规范', en: 'what is published as a checkpoint is none' },
  'unknown-log': {
    zh: '不认识这个登记簿：没有它的公钥',
    en: 'this register is not known here: there is no key for it',
  },
  unsigned: { zh: '检查点没有登记簿的签名', en: 'the checkpoint is not signed by the register' },
  forged: { zh: '检查点上登记簿的签名是假的', en: 'the signature of the register on the checkpoint is forged' },
  'forged-witness': { zh: '检查点上见证方的签名是假的', en: 'the signature of a witness on the checkpoint is forged' },
  unwitnessed: { zh: '检查点没有该见证方的联署', en: 'the checkpoint is not co-signed by a witness that should have' },
  rollback: refusals.rollback,
  'split-view': refusals['split-view'],
  inconsistent: refusals.inconsistent,
  'file-missing': { zh: '登记簿缺文件', en: 'files of the register are missing' },
  'tiles-differ': {
    zh: '公布的哈希与签名的根值不符',
    en: 'the hashes published do not lead to the root that was signed',
  },
  'entries-differ': {
    zh: '公布的记录与签名的根值不符：有记录被改动、调换或删去',
    en: 'the records published do not lead to the root that was signed: some were altered, swapped or taken out',
  },
  stale: { zh: '登记簿久未更新', en: 'the register has not grown for long' },
} as const satisfies Record<string, Bilingual>

export type LogFaultKind = keyof typeof logFaults
