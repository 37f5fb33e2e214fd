import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import {
  type Administrator,
  documentCodeOf,
  nameOnDay,
  type Organ,
  type OrganCommand,
  type OrganCommandBody,
  type OrganFact,
  type OrganPlace,
  type OrganRefusal,
  type OrganWorld,
} from './organ.ts'
import { administers, decideOrgan } from './organ-decide.ts'
import { evolveOrgan } from './organ-evolve.ts'
import { OrganTree } from './organ-tables.ts'

const id = (text: string) => text as OrganId
const on = day('2026-11-23')
const name = (zh: string) => ({ zh, en: zh })
const house: Administrator = { kind: 'system', task: 'test' }
const staffOf = (organ: string): Administrator => ({ kind: 'staff', account: 'a1', organ: id(organ) })

function organ(text: string, place: Partial<OrganPlace> & Partial<Organ> = {}): Organ {
  return {
    ...{ id: id(text), name: name(text), kind: 'department', level: 'county', region: '990101' },
    ...{ parent: null, leadBy: null, state: 'active', successors: [] },
    ...{ openedOn: on, lastActOn: on, acts: 1, formerNames: [], documentCode: null },
    ...place,
  }
}

// A city with its bureau; two counties; in the first a department led from the city, and a township.
const organs = [
  organ('city', { kind: 'government', level: 'prefecture', region: '9901' }),
  organ('city-bureau', { kind: 'bureau', level: 'prefecture', region: '9901', parent: id('city') }),
  organ('city-water', { level: 'prefecture', region: '9901', parent: id('city') }),
  organ('east', { kind: 'government', parent: id('city') }),
  organ('east-bureau', { kind: 'bureau', parent: id('east') }),
  organ('east-water', { parent: id('east'), leadBy: id('city-water') }),
  organ('town', { kind: 'township', level: 'township', region: '990101100', parent: id('east') }),
  organ('west', { kind: 'government', region: '990102', parent: id('city') }),
  organ('gone', { state: 'merged', successors: [id('east-water')], parent: id('east') }),
]
const tree = new OrganTree(organs)
const codeOwner = (code: string) => tree.codeOwner(code)
const world: OrganWorld = {
  organs: tree,
  codeOwner,
  administrators: { here: 0, elsewhere: 1 },
  isAdministered: false,
}
const stateOf = (text: string) => organs.find((each) => each.id === text) ?? null

const decide = (of: string, body: OrganCommandBody, by: Administrator = house, inWorld = world) =>
  decideOrgan(stateOf(of), { ...body, on, by } as OrganCommand, inWorld)
const facts = (of: string, body: OrganCommandBody, by?: Administrator): readonly OrganFact[] => {
  const decided = decide(of, body, by)
  if (!decided.ok) throw new Error(decided.error.kind)
  return decided.value
}
const refusal = (of: string, body: OrganCommandBody, by?: Administrator, inWorld?: OrganWorld): OrganRefusal => {
  const decided = decide(of, body, by, inWorld)
  if (decided.ok) throw new Error('not refused')
  return decided.error
}

const newWater: Extract<OrganCommandBody, { type: 'OpenOrgan' }> = {
  ...{ type: 'OpenOrgan', id: id('west-water'), name: name('西县水利局'), kind: 'department', level: 'county' },
  ...{ region: '990102', parent: id('west'), leadBy: id('city-water') },
}
const moved = (place: Partial<Pick<OrganPlace, 'region' | 'parent' | 'leadBy'>>): OrganCommandBody => ({
  ...{ type: 'MoveOrgan', region: '990101', parent: id('east'), leadBy: id('city-water') },
  ...place,
})

