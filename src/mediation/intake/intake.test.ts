import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { article, decided, rule } from '../../law/basis.ts'
import { otherProcedures } from '../../law/cn-2022/other-procedures.ts'
import { organsWith } from '../referrals/testing/examples.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Intake, IntakeCommand, IntakeState, Lead, Of } from './intake.ts'
import { mediationOffered, waysBeside } from './offering.ts'
import { intakeRows } from './tables.ts'

const id = (text: string) => text as OrganId
const sealed = (text: string): Sealed => ({ ref: text, commitment: text })
const organs = organsWith({ 'county.justice': { kind: 'mediationCentre' } })
const world = { organs }
const window = {
  ...({ kind: 'staff', account: 'window', posts: ['clerk'] } as const),
  organ: id('county.justice'),
}
const house = { kind: 'house', task: 'intakes' } as const

const taken = (more: Partial<Of<'TakeIn'>> = {}): Of<'TakeIn'> => ({
  ...{ type: 'TakeIn', on: day('2026-03-02'), actor: window },
  taken: {
    ...{ centre: id('county.justice'), reference: '123456789012', way: 'window', name: sealed('name') },
    ...{ phone: null, about: sealed('about'), place: '990101', category: 'other', concerned: 1 },
  },
  ...more,
})
const led = (lead: Partial<Lead> = {}, more: Partial<Of<'LeadOn'>> = {}): Of<'LeadOn'> => ({
  ...{ type: 'LeadOn', on: day('2026-03-02'), actor: window, keeping: null },
  lead: {
    ...{ kind: 'explained', by: null, until: null, words: sealed('words'), way: null, where: null, petition: null },
    ...{ dispute: null, mediation: null, referral: null },
    ...lead,
  },
  ...more,
})
const keeping = { keptFrom: [], officials: [], recused: [] }

