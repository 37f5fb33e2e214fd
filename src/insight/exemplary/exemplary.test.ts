import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type {
  ExemplaryActor,
  ExemplaryCommandBody,
  ExemplaryFact,
  ExemplaryState,
  ExemplaryWorld,
  LookedAtSource,
  Writeup,
} from './exemplary.ts'

const [bureau, land, labour] = ['bureau', 'land', 'labour'] as OrganId[] as [OrganId, OrganId, OrganId]
const office = (id: OrganId, kind: string) => ({ id, kind, region: '990101', state: 'active' }) as unknown as OrganFacts
const organs = [office(bureau, 'bureau'), office(land, 'department'), office(labour, 'department')]
const world: ExemplaryWorld = {
  organs: { find: (id) => organs.find((each) => each.id === id), all: () => organs } as ExemplaryWorld['organs'],
  bureauOf: () => ({ id: bureau, region: '990101' }),
}
const today = day('2026-11-23')
const staff = (account: string, organ: OrganId, ...posts: readonly string[]): ExemplaryActor => ({
  ...{ kind: 'staff', account, organ, posts },
})
const clerk = staff('zhao', land, 'clerk')
const landHead = staff('qian', land, 'head')
const bureauHead = staff('wang', bureau, 'head')
const text = (ref: string): Sealed => ({ ref, commitment: 'c' })
const writeup: Writeup = {
  ...{ title: text('t'), situation: text('s'), done: text('d'), why: text('w'), basis: text('b') },
  ...{ titleEn: null, summaryEn: null },
}
const looked: LookedAtSource = {
  ...{
    category: 'urban.x',
    organs: [land, bureau],
    isSolved: true,
    isAccusation: false,
    isConfidential: false,
    keptFrom: [],
    officials: [],
  },
}
const propose = (more: object = {}): ExemplaryCommandBody =>
  ({
    ...{
      type: 'ProposeExemplary',
      source: { kind: 'petition', stream: '261101000000001' },
      audience: 'place',
      writeup,
    },
    ...{ looked, tellings: [], ...more },
  }) as ExemplaryCommandBody
const publish = (more: object = {}): ExemplaryCommandBody =>
  ({ type: 'PublishExemplary', looked, tellings: [], ...more }) as ExemplaryCommandBody

function play(...acts: readonly (readonly [ExemplaryActor, ExemplaryCommandBody])[]) {
  let state: ExemplaryState = null
  const facts: ExemplaryFact[] = []
  let refused: string | null = null
  for (const [actor, body] of acts) {
    const decision = decide(state, { ...body, on: today, actor }, world)
    refused = decision.ok ? null : decision.error.kind
    if (!decision.ok) continue
    for (const fact of decision.value) {
      state = evolve(state, fact)
      facts.push(fact)
    }
  }
  return { state: state as ExemplaryState, facts, refused }
}

describe('An exemplary case is proposed by whoever had the matter (docs/adr/0064)', () => {
  it('and waits for the head of the bureau, or for its own where only its organ reads it', () => {
    expect(play([clerk, propose()]).state).toMatchObject({ stage: 'proposed', approver: bureau, category: 'urban.x' })
    expect(play([clerk, propose({ audience: 'organ' })]).state).toMatchObject({ approver: land })
  })

  it.each([
    ['exemplary-is-anothers', staff('sun', land, 'auditor'), {}],
    ['no-such-source', clerk, { looked: null }],
    ['source-not-yours', staff('li', labour, 'clerk'), {}],
    ['source-not-solved', clerk, { looked: { ...looked, isSolved: false } }],
    ['source-accuses', clerk, { looked: { ...looked, isAccusation: true } }],
    ['source-accuses', clerk, { looked: { ...looked, keptFrom: [land] } }],
    ['source-accuses', clerk, { looked: { ...looked, keptFrom: [bureau] } }],
    ['exemplary-identifies', clerk, { tellings: [{ part: 'title', kind: 'name', said: '张三' }] }],
  ] as const)('refused: %s', (kind, actor, more) => {
    expect(play([actor, propose(more)]).refused).toBe(kind)
  })
})

describe('Another head publishes it', () => {
  it('and nobody who wrote on it, wherever they sit', () => {
    expect(play([clerk, propose()], [bureauHead, publish()]).state).toMatchObject({ stage: 'published' })
    expect(play([clerk, propose()], [landHead, publish()]).refused).toBe('exemplary-needs-another-head')
    expect(play([bureauHead, propose()], [bureauHead, publish()]).refused).toBe('exemplary-needs-another-head')
    const own = propose({ audience: 'organ' })
    const mend = { type: 'MendExemplary', audience: 'organ', writeup, tellings: [] } as const
    expect(play([clerk, own], [landHead, publish()]).refused).toBeNull()
    expect(play([clerk, own], [landHead, mend], [landHead, publish()]).refused).toBe('exemplary-needs-another-head')
  })

  it('looked at once more: what accuses since, or tells since, is not published', () => {
    const at = (more: object) => play([clerk, propose()], [bureauHead, publish(more)]).refused
    expect(at({ looked: { ...looked, isAccusation: true } })).toBe('source-accuses')
    // whom it accuses since is told nothing of it
    expect(at({ looked: { ...looked, keptFrom: [bureau] } })).toBe('no-such-exemplary')
    expect(at({ looked: { ...looked, keptFrom: [bureau], isAccusation: true } })).toBe('no-such-exemplary')
    expect(at({ looked: { ...looked, isSolved: false } })).toBe('source-not-solved')
    expect(at({ tellings: [{ part: 'title', kind: 'name', said: '张三' }] })).toBe('exemplary-identifies')
  })

  it('or sends it back, and it is mended; withdrawn with a reason it stays withdrawn', () => {
    const back = { type: 'ReturnExemplary', reason: text('r') } as const
    const mend = { type: 'MendExemplary', audience: 'public', writeup, tellings: [] } as const
    const gone = { type: 'WithdrawExemplary', reason: text('x') } as const
    expect(play([clerk, propose()], [bureauHead, back]).state?.stage).toBe('returned')
    expect(play([clerk, propose()], [bureauHead, back], [bureauHead, publish()]).refused).toBe('wrong-exemplary-stage')
    const { state } = play(
      [clerk, propose()],
      [bureauHead, back],
      [clerk, mend],
      [bureauHead, publish()],
      [landHead, gone],
    )
    expect(state).toMatchObject({ stage: 'withdrawn', audience: 'public' })
    expect(play([clerk, propose()], [clerk, gone]).refused).toBe('exemplary-is-anothers')
    expect(play([clerk, propose()], [staff('li', labour, 'head'), gone]).refused).toBe('no-such-exemplary')
  })
})
