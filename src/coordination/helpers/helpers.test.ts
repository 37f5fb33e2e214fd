import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { article, decided, rule } from '../../law/basis.ts'
import { exampleOrgans, id, sealed } from '../../petition/examples.ts'
import { decide, isAvailable } from './decide.ts'
import type {
  EngagementActor,
  EngagementBeginning,
  EngagementCommand,
  EngagementCommandBody,
  EngagementState,
  InvitationCheck,
} from './engagement.ts'
import { decide as engage, permissions } from './engaging.ts'
import { evolve } from './evolve.ts'
import { evolve as evolveEngagement } from './evolve-engagement.ts'
import type { HelperCommand, HelperCommandBody, HelperState } from './helper.ts'

const organs = exampleOrgans
const today = day('2026-11-26')
const clerk = (organ: string) =>
  ({ kind: 'staff', account: `clerk-of-${organ}`, organ: organ as OrganId, posts: ['clerk'] }) as const

const rosterWorld = { organs, keptYears: 30 }

const details = {
  ...({ kind: 'womensFederation', name: sealed('name'), contact: sealed('contact'), skills: ['family'] } as const),
  ...{ places: ['9901'], organ: null, until: null },
} as const
const entering = { type: 'EnterHelper', agreedOn: today, ...details } as const

const roster = (state: HelperState, body: HelperCommandBody, organ = 'county-bureau') =>
  decide(state, { ...body, on: today, actor: clerk(organ) } as HelperCommand, rosterWorld)

function entered(...bodies: readonly HelperCommandBody[]): HelperState {
  return [entering, ...bodies].reduce<HelperState>((state, body) => {
    const decision = roster(state, body)
    if (!decision.ok) throw new Error(decision.error.kind)
    return decision.value.reduce<HelperState>(evolve, state)
  }, null)
}

describe('ADR 0042: the roster of helpers', () => {
  it('is kept by bureaus and conference offices, each its own', () => {
    expect(roster(null, entering, 'county-conference').ok).toBe(true)
    expect(roster(null, entering, 'county-housing')).toMatchObject({ error: { kind: 'roster-is-anothers' } })
    expect(roster(entered(), { type: 'ResumeHelper' }, 'city-bureau')).toMatchObject({
      error: { kind: 'roster-is-anothers', basis: decided('0042') },
    })
  })

  it('takes in whoever has agreed to confidentiality by that day, and nobody on a promise', () => {
    expect(roster(null, { ...entering, agreedOn: day('2026-11-27') })).toMatchObject({
      error: { kind: 'agreement-not-signed-yet' },
    })
    expect(entered()).toMatchObject({ state: 'active', keeper: 'county-bureau', agreedOn: today, version: 1 })
  })

  it('suspends, resumes and ends, and nothing after the end', () => {
    const suspended = entered({ type: 'SuspendHelper', reason: sealed('r') })
    expect(isAvailable(suspended as never, today)).toBe(false)
    expect(entered({ type: 'SuspendHelper', reason: sealed('r') }, { type: 'ResumeHelper' })?.state).toBe('active')
    const ended = entered({ type: 'EndHelper', reason: sealed('r') })
    expect(roster(ended, { type: 'ResumeHelper' })).toMatchObject({ error: { kind: 'wrong-helper-state' } })
  })

  it('is kept for as long as the law keeps the matters in which they helped, and not a day longer; by the house alone', () => {
    const ended = entered({ type: 'EndHelper', reason: sealed('r') })
    expect(ended).toMatchObject({ endedOn: today, keptUntil: '2056-11-26', erasedOn: null })
    const erase = (state: HelperState, on: string, actor: object = { kind: 'house', task: 'sweep' }) =>
      decide(state, { type: 'EraseHelper', on: day(on), actor } as HelperCommand, rosterWorld)
    expect(erase(ended, '2056-11-26')).toMatchObject({ error: { kind: 'entry-still-kept', until: '2056-11-26' } })
    expect(erase(ended, '2056-11-27')).toMatchObject({ value: [{ type: 'HelperErased' }] })
    expect(erase(ended, '2056-11-27', clerk('county-bureau'))).toMatchObject({ error: { kind: 'roster-is-anothers' } })
    expect(erase(entered(), '2090-01-01')).toMatchObject({ error: { kind: 'wrong-helper-state' } })
    const erased = evolve(ended, { type: 'HelperErased', on: day('2056-11-27'), account: 'sweep' })
    expect(erase(erased, '2056-11-28')).toEqual({ ok: true, value: [] })
  })

  it('holds a term through its last day', () => {
    const state = entered({ type: 'ReviseHelper', ...details, until: today })
    expect([today, day('2026-11-27')].map((on) => isAvailable(state as never, on))).toEqual([true, false])
    expect(roster(entered(), { type: 'ReviseHelper', ...details, until: day('2026-11-25') })).toMatchObject({
      error: { kind: 'term-has-passed' },
    })
  })
})

