import { describe, expect, it } from 'vitest'
import type { AnyFact } from '../../engine/envelope.ts'
import { day } from '../../kernel/day.ts'
import { sourceOf } from './sources.ts'

const on = day('2026-03-02')
const recorded = (more: object = {}): AnyFact => ({
  ...{ type: 'DisputeRecorded', on, region: '990101101205', category: 'land.requisition', foundOn: day('2026-02-27') },
  ...{ keptFrom: [], officials: [], ...more },
})
const fact = (type: string, more: object = {}): AnyFact => ({ type, on, ...more })
const line = (...facts: readonly AnyFact[]) => sourceOf('dispute:AAAAAAAAAAAAAAAAAAAAAA')?.line(facts, '')

describe('A dispute of the ledger', () => {
  it('is counted where and when it was found', () => {
    expect(line(recorded())).toEqual({
      ...{ place: '990101101205', category: 'land.requisition', day: '2026-02-27', source: 'dispute', again: false },
    })
  })

  it('is the same matter again when what was settled did not hold', () => {
    expect(line(recorded(), fact('DisputeFollowedUp', { holds: true }))).toMatchObject({ again: false })
    expect(line(recorded(), fact('DisputeFollowedUp', { holds: false }))).toMatchObject({ again: true })
  })

  it('is counted no more once it is a petition, or was found not to exist', () => {
    expect(line(recorded(), fact('DisputePetitionJoined', { keptFrom: [], officials: [] }))).toBeNull()
    expect(line(recorded(), fact('DisputeNotFoundConfirmed'))).toBeNull()
  })

  it('is never counted where it is kept from somebody, from the first or since', () => {
    expect(line(recorded({ keptFrom: ['county.land'] }))).toBeNull()
    expect(line(recorded(), fact('DisputeKept', { keptFrom: [], officials: ['a1'] }))).toBeNull()
  })

  it('is nothing without its first fact', () => {
    expect(line()).toBeNull()
    expect(line(fact('DisputeFollowedUp', { holds: false }))).toBeNull()
  })
})
