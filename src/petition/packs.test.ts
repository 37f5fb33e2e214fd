/** The packs that are read from files: each row against what its law says, and each pack under random histories. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { deriveProvisionally } from '../kernel/clock.ts'
import { day } from '../kernel/day.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { basisInWords } from '../law/basis.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { decide } from './decide.ts'
import * as example from './examples.ts'
import { lawFrom, PacksRefused, readLaws, readPackFile, shippedPacks } from './pack-reading.ts'
import { isEnded, type Petition, type PetitionLaw } from './petition.ts'
import { draws, type Step, walk } from './random-walk.ts'
import { exampleWorld, specOf } from './spec.ts'
import { law as national } from './world.ts'

drawFromSeed()

const laws = await readLaws([shippedPacks])
const pack = (id: string): PetitionLaw => {
  const found = laws.named(`${id}@1`)
  if (!found) throw new Error(`no pack ${id}`)
  return found
}
const under = (id: string) => specOf({ ...exampleWorld, law: pack(id) })
const zh = (basis: Parameters<typeof basisInWords>[0]): string => basisInWords(basis).zh
const { id } = example

describe('浙江省信访条例 (2016), over the Regulations', () => {
  const { given } = under('cn-zhejiang')

  it('art. 20 (1): a bureau registers and routes within five working days', () => {
    // Thursday 12 February 2026, before the Spring Festival: 13, 14 (made up), 24, 25, 26 February
    given(example.registered({ on: day('2026-02-12'), receivedOn: day('2026-02-12') })).clockIs('route', {
      lastDay: day('2026-02-26'),
      pack: 'cn-zhejiang@1',
    })
    expect(zh(pack('cn-zhejiang').clocks.route?.basis as never)).toBe('《浙江省信访条例》（2016）第20条第1款')
  })

  it('art. 20 (1) item 2, 20 (2): an organ tells the petitioner within five working days', () => {
    given(example.registeredDirectly({ on: day('2026-03-02'), receivedOn: day('2026-03-02') })).clockIs(
      'notifyDirect',
      { lastDay: day('2026-03-09') },
    )
    given(...example.wayTo.routed).clockIs('notify', { span: { unit: 'workingDays', count: 5 } })
    expect(zh(pack('cn-zhejiang').clocks.notifyDirect?.basis as never)).toContain('第20条第1款第2项')
    expect(zh(pack('cn-zhejiang').clocks.notify?.basis as never)).toContain('第20条第2款')
  })

  it('art. 23 (1): answers within thirty days, extendable by sixty', () => {
    const accepted = given(...example.wayTo.accepted)
    const { from, lastDay } = accepted.clock('handle')
    expect(lastDay).toBe(day('2026-04-09'))
    expect(from).toBe(day('2026-03-10'))
    accepted
      .when(example.extended({ on: day('2026-04-09'), until: day('2026-06-08') }))
      .accepted()
      .clockIs('handle', { lastDay: day('2026-06-08') })
    accepted.when(example.extended({ on: day('2026-04-09'), until: day('2026-06-09') })).refused({
      kind: 'extension-too-long',
      atMost: day('2026-06-08'),
      basis: pack('cn-zhejiang').permissions.ExtendHandling?.basis as never,
    })
    expect(zh(pack('cn-zhejiang').permissions.ExtendHandling?.basis as never)).toContain('第23条第1款')
    for (const rule of ['performDuty', 'replyToSuggestion'])
      expect(pack('cn-zhejiang').clocks[rule]).toMatchObject({ span: { count: 30 }, basis: { article: 23 } })
  })

  it('art. 15 (2): at most three for ten people or fewer, at most five for more', () => {
    const people = (count: number) => Array.from({ length: count }, (_, at) => example.person(`p${at + 1}`))
    const basis = pack('cn-zhejiang').representatives.basis
    given()
      .when(example.registered({ people: people(3), headcount: 10 }))
      .accepted()
    given()
      .when(example.registered({ people: people(4), headcount: 10 }))
      .refused({ kind: 'too-many-representatives', count: 4, atMost: 3, basis })
    given()
      .when(example.registered({ people: people(5), headcount: 11 }))
      .accepted()
    given()
      .when(example.registered({ people: people(6), headcount: 11 }))
      .refused({ kind: 'too-many-representatives', count: 6, atMost: 5, basis })
    expect(zh(basis)).toContain('第15条第2款')
  })
})

describe('河南省信访条例 (2012), over the Regulations', () => {
  const { given } = under('cn-henan')
  const { clocks, permissions, principles, representatives } = pack('cn-henan')

  it('art. 26 (2) item 1: forwards within five days', () => {
    given(example.registered({ on: day('2026-03-02'), receivedOn: day('2026-03-02') })).clockIs('route', {
      lastDay: day('2026-03-07'),
    })
    expect(zh(clocks.route?.basis as never)).toContain('第26条第2款第1项')
  })

  it('art. 26 (2) item 2: thirty days from receiving it, not from accepting it, and no more than ninety', () => {
    const accepted = given(...example.wayTo.accepted)
    const { heldSince } = accepted.petition
    accepted.clockIs('handle', { from: heldSince })
    expect(accepted.clock('handle').lastDay).toBe(day('2026-04-04'))
    accepted
      .when(example.extended({ on: day('2026-04-01'), until: day('2026-06-03') }))
      .accepted()
      .clockIs('handle', { lastDay: day('2026-06-03') })
    accepted.when(example.extended({ on: day('2026-04-01'), until: day('2026-06-04') })).refusedAs('extension-too-long')
    for (const rule of ['handle', 'performDuty', 'replyToSuggestion'])
      expect(clocks[rule]).toMatchObject({ countsFrom: 'receipt', span: { unit: 'days', count: 30 } })
    expect(zh(permissions.ExtendHandling?.basis as never)).toContain('第26条第2款第2项')
  })

  it('art. 26 (2) item 5: what was forwarded wrongly goes back within five days, rest days or not', () => {
    given(...example.wayTo.routed).clockIs('objectToTransfer', { span: { unit: 'days', count: 5 } })
    for (const { basis } of [
      clocks.objectToTransfer,
      permissions.ObjectToTransfer,
      principles.wrongForwardingIsObjectedTo,
    ] as never[])
      expect(zh(basis)).toContain('第26条第2款第5项')
  })

  it('art. 11: at most five representatives', () => {
    expect([representatives.atMost, zh(representatives.basis)]).toEqual([5, '《河南省信访条例》（2012）第11条'])
  })
})

describe('山东省信访条例 (2015), over the Regulations', () => {
  const { given } = under('cn-shandong')
  const { clocks, documents, proposalAnswer, supervisionTriggers, representatives } = pack('cn-shandong')

  it('art. 43 (1): the reviewing organ decides within three working days whether it takes a request up', () => {
    const asked = given(...example.wayTo.underReview)
    asked
      .running('review', 'acceptReview')
      .clockIs('acceptReview', { from: day('2026-05-22'), lastDay: day('2026-05-27') })
    asked
      .when(example.reviewAccepted())
      .then({ type: 'ReviewAccepted', instance: 'review', organ: id('city-housing') })
      .notRunning('acceptReview')
      .running('review')
      .when(example.reviewAccepted({ on: day('2026-05-26') }))
      .refused({ kind: 'review-accepted', on: day('2026-05-25') })
    asked.when(example.reviewIssued()).accepted().notRunning('acceptReview')
    expect(zh(clocks.acceptReview?.basis as never)).toContain('第43条第1款')
  })

  it('art. 44 (1): and so does the re-examining one', () => {
    const asked = given(...example.wayTo.underReexamination)
    asked.running('reexamine', 'acceptReexamination').notRunning('acceptReview')
    const actor = example.staff(asked.petition.reviews.at(-1)?.organ as never)
    asked
      .when(example.reviewAccepted({ on: asked.petition.reviews.at(-1)?.requests[0]?.on as never, actor }))
      .then({ type: 'ReviewAccepted', instance: 'reexamination' })
      .notRunning('acceptReexamination')
    expect(zh(clocks.acceptReexamination?.basis as never)).toContain('第44条第1款')
  })

  it('art. 41 (2): the answer says claims, facts, opinion and basis, and the remedy', () => {
    expect(documents.handlingOpinion.parts.map(({ part, basis }) => [part, zh(basis).slice(-7)])).toEqual(
      ['facts', 'answers', 'legalBasis', 'remedy'].map((part) => [part, '第41条第2款']),
    )
  })

  it('art. 59: what is supervised, and thirty days to answer a proposal', () => {
    expect(Object.keys(supervisionTriggers)).toHaveLength(7)
    expect(proposalAnswer).toMatchObject({ span: { unit: 'days', count: 30 }, basis: { article: 59, paragraph: 2 } })
    expect(representatives).toMatchObject({ atMost: 5, basis: { article: 27 } })
  })
})

describe('北京市信访条例 (2006), over the Regulations', () => {
  const { given } = under('cn-beijing')
  const { clocks, documents, proposalAnswer, supervisionTriggers } = pack('cn-beijing')

  it('art. 50 (4): a review is extended by at most thirty days, by the head', () => {
    const asked = given(...example.wayTo.underReview)
    asked.clockIs('review', { lastDay: day('2026-06-21') })
    asked
      .when(example.reviewExtended())
      .then({ type: 'ReviewExtended', due: day('2026-07-21'), document: 'd3' })
      .clockIs('review', { lastDay: day('2026-07-21') })
    const basis = pack('cn-beijing').permissions.ExtendReview?.basis as never
    asked
      .when(example.reviewExtended({ until: day('2026-07-22') }))
      .refused({ kind: 'extension-too-long', atMost: day('2026-07-21'), basis })
    asked.when(example.reviewExtended({ actor: example.staff('city-housing') })).refusedAs('needs-the-head')
    asked
      .when(example.reviewExtended({ on: day('2026-06-22') }))
      .refused({ kind: 'right-lapsed', clock: 'ExtendReview', lastDay: day('2026-06-21'), basis })
    expect(zh(basis)).toContain('第50条第4款')
  })

  it('art. 50 (1): tells in writing that it takes a request up, without days of its own', () => {
    given(...example.wayTo.underReview)
      .notRunning('acceptReview')
      .when(example.reviewAccepted())
      .accepted()
    expect(clocks.acceptReview).toBeUndefined()
  })

  it('art. 43, 52: the parts of an answer; eight circumstances; reasons in three working days', () => {
    expect(documents.handlingOpinion.parts.map(({ part, basis }) => [part, zh(basis).slice(-4)])).toEqual([
      ['facts', '款第2项'],
      ['answers', '款第4项'],
      ['legalBasis', '款第3项'],
      ['remedy', '款第5项'],
    ])
    expect(Object.keys(supervisionTriggers)).toHaveLength(8)
    expect(proposalAnswer).toMatchObject({ span: null, reasonsWithin: { unit: 'workingDays', count: 3 } })
  })

  it('art. 40: sixty days for every matter', () => {
    for (const rule of ['performDuty', 'replyToSuggestion'])
      expect(clocks[rule]).toMatchObject({ span: { unit: 'days', count: 60 }, basis: { article: 40 } })
  })
})

describe('上海市信访条例 (2018), over the Regulations', () => {
  const { clocks, documents, proposalAnswer, representatives } = pack('cn-shanghai')

  it('art. 37: sixty days for every matter', () => {
    for (const rule of ['performDuty', 'replyToSuggestion'])
      expect(clocks[rule]).toMatchObject({ span: { unit: 'days', count: 60 }, basis: { article: 37 } })
  })

  it('art. 38–40: the parts of each opinion', () => {
    const articleOf = (kind: 'handlingOpinion' | 'reviewOpinion' | 'reexaminationOpinion') => [
      ...new Set(documents[kind].parts.map(({ basis }) => zh(basis))),
    ]
    expect(articleOf('handlingOpinion')).toEqual(['《上海市信访条例》（2018）第38条第2款'])
    expect(articleOf('reviewOpinion')).toEqual(['《上海市信访条例》（2018）第39条第2款'])
    expect(articleOf('reexaminationOpinion')).toEqual(['《上海市信访条例》（2018）第40条第2款'])
  })

  it('art. 18, 41 (2): five representatives; a proposal is answered in thirty days', () => {
    expect(representatives).toMatchObject({ atMost: 5, basis: { article: 18 } })
    expect(proposalAnswer).toMatchObject({ span: { count: 30 }, basis: { article: 41, paragraph: 2 } })
  })
})

describe('信访条例 (2005)', () => {
  const { given } = under('cn-2005')
  const { clocks, supervisionTriggers, proposalAnswer, declineGrounds } = pack('cn-2005')

  it('art. 36: six circumstances of supervision, and thirty days to answer a proposal', () => {
    const items = Object.entries(supervisionTriggers).map(([name, { basis }]) => [name, zh(basis)])
    expect(items).toEqual([
      ['procedureNotFollowed', '《信访条例》（2005）第36条第1款第3项'],
      ['shirking', '《信访条例》（2005）第36条第1款第4项'],
      ['opinionNotCarriedOut', '《信访条例》（2005）第36条第1款第5项'],
      ['other', '《信访条例》（2005）第36条第1款第6项'],
      ['notFinishedInTime', '《信访条例》（2005）第36条第1款第1项'],
      ['resultNotReported', '《信访条例》（2005）第36条第1款第2项'],
    ])
    expect(proposalAnswer).toMatchObject({ span: { unit: 'days', count: 30 }, basis: { article: 36, paragraph: 2 } })
  })

  it('art. 33: sixty days and thirty more for every matter', () => {
    for (const rule of ['handle', 'performDuty', 'replyToSuggestion', 'answerAccusation'])
      expect(clocks[rule]).toMatchObject({
        span: { unit: 'days', count: 60 },
        basis: { instrument: 'R05', article: 33 },
      })
  })

  it('knows no objection within five working days: whoever is not competent says so when it decides about acceptance (art. 21 (2))', () => {
    const routed = given(...example.wayTo.routed)
    routed.running('notify').notRunning('objectToTransfer')
    routed
      .when(example.objected())
      .refused({ kind: 'no-such-step', command: 'ObjectToTransfer', law: pack('cn-2005').name })
    routed
      .when(example.declined({ ground: 'notWithinCompetence', competent: id('county-water'), earlier: null }))
      .accepted()
      .at('declined')
  })

  it('art. 16: only a visit to a superior about a matter in progress is not accepted', () => {
    expect(declineGrounds.sameMatterInProgress).toMatchObject({ onlyVisits: true, basis: { article: 16 } })
  })
})

describe('ISO 10002', () => {
  const { given, world } = under('iso-10002')

  it('carries a complaint from its receipt to a review with no word of another law', () => {
    const reviewed = given(...example.wayTo.reviewed)
    for (const { rule, pack: recorded } of reviewed.petition.clocks) {
      expect(recorded).toBe('iso-10002@1')
      expect(zh(world.law.clocks[rule]?.basis as never)).toMatch(/^(ISO 10002:2018第|本系统约定)/)
    }
  })

  it('ends there: it knows no second review', () => {
    given(...example.wayTo.reviewed)
      .when(example.reexaminationRequested())
      .refused({ kind: 'no-such-step', command: 'RequestReexamination', law: world.law.name })
  })

  it('cites nothing Chinese in any row', () => {
    expect(instrumentsIn(pack('iso-10002'))).toEqual(new Set(['ISO10002']))
  })
})

function instrumentsIn(value: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  JSON.stringify(value, (key, inner) => {
    if (key === 'instrument') found.add(inner as string)
    return inner as unknown
  })
  return found
}

describe.each(laws.all.map((each) => [each.id, each] as const))('Whatever anybody does under %s', (_, law) => {
  const onEveryStep = (look: (step: Step & { readonly after: Petition }) => void) =>
    fc.assert(
      fc.property(draws(50), (drawn) => {
        for (const step of walk(drawn, { ...exampleWorld, law }))
          if (step.facts.length > 0 && step.after) look({ ...step, after: step.after })
      }),
      { numRuns: 120 },
    )
  const told = ({ command }: Step): string => `${command.type} on ${command.on}`

  it('leaves every open petition with a duty or a right that runs', () =>
    onEveryStep((step) => {
      if (isEnded(step.after.stage)) return
      const running = step.after.clocks.filter((clock) => isOpen(clock) && clock.rule !== 'objectToTransfer')
      expect(running.length, told(step)).toBeGreaterThan(0)
    }))

  it('never brings a last day forward, and derives each from what was recorded', () =>
    onEveryStep((step) => {
      for (const clock of step.after.clocks) {
        const before = step.before?.clocks.find((other) => other.id === clock.id)
        if (before) expect(clock.lastDay >= before.lastDay, told(step)).toBe(true)
        expect(deriveProvisionally(clock, step.world.calendar).lastDay, told(step)).toBe(clock.lastDay)
        expect(clock.pack).toBe(`${law.id}@${law.version}`)
      }
    }))
})

describe('Which pack', () => {
  const inForce = (region: string, on: string) => laws.inForce(region as RegionCode, day(on)).id

  it.each([
    ['330102', '2026-03-02', 'cn-zhejiang'],
    ['33', '2022-05-01', 'cn-zhejiang'],
    ['330102', '2022-04-30', 'cn-2005'],
    ['990122', '2022-05-01', 'cn-2022'],
    ['00', '2026-03-02', 'cn-2022'],
    ['3', '2026-03-02', 'cn-2022'],
    ['110101', '2026-03-02', 'cn-beijing'],
    ['410105', '2026-03-02', 'cn-henan'],
    ['370102', '2026-03-02', 'cn-shandong'],
    ['310101', '2026-03-02', 'cn-shanghai'],
    ['990122', '1998-01-01', 'cn-2005'],
  ])('%s on %s: %s', (region, on, name) => expect(inForce(region, on)).toBe(name))

  it('is the one that the office chose, where it chose one', async () => {
    const chosen = await readLaws([shippedPacks], 'iso-10002')
    expect(chosen.inForce('330102' as RegionCode, day('2026-03-02')).id).toBe('iso-10002')
    await expect(readLaws([shippedPacks], 'cn-1995')).rejects.toThrow(PacksRefused)
  })

  it('is never another than the one that the petition began under', () => {
    const { petition } = given2022()
    expect(decide(petition, example.accepted(), { ...exampleWorld, law: pack('cn-zhejiang') })).toEqual({
      ok: false,
      error: { kind: 'law-not-loaded', pack: 'cn-2022@1' },
    })
  })
})

const given2022 = () => specOf(exampleWorld).given(...example.wayTo.routed)

describe('A pack file', () => {
  const read = (id: string) => readFileSync(join(shippedPacks, `${id}.json`), 'utf8')
  const faultsIn = (text: string): readonly string[] => {
    const file = readPackFile(text)
    if (!file.ok) return file.error.map(({ at, en }) => `${at}: ${en}`)
    const made = lawFrom(file.value, [national])
    return made.ok ? [] : made.error.map(({ at, en }) => `${at}: ${en}`)
  }
  const changed = (change: (file: Loose) => void): string => {
    const file = JSON.parse(read('cn-zhejiang'))
    change(file)
    return JSON.stringify(file)
  }

  // biome-ignore lint/suspicious/noExplicitAny: a broken file is wrong on purpose, and its types would only say so
  type Loose = any
  const mistakes: readonly (readonly [string, (file: Loose) => void, string])[] = [
    [
      'a table that nobody knows',
      (file) => Object.assign(file.rows, { tolls: {} }),
      'rows.tolls|tolls: there is no such table',
    ],
    ['a clock that nobody knows', (file) => Object.assign(file.rows.clocks, { nap: file.rows.clocks.route }), 'nap'],
    ['no span', (file) => Object.assign(file.rows.clocks.route, { span: 'soon' }), 'clocks.route.span'],
    ['half a day', (file) => Object.assign(file.rows.clocks.route, { span: '0.5 days' }), 'clocks.route.span'],
    ['no days at all', (file) => Object.assign(file.rows.clocks.route, { span: '0 days' }), 'clocks.route.span'],
    [
      'an instrument that nobody named',
      (file) => Object.assign(file.rows.clocks.route, { basis: 'XX99 1' }),
      'clocks.route.basis',
    ],
    [
      'a fact that nobody knows',
      (file) => Object.assign(file.rows.clocks.route, { startsOn: ['SunRose'] }),
      'clocks.route.startsOn',
    ],
    [
      'no fact that it starts on',
      (file) => Object.assign(file.rows.clocks.route, { startsOn: [] }),
      'clocks.route.startsOn',
    ],
    [
      'a designated day that no fact names',
      (file) => Object.assign(file.rows.clocks.route, { span: 'designated' }),
      'clocks.route',
    ],
    ['a right of nobody', (file) => Object.assign(file.rows.clocks.route, { bearer: 'person' }), 'clocks.route'],
    ['a field that nobody knows', (file) => Object.assign(file.rows.clocks.route, { colour: 'red' }), 'clocks.route'],
    ['no way to register', (file) => Object.assign(file.rows.permissions, { Register: null }), 'permissions'],
    [
      'a command that nobody knows',
      (file) => Object.assign(file.rows.permissions, { Delete: { by: ['holder'] } }),
      'permissions',
    ],
    [
      'a right for whoever is accused',
      (file) => Object.assign(file.rows.permissions, { Transfer: { by: ['accused'] } }),
      'permissions.Transfer.by',
    ],
    ['another pack below', (file) => Object.assign(file, { over: 'cn-1995@1' }), 'over: there is no pack cn-1995@1'],
    ['a day that is none', (file) => Object.assign(file, { inForceFrom: '2022-02-30' }), 'inForceFrom'],
    ['a place that is none', (file) => Object.assign(file, { regions: ['333'] }), 'regions.0'],
    ['a field that the file does not have', (file) => Object.assign(file, { secret: 1 }), ': Unrecognized key'],
    ['a whole law that leans on another', (file) => Object.assign(file, { whole: true }), 'still rests on R22'],
  ]
  it.each(mistakes)('with %s is refused, with the place', (_, change, said) => {
    const faults = faultsIn(changed(change)).join('\n')
    expect(
      said.split('|').some((one) => faults.includes(one)),
      faults,
    ).toBe(true)
  })

  it('that is no JSON, or not an object, is refused', () => {
    expect(faultsIn('{')).toEqual([': is not JSON'])
    for (const text of ['null', '[]', '"x"', '{}']) expect(faultsIn(text).length).toBeGreaterThan(0)
  })

  it('cannot reach what every object has', () => {
    const text = read('cn-zhejiang').replace('"clocks"', '"__proto__"')
    expect(faultsIn(text).length).toBeGreaterThan(0)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('is there in every shipped name, and says where it is older than the national law', () => {
    const names = readdirSync(shippedPacks).map((name) => name.replace('.json', ''))
    expect(names.toSorted()).toEqual(
      laws.all
        .map((each) => each.id)
        .filter((name) => name !== 'cn-2022')
        .toSorted(),
    )
    for (const { note, regions, id: name } of laws.all)
      if (regions.length > 0 && name !== 'cn-2022') expect(note?.zh).toMatch(/2022/)
  })
})
