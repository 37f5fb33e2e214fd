/** What is wrong with the register, in sentences for whoever looks at it: petitioners and passers-by too. */
import { type Bilingual, say } from './bilingual.ts'

/** Why the log has stopped (src/register/log/log-row.ts). */
const faults = {
  'store-ahead': say(
    '公开日志里的条数比数据库里的多：数据库可能恢复成了旧备份，或者有记录被删除。日志已停止，等待查明。',
    'More was published than lies in the database: an old backup may have been put back, or records deleted. The log has stopped until this is cleared up.',
  ),
  'store-differs': say(
    '已经公开的日志与数据库对不上：其中之一被改动过。日志已停止，等待查明。',
    'What was published and what lies in the database are not the same: one of them was changed. The log has stopped until this is cleared up.',
  ),
  'key-changed': say(
    '上一次公布时用的不是本机构现在的密钥。日志已停止，等待查明。',
    'The last checkpoint was signed with another key than the house has now. The log has stopped until this is cleared up.',
  ),
  'entries-missing': say(
    '日志中间缺了几条。日志已停止，等待查明。',
    'Entries are missing from the midst of the log. It has stopped until this is cleared up.',
  ),
} as const

export const explainLogFault = (kind: string): Bilingual =>
  (faults as Readonly<Record<string, Bilingual>>)[kind] ??
  say(`日志已停止（${kind}）。`, `The log has stopped (${kind}).`)

export const logBehind = (seconds: number): Bilingual => {
  const minutes = Math.max(1, Math.round(seconds / 60))
  return say(
    `日志没有跟上：最早一条记录已等待${minutes}分钟。`,
    `The log does not keep up: its oldest record has been waiting for ${minutes} minutes.`,
  )
}
