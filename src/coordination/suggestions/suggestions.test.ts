import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decided } from '../../law/basis.ts'
import { cn2022 } from '../../law/cn-2022/cn-2022.ts'
import { actionsOf } from './actions.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import { rewardInWords } from './rewarding.ts'
import type {
  LookedAtPetition,
  StaffActor,
  Suggestion,
  SuggestionActor,
  SuggestionCommandBody,
  SuggestionFact,
  SuggestionState,
} from './suggestion.ts'
import { suggestionRows } from './tables.ts'

const id = (name: string) => name as OrganId
const said = (ref: string): Sealed => ({ ref, commitment: ref })
const at = (account: string, organ: string, ...posts: string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ), posts: posts.length > 0 ? posts : ['clerk'] },
})
const house: SuggestionActor = { kind: 'house', task: 'suggestions' }
const clerk = at('clerk', 'bureau')
const head = at('head', 'bureau', 'head')
const holder = at('holder', 'land', 'clerk', 'head')
const seen = at('seen', 'labour', 'clerk', 'head')

const all = ['bureau', 'land', 'labour'].map((name) => ({ id: id(name), state: 'active', parent: null }) as OrganFacts)
const organs = { find: (organ: OrganId) => all.find((each) => each.id === organ), all: () => all } as AllOrgans
const world = { organs, rewards: cn2022.rewards }
const looked: LookedAtPetition = {
  ...{ registrar: id('bureau'), holder: id('land'), keptFrom: [], officials: [], recused: [] },
}
const on = day('2026-03-02')
const tried = (
  state: SuggestionState,
  body: SuggestionCommandBody,
  actor: SuggestionActor,
  of: Partial<LookedAtPetition> = {},
) => decide(state, { ...body, on, actor, looked: { ...looked, ...of } }, world)
const refusalOf = (...args: Parameters<typeof tried>) => {
  const decision = tried(...args)
  return decision.ok ? null : decision.error.kind
}
function having(state: SuggestionState, body: SuggestionCommandBody, actor: SuggestionActor): Suggestion {
  const decision = tried(state, body, actor)
  if (!decision.ok) throw new Error(decision.error.kind)
  return decision.value.reduce<SuggestionState>(
    (before, fact: SuggestionFact) => evolve(before, fact),
    state,
  ) as Suggestion
}
const follow = { type: 'FollowSuggestion', petition: '1', call: 'call:x', receivedOn: on } as const
const received = () => having(null, follow, house)
const reply = (adoption: 'wholly' | 'partly' | 'notAdopted') =>
  ({ type: 'RecordReply', organ: id('land'), adoption }) as const
const answered = (adoption: 'wholly' | 'partly' | 'notAdopted' = 'wholly') => having(received(), reply(adoption), house)
const study = { type: 'AssignStudy', organ: id('labour'), what: said('w'), due: day('2026-03-03') } as const
const carry = { ...study, type: 'CarryOut' } as const
const reward = { type: 'ProposeReward', kind: 'praise', what: said('w'), why: said('y') } as const
const change = { type: 'DraftChange', title: said('t'), text: said('x'), names: false } as const

describe('信访工作条例 art. 29 (1): studied, adopted or not, and replied to', () => {
  it('is given for study until it was replied to, for a day that lies ahead', () => {
    expect(refusalOf(received(), study, clerk)).toBe(null)
    expect(refusalOf(received(), { ...study, due: on }, clerk)).toBe('day-not-ahead')
    expect(refusalOf(received(), { ...study, organ: id('nowhere') }, clerk)).toBe('unknown-organ')
    expect(refusalOf(answered(), study, clerk)).toBe('wrong-suggestion-stage')
  })

  it('is carried out where it was adopted, wholly or in part', () => {
    expect(refusalOf(answered('wholly'), carry, holder)).toBe(null)
    expect(refusalOf(answered('partly'), carry, holder)).toBe(null)
    expect(refusalOf(answered('notAdopted'), carry, holder)).toBe('nothing-adopted')
    expect(refusalOf(received(), carry, holder)).toBe('wrong-suggestion-stage')
  })

  it('stays replied to whatever becomes of the petition after, and a repeated reply is no new one', () => {
    const closed = tried(answered(), { type: 'LeaveSuggestion', ending: 'closed' }, house)
    expect(closed).toEqual({ ok: true, value: [] })
    expect(tried(answered(), reply('wholly'), house)).toEqual({ ok: true, value: [] })
    expect(having(answered(), reply('partly'), house).adoption).toBe('partly')
  })

  it('is for whoever received it or has it, not for whoever was shown it', () => {
    for (const body of [study]) expect(refusalOf(received(), body, seen)).toBe('suggestion-is-anothers')
    for (const body of [carry, reward, change]) expect(refusalOf(answered(), body, seen)).toBe('suggestion-is-anothers')
    expect(refusalOf(received(), study, at('leader', 'land', 'leader'))).toBe('suggestion-is-anothers')
    expect(actionsOf(answered(), { actor: seen, looked, on, world })).toEqual([])
  })

  it('is recorded by the house alone', () => {
    for (const body of [reply('wholly'), { type: 'EraseSuggestion' } as const, follow])
      expect(refusalOf(body === follow ? null : received(), body, head)).toBe('suggestion-is-anothers')
  })
})

