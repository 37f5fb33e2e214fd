/** Every row of joint conferences (docs/adr/0041, docs/adr/0052); test/law-mutants.ts changes each and sees that this turns red. */
import { describe, expect, it } from 'vitest'
import { articleWithoutNumber, type Basis, article as cited, decided } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import {
  conferenceMeasures,
  type ItemKind,
  itemKinds,
  meetingKinds,
  type SeatKind,
  seatKinds,
} from '../law/conference.ts'
import type { PackFile } from '../law/pack-file.ts'
import { lawFrom } from './pack-reading.ts'
import { article } from './spec.ts'
import { law as national } from './world.ts'

const conferences = ['conference', 'township']

article(
  '信访工作条例 art. 9 (2), 12 (1), 13 (1): which meetings are held, by whom and how often (docs/adr/0041)',
  meetingKinds.map((kind) => `conference.meetings.${kind}` as const),
  {
    'regularly where the Regulations say so, with numbers of ours': ({ same, world }) =>
      same(world.law.conference.meetings, {
        plenary: { heldBy: conferences, everyMonths: 12, basis: articleWithoutNumber(12, '0041', 1) },
        working: { heldBy: conferences, everyMonths: null, basis: cited(12, 1) },
        special: { heldBy: conferences, everyMonths: null, basis: cited(13, 1) },
        standingCommitteeHearing: { heldBy: ['party'], everyMonths: 6, basis: articleWithoutNumber(9, '0041', 2) },
      }),
  },
)

const broughtFor: Readonly<Record<ItemKind, Basis>> = {
  jurisdiction: cited(24, 1),
  hardCase: cited(13, 1),
  crossOrgan: cited(13, 1),
  policy: cited(12, 1),
  measure: cited(39, 3),
  other: cited(12, 2),
}
const seatedBy: Readonly<Record<SeatKind, Basis>> = {
  convenor: cited(13, 1),
  deputyConvenor: decided('0041'),
  member: cited(13, 2),
  office: cited(11, 2),
}

article(
  '信访工作条例 art. 11–13, 24, 39: what is brought before it, who sits there, and what it decides against an organ',
  [
    ...itemKinds.map((kind) => `conference.items.${kind}` as const),
    ...seatKinds.map((kind) => `conference.seats.${kind}` as const),
    ...conferenceMeasures.map((measure) => `conference.measures.${measure}` as const),
  ],
  {
    'each by an article of its own': ({ cites }) => {
      for (const kind of itemKinds) cites(`conference.items.${kind}`, broughtFor[kind])
      for (const kind of seatKinds) cites(`conference.seats.${kind}`, seatedBy[kind])
      for (const measure of conferenceMeasures) cites(`conference.measures.${measure}`, cited(39, 3))
    },
    'and three measures': ({ same, world }) =>
      same(Object.keys(world.law.conference.measures), ['interview', 'listed', 'rectification']),
  },
)

article('Signing round without a meeting is practice and no law (docs/adr/0052)', ['conference.circulation'], {
  'for all but measures, and with two days at least': ({ same, world }) =>
    same(world.law.conference.circulation, {
      kinds: ['jurisdiction', 'hardCase', 'crossOrgan', 'policy', 'other'],
      atLeastDays: 2,
      basis: { adr: '0052' },
    }),
})

const packOf = (rows: PackFile['rows']) =>
  lawFrom(
    {
      ...{ id: 'cn-test', version: '1', name: { zh: '试', en: 'test' }, note: null, over: 'cn-2022@1' },
      ...{ regions: ['9901'], inForceFrom: '2022-05-01', inForceUntil: null, rows },
    } as PackFile,
    [national],
  )

describe('A pack says how often its conferences meet', () => {
  it('in numbers of its own, with the rest as it is', () => {
    const laid = packOf({
      'conference.meetings': { plenary: { everyMonths: 3, basis: 'R22 12.1 ADR 0041' }, working: { everyMonths: 1 } },
      'conference.circulation': { kinds: ['policy'], atLeastDays: 5 },
      'conference.measures': { listed: null },
    })
    expect(laid).toMatchObject({ ok: true })
    const { conference } = laid.ok ? laid.value : cn2022
    expect(conference.meetings.plenary).toMatchObject({
      everyMonths: 3,
      heldBy: conferences,
      basis: { article: 12, adr: '0041', adds: 'number' },
    })
    expect(conference.meetings.working.everyMonths).toBe(1)
    expect(conference.circulation).toMatchObject({ kinds: ['policy'], atLeastDays: 5, basis: { adr: '0052' } })
    expect(Object.keys(conference.measures)).toEqual(['interview', 'rectification'])
    expect(conference.items).toEqual(cn2022.conference.items)
  })

  it.each(['plenary', 'standingCommitteeHearing'])('and never not at all: %s', (kind) => {
    expect(packOf({ 'conference.meetings': { [kind]: { everyMonths: null } } })).toMatchObject({
      ok: false,
      error: [{ at: `conference.meetings.${kind}` }],
    })
  })

  it.each([
    ['a meeting of a village', { 'conference.meetings': { working: { heldBy: ['village'] } } }],
    ['a conference without members', { 'conference.seats': { member: null } }],
    ['a round for which nobody has a day', { 'conference.circulation': { atLeastDays: 0 } }],
    ['a measure that no law knows', { 'conference.measures': { detain: { basis: 'ADR 0052' } } }],
  ])('and never %s', (_, rows) => expect(packOf(rows as PackFile['rows'])).toMatchObject({ ok: false }))
})