function having(...commands: readonly IntakeCommand[]): Intake {
  return commands.reduce<IntakeState>((state, command) => {
    const decision = decide(state, command, world)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.error.kind}`)
    return decision.value.reduce<IntakeState>(evolve, state)
  }, null) as Intake
}
const refusalOf = (state: IntakeState, command: IntakeCommand): string | null => {
  const decision = decide(state, command, world)
  return decision.ok ? null : decision.error.kind
}

describe('ADR 0050: whoever comes is taken in once', () => {
  it('at a centre, by whoever handles there', () => {
    expect(having(taken())).toMatchObject({ stage: 'waiting', takenOn: '2026-03-02', leads: [] })
    expect(refusalOf(having(taken()), taken())).toBe('taken-in-already')
    expect(decide(null, taken({ actor: { ...window, posts: ['auditor'] } }), world)).toEqual({
      ...{ ok: false, error: { kind: 'intake-not-yours', basis: decided('0050') } },
    })
    const atBureau = { ...taken().taken, centre: id('county.bureau') }
    expect(refusalOf(null, taken({ taken: atBureau, actor: { ...window, organ: id('county.bureau') } }))).toBe(
      'only-centres-take-in',
    )
  })

  it('and is led from there, with what was done, by whom and by when', () => {
    const by = { by: id('county.land'), until: day('2026-03-10') }
    const explained = having(taken(), led(by))
    expect(explained).toMatchObject({ stage: 'led', leads: [{ kind: 'explained', ...by, on: '2026-03-02' }] })
    expect(refusalOf(having(taken()), led({ until: day('2026-03-01') }))).toBe('day-not-ahead')
    expect(refusalOf(having(taken()), led({ by: id('nowhere') }))).toBe('unknown-organ')
    expect(refusalOf(having(taken()), led({ way: 'labourArbitration' }))).toBe('way-without-place')
    expect(refusalOf(having(taken()), led({ petition: '260300000000001' }, { keeping }))).toBe('names-a-petition')
    expect(refusalOf(having(taken()), led({ kind: 'petition' }))).toBe('names-no-petition')
  })

  it('again where that was not all, until it became a petition', () => {
    const petition = '260300000000001'
    expect(refusalOf(having(taken(), led()), led({ kind: 'petition', petition }))).toBe('petition-not-found')
    const became = having(taken(), led(), led({ kind: 'petition', petition }, { keeping }))
    expect(intakeRows(became).intake).toMatchObject([{ petition, led_as: 'petition', stage: 'led' }])
    expect(refusalOf(became, led())).toBe('intake-became-petition')
  })

  it('to a dispute once, to a mediation of it, and to other ways of the law as often as there are any', () => {
    const dispute = led({ kind: 'dispute', dispute: 'dispute:one' })
    const mediation = led({ kind: 'mediation', mediation: 'mediation:one' })
    const referral = led({ kind: 'referral', referral: 'referral:one', way: 'civilLitigation', where: sealed('court') })
    const both = having(taken(), dispute, mediation, referral, referral)
    expect(both.leads.map(({ kind }) => kind)).toEqual(['dispute', 'mediation', 'referral', 'referral'])
    expect(intakeRows(both).intake).toMatchObject([
      { dispute: 'dispute:one', mediation: 'mediation:one', petition: null },
    ])
    expect(refusalOf(both, dispute)).toBe('intake-led-there')
    expect(refusalOf(both, mediation)).toBe('intake-led-there')
    expect(refusalOf(having(taken(), mediation), dispute)).toBe('intake-led-there')
    expect(refusalOf(both, led({ kind: 'petition', petition: '260300000000001' }, { keeping }))).toBeNull()
  })

  it('with everything that it needs, or not at all', () => {
    const visit = having(taken())
    for (const kind of ['dispute', 'mediation'] as const)
      expect(refusalOf(visit, led({ kind }))).toBe('lead-part-missing')
    const way = { way: 'civilLitigation', where: sealed('court') } as const
    expect(refusalOf(visit, led({ kind: 'referral', ...way }))).toBe('lead-part-missing')
    expect(refusalOf(visit, led({ kind: 'referral', referral: 'referral:one' }))).toBe('way-without-place')
    const there = { way: 'civilLitigation', where: null, by: id('county.land') } as const
    expect(refusalOf(visit, led({ kind: 'referral', referral: 'referral:one', ...there }))).toBeNull()
    expect(refusalOf(visit, led({ kind: 'dispute', dispute: 'dispute:one', petition: '260300000000001' }))).toBe(
      'names-a-petition',
    )
  })

  it('and comes to be kept from whoever that is kept from which was begun', () => {
    const kept = { ...keeping, officials: ['window'] }
    const dispute = having(taken(), led({ kind: 'dispute', dispute: 'dispute:one' }, { keeping: kept }))
    expect(refusalOf(dispute, led())).toBe('no-such-intake')
  })

  it('reads facts of a time when nothing was begun', () => {
    const before = having(taken())
    const { dispute: _, mediation: __, referral: ___, ...lead } = led().lead
    const fact = { type: 'IntakeLed', on: day('2026-03-02'), account: 'window', centre: id('county.justice') } as const
    expect(evolve(before, { ...fact, lead: lead as Lead }).leads).toMatchObject([{ dispute: null, mediation: null }])
  })

  it('is seen at its centre, and there by nobody whom the petition came to be about', () => {
    const petition = { kind: 'petition', petition: '260300000000001' } as const
    for (const kept of [{ keptFrom: [id('county.justice')] }, { officials: ['window'] }, { recused: ['window'] }]) {
      const became = having(taken(), led(petition, { keeping: { ...keeping, ...kept } }))
      expect(refusalOf(became, led())).toBe('no-such-intake')
    }
    const accused = having(taken(), led(petition, { keeping: { ...keeping, keptFrom: [id('county.justice')] } }))
    expect(intakeRows(accused).intake_party).toEqual([])
    expect(refusalOf(having(taken()), led({}, { actor: { ...window, organ: id('county.bureau') } }))).toBe(
      'no-such-intake',
    )
    const kept = { type: 'KeepIntake', on: day('2026-03-03'), ...keeping, keptFrom: [id('county.land')] } as const
    expect(having(taken(), { ...kept, actor: house }).keptFrom).toEqual(['county.land'])
    expect(refusalOf(having(taken()), { ...kept, actor: window })).toBe('intake-not-yours')
  })

  it('goes with the petition that it became', () => {
    const erased = having(taken(), led(), { type: 'EraseIntake', on: day('2026-03-03'), actor: house })
    expect(erased.erasedOn).toBe('2026-03-03')
    expect(refusalOf(erased, led())).toBe('intake-erased')
  })
})

describe('Which mediation is offered', () => {
  it('follows from what it is about and between whom', () => {
    const kinds = (...asked: Parameters<typeof mediationOffered>) =>
      mediationOffered(...asked).map(({ kind, basis }) => [kind, basis])
    expect(kinds('other', 'private')).toEqual([['people', rule('RMTJ', 2)]])
    expect(kinds('labour.wages', 'private')).toEqual([
      ['industry', rule('LDZC', 10, 1)],
      ['people', rule('RMTJ', 2)],
    ])
    expect(kinds('rural.land-contracts', 'private')).toEqual([['people', rule('TDZC', 7)]])
    expect(kinds('labour.wages', 'authority')).toEqual([['administrative', article(33)]])
    expect(kinds('other', 'inCourt')).toEqual([['judicial', rule('MSF', 125)]])
  })

  it('stands beside the other ways of the law that fit', () => {
    expect(waysBeside(otherProcedures, 'labour.wages', 'private')).toEqual(['labourArbitration', 'civilLitigation'])
    expect(waysBeside(otherProcedures, 'other', 'private')).toEqual(['civilLitigation'])
    expect(waysBeside(otherProcedures, 'labour.wages', 'authority')).toEqual([
      'administrativeReconsideration',
      'administrativeLitigation',
    ])
  })
})