describe('信访工作条例 art. 29 (2): a reward', () => {
  it('is of a kind that the law where it is knows, and keeps its name where the kind has gone', () => {
    const odd = { ...reward, kind: 'holiday' } as const
    expect(refusalOf(answered(), odd, clerk)).toBe('no-such-reward-kind')
    expect(refusalOf(answered(), { ...reward, kind: 'constructor' } as const, clerk)).toBe('no-such-reward-kind')
    expect(rewardInWords('bonus', {})).toEqual({ zh: '奖金', en: 'Money' })
    expect(rewardInWords('own', { own: { zh: '记功', en: 'Merit', basis: decided('0043') } }).zh).toBe('记功')
  })

  const proposed = () => having(answered('notAdopted'), reward, clerk)
  it('may be for what was not adopted, and is approved by the head, another person', () => {
    expect(refusalOf(proposed(), { type: 'ApproveReward', reward: 'r1' }, clerk)).toBe('suggestion-needs-head')
    expect(refusalOf(proposed(), { type: 'ApproveReward', reward: 'r1' }, head)).toBe(null)
    const own = having(answered(), reward, head)
    expect(refusalOf(own, { type: 'ApproveReward', reward: 'r1' }, head)).toBe('own-proposal')
    expect(refusalOf(own, { type: 'ApproveReward', reward: 'r2' }, head)).toBe('no-such-reward')
  })

  it('is given once, after it was approved; one that was refused is not', () => {
    const give = { type: 'GiveReward', reward: 'r1' } as const
    expect(refusalOf(proposed(), give, clerk)).toBe('wrong-reward-stage')
    const given = having(having(proposed(), { type: 'ApproveReward', reward: 'r1' }, head), give, clerk)
    expect(refusalOf(given, give, clerk)).toBe('wrong-reward-stage')
    const refused = having(proposed(), { type: 'RefuseReward', reward: 'r1', reason: said('no') }, head)
    expect(refusalOf(refused, give, clerk)).toBe('wrong-reward-stage')
  })

  it('is the petitioner’s to read only once it was approved, and without why', () => {
    const told = (suggestion: Suggestion) => suggestionRows(suggestion).suggestion?.[0]?.told
    expect(told(proposed())).toEqual([])
    expect(told(having(proposed(), { type: 'ApproveReward', reward: 'r1' }, head))).toEqual(['w'])
  })
})

describe('docs/adr/0043: what changed', () => {
  const drafted = () => having(answered(), change, clerk)
  it('names nobody, and is published by the head, another person', () => {
    expect(refusalOf(answered(), { ...change, names: true }, clerk)).toBe('change-names-somebody')
    expect(refusalOf(drafted(), { type: 'PublishChange', change: 'k1' }, clerk)).toBe('suggestion-needs-head')
    expect(refusalOf(having(answered(), change, head), { type: 'PublishChange', change: 'k1' }, head)).toBe(
      'own-proposal',
    )
  })

  it('waits for the head no longer when it was taken back unpublished, with the reason', () => {
    const takeBack = { type: 'TakeBackChange', change: 'k1', reason: said('no') } as const
    const waits = (suggestion: Suggestion) => suggestionRows(suggestion).suggestion?.[0]?.waits
    expect(waits(drafted())).toBe(true)
    expect(refusalOf(drafted(), takeBack, clerk)).toBe('suggestion-needs-head')
    const left = having(drafted(), takeBack, head)
    expect(waits(left)).toBe(false)
    expect(left.changes).toMatchObject([{ stage: 'takenBack', reason: said('no') }])
    expect(refusalOf(left, { type: 'PublishChange', change: 'k1' }, head)).toBe('wrong-change-stage')
    expect(refusalOf(left, takeBack, head)).toBe('wrong-change-stage')
  })

  it('is in public while it is published, and neither before nor after, nor when it was no suggestion or was erased', () => {
    const rows = (suggestion: Suggestion) => suggestionRows(suggestion).suggestion_change
    expect(rows(drafted())).toEqual([])
    const published = having(drafted(), { type: 'PublishChange', change: 'k1' }, head)
    expect(rows(published)).toHaveLength(1)
    expect(rows(having(published, { type: 'TakeBackChange', change: 'k1', reason: said('no') }, head))).toEqual([])
    expect(rows(having(published, { type: 'LeaveSuggestion', ending: 'reclassified' }, house))).toEqual([])
    expect(rows(having(published, { type: 'EraseSuggestion' }, house))).toEqual([])
  })
})

