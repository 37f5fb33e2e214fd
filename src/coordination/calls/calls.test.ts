import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { article } from '../../law/basis.ts'
import { callActions } from './actions.ts'
import type { CallActor, CallCommandBody, CallState, CallWorld } from './call.ts'
import { callStages } from './call.ts'
import { decide, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import { callRows } from './tables.ts'
import { explainCall, statusOfCallRefusal } from './wording.ts'

const id = (name: string) => name as OrganId
const said = (ref: string): Sealed => ({ ref, commitment: ref })
const actor = (account: string, ...posts: string[]): CallActor => ({
  ...{ kind: 'staff', account, organ: id('bureau'), posts: posts.length > 0 ? posts : ['clerk'] },
})
const clerk = actor('clerk')
const head = actor('head', 'head')
const world = (open = 0): CallWorld => ({
  organs: { find: (organ) => (organ === 'nowhere' ? undefined : ({ id: organ, state: 'active' } as OrganFacts)) },
  counts: { received: 3, wholly: 1, partly: 1, notAdopted: 1 - open, elsewhere: 0, open },
})
const content = {
  ...{ title: said('title'), text: said('text'), questions: [said('q')], places: ['99'], answeredBy: [id('land')] },
  ...{ from: day('2026-03-02'), until: day('2026-03-31') },
}

const tried = (state: CallState, body: CallCommandBody, by: CallActor, on: string, open = 0) =>
  decide(state, { ...body, on: day(on), actor: by }, world(open))
function having(state: CallState, body: CallCommandBody, by: CallActor, on = '2026-03-02'): CallState {
  const decision = tried(state, body, by, on)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<CallState>((before, fact) => evolve(before, fact), state)
}
const draft = () => having(null, { type: 'DraftCall', ...content }, clerk)
const submitted = () => having(draft(), { type: 'SubmitCall' }, clerk)
const published = () => having(submitted(), { type: 'PublishCall' }, head)
const refusalOf = (...args: Parameters<typeof tried>) => {
  const decision = tried(...args)
  return decision.ok ? null : decision.error.kind
}

describe('信访工作条例 art. 29 (3): a call for suggestions', () => {
  it('cannot end before it begins, and may last one day', () => {
    const on = (until: string) => ({ type: 'DraftCall', ...content, until: day(until) }) as const
    expect(refusalOf(null, on('2026-03-01'), clerk, '2026-03-01')).toBe('call-ends-before-it-begins')
    expect(refusalOf(null, on('2026-03-02'), clerk, '2026-03-01')).toBe(null)
  })

  it('is published on its last day, and not on the day after', () => {
    expect(refusalOf(submitted(), { type: 'PublishCall' }, head, '2026-03-31')).toBe(null)
    expect(refusalOf(submitted(), { type: 'PublishCall' }, head, '2026-04-01')).toBe('call-is-over')
  })

  it('is never shortened', () => {
    const prolong = (until: string) => ({ type: 'ProlongCall', until: day(until), reason: said('why') }) as const
    expect(refusalOf(published(), prolong('2026-03-31'), head, '2026-03-10')).toBe('not-prolonged')
    expect(refusalOf(published(), prolong('2026-03-30'), head, '2026-03-10')).toBe('not-prolonged')
    expect(having(published(), prolong('2026-04-01'), head)?.content.until).toBe('2026-04-01')
    expect(refusalOf(published(), prolong('2026-04-10'), head, '2026-04-11')).toBe('call-is-over')
  })

  it('is open on its last day and closed from the day after, when nobody waits', () => {
    const close = { type: 'CloseCall', report: said('report') } as const
    expect(refusalOf(published(), close, head, '2026-03-31')).toBe('call-still-open')
    expect(refusalOf(published(), close, head, '2026-04-01', 1)).toBe('suggestions-unanswered')
    expect(having(published(), close, head, '2026-04-01')).toMatchObject({
      stage: 'closed',
      closing: { counts: { received: 3, wholly: 1, partly: 1, notAdopted: 1, elsewhere: 0 } },
    })
  })
})

describe('docs/adr/0043: four eyes', () => {
  it('none of those who wrote or submitted it approves it', () => {
    const chiefs = [actor('one', 'head'), actor('two', 'head')]
    const [one, two] = chiefs as [CallActor, CallActor]
    const edited = having(draft(), { type: 'EditCall', ...content }, one)
    const by = having(edited, { type: 'SubmitCall' }, two)
    for (const chief of chiefs) expect(refusalOf(by, { type: 'PublishCall' }, chief, '2026-03-02')).toBe('own-call')
    expect(refusalOf(by, { type: 'PublishCall' }, head, '2026-03-02')).toBe(null)
  })

  it('a clerk publishes, prolongs and closes nothing', () => {
    const bodies: readonly (readonly [CallState, CallCommandBody])[] = [
      [submitted(), { type: 'PublishCall' }],
      [submitted(), { type: 'ReturnCall', reason: said('why') }],
      [published(), { type: 'ProlongCall', until: day('2026-04-30'), reason: said('why') }],
      [published(), { type: 'CloseCall', report: said('report') }],
    ]
    for (const [state, body] of bodies)
      expect(refusalOf(state, body, clerk, '2026-03-10'), body.type).toBe('call-needs-post')
  })

  it('another organ does not know of a draft, and does nothing in what is published', () => {
    const stranger = { ...head, organ: id('other') }
    expect(refusalOf(draft(), { type: 'SubmitCall' }, stranger, '2026-03-02')).toBe('no-such-call')
    expect(refusalOf(published(), { type: 'SubmitCall' }, stranger, '2026-03-02')).toBe('call-is-anothers')
  })
})

describe('What is public of a call', () => {
  it('is nothing before it is published, and then its words without a reason for returning it', () => {
    const returned = having(submitted(), { type: 'ReturnCall', reason: said('returned') }, head)
    const again = having(having(returned, { type: 'SubmitCall' }, clerk), { type: 'PublishCall' }, head)
    expect(callRows(returned).call?.[0]?.pieces).toEqual([])
    expect(callRows(again).call?.[0]?.pieces).toEqual(['title', 'text', 'q'])
  })

  it('is not of an organ that is not there', () => {
    const body = { type: 'DraftCall', ...content, answeredBy: [id('nowhere')] } as const
    expect(refusalOf(null, body, clerk, '2026-03-01')).toBe('unknown-organ')
  })
})

describe('Its words', () => {
  it('say why in both languages, and every stage has a way out or is an end', () => {
    const at = new Set(Object.values(permissions).flatMap((permission) => permission.at))
    expect(callStages.filter((stage) => !at.has(stage))).toEqual(['closed', 'withdrawn'])
    expect(callActions).toHaveLength(Object.keys(permissions).length)
    const refusals = [
      { kind: 'wrong-call-stage', stage: 'draft', command: 'CloseCall', needs: ['published'] },
      { kind: 'suggestions-unanswered', open: 2, basis: article(29, 1) },
    ] as never[]
    for (const refusal of refusals) {
      const { zh, en } = explainCall(refusal, () => ({ zh: '甲', en: 'A' }))
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
    }
    expect(Object.keys(statusOfCallRefusal)).toHaveLength(12)
  })
})