const beginning: EngagementBeginning = {
  ...{ subject: { kind: 'petition', petition: '261126123456789' }, inviter: id('county-housing'), helper: 'h' },
  ...{ helperKind: 'womensFederation', mode: 'case', what: sealed('what'), summary: sealed('summary') },
  ...{ claims: [{ ref: 'c1', text: sealed('claim') }], about: [id('county-resources')], people: ['p1', 'p2'] },
  ...{ until: day('2026-12-31'), keptFrom: [], officials: [] },
}
const fine: InvitationCheck = {
  ...{ isOver: false, guestIsAnother: false },
  ...{ isAccusation: false, erasedOn: null, isAsked: false, holdsIt: true, helperState: 'active', helperIsThere: true },
  ...{ helperOrgan: null, helperIsNamed: false, namesPetitioner: false, unknownClaim: null },
}
const lead = clerk('county-housing')
const helper = { kind: 'helper' } as const
const petitioner = (person = 'p1') => ({ kind: 'petitioner', person }) as const
const house = { kind: 'house', task: 'sweep' } as const

const tried = (state: EngagementState, body: EngagementCommandBody, actor: EngagementActor, on = today) =>
  engage(state, { ...body, on, actor } as EngagementCommand, { organs })
const inviting = (more: Partial<EngagementBeginning> = {}, check: Partial<InvitationCheck> = {}) =>
  ({ type: 'InviteHelper', beginning: { ...beginning, ...more }, check: { ...fine, ...check } }) as const
const refusalOf = (...given: Parameters<typeof inviting>) => {
  const decision = tried(null, inviting(...given), lead)
  return decision.ok ? null : decision.error
}

type Step = readonly [EngagementCommandBody, EngagementActor]
const stands = (...steps: readonly Step[]): EngagementState =>
  [[inviting(), lead] as Step, ...steps].reduce<EngagementState>((state, [body, actor]) => {
    const decision = tried(state, body, actor)
    if (!decision.ok) throw new Error(`${body.type}: ${decision.error.kind}`)
    return decision.value.reduce<EngagementState>(evolveEngagement, state)
  }, null)
const consent = (person: string, consents = true): Step => [
  { type: 'AnswerConsent', person, consents, signed: null },
  petitioner(person),
]
const answer = (accepts: boolean, conflict = false): Step => [
  { type: 'AnswerInvitation', accepts, conflict, note: null },
  helper,
]
const ending = { type: 'EndEngagement', reason: null } as const

