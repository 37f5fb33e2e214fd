/** What no pack may loosen of supervision, proposals and assessment: each is refused in words, with the place where it stands. */
import { describe, expect, it } from 'vitest'
import type { PackFault } from '../law/pack-file.ts'
import { lawFrom, readLaws, readPackFile, shippedPacks } from './pack-reading.ts'
import { looseningOf } from './pack-safeguards.ts'
import { law as national } from './world.ts'

const header = {
  ...{ id: 'cn-somewhere', version: '1', name: { zh: '某省', en: 'Somewhere' }, over: 'cn-2022@1' },
  ...{ regions: ['99'], inForceFrom: '2026-01-01' },
}

/** As it would come in a file of an office. */
function faultsOf(rows: object): readonly PackFault[] {
  const file = readPackFile(JSON.stringify({ ...header, rows }))
  const law = file.ok ? lawFrom(file.value, [national]) : file
  return law.ok ? [] : law.error
}
const orders = (kind: string, row: object | null) => faultsOf({ 'supervision.orders': { [kind]: row } })
const proposals = (kind: string, row: object | null) => faultsOf({ proposals: { [kind]: row } })

describe('信访工作条例 art. 38–40, docs/adr/0030: a pack cannot make of an order a paper, and is refused that', () => {
  it.each([
    ['closes 责令整改 against nothing', 'rectification', { needsCriteria: false }],
    ['takes off the list against nothing', 'listed', { needsCriteria: false }],
    ['closes a follow-up before anything was carried out', 'followUp', { untilExecuted: false }],
    ['lets one organ answer for a joint order', 'joint', { severalOrgans: false }],
    ['closes 约谈 without the interview', 'interview', { inspection: null }],
    ['closes 约谈 by a visit', 'interview', { inspection: 'onSite' }],
    ['closes an inspection on the spot without a visit', 'onSite', { inspection: null }],
  ])('%s', (_, kind, row) => {
    expect(orders(kind, row)).toEqual([
      {
        at: `supervision.orders.${kind}`,
        en: 'can be closed with less than the house asks for',
        zh: '结办条件不得低于本系统的规定',
      },
    ])
  })

  it.each([
    ['asks for more', 'urging', { needsCriteria: true }],
    ['has others open it', 'interview', { openers: ['conference', 'bureau'] }],
    ['does not know it', 'special', null],
    ['shows it on the board', 'rectification', { isPublic: true }],
  ])('and is taken where it %s', (_, kind, row) => {
    expect(orders(kind, row)).toEqual([])
  })

  it('nor has an opener, or something found, that the house does not know', () => {
    expect(orders('urging', { openers: ['organ'] }).map(({ at }) => at)).toEqual([
      'supervision.orders.urging.openers.0',
    ])
    expect(orders('urging', { openers: [] }).map(({ at }) => at)).toEqual(['supervision.orders.urging.openers'])
    const found = { petitionsOften: { trigger: 'other', basis: 'R22 40.1', liability: null, atLeast: 3 } }
    expect(faultsOf({ 'supervision.findings': found }).map(({ at }) => at)).toEqual(['supervision.findings'])
    const byPerson = { sameMatterAgain: { per: 'petitioner' } }
    expect(faultsOf({ 'supervision.findings': byPerson }).map(({ at }) => at)).toEqual([
      'supervision.findings.sameMatterAgain',
    ])
  })
})

describe('信访工作条例 art. 40, docs/adr/0032: a pack does not send to whom it is about what is proposed against them, and is refused that', () => {
  const fault = {
    en: 'goes only to whoever stands over those whom it is about',
    zh: '只能向有管理权限的机关提出',
  }
  it.each([
    ['sends it to the organ concerned', 'holdToAccount', { to: ['organConcerned'] }],
    ['sends it to the organ concerned too', 'holdToAccount', { to: ['inAuthority', 'organConcerned'] }],
    ['sends it to the committee, whoever it is about', 'holdToAccount', { to: ['ownParty'] }],
    [
      'names nobody whom it may be about, and so sends it anywhere',
      'holdToAccount',
      { to: ['organConcerned'], against: [] },
    ],
    ['holds people to account in what goes to their organ', 'improveWork', { against: ['people'] }],
    ['holds organs to account in what goes to the government', 'improvePolicy', { against: ['organs'] }],
  ])('%s', (_, kind, row) => {
    expect(proposals(kind, row)).toEqual([{ at: `proposals.${kind}.to`, ...fault }])
  })

  it.each([
    ['holds only people to account', 'holdToAccount', { against: ['people'] }],
    ['does not know it', 'improvePolicy', null],
    ['sends an improvement to the government too', 'improveWork', { to: ['organConcerned', 'ownGovernment'] }],
  ])('and is taken where it %s', (_, kind, row) => {
    expect(proposals(kind, row)).toEqual([])
  })
})

describe('Everything that a pack loosens', () => {
  it('is said at once, not the first alone', () => {
    const faults = faultsOf({
      'supervision.orders': { listed: { needsCriteria: false } },
      proposals: { holdToAccount: { to: ['ownParty'] } },
      indicators: { answeredInTime: { denominator: ['inTime', 'late'] } },
    })
    expect(faults.map(({ at }) => at)).toEqual([
      'supervision.orders.listed',
      'indicators.answeredInTime.denominator',
      'proposals.holdToAccount.to',
    ])
  })

  it('is in none of the packs that are shipped', async () => {
    for (const law of (await readLaws([shippedPacks])).all) expect(looseningOf(law, national), law.id).toEqual([])
  })
})
