/** Letters before leaders (领导阅批): who lays what before whom, what a leader may do, and what an instruction never does (docs/adr/0037). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { actionsOf } from './actions.ts'
import { decide, permissions } from './decide.ts'
import { evolve } from './evolve.ts'
import { mayKnow } from './knowing.ts'
import type {
  LookedAtLeader,
  LookedAtPetition,
  Of,
  Reading,
  ReadingCommand,
  ReadingCommandBody,
  ReadingFact,
  ReadingState,
  StaffActor,
} from './reading.ts'
import { readingRows } from './tables.ts'

const id = (text: string): OrganId => text as OrganId
const sealed = (text: string): Sealed => ({ ref: text, commitment: text })

type Place = readonly [string, OrganFacts['kind'], OrganFacts['level'], string, string | null]
const places: readonly Place[] = [
  ['city', 'government', 'prefecture', '9901', null],
  ['city.bureau', 'bureau', 'prefecture', '9901', 'city'],
  ['county', 'government', 'county', '990101', 'city'],
  ['county.party', 'party', 'county', '990101', null],
  ['county.conference', 'conference', 'county', '990101', 'county'],
  ['county.bureau', 'bureau', 'county', '990101', 'county'],
  ['county.land', 'department', 'county', '990101', 'county'],
  ['county.survey', 'department', 'county', '990101', 'county.land'],
  ['county.water', 'department', 'county', '990101', 'county'],
  ['next', 'government', 'county', '990102', 'city'],
  ['gone', 'department', 'county', '990101', 'county'],
]
const facts = places.map(
  ([name, kind, level, region, parent]): OrganFacts => ({
    ...{ id: id(name), kind, level, region, parent: parent === null ? null : id(parent), leadBy: null, successors: [] },
    state: name === 'gone' ? 'abolished' : 'active',
  }),
)
const organs: AllOrgans = { find: (organ) => facts.find((each) => each.id === organ), all: () => facts }
const world = { organs }
const today = day('2026-11-23')
const later = day('2026-11-24')

const staff = (account: string, organ: string, ...posts: string[]): StaffActor => ({
  ...{ kind: 'staff', account, organ: id(organ), posts },
})
const clerk = staff('clerk', 'county.bureau', 'clerk')
const mayor = staff('mayor', 'county', 'leader')
const colleague = staff('deputy', 'county', 'leader')
const house = { kind: 'house', task: 'reading' } as const

const looked = (more: Partial<LookedAtPetition> = {}): LookedAtPetition => ({
  ...{ number: '261123000000017', class: 'appeal', organs: [id('county.land'), id('county.bureau')] },
  ...{ keptFrom: [], officials: [], withdrawn: [], isGoing: false },
  ...more,
})
const leader = (more: Partial<LookedAtLeader> = {}): LookedAtLeader => ({
  ...{ account: 'mayor', organ: id('county'), leads: true, leadsOrgans: [id('county')], answersTo: ['mayor'] },
  ...more,
})
const summary = { title: sealed('title'), page: sealed('page'), of: 3 }
const order = (organ: string, due = later) => ({ organ: id(organ), what: sealed(`to ${organ}`), due })

const proposal = (more: Partial<Of<'ProposeReading'>> = {}): Of<'ProposeReading'> => ({
  ...{ type: 'ProposeReading', on: today, actor: clerk, leader: leader(), looked: looked(), why: sealed('why') },
  ...{ suggested: null, wantedBy: null, summary, liesThere: false },
  ...more,
})

const by = (actor: ReadingCommand['actor'], body: ReadingCommandBody, on = today): ReadingCommand => ({
  ...body,
  ...{ on, actor },
})

function given(...commands: readonly ReadingCommand[]): ReadingState {
  return commands.reduce<ReadingState>((state, command) => {
    const decided = decide(state, command, world)
    if (!decided.ok) throw new Error(decided.error.kind)
    return decided.value.reduce<ReadingState>(evolve, state)
  }, null)
}
const follows = (state: ReadingState, command: ReadingCommand): readonly ReadingFact[] | string => {
  const decided = decide(state, command, world)
  return decided.ok ? decided.value : decided.error.kind
}
const lying = given(proposal()) as Reading
const instruct = (
  orders: readonly ReturnType<typeof order>[],
  more: Partial<LookedAtPetition> = {},
): ReadingCommandBody => ({
  ...{ type: 'Instruct', orders, looked: looked(more) },
})

describe('信访工作条例 art. 18 (2): a letter is laid before a leader', () => {
  it('by a clerk of the bureau of the same place, with the page about it as it is then', () => {
    expect(follows(null, proposal())).toMatchObject([
      {
        ...{ type: 'ReadingProposed', bureau: 'county.bureau', account: 'clerk', summary },
        leader: { account: 'mayor', organ: 'county' },
      },
    ])
    expect(follows(null, proposal({ actor: staff('c', 'county.conference', 'head') }))).toMatchObject([{}])
    expect(follows(null, proposal({ leader: leader({ organ: id('county.party'), leadsOrgans: [] }) }))).toMatchObject([
      {},
    ])
  })

  it('and by nobody else: not by a reader of the bureau, not from another place, not by a department before the mayor', () => {
    expect(follows(null, proposal({ actor: staff('s', 'county.bureau', 'supervisor') }))).toBe('only-clerks-propose')
    expect(follows(null, proposal({ actor: staff('c', 'city.bureau', 'clerk') }))).toBe('leader-is-elsewhere')
    expect(follows(null, proposal({ actor: staff('c', 'county.land', 'clerk') }))).toBe('leader-is-elsewhere')
    const elsewhere = leader({ organ: id('next'), leadsOrgans: [id('next')] })
    expect(follows(null, proposal({ leader: elsewhere }))).toBe('leader-is-elsewhere')
  })

  it('by any organ before a leader of its own', () => {
    const own = leader({ account: 'chief', organ: id('county.land'), leadsOrgans: [id('county.land')] })
    expect(follows(null, proposal({ actor: staff('c', 'county.land', 'clerk'), leader: own }))).toMatchObject([{}])
  })

  it('who leads there today, once, by a day that lies ahead', () => {
    expect(follows(null, proposal({ leader: leader({ leads: false }) }))).toBe('not-a-leader')
    expect(follows(null, proposal({ liesThere: true }))).toBe('lies-there-already')
    expect(follows(null, proposal({ wantedBy: today }))).toBe('day-not-ahead')
    expect(follows(null, proposal({ wantedBy: later }))).toMatchObject([{ wantedBy: later }])
    expect(follows(lying, proposal())).toBe('reading-proposed-already')
    expect(follows(null, proposal({ looked: looked({ isGoing: true }) }))).toBe('no-such-petition')
  })
})

describe('信访工作条例 art. 28 (3), 30: a letter comes before nobody whom it is about', () => {
  it('no accusation is laid before a leader this way', () => {
    expect(follows(null, proposal({ looked: looked({ class: 'accusation' }) }))).toBe('accusation-goes-its-own-way')
  })

  it.each([
    ['the leader is named', looked({ officials: ['mayor'] }), leader()],
    [
      'the leader answers to somebody named',
      looked({ officials: ['secretary'] }),
      leader({ answersTo: ['secretary'] }),
    ],
    ['the leader has withdrawn', looked({ withdrawn: ['mayor'] }), leader()],
    ['the leader’s organ is accused', looked({ keptFrom: [id('county')] }), leader()],
    ['the leader’s organ stands below one that is', looked({ keptFrom: [id('city')] }), leader()],
    [
      'the leader leads an accused organ beside',
      looked({ keptFrom: [id('county.land')] }),
      leader({ leadsOrgans: [id('county'), id('county.land')] }),
    ],
  ])('where %s', (_, about, who) => {
    expect(follows(null, proposal({ looked: about, leader: who }))).toBe('leader-is-kept-out')
    const other = proposal({ leader: leader({ account: 'other', leadsOrgans: [], answersTo: [] }) })
    const handing = by(clerk, { type: 'HandReadingOver', leader: who, looked: about, reason: sealed('why') })
    expect(follows(given(other), handing)).toBe('leader-is-kept-out')
  })

  it('a department accused is no reason to keep it from the mayor', () => {
    expect(follows(null, proposal({ looked: looked({ keptFrom: [id('county.land')] }) }))).toMatchObject([{}])
  })

  it('and from the day on which it becomes known whom it is about it exists for them no more', () => {
    const kept = (more: Partial<LookedAtPetition>) => {
      const fact = follows(lying, by(house, { type: 'RecordKept', looked: looked(more) }))
      return typeof fact === 'string' ? null : fact.reduce<ReadingState>(evolve, lying)
    }
    for (const more of [
      { officials: ['mayor'] },
      { keptFrom: [id('county')] },
      { withdrawn: ['mayor'] },
      { class: 'accusation' },
    ] as const) {
      const state = kept(more) as Reading
      expect(mayKnow(state, mayor, organs), JSON.stringify(more)).toBe(false)
      expect(follows(state, by(mayor, { type: 'MarkRead' }))).toBe('no-such-reading')
      // known at once, before it is recorded here
      expect(follows(lying, by(mayor, instruct([order('county.land')], more)))).toBe('no-such-reading')
    }
    expect(follows(lying, by(house, { type: 'RecordKept', looked: looked() }))).toEqual([])
    expect((kept({ class: 'accusation' }) as Reading).isAccusation).toBe(true)
    expect(readingRows(kept({ class: 'accusation' })).reading_party).toHaveLength(1)
  })

  it('nobody else of the leader’s office knows of it', () => {
    expect(mayKnow(lying, mayor, organs)).toBe(true)
    expect(mayKnow(lying, colleague, organs)).toBe(false)
    expect(mayKnow(lying, staff('mayor', 'next', 'leader'), organs)).toBe(false)
    expect(mayKnow(lying, staff('other', 'county.bureau', 'clerk'), organs)).toBe(true)
  })
})

describe('A leader instructs', () => {
  it('to whom, what and by when, several at once, and again as long as it lies there', () => {
    const facts = follows(lying, by(mayor, instruct([order('county.land'), order('county.bureau')])))
    expect(facts).toMatchObject([
      {
        ...{ type: 'LeaderInstructed', account: 'mayor', organ: 'county' },
        instructions: [
          { ref: 'i1', organ: 'county.land', to: 'county.land' },
          { ref: 'i2', organ: 'county.bureau', to: 'county.bureau' },
        ],
      },
    ])
    const state = given(proposal(), by(mayor, instruct([order('county.land')])))
    expect(state).toMatchObject({ stage: 'instructed', readOn: today })
    expect(follows(state, by(mayor, instruct([order('county.bureau')])))).toMatchObject([
      { instructions: [{ ref: 'i2' }] },
    ])
  })

  it('no organ past its routing: one without a part gets nothing, the bureau gets the task', () => {
    expect(follows(lying, by(mayor, instruct([order('county.water')])))).toMatchObject([
      { instructions: [{ organ: 'county.water', to: 'county.bureau' }] },
    ])
  })

  it('nobody from whom it is kept, nobody who is no more, and nothing for today', () => {
    const kept = { keptFrom: [id('county.land')] }
    expect(follows(lying, by(mayor, instruct([order('county.land')], kept)))).toBe('organ-is-kept-out')
    expect(follows(lying, by(mayor, instruct([order('county.survey')], kept)))).toBe('organ-is-kept-out')
    expect(follows(lying, by(mayor, instruct([order('gone')])))).toBe('unknown-organ')
    expect(follows(lying, by(mayor, instruct([order('nowhere')])))).toBe('unknown-organ')
    expect(follows(lying, by(mayor, instruct([order('county.land', today)])))).toBe('day-not-ahead')
    expect(follows(lying, by(mayor, instruct([])))).toBe('nobody-instructed')
    expect(follows(null, proposal({ suggested: order('county.land'), looked: looked(kept) }))).toBe('organ-is-kept-out')
  })

  it('by nobody but themselves: not by a clerk, another leader or the house', () => {
    const body = instruct([order('county.land')])
    expect(follows(lying, by(clerk, body))).toBe('reading-is-anothers')
    expect(follows(lying, by(colleague, body))).toBe('no-such-reading')
    expect(follows(lying, by(house, body))).toBe('reading-is-anothers')
    expect(follows(null, by(mayor, body))).toBe('no-such-reading')
  })
})

describe('A reading', () => {
  it('is noted, returned or recalled, and not recalled once it was read', () => {
    expect(given(proposal(), by(mayor, { type: 'MarkRead' }, later))).toMatchObject({ stage: 'read', readOn: later })
    const recalled = by(clerk, { type: 'RecallReading', reason: sealed('r') })
    expect(given(proposal(), recalled)).toMatchObject({ stage: 'recalled', readOn: null })
    const read = given(proposal(), by(mayor, { type: 'MarkRead' }))
    expect(follows(read, recalled)).toBe('wrong-reading-stage')
    expect(follows(read, by(mayor, { type: 'MarkRead' }))).toBe('wrong-reading-stage')
    const returned = given(proposal(), by(mayor, { type: 'ReturnReading', reason: sealed('r') }))
    expect(returned).toMatchObject({ stage: 'returned', reason: { on: today, text: { ref: 'r' } } })
    expect(follows(returned, by(mayor, instruct([order('county.land')])))).toBe('wrong-reading-stage')
  })

  it('has its page made anew before it is read, where there is something new', () => {
    const anew = { ...summary, page: sealed('other'), of: 4 }
    const refreshed = given(proposal(), by(clerk, { type: 'RefreshSummary', summary: anew }, later))
    expect(refreshed).toMatchObject({ summary: anew, summaryOn: later, stage: 'proposed' })
    expect(follows(lying, by(clerk, { type: 'RefreshSummary', summary }))).toBe('nothing-changed')
    const read = given(proposal(), by(mayor, { type: 'MarkRead' }))
    expect(follows(read, by(clerk, { type: 'RefreshSummary', summary: anew }))).toBe('wrong-reading-stage')
  })

  it('goes to another leader when a post ends, who has not read it', () => {
    const next = leader({ account: 'deputy', answersTo: ['deputy'] })
    const handing: ReadingCommandBody = { type: 'HandReadingOver', leader: next, looked: looked(), reason: sealed('r') }
    const state = given(proposal(), by(mayor, { type: 'MarkRead' }), by(clerk, handing, later)) as Reading
    expect(state).toMatchObject({ stage: 'proposed', readOn: null, leader: { account: 'deputy' } })
    expect(mayKnow(state, mayor, organs)).toBe(false)
    expect(mayKnow(state, colleague, organs)).toBe(true)
    expect(state.acts).toEqual([{ on: today, organ: 'county', what: 'read' }])
    expect(follows(lying, by(clerk, { ...handing, leader: leader() }))).toBe('lies-there-already')
    expect(follows(lying, by(mayor, handing))).toBe('reading-is-anothers')
  })

  it('is erased with its petition, once; then nothing is done with it, and the petitioner is told nothing more', () => {
    const state = given(proposal(), by(mayor, { type: 'MarkRead' }), by(house, { type: 'EraseReading' }))
    expect(follows(state, by(house, { type: 'EraseReading' }))).toEqual([])
    expect(follows(state, by(mayor, instruct([order('county.land')])))).toBe('reading-erased')
    expect(readingRows(state).reading_act).toEqual([])
  })

  it('tells the petitioner the day and the organ, each once a day', () => {
    const twice = given(
      proposal(),
      by(mayor, instruct([order('county.land')])),
      by(mayor, instruct([order('county.land')])),
    )
    expect(readingRows(twice).reading_act).toEqual([
      { ref: 'a1', petition: '261123000000017', acted_on: today, organ: 'county', what: 'instructed' },
    ])
  })

  it('offers each act to whom it belongs, and says of each why not', () => {
    const named = (actor: StaffActor) =>
      actionsOf(lying, actor, today, world).map(({ action, refusal }) => [action, refusal])
    expect(named(mayor)).toEqual([
      ['instruct', null],
      ['mark-read', null],
      ['return', null],
    ])
    expect(named(clerk)).toEqual([
      ['refresh', null],
      ['hand-over', null],
      ['recall', null],
    ])
  })
})

describe('Whatever anybody does with a reading', () => {
  const actors = [clerk, mayor, colleague, house, staff('c', 'county.land', 'clerk', 'head', 'leader')]
  const abouts = [
    looked(),
    looked({ officials: ['mayor'] }),
    looked({ keptFrom: [id('county.land')] }),
    looked({ class: 'accusation' }),
  ]
  const command = fc
    .record({
      type: fc.constantFrom(...(Object.keys(permissions) as (keyof typeof permissions)[])),
      actor: fc.constantFrom(...actors),
      about: fc.constantFrom(...abouts),
      who: fc.constantFrom(leader(), leader({ account: 'deputy', answersTo: [] })),
      to: fc.constantFrom('county.land', 'county.water', 'county.survey', 'nowhere'),
      of: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ type, actor, about, who, to, of }) =>
      by(actor, {
        ...{ type, orders: [order(to)], looked: about, leader: who, reason: sealed('r'), summary: { ...summary, of } },
      } as unknown as ReadingCommandBody),
    )

  it('it never throws, an instruction reaches nobody without a part and nobody kept out, and nobody acts who may not know', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        let state: Reading = lying
        for (const each of commands) {
          const decided = decide(state, each, world)
          if (!decided.ok) continue
          if (each.actor.kind === 'staff') expect(mayKnow(state, each.actor, organs)).toBe(true)
          for (const fact of decided.value) {
            if (fact.type === 'LeaderInstructed' && each.type === 'Instruct')
              for (const { to } of fact.instructions) {
                expect([...each.looked.organs, state.bureau]).toContain(to)
                expect(each.looked.keptFrom).not.toContain(to)
              }
            state = evolve(state, fact)
          }
          const parts = readingRows(state).reading_party?.map(({ part }) => part)
          const { officials, withdrawn, leader, keptFrom, isAccusation } = state
          const isKept = isAccusation || [...officials, ...withdrawn].includes(leader.account)
          const both = [[state.bureau, 'bureau'] as const, ...(isKept ? [] : [[leader.organ, 'leader'] as const])]
          expect(parts).toEqual(both.filter(([organ]) => !keptFrom.includes(organ)).map(([, part]) => part))
        }
      }),
      { seed: 20_261_123, numRuns: 300 },
    )
  })
})