describe('ADR 0042: a helper is invited', () => {
  it('by whoever has the petition or registered it, to no accusation', () => {
    expect(refusalOf()).toBeNull()
    expect(refusalOf({}, { holdsIt: false })).toEqual({ kind: 'only-whoever-has-it', basis: decided('0042') })
    expect(refusalOf({}, { isAccusation: true })).toEqual({ kind: 'accusation-not-shown', basis: article(30, 3) })
    expect(refusalOf({}, { erasedOn: today })).toEqual({ kind: 'engagement-erased', on: today })
  })

  it('who is on the roster, is not asked already and has nothing to do with those complained about (art. 28 (3))', () => {
    const concerned = { kind: 'helper-is-concerned', basis: article(28, 3) }
    expect(refusalOf({}, { helperIsThere: false })?.kind).toBe('helper-not-available')
    expect(refusalOf({}, { isAsked: true })?.kind).toBe('helper-asked-already')
    expect(refusalOf({}, { helperOrgan: id('county-resources') })).toEqual(concerned)
    expect(refusalOf({ keptFrom: [id('county')] }, { helperOrgan: id('county-water') })).toEqual(concerned)
    expect(refusalOf({}, { helperIsNamed: true })).toEqual(concerned)
    expect(refusalOf({}, { helperOrgan: id('city') })).toBeNull()
  })

  it('to an extract that names no petitioner, and without consent to no claim', () => {
    expect(refusalOf({}, { namesPetitioner: true })?.kind).toBe('extract-names-petitioner')
    expect(refusalOf({}, { unknownClaim: 'c9' })).toEqual({ kind: 'unknown-claim', claim: 'c9' })
    expect(refusalOf({ mode: 'anonymous' })?.kind).toBe('claims-need-consent')
    expect(refusalOf({ mode: 'anonymous', claims: [], people: [] })).toBeNull()
  })

  it('through a day that lies ahead, for half a year at most', () => {
    expect(refusalOf({ until: today })?.kind).toBe('day-not-ahead')
    expect(refusalOf({ until: day('2027-05-28') })).toBeNull()
    expect(refusalOf({ until: day('2027-05-29') })?.kind).toBe('term-too-long')
  })
})

describe('ADR 0042: the petitioner consents first', () => {
  it('each for themselves, and silence is no consent', () => {
    expect(stands()?.stage).toBe('awaitingConsent')
    expect(stands(consent('p1'))?.stage).toBe('awaitingConsent')
    expect(stands(consent('p1'), consent('p1'))?.consents).toEqual(['p1'])
    expect(stands(consent('p1'), consent('p2'))?.stage).toBe('invited')
    expect(tried(stands(), answer(true)[0], helper)).toMatchObject({ error: { kind: 'engagement-at-another-stage' } })
  })

  it('by their own key, or by a record that says how it was signed', () => {
    const body = { type: 'AnswerConsent', person: 'p1', consents: true, signed: null } as const
    expect(tried(stands(), body, lead)).toMatchObject({ error: { kind: 'consent-needs-signature' } })
    expect(tried(stands(), { ...body, signed: sealed('signed') }, lead).ok).toBe(true)
    expect(tried(stands(), { ...body, person: 'p9' }, petitioner('p9'))).toMatchObject({
      error: { kind: 'unknown-person' },
    })
  })

  it('and refuses or ends it at any time', () => {
    expect(stands(consent('p1'), consent('p2', false))).toMatchObject({
      stage: 'refused',
      refused: { by: 'petitioner' },
    })
    const helping = [consent('p1'), consent('p2'), answer(true)] as const
    expect(stands(...helping, consent('p1', false))).toMatchObject({ stage: 'ended', ended: { by: 'petitioner' } })
    expect(stands(...helping, [ending, petitioner()])).toMatchObject({ stage: 'ended', ended: { by: 'petitioner' } })
    expect(stands([ending, petitioner()])?.stage).toBe('ended')
  })
})

describe('ADR 0042: at a mediation the parties consent', () => {
  const subject = { kind: 'mediation', mediation: 'mediation:m', guest: 'g1' } as const
  const guest = [inviting({ subject, claims: [], about: [] }), lead] as const
  const told = (person: string, consents = true) => ({ type: 'AnswerConsent', person, consents, signed: null }) as const
  const begun = (...steps: readonly Step[]) =>
    [guest as Step, ...steps].reduce<EngagementState>((state, [body, actor]) => {
      const decision = tried(state, body, actor)
      if (!decision.ok) throw new Error(decision.error.kind)
      return decision.value.reduce<EngagementState>(evolveEngagement, state)
    }, null)

  it('there, and nobody says it for them here', () => {
    expect(begun([told('p1'), house], [told('p2'), house])?.stage).toBe('invited')
    const elsewhere = { kind: 'consent-asked-elsewhere', basis: rule('RMTJ', 20, 1) }
    expect(tried(begun(), { ...told('p1'), signed: sealed('signed') }, lead)).toMatchObject({ error: elsewhere })
    expect(tried(stands(), told('p1'), house)).toMatchObject({ error: elsewhere })
  })

  it('and one no is enough, also of a party who was added since', () => {
    expect(begun([told('p3', false), house])).toMatchObject({ stage: 'refused', refused: { by: 'party' } })
    const helping = [[told('p1'), house], [told('p2'), house], answer(true)] as const
    expect(begun(...helping, [told('p3', false), house])).toMatchObject({ stage: 'ended', ended: { by: 'party' } })
  })

  it('to the same person, and to nothing that is over', () => {
    expect(refusalOf({ subject }, { guestIsAnother: true })?.kind).toBe('guest-is-another')
    expect(refusalOf({ subject }, { isOver: true })?.kind).toBe('mediation-over')
    const screening = { kind: 'screening', screening: 'screening:s', area: '990101001201' } as const
    expect(refusalOf({ subject: screening }, { isOver: true })?.kind).toBe('screening-over')
  })
})