describe('opening an organ', () => {
  it('says who it is and where it stands', () => {
    const { type, ...rest } = newWater
    expect(facts('west-water', newWater)).toEqual([{ type: 'OrganOpened', on, ...rest }])
  })
  it.each<[string, Partial<typeof newWater>, OrganRefusal]>([
    ['an id that is taken', { id: id('east') }, { kind: 'organ-exists' }],
    ['a superior that nobody knows', { parent: id('nowhere') }, { kind: 'unknown-organ', organ: id('nowhere') }],
    ['a profession that nobody knows', { leadBy: id('nowhere') }, { kind: 'unknown-organ', organ: id('nowhere') }],
    [
      'a superior that has ended',
      { parent: id('gone') },
      { kind: 'organ-not-active', organ: id('gone'), successors: [id('east-water')] },
    ],
    ['itself as superior', { parent: id('west-water') }, { kind: 'under-itself' }],
    [
      'a superior of a lower level',
      { parent: id('town'), region: '990101100' },
      { kind: 'superior-too-low', superior: id('town'), level: 'township' },
    ],
    [
      'a place outside the superior’s',
      { parent: id('east') },
      { kind: 'outside-the-superior-region', superior: id('east'), region: '990101' },
    ],
  ])('is refused with %s', (_, change, expected) => {
    const body = { ...newWater, ...change }
    expect(refusal(body.id, body)).toEqual(expected)
  })
  it('lets the profession lead from another region, but no superior of the same place be one level lower', () => {
    expect(facts('west-water', { ...newWater, leadBy: id('east-water') })).toHaveLength(1)
  })
  it('of an organ without a superior is for the house alone', () => {
    const top = { ...newWater, parent: null }
    expect(refusal('west-water', top, staffOf('city'))).toEqual({ kind: 'outside-your-organs' })
    expect(facts('west-water', top)).toHaveLength(1)
  })
})

describe('moving an organ', () => {
  it('changes its place', () => {
    const body = moved({ region: '990102', parent: id('west') })
    expect(facts('east-water', body)).toEqual([
      { type: 'OrganMoved', on, region: '990102', parent: id('west'), leadBy: id('city-water') },
    ])
  })
  it('never makes a circle', () => {
    expect(refusal('city', { ...moved({ region: '99', parent: id('east'), leadBy: null }) })).toMatchObject({
      kind: 'superior-too-low',
    })
    const under = organ('city-water-office', { level: 'prefecture', region: '9901', leadBy: id('city-water') })
    const inWorld = { ...world, organs: new OrganTree([...organs, under]) }
    const body = { type: 'MoveOrgan', region: '9901', parent: id('city'), leadBy: under.id } as const
    expect(refusal('city-water', body, house, inWorld)).toEqual({ kind: 'under-itself' })
  })
  it('is refused when nothing changes', () => {
    expect(refusal('east-water', moved({}))).toEqual({ kind: 'nothing-changes' })
  })
  it('needs both the old superior and the new one in reach', () => {
    const body = moved({ region: '990102', parent: id('west') })
    expect(refusal('east-water', body, staffOf('east'))).toEqual({ kind: 'outside-your-organs' })
    expect(refusal('east-water', body, staffOf('west'))).toEqual({ kind: 'outside-your-organs' })
    expect(facts('east-water', body, staffOf('city'))).toHaveLength(1)
  })
})

describe('what its papers bear (ADR 0023)', () => {
  const [early, late] = [day('2026-11-22'), day('2026-12-24')]

  it('is the name of their day', () => {
    const [renamed] = facts('east-water', { type: 'RenameOrgan', name: name('水务局') })
    const after = evolveOrgan(stateOf('east-water'), renamed as OrganFact)
    expect(nameOnDay(after, early)).toEqual(stateOf('east-water')?.name)
    expect([nameOnDay(after, on), nameOnDay(after, late)]).toEqual([name('水务局'), name('水务局')])
  })

  it('is a code that was set, or else its name', () => {
    const [set] = facts('east-water', { type: 'SetDocumentCode', code: '东水' })
    expect(set).toEqual({ type: 'DocumentCodeSet', on, code: '东水' })
    const after = evolveOrgan(stateOf('east-water'), set as OrganFact)
    expect(documentCodeOf(after)).toBe('东水')
    const bureau = { ...after, documentCode: null, kind: 'bureau', name: { zh: '青川县信访局', en: 'x' } } as const
    expect(documentCodeOf(bureau)).toBe('青川县信访')
    expect(documentCodeOf({ ...bureau, kind: 'department', name: { zh: '青川县水务局', en: 'x' } })).toBe(
      '青川县水务局信',
    )
  })

  it('is never the code of another', () => {
    const taken = documentCodeOf(stateOf('west') as Organ)
    expect(refusal('east-water', { type: 'SetDocumentCode', code: taken })).toEqual({
      kind: 'code-of-another',
      organ: id('west'),
    })
    expect(refusal('east-water', { type: 'SetDocumentCode', code: null })).toEqual({ kind: 'nothing-changes' })
  })
})

