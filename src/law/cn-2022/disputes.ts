/**
 * Disputes, under the Regulations: art. 15 (3) asks that they are settled where they arise, and says no more. Colours, numbers and days are what
 * ledgers of townships and counties look like (docs/adr/0045); a place that keeps four colours says so in a pack of its own.
 */
import { days } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { DisputeLaw } from '../disputes.ts'

const ours = decided('0045')
const none = { danger: null, peopleAtLeast: null, daysAtLeast: null, spread: null } as const

export const disputes = {
  grades: {
    red: {
      ...{ zh: '红色（重大）', en: 'red: grave', colour: 'red', rank: 1 },
      ...{ danger: 'present', peopleAtLeast: 30, daysAtLeast: null, spread: 'county' },
      ...{ settleWithin: days(30), followUpAfter: days(15), basis: ours },
    },
    yellow: {
      ...{ zh: '黄色（较大）', en: 'yellow: of weight', colour: 'yellow', rank: 2 },
      ...{ danger: 'possible', peopleAtLeast: 5, daysAtLeast: 180, spread: 'township' },
      ...{ settleWithin: days(20), followUpAfter: days(30), basis: ours },
    },
    green: {
      ...{ zh: '绿色（一般）', en: 'green: ordinary', colour: 'green', rank: 3 },
      ...none,
      ...{ settleWithin: days(10), followUpAfter: days(30), basis: ours },
    },
  },
  firstLevels: {
    villageFirst: { level: 'village', categories: [], basis: ours },
    severalVillages: { level: 'township', categories: [], basis: ours },
    severalTownships: { level: 'county', categories: [], basis: ours },
    severalCounties: { level: 'prefecture', categories: [], basis: ours },
    departmentHasDuty: {
      level: 'county',
      categories: [
        'land.requisition',
        'labour.wages',
        'labour.employee-insurance',
        'construction.houses-on-state-land',
      ],
      basis: ours,
    },
    organIsParty: { level: null, categories: [], basis: ours },
    cameAgain: { level: null, categories: [], basis: ours },
    lifeInDanger: { level: 'township', categories: [], basis: ours },
  },
  terms: { returnsAtMost: 1, extensionsAtMost: 2, shareFrom: 10, basis: ours },
} as const satisfies DisputeLaw