describe('ADR 0042: the helper', () => {
  const asked = [consent('p1'), consent('p2')] as const

  it('accepts or declines for themselves, and never when tied to those complained about', () => {
    expect(stands(...asked, answer(true))?.stage).toBe('accepted')
    expect(stands(...asked, answer(false))).toMatchObject({ stage: 'refused', refused: { by: 'helper' } })
    expect(stands(...asked, answer(true, true))).toMatchObject({ stage: 'refused', refused: { by: 'conflict' } })
    expect(tried(stands(...asked), answer(true)[0], lead)).toMatchObject({ error: { kind: 'engagement-is-anothers' } })
  })

  it('records what they did, between the invitation and today, while it runs', () => {
    const help = { type: 'RecordHelp', way: 'visited', day: today, said: sealed('said') } as const
    expect(stands(...asked, answer(true), [help, helper])?.parts).toMatchObject([{ by: 'helper', way: 'visited' }])
    expect(stands(...asked, answer(true), [help, lead])?.parts).toMatchObject([{ by: 'inviter' }])
    for (const on of ['2026-11-25', '2026-11-27'])
      expect(tried(stands(...asked, answer(true)), { ...help, day: day(on) }, helper).ok).toBe(false)
    expect(tried(stands(...asked), help, helper).ok).toBe(false)
    expect(tried(stands(...asked, answer(true), [ending, house]), help, helper).ok).toBe(false)
  })

  it('fills nothing without end: a hundred records a side', () => {
    const help = { type: 'RecordHelp', way: 'visited', day: today, said: null } as const
    const full = stands(...asked, answer(true), ...Array.from({ length: 100 }, (): Step => [help, helper]))
    expect(tried(full, help, helper)).toMatchObject({ error: { kind: 'too-many-already', atMost: 100 } })
    expect(tried(full, help, lead).ok).toBe(true)
  })

  it('has one of the acts that the table gives them, and whoever is kept out has none', () => {
    const state = stands(...asked, answer(true))
    expect(Object.entries(permissions).flatMap(([act, { by }]) => (by.includes('helper') ? [act] : []))).toEqual([
      'AnswerInvitation',
      'RecordHelp',
      'EndEngagement',
    ])
    for (const organ of ['county-bureau', 'county-resources'])
      expect(tried(state, ending, clerk(organ))).toMatchObject({ error: { kind: 'no-such-engagement' } })
    const kept = stands(...asked, [
      { type: 'KeepEngagement', keptFrom: [id('county')], officials: ['clerk-of-city'] },
      house,
    ])
    expect(tried(kept, ending, lead)).toMatchObject({ error: { kind: 'no-such-engagement' } })
    expect(tried(state, ending, { ...lead, answersTo: ['chief'] }).ok).toBe(true)
    const named = stands(...asked, [{ type: 'KeepEngagement', keptFrom: [], officials: ['chief'] }, house])
    expect(tried(named, ending, { ...lead, answersTo: ['chief'] })).toMatchObject({
      error: { kind: 'no-such-engagement' },
    })
  })

  it('is shown nothing of what was erased', () => {
    const erased = stands(...asked, answer(true), [{ type: 'EraseEngagement' }, house])
    expect(tried(erased, ending, helper)).toMatchObject({ error: { kind: 'engagement-erased' } })
  })
})