describe('信访工作条例 art. 28 (3), 30 (3): whoever the petition is about', () => {
  it('does not know of it, whatever they ask: accused, named, answering to somebody named, or withdrawn', () => {
    const bodies = [carry, reward, change, { type: 'ApproveReward', reward: 'r1' }] as const
    const under = { ...holder, answersTo: ['boss'] }
    for (const body of bodies) {
      expect(refusalOf(answered(), body, holder, { keptFrom: [id('land')] })).toBe('no-such-suggestion')
      expect(refusalOf(answered(), body, holder, { officials: ['holder'] })).toBe('no-such-suggestion')
      expect(refusalOf(answered(), body, under, { officials: ['boss'] })).toBe('no-such-suggestion')
      expect(refusalOf(answered(), body, holder, { recused: ['holder'] })).toBe('no-such-suggestion')
    }
  })

  it('is asked to study or carry out nothing', () => {
    const keptFrom = [id('labour')]
    expect(refusalOf(received(), study, clerk, { keptFrom })).toBe('studier-is-kept-out')
    expect(refusalOf(answered(), carry, clerk, { keptFrom })).toBe('studier-is-kept-out')
  })

  it('what turns out to be no suggestion counts on no call, and can be found to be one again', () => {
    const left = having(answered(), { type: 'LeaveSuggestion', ending: 'reclassified' }, house)
    expect(suggestionRows(left).suggestion?.[0]).toMatchObject({ call: null, adoption: null, stage: 'elsewhere' })
    expect(having(left, { ...follow, call: null }, house)).toMatchObject({ stage: 'received', call: 'call:x' })
    expect(refusalOf(received(), follow, house)).toBe('suggestion-followed-already')
  })
})

describe('Whatever happens to a suggestion', () => {
  const bodies: readonly SuggestionCommandBody[] = [
    ...[follow, study, carry, reward, change, { ...change, names: true }, reply('wholly'), reply('notAdopted')],
    ...(['r1', 'r2'] as const).flatMap((ref) => [
      { type: 'ApproveReward', reward: ref } as const,
      { type: 'RefuseReward', reward: ref, reason: said('no') } as const,
      { type: 'GiveReward', reward: ref } as const,
    ]),
    ...(['k1', 'k2'] as const).flatMap((ref) => [
      { type: 'PublishChange', change: ref } as const,
      { type: 'TakeBackChange', change: ref, reason: said('no') } as const,
    ]),
    { type: 'LeaveSuggestion', ending: 'withdrawn' },
    { type: 'LeaveSuggestion', ending: 'reclassified' },
    { type: 'EraseSuggestion' },
  ]
  it('nothing throws, no reward is given that somebody else had not approved, and nothing erased is written to by staff', () => {
    const step = fc.record({
      body: fc.constantFrom(...bodies),
      actor: fc.constantFrom<SuggestionActor>(clerk, head, holder, seen, house),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: SuggestionState = null
        for (const { body, actor } of steps) {
          const decision = tried(state, body, actor)
          if (!decision.ok) continue
          const isErased: boolean = state !== null && (state as Suggestion).erasedOn !== null
          if (isErased && actor.kind === 'staff') expect(decision.value).toEqual([])
          for (const fact of decision.value) state = evolve(state, fact)
        }
        for (const { stage, decidedOn } of (state as Suggestion | null)?.rewards ?? [])
          if (stage === 'given') expect(decidedOn).not.toBe(null)
      }),
    )
  })
})
