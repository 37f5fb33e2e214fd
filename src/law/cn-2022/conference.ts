/**
 * The joint conference (信访工作联席会议) as the Regulations have it. How often it meets they leave to the work, and how often a committee hears of
 * it to regularity: those numbers are ours (docs/adr/0041). Signing round without a meeting they do not know at all: that row is practice
 * (docs/adr/0052).
 */
import { article, articleWithoutNumber, decided } from '../basis.ts'
import type { ConferenceLaw } from '../conference.ts'

/** Where there is no conference a township may let its joint meeting of party and government do the same (art. 13 (3)). */
const conferences = ['conference', 'township'] as const

export const conference = {
  meetings: {
    // 根据工作需要召开: the statute gives no number
    plenary: { heldBy: conferences, everyMonths: 12, basis: articleWithoutNumber(12, '0041', 1) },
    working: { heldBy: conferences, everyMonths: null, basis: article(12, 1) },
    special: { heldBy: conferences, everyMonths: null, basis: article(13, 1) },
    // 定期听取: the statute says that it is done regularly, and not how often
    standingCommitteeHearing: { heldBy: ['party'], everyMonths: 6, basis: articleWithoutNumber(9, '0041', 2) },
  },
  items: {
    jurisdiction: { basis: article(24, 1) },
    hardCase: { basis: article(13, 1) },
    crossOrgan: { basis: article(13, 1) },
    policy: { basis: article(12, 1) },
    measure: { basis: article(39, 3) },
    other: { basis: article(12, 2) },
  },
  seats: {
    convenor: { basis: article(13, 1) },
    deputyConvenor: { basis: decided('0041') },
    member: { basis: article(13, 2) },
    office: { basis: article(11, 2) },
  },
  measures: {
    interview: { basis: article(39, 3) },
    listed: { basis: article(39, 3) },
    rectification: { basis: article(39, 3) },
  },
  // a measure against an organ is decided where its members look each other in the face
  circulation: {
    kinds: ['jurisdiction', 'hardCase', 'crossOrgan', 'policy', 'other'],
    atLeastDays: 2,
    basis: decided('0052'),
  },
} as const satisfies ConferenceLaw
