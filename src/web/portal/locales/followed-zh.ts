import { type ReferredWords, referredZh } from './referred-zh.ts'
import { type ReliefWords, reliefZh } from './relief-zh.ts'

/** What only the pages of a followed petition say. */
export interface FollowedWords {
  readonly referred: ReferredWords
  readonly relief: ReliefWords
}

export const followedZh: FollowedWords = { referred: referredZh, relief: reliefZh }
