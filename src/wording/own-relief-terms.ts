/** What a petitioner reads of help in hardship (帮扶救助): few terms, so that they weigh little on a telephone. */
import type {
  ReliefKind,
  ReliefOutcome,
  ReliefSource,
  ReliefStage,
  ReliefTelling,
  ReliefWord,
} from '../mediation/relief/relief.ts'
import type { Bilingual } from './bilingual.ts'

export const ownReliefTerms = {
  reliefKind: {
    social: { zh: '社会救助', en: 'Social relief' },
    judicial: { zh: '国家司法救助', en: 'Judicial relief' },
  } satisfies Record<ReliefKind, Bilingual>,

  reliefTelling: {
    paper: { zh: '书面告知', en: 'In writing' },
    byWord: { zh: '口头告知', en: 'By word of mouth' },
  } satisfies Record<ReliefTelling, Bilingual>,

  reliefStage: {
    told: { zh: '已告知，等待本人表示', en: 'Told; to be answered' },
    wished: { zh: '本人愿意', en: 'Wished' },
    declined: { zh: '本人不需要', en: 'Not wished' },
    helped: { zh: '已帮助申请', en: 'Helped to apply' },
    handed: { zh: '已交有关单位办理', en: 'With the organ that gives it' },
    ended: { zh: '已有结果', en: 'Result' },
  } satisfies Record<ReliefStage, Bilingual>,

  reliefWord: {
    key: { zh: '本人凭查询码表示', en: 'said with the key' },
    signedRecord: { zh: '本人签名的笔录', en: 'on a record that they signed' },
  } satisfies Record<ReliefWord, Bilingual>,

  reliefOutcome: {
    granted: { zh: '给予救助', en: 'Granted' },
    partly: { zh: '部分给予', en: 'Granted in part' },
    rejected: { zh: '不符合条件', en: 'Not granted' },
    other: { zh: '其他', en: 'Other' },
  } satisfies Record<ReliefOutcome, Bilingual>,

  reliefSource: {
    ownWord: { zh: '本人所述', en: 'The petitioner’s word' },
    paperShown: { zh: '出示的文书', en: 'A paper that was shown' },
    organ: { zh: '救助单位告知', en: 'The organ that gives it' },
  } satisfies Record<ReliefSource, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>