describe('the end of an organ (art. 24 (2): somebody carries its duties on)', () => {
  it.each<[OrganCommandBody, Partial<Organ>]>([
    [
      { type: 'MergeOrgan', into: id('city-water') },
      { state: 'merged', successors: [id('city-water')] },
    ],
    [
      { type: 'SplitOrgan', into: [id('city-water'), id('east')] },
      { state: 'split', successors: [id('city-water'), id('east')] },
    ],
    [
      { type: 'AbolishOrgan', successor: id('east') },
      { state: 'abolished', successors: [id('east')] },
    ],
    [
      { type: 'AbolishOrgan', successor: null },
      { state: 'abolished', successors: [] },
    ],
  ])('%o', (body, expected) => {
    const [fact] = facts('east-water', body)
    expect(evolveOrgan(stateOf('east-water'), fact as OrganFact)).toMatchObject({ ...expected, acts: 2 })
  })
  it.each<[string, OrganCommandBody, OrganRefusal]>([
    ['into itself', { type: 'MergeOrgan', into: id('east-water') }, { kind: 'successor-of-itself' }],
    ['into nothing known', { type: 'MergeOrgan', into: id('no') }, { kind: 'unknown-organ', organ: id('no') }],
    [
      'into one that has ended',
      { type: 'AbolishOrgan', successor: id('gone') },
      { kind: 'organ-not-active', organ: id('gone'), successors: [id('east-water')] },
    ],
    ['into one part', { type: 'SplitOrgan', into: [id('east'), id('east')] }, { kind: 'too-few-successors' }],
  ])('is refused %s', (_, body, expected) => expect(refusal('east-water', body)).toEqual(expected))
  it('is refused while others stand under it', () => {
    expect(refusal('east', { type: 'AbolishOrgan', successor: id('west') })).toEqual({
      kind: 'has-subordinates',
      organs: [id('east-bureau'), id('east-water'), id('town')],
    })
  })
  it('is refused where the last administrator sits', () => {
    const inWorld = { ...world, administrators: { here: 1, elsewhere: 0 } }
    const body: OrganCommandBody = { type: 'AbolishOrgan', successor: null }
    expect(refusal('east-water', body, house, inWorld)).toEqual({ kind: 'last-administrator' })
    const empty = { ...world, administrators: { here: 0, elsewhere: 0 } }
    expect(decide('east-water', body, house, empty).ok).toBe(true)
  })
  it('comes once', () => {
    expect(refusal('gone', { type: 'RenameOrgan', name: name('x') })).toEqual({ kind: 'organ-ended', state: 'merged' })
  })
})

describe('any act', () => {
  it('needs the organ, a new name if it is a renaming, and a day that is not before the last act', () => {
    expect(refusal('nowhere', { type: 'RenameOrgan', name: name('x') })).toEqual({ kind: 'no-such-organ' })
    expect(refusal('east', { type: 'RenameOrgan', name: name('east') })).toEqual({ kind: 'nothing-changes' })
    const early = { type: 'RenameOrgan', name: name('x'), on: day('2026-11-22'), by: house } as const
    expect(decideOrgan(stateOf('east'), early, world)).toEqual({
      ok: false,
      error: { kind: 'earlier-than-last-act', lastActOn: on },
    })
  })
})

describe('whom an administrator reaches', () => {
  it.each([
    ['city', 'town', true],
    ['city', 'city', true],
    ['east', 'town', true],
    ['east', 'west', false],
    ['east', 'city', false],
    ['town', 'east', false],
    // a bureau keeps the books of its government
    ['east-bureau', 'east', true],
    ['east-bureau', 'town', true],
    ['east-bureau', 'west', false],
    ['city-bureau', 'west', true],
    // the profession gives no reach
    ['city-water', 'east-water', false],
    ['nowhere', 'town', false],
    ['gone', 'gone', false],
    ['city', 'nowhere', false],
  ])('%s → %s: %s', (from, to, expected) => {
    expect(administers(staffOf(from), id(to), world.organs)).toBe(expected)
  })
})

