import type { FollowedWords } from './followed-zh.ts'
import { referredEn } from './referred-en.ts'
import { reliefEn } from './relief-en.ts'

export const followedEn: FollowedWords = { referred: referredEn, relief: reliefEn }
