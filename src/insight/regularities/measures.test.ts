import { describe, expect, it } from 'vitest'
import type { AnyFact } from '../../engine/envelope.ts'
import { day } from '../../kernel/day.ts'
import { rooms } from '../../main.ts'
import { measures, tellers, toldBy } from './measures.ts'

const on = day('2026-11-23')
const fact = (type: string, more: object = {}): AnyFact => ({ type, on, ...more }) as AnyFact
const number = '261123000000001'
const subject = { kind: 'petition', petition: number }

describe('What was done in a petition is told by facts of other rooms', () => {
  it.each([
    ['owned', 'ownership:1', fact('OwnerAssigned'), fact('OwnershipProposed', { petition: number })],
    ['visited', 'visit:1', fact('EntryRecorded', { kind: 'met', petition: number }), fact('VisitPlanned')],
    ['conference', 'item:1', fact('ItemDecided'), fact('ItemBrought', { petitions: [number] })],
    ['relief', 'relief:1', fact('ReliefHelped'), fact('ReliefExplained', { petition: number })],
    ['helped', 'engagement:1', fact('HelpRecorded'), fact('HelperInvited', { subject })],
    ['ordered', 'supervision:1', fact('OrderOpened'), fact('SupervisionBegun', { subject })],
    [
      'mediated',
      'mediation:1',
      fact('MediationStarted'),
      fact('MediationOpened', { subject: { kind: 'petition', number, ref: null } }),
    ],
  ])('%s', (measure, stream, told, first) => {
    expect(toldBy(stream, told, first)).toEqual({ measure, petitions: [number] })
    // of another room the same word means another thing
    expect(toldBy(`another:1`, told, first)).toBeNull()
  })

  it('and of none where the matter is another thing, or nobody was met', () => {
    const none = (stream: string, told: AnyFact, first: AnyFact) =>
      expect(toldBy(stream, told, first)?.petitions).toEqual([])
    none('visit:1', fact('EntryRecorded', { kind: 'notMet', petition: number }), fact('VisitPlanned'))
    none('visit:1', fact('EntryRecorded', { kind: 'met', petition: null }), fact('VisitPlanned'))
    none('engagement:1', fact('HelpRecorded'), fact('HelperInvited', { subject: { kind: 'screening' } }))
    none('supervision:1', fact('OrderOpened'), fact('SupervisionBegun', { subject: { kind: 'topic' } }))
    none('mediation:1', fact('MediationStarted'), fact('MediationOpened', { subject: { kind: 'walkIn' } }))
  })

  it('by rooms that there are, each measure once', () => {
    const names = rooms.map(({ name }) => name)
    for (const { room, measure } of Object.values(tellers)) {
      expect(names).toContain(room)
      expect(measures).toContain(measure)
    }
    const told = Object.values(tellers).map(({ measure }) => measure)
    expect(new Set(told).size).toBe(told.length)
  })
})