describe('ADR 0014: the organ that supervises the others (纪检监察)', () => {
  const watch = organ('watch', { kind: 'discipline', parent: id('city') })
  const its = { organs: new OrganTree([...organs, watch]), administrators: { here: 0, elsewhere: 1 }, codeOwner }
  const ended = (body: OrganCommandBody, by: Administrator, state: 'administered' | 'vacant') =>
    decideOrgan(watch, { ...body, on, by } as OrganCommand, { ...its, isAdministered: state === 'administered' })

  it.each<OrganCommandBody>([
    { type: 'MergeOrgan', into: id('east') },
    { type: 'SplitOrgan', into: [id('east'), id('west')] },
    { type: 'AbolishOrgan', successor: id('east') },
  ])('is not ended from above, so that what it looks into passes to nobody of theirs: %j', (body) => {
    const refused = { ok: false, error: { kind: 'only-its-own-administrator', organ: 'watch' } }
    expect(ended(body, staffOf('city'), 'administered')).toEqual(refused)
    expect(ended(body, staffOf('city-bureau'), 'administered')).toEqual(refused)
    expect(ended(body, staffOf('watch'), 'administered').ok).toBe(true)
    expect(ended(body, house, 'administered').ok).toBe(true)
    expect(ended(body, staffOf('city'), 'vacant').ok).toBe(true)
  })
  it('is renamed like any other', () => {
    expect(ended({ type: 'RenameOrgan', name: name('监') }, staffOf('city'), 'administered').ok).toBe(true)
  })
})

describe('whatever is asked', () => {
  const anyId = fc.constantFrom(...organs.map((each) => each.id), id('nowhere'))
  const maybeId = fc.option(anyId)
  const anyBody: fc.Arbitrary<OrganCommandBody> = fc.oneof(
    fc.record({
      ...{ type: fc.constant('OpenOrgan' as const), id: anyId, name: fc.constant(name('x')), parent: maybeId },
      ...{ kind: fc.constant('department' as const), level: fc.constantFrom('county', 'township'), leadBy: maybeId },
      region: fc.constantFrom('00', '99', '9901', '990101'),
    }),
    fc.record({
      ...{ type: fc.constant('MoveOrgan' as const), region: fc.constantFrom('9901', '990101') },
      ...{ parent: maybeId, leadBy: maybeId },
    }),
    fc.record({ type: fc.constant('MergeOrgan' as const), into: anyId }),
    fc.record({ type: fc.constant('SplitOrgan' as const), into: fc.array(anyId, { maxLength: 3 }) }),
    fc.record({ type: fc.constant('AbolishOrgan' as const), successor: maybeId }),
    fc.constant({ type: 'RenameOrgan' as const, name: name('另名') }),
  )
  it('decide never throws, and what it accepts can follow: no organ comes to stand above itself', () => {
    fc.assert(
      fc.property(anyId, anyBody, (of, body) => {
        const decided = decide(of, body)
        if (!decided.ok) return
        const after = decided.value.reduce<Organ | null>(evolveOrgan, stateOf(of)) as Organ
        const tree = new OrganTree([...organs.filter((each) => each.id !== after.id), after])
        for (let at = tree.find(after.id), steps = 0; at?.parent; at = tree.find(at.parent)) {
          expect(steps++).toBeLessThan(organs.length)
        }
        expect(after.successors).not.toContain(after.id)
      }),
    )
  })
})

describe('the tree', () => {
  const tree = new OrganTree(organs)
  it('finds by region, level, kind and a part of the name; ended ones only when asked', () => {
    expect(tree.search({ region: '990101', level: 'township' }).map((each) => each.id)).toEqual(['town'])
    expect(tree.search({ name: ' WATER ' }).map((each) => each.id)).toEqual(['city-water', 'east-water'])
    expect(tree.search({ parent: id('east'), kind: 'department' }).map((each) => each.id)).toEqual(['east-water'])
    expect(tree.search({ parent: id('east'), kind: 'department', ended: true })).toHaveLength(2)
  })
  it('knows the bureau for a place: the nearest one upwards', () => {
    expect(tree.bureauOf('990101100203')?.id).toBe('east-bureau')
    expect(tree.bureauOf('990102')?.id).toBe('city-bureau')
    expect(tree.bureauOf('9901')?.id).toBe('city-bureau')
    expect(tree.bureauOf('88')).toBeUndefined()
  })
})
