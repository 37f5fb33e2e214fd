/** The packs that are read from files: each row against what its law says, and each pack under random histories. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFromSeed } from '../../test/seed.ts'
import { deriveProvisionally } from '../kernel/clock.ts'
import { addDays, day } from '../kernel/day.ts'
import { isOpen } from '../kernel/running-clock.ts'
import { basisInWords } from '../law/basis.ts'
import type { RegionCode } from '../law/codes/regions.ts'
import { decide } from './decide.ts'
import * as example from './examples.ts'
import { lawFrom, PacksRefused, readLaws, readPackFile, shippedPacks } from './pack-reading.ts'
import { isEnded, type Petition, type PetitionLaw } from './petition.ts'
import { draws, mayComeEarlier, type Step, walk } from './random-walk.ts'
import { exampleWorld, type Spec, specOf } from './spec.ts'
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

/** What a local pack rests on of its own: row, and part of a document, to article, paragraph and item. */
function ownBases(law: PetitionLaw): Readonly<Record<string, string>> {
  const found: [string, string][] = []
  const look = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { named, article, paragraph, item } = value as Record<string, unknown>
    if (named) found.push([at, [article, paragraph, item].filter((part) => part !== undefined).join('.')])
    else for (const [name, inner] of Object.entries(value)) look(inner, nameAt(at, name, inner))
  }
  look(law, '')
  return Object.fromEntries(found)
}

/** `documents.handlingOpinion.remedy` rather than `documents.handlingOpinion.parts.3.basis`. */
function nameAt(at: string, name: string, inner: unknown): string {
  if (name === 'basis' || name === 'parts') return at
  const { part } = (inner ?? {}) as { part?: string }
  return [at, part ?? name].filter((each) => each !== '').join('.')
}

type Case = (spec: Spec & { readonly law: PetitionLaw }) => void
const suites: { readonly id: string; readonly cases: readonly Case[] }[] = []

/** A suite of one pack, kept so that it can be run against the pack with something changed. */
function suite(id: string, title: string, cases: Readonly<Record<string, Case>>): void {
  suites.push({ id, cases: Object.values(cases) })
  describe(title, () => {
    for (const [name, run] of Object.entries(cases)) it(name, () => runUnder(pack(id), run))
  })
}

const runUnder = (law: PetitionLaw, run: Case): void => run({ ...specOf({ ...exampleWorld, law }), law })

const shirking = [
  'handedOnTooOften',
  'returnedTooOften',
  'disputeUndecided',
  'claimsUnanswered',
  'emptyAnswer',
  'boilerplateAnswer',
]

/** Which findings rest on which article of a local pack. */
const findingsOn = (articles: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(articles).flatMap(([at, rules]) => rules.map((rule) => [`supervision.findings.${rule}`, at])),
  )

suite('cn-zhejiang', '浙江省信访条例 (2016), over the Regulations', {
  'art. 20 (1): a bureau registers and routes within five working days': ({ given, law }) => {
    // Thursday 12 February 2026, before the Spring Festival: 13, 14 (made up), 24, 25, 26 February
    given(example.registered({ on: day('2026-02-12'), receivedOn: day('2026-02-12') })).clockIs('route', {
      lastDay: day('2026-02-26'),
      pack: 'cn-zhejiang@1',
    })
    expect(zh(law.clocks.route?.basis as never)).toBe('《浙江省信访条例》（2016）第20条第1款')
  },

  'art. 20 (1) item 2, 20 (2): an organ tells the petitioner within five working days': ({ given, law }) => {
    given(example.registeredDirectly({ on: day('2026-03-02'), receivedOn: day('2026-03-02') })).clockIs(
      'notifyDirect',
      { lastDay: day('2026-03-09') },
    )
    given(...example.wayTo.routed).clockIs('notify', { span: { unit: 'workingDays', count: 5 } })
    expect(zh(law.clocks.notifyDirect?.basis as never)).toContain('第20条第1款第2项')
    expect(zh(law.clocks.notify?.basis as never)).toContain('第20条第2款')
  },

  'art. 23 (1): answers within thirty days, extendable by sixty': ({ given, law }) => {
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
      basis: law.permissions.ExtendHandling?.basis as never,
    })
    expect(zh(law.permissions.ExtendHandling?.basis as never)).toContain('第23条第1款')
    for (const rule of ['performDuty', 'replyToSuggestion'])
      expect(law.clocks[rule]).toMatchObject({
        span: { count: 30 },
        extendableBy: { count: 60 },
        basis: { article: 23 },
      })
  },

  'art. 15 (2): at most three for ten people or fewer, at most five for more': ({ given, law }) => {
    const people = (count: number) => Array.from({ length: count }, (_, at) => example.person(`p${at + 1}`))
    const basis = law.representatives.basis
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
  },

  'each row rests on its article': ({ law }) => {
    expect(ownBases(law)).toEqual({
      'clocks.route': '20.1',
      'clocks.notifyDirect': '20.1.2',
      'clocks.notify': '20.2',
      'clocks.handle': '23.1',
      'clocks.performDuty': '23.1',
      'clocks.replyToSuggestion': '23.1',
      'permissions.ExtendHandling': '23.1',
      representatives: '15.2',
    })
  },
})

suite('cn-henan', '河南省信访条例 (2012), over the Regulations', {
  'docs/adr/0038: the heads of a county receive on Mondays, and somebody on each working day': ({ law }) => {
    const { countyMain, countyEachDay } = law.receptions.frequencies
    expect(countyMain).toMatchObject({ who: 'main', every: 'week', weekday: 1, basis: { adr: '0038' } })
    expect(countyEachDay).toMatchObject({ every: 'workingDay', basis: { adr: '0038' } })
  },

  'art. 26 (2) item 1: forwards within five days': ({ given, law }) => {
    given(example.registered({ on: day('2026-03-02'), receivedOn: day('2026-03-02') })).clockIs('route', {
      lastDay: day('2026-03-07'),
    })
    expect(zh(law.clocks.route?.basis as never)).toContain('第26条第2款第1项')
  },

  'art. 26 (2) item 2: thirty days from receiving it, not from accepting it, and no more than ninety': ({
    given,
    law,
  }) => {
    const accepted = given(...example.wayTo.accepted)
    const { heldSince } = accepted.petition
    accepted.clockIs('handle', { from: heldSince, startedBy: 'receipt' })
    expect(accepted.clock('handle').lastDay).toBe(day('2026-04-04'))
    accepted
      .when(example.extended({ on: day('2026-04-01'), until: day('2026-06-03') }))
      .accepted()
      .clockIs('handle', { lastDay: day('2026-06-03') })
    accepted.when(example.extended({ on: day('2026-04-01'), until: day('2026-06-04') })).refusedAs('extension-too-long')
    for (const rule of ['handle', 'performDuty', 'replyToSuggestion'])
      expect(law.clocks[rule]).toMatchObject({
        countsFrom: 'receipt',
        span: { unit: 'days', count: 30 },
        extendableBy: { count: 60 },
      })
    expect(zh(law.permissions.ExtendHandling?.basis as never)).toContain('第26条第2款第2项')
  },

  'art. 26 (2) item 5: what was forwarded wrongly goes back within five days, rest days or not': ({ given, law }) => {
    given(...example.wayTo.routed).clockIs('objectToTransfer', { span: { unit: 'days', count: 5 } })
    for (const { basis } of [
      law.clocks.objectToTransfer,
      law.permissions.ObjectToTransfer,
      law.principles.wrongForwardingIsObjectedTo,
    ] as never[])
      expect(zh(basis)).toContain('第26条第2款第5项')
  },

  'art. 11: at most five law.representatives': ({ law }) => {
    expect([law.representatives.atMost, zh(law.representatives.basis)]).toEqual([5, '《河南省信访条例》（2012）第11条'])
  },

  'each row rests on its article': ({ law }) => {
    expect(ownBases(law)).toEqual({
      'clocks.route': '26.2.1',
      'clocks.objectToTransfer': '26.2.5',
      'clocks.handle': '26.2.2',
      'clocks.performDuty': '26.2.2',
      'clocks.replyToSuggestion': '26.2.2',
      'permissions.ObjectToTransfer': '26.2.5',
      'permissions.ExtendHandling': '26.2.2',
      'principles.wrongForwardingIsObjectedTo': '26.2.5',
      representatives: '11',
    })
  },
})

suite('cn-shandong', '山东省信访条例 (2015), over the Regulations', {
  'art. 43 (1): the reviewing organ decides within three working days whether it takes a request up': ({
    given,
    law,
  }) => {
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
    expect(zh(law.clocks.acceptReview?.basis as never)).toContain('第43条第1款')
  },

  'art. 44 (1): and so does the re-examining one': ({ given, law }) => {
    const asked = given(...example.wayTo.underReexamination)
    asked.running('reexamine', 'acceptReexamination').notRunning('acceptReview')
    const actor = example.staff(asked.petition.reviews.at(-1)?.organ as never)
    asked
      .when(example.reviewAccepted({ on: asked.petition.reviews.at(-1)?.requests[0]?.on as never, actor }))
      .then({ type: 'ReviewAccepted', instance: 'reexamination' })
      .notRunning('acceptReexamination')
    expect(zh(law.clocks.acceptReexamination?.basis as never)).toContain('第44条第1款')
  },

  'art. 41 (2): the answer says claims, facts, opinion and basis, and the remedy': ({ law }) => {
    expect(law.documents.handlingOpinion.parts.map(({ part, basis }) => [part, zh(basis).slice(-7)])).toEqual(
      ['facts', 'answers', 'legalBasis', 'remedy'].map((part) => [part, '第41条第2款']),
    )
  },

  'art. 59: what is supervised, and thirty days to answer a proposal': ({ law }) => {
    expect(Object.keys(law.supervisionTriggers)).toHaveLength(7)
    expect(law.proposalAnswer).toMatchObject({
      span: { unit: 'days', count: 30 },
      basis: { article: 59, paragraph: 2 },
    })
    expect(law.representatives).toMatchObject({ atMost: 5, basis: { article: 27 } })
  },

  'each row rests on its article': ({ law }) => {
    expect(ownBases(law)).toEqual({
      'clocks.acceptReview': '43.1',
      'clocks.acceptReexamination': '44.1',
      'permissions.AcceptReview': '43.1',
      'documents.handlingOpinion.facts': '41.2',
      'documents.handlingOpinion.answers': '41.2',
      'documents.handlingOpinion.legalBasis': '41.2',
      'documents.handlingOpinion.remedy': '41.2',
      'supervisionTriggers.procedureNotFollowed': '59.1.1',
      'supervisionTriggers.notFinishedInTime': '59.1.2',
      'supervisionTriggers.resultNotReported': '59.1.3',
      'supervisionTriggers.opinionNotCarriedOut': '59.1.4',
      'supervisionTriggers.shirking': '59.1.5',
      'supervisionTriggers.falseResult': '59.1.5',
      'supervisionTriggers.other': '59.1.6',
      ...findingsOn({
        '59.1.1': ['notRoutedInTime', 'notNotifiedInTime', 'issuedNotServed'],
        '59.1.2': ['notAnsweredInTime'],
        '59.1.3': ['resultNotReported'],
        '59.1.4': ['opinionNotCarriedOut'],
        '59.1.5': [...shirking, 'completionContested', 'evidenceMissing'],
      }),
      'proposals.improveWork': '59.1',
      'proposals.improvePolicy': '60',
      proposalAnswer: '59.2',
      representatives: '27',
    })
  },

  'art. 44 (1): three working days there too': ({ given }) => {
    given(...example.wayTo.underReexamination).clockIs('acceptReexamination', {
      span: { unit: 'workingDays', count: 3 },
    })
  },
})

suite('cn-beijing', '北京市信访条例 (2006), over the Regulations', {
  'art. 50 (4): a review is extended by at most thirty days, by the head': ({ given, law }) => {
    const asked = given(...example.wayTo.underReview)
    asked.clockIs('review', { lastDay: day('2026-06-21') })
    asked
      .when(example.reviewExtended())
      .then({ type: 'ReviewExtended', due: day('2026-07-21'), document: 'd3' })
      .clockIs('review', { lastDay: day('2026-07-21') })
    const basis = law.permissions.ExtendReview?.basis as never
    asked
      .when(example.reviewExtended({ until: day('2026-07-22') }))
      .refused({ kind: 'extension-too-long', atMost: day('2026-07-21'), basis })
    asked.when(example.reviewExtended({ actor: example.staff('city-housing') })).refusedAs('needs-the-head')
    asked
      .when(example.reviewExtended({ on: day('2026-06-22') }))
      .refused({ kind: 'right-lapsed', clock: 'ExtendReview', lastDay: day('2026-06-21'), basis })
    expect(zh(basis)).toContain('第50条第4款')
  },

  'art. 50 (1): tells in writing that it takes a request up, without days of its own': ({ given, law }) => {
    given(...example.wayTo.underReview)
      .notRunning('acceptReview')
      .when(example.reviewAccepted())
      .accepted()
    expect(law.clocks.acceptReview).toBeUndefined()
  },

  'art. 43, 52: the parts of an answer; eight circumstances; reasons in three working days': ({ law }) => {
    expect(law.documents.handlingOpinion.parts.map(({ part, basis }) => [part, zh(basis).slice(-4)])).toEqual([
      ['facts', '款第2项'],
      ['answers', '款第4项'],
      ['legalBasis', '款第3项'],
      ['remedy', '款第5项'],
    ])
    expect(Object.keys(law.supervisionTriggers)).toHaveLength(8)
    expect(law.proposalAnswer).toMatchObject({ span: null, reasonsWithin: { unit: 'workingDays', count: 3 } })
  },

  'art. 40: sixty days for every matter': ({ law }) => {
    for (const rule of ['performDuty', 'replyToSuggestion'])
      expect(law.clocks[rule]).toMatchObject({
        span: { unit: 'days', count: 60 },
        extendableBy: { count: 30 },
        basis: { article: 40 },
      })
  },

  'art. 40: a duty that is to be performed is extended like the rest, by the head': ({ given }) => {
    const accepted = given(...example.wayTo.routed, example.accepted({ route: 'performDuty' }))
    const { lastDay } = accepted.clock('performDuty')
    accepted
      .when(example.extended({ until: addDays(lastDay, 30) }))
      .accepted()
      .clockIs('performDuty', { lastDay: addDays(lastDay, 30) })
    accepted.when(example.extended({ until: addDays(lastDay, 31) })).refusedAs('extension-too-long')
  },

  'each row rests on its article': ({ law }) => {
    expect(ownBases(law)).toEqual({
      'clocks.performDuty': '40',
      'clocks.replyToSuggestion': '40',
      'permissions.AcceptReview': '50.1',
      'permissions.ExtendReview': '50.4',
      'documents.handlingOpinion.facts': '43.1.2',
      'documents.handlingOpinion.answers': '43.1.4',
      'documents.handlingOpinion.legalBasis': '43.1.3',
      'documents.handlingOpinion.remedy': '43.1.5',
      'supervisionTriggers.procedureNotFollowed': '52.1.3',
      'supervisionTriggers.notFinishedInTime': '52.1.1',
      'supervisionTriggers.resultNotReported': '52.1.2',
      'supervisionTriggers.opinionNotCarriedOut': '52.1.5',
      'supervisionTriggers.opinionClearlyWrong': '52.1.6',
      'supervisionTriggers.shirking': '52.1.4',
      'supervisionTriggers.falseResult': '52.1.7',
      'supervisionTriggers.other': '52.1.8',
      ...findingsOn({
        '52.1.1': ['notAnsweredInTime'],
        '52.1.2': ['resultNotReported'],
        '52.1.3': ['notRoutedInTime', 'notNotifiedInTime', 'issuedNotServed'],
        '52.1.4': [...shirking],
        '52.1.5': ['opinionNotCarriedOut'],
        '52.1.7': ['completionContested', 'evidenceMissing'],
      }),
      'proposals.improveWork': '52.1',
      'proposals.improvePolicy': '53',
      proposalAnswer: '52.2',
      representatives: '25.2',
    })
    expect(law.representatives.atMost).toBe(5)
  },

  'art. 50 (1), (4): the re-examining body takes it up and extends it in the same way': ({ given }) => {
    const asked = given(...example.wayTo.underReexamination)
    const { lastDay } = asked.clock('reexamine')
    const body = asked.petition.reviews.at(-1)?.organ as never
    const on = asked.petition.reviews.at(-1)?.requests[0]?.on as never
    asked.when(example.reviewAccepted({ on, actor: example.staff(body) })).accepted()
    const until = (days: number) => addDays(lastDay, days)
    const extended = { on, actor: example.headOf(body) }
    asked.when(example.reviewExtended({ ...extended, until: until(30) })).accepted()
    asked.when(example.reviewExtended({ ...extended, until: until(31) })).refusedAs('extension-too-long')
  },
})

suite('cn-shanghai', '上海市信访条例 (2018), over the Regulations', {
  'art. 37: sixty days for every matter': ({ law }) => {
    for (const rule of ['performDuty', 'replyToSuggestion'])
      expect(law.clocks[rule]).toMatchObject({
        span: { unit: 'days', count: 60 },
        extendableBy: { count: 30 },
        basis: { article: 37 },
      })
  },

  'art. 38–40: the parts of each opinion': ({ law }) => {
    const articleOf = (kind: 'handlingOpinion' | 'reviewOpinion' | 'reexaminationOpinion') => [
      ...new Set(law.documents[kind].parts.map(({ basis }) => zh(basis))),
    ]
    expect(articleOf('handlingOpinion')).toEqual(['《上海市信访条例》（2018）第38条第2款'])
    expect(articleOf('reviewOpinion')).toEqual(['《上海市信访条例》（2018）第39条第2款'])
    expect(articleOf('reexaminationOpinion')).toEqual(['《上海市信访条例》（2018）第40条第2款'])
  },

  'art. 18, 41 (2): five law.representatives; a proposal is answered in thirty days': ({ law }) => {
    expect(law.representatives).toMatchObject({ atMost: 5, basis: { article: 18 } })
    expect(law.proposalAnswer).toMatchObject({ span: { count: 30 }, basis: { article: 41, paragraph: 2 } })
  },

  'each row rests on its article': ({ law }) => {
    const parts = (kind: string, names: readonly string[], article: string) =>
      Object.fromEntries(names.map((part) => [`documents.${kind}.${part}`, article]))
    expect(ownBases(law)).toEqual({
      'clocks.performDuty': '37',
      'clocks.replyToSuggestion': '37',
      ...parts('handlingOpinion', ['facts', 'answers', 'legalBasis', 'remedy'], '38.2'),
      ...parts('reviewOpinion', ['facts', 'opinion', 'legalBasis'], '39.2'),
      ...parts('reexaminationOpinion', ['facts', 'opinion', 'legalBasis'], '40.2'),
      'proposals.improveWork': '41.1',
      proposalAnswer: '41.2',
      representatives: '18',
    })
  },
})

suite('cn-2005', '信访条例 (2005)', {
  'art. 36: six circumstances of supervision, and thirty days to answer a proposal': ({ law }) => {
    const items = Object.entries(law.supervisionTriggers).map(([name, { basis }]) => [name, zh(basis)])
    expect(items).toEqual([
      ['procedureNotFollowed', '《信访条例》（2005）第36条第1款第3项'],
      ['shirking', '《信访条例》（2005）第36条第1款第4项'],
      ['opinionNotCarriedOut', '《信访条例》（2005）第36条第1款第5项'],
      ['other', '《信访条例》（2005）第36条第1款第6项'],
      ['notFinishedInTime', '《信访条例》（2005）第36条第1款第1项'],
      ['resultNotReported', '《信访条例》（2005）第36条第1款第2项'],
    ])
    expect(law.proposalAnswer).toMatchObject({
      span: { unit: 'days', count: 30 },
      basis: { article: 36, paragraph: 2 },
    })
  },

  'art. 36, 39: what is supervised has its number; none of the measures of 2022 is known, and a bureau urges, follows up and looks':
    ({ law }) => {
      const { findings, orders } = law.supervision
      const known = Object.entries(orders).flatMap(([kind, row]) => (row ? [`${kind} ${row.openers.join()}`] : []))
      expect(known).toEqual(['urging bureau', 'followUp bureau', 'onSite bureau', 'joint bureau'])
      for (const kind of ['special', 'interview', 'rectification', 'listed'] as const) expect(orders[kind]).toBe(null)
      expect(findings.returnedTooOften).toBe(null)
      expect(findings.notAnsweredInTime).toMatchObject({
        ...{ trigger: 'notFinishedInTime', basis: { instrument: 'R05', article: 36, paragraph: 1, item: 1 } },
        liability: { instrument: 'R05', article: 43, paragraph: 1, item: 1 },
      })
      expect(findings.notRoutedInTime?.liability).toMatchObject({ article: 41 })
      expect(findings.notNotifiedInTime?.liability).toMatchObject({ article: 42, item: 3 })
      expect(findings.urgentReportedLate?.liability).toMatchObject({ article: 45 })
      expect(findings.handedOnTooOften).toMatchObject({ atLeast: 3, basis: { item: 4, adr: '0031', adds: 'number' } })
    },
  'art. 36–38: improvement of work, policy to the government alone, and discipline of people, never of organs': ({
    law,
  }) => {
    expect(
      Object.entries(law.proposals).map(([kind, { to, against, basis }]) => [kind, to, against, zh(basis)]),
    ).toEqual([
      ['improveWork', ['organConcerned'], [], '《信访条例》（2005）第36条第1款'],
      ['improvePolicy', ['ownGovernment'], [], '《信访条例》（2005）第37条'],
      ['holdToAccount', ['inAuthority'], ['people'], '《信访条例》（2005）第38条'],
    ])
  },

  'art. 33: sixty days and thirty more for every matter': ({ law }) => {
    for (const rule of ['handle', 'performDuty', 'replyToSuggestion', 'answerAccusation'])
      expect(law.clocks[rule]).toMatchObject({
        span: { unit: 'days', count: 60 },
        basis: { instrument: 'R05', article: 33 },
      })
  },

  'knows no objection within five working days: whoever is not competent says so when it decides about acceptance (art. 21 (2))':
    ({ given, law }) => {
      const routed = given(...example.wayTo.routed)
      routed.running('notify').notRunning('objectToTransfer')
      routed.when(example.objected()).refused({ kind: 'no-such-step', command: 'ObjectToTransfer', law: law.name })
      routed
        .when(example.declined({ ground: 'notWithinCompetence', competent: id('county-water'), earlier: null }))
        .accepted()
        .at('declined')
    },

  'art. 16: only a visit to a superior about a matter in progress is not accepted': ({ law }) => {
    expect(law.declineGrounds.sameMatterInProgress).toMatchObject({ onlyVisits: true, basis: { article: 16 } })
  },
})

// biome-ignore lint/suspicious/noExplicitAny: a changed pack is wrong on purpose, and its types would only say so
type Changed = any

/** A pack file with one thing changed in a row that is its own: days, article, part, number, or who and when. */
function changesOf(file: Changed): readonly (readonly [string, Changed])[] {
  const changed: [string, Changed][] = []
  const change = (name: string, apply: (rows: Changed) => void) => {
    const copy = structuredClone(file)
    apply(copy.rows)
    changed.push([name, copy])
  }
  const days = (text: string, more: number) => text.replace(/\d+/, (count) => String(Number(count) + more))
  const article = (text: string) => text.replace(/(?<= )\d+/, (at) => String(Number(at) + 1).padStart(at.length, '0'))
  for (const [table, rows] of Object.entries<Changed>(file.rows)) {
    const single = 'basis' in rows
    for (const [name, row] of Object.entries<Changed>(single ? { [table]: rows } : rows)) {
      const at = single ? table : `${table}.${name}`
      const of = (all: Changed) => (single ? all[table] : all[table][name])
      if (row === null) continue
      for (const field of ['span', 'extendableBy', 'reasonsWithin'])
        if (typeof row[field] === 'string' && /\d/.test(row[field]))
          for (const more of [1, -1])
            change(`${at}.${field} ${more > 0 ? 'longer' : 'shorter'}`, (all) =>
              Object.assign(of(all), { [field]: days(row[field], more) }),
            )
      if (typeof row.basis === 'string' && / \d/.test(row.basis))
        change(`${at} by another article`, (all) => Object.assign(of(all), { basis: article(row.basis) }))
      if (row.countsFrom) change(`${at} from acceptance`, (all) => Reflect.deleteProperty(of(all), 'countsFrom'))
      if (row.atMost) change(`${at} one more`, (all) => Object.assign(of(all), { atMost: row.atMost + 1 }))
      if (row.tiers) change(`${at} without tiers`, (all) => Reflect.deleteProperty(of(all), 'tiers'))
      for (const [index] of (row.parts ?? []).entries()) {
        change(`${at} without part ${index}`, (all) => of(all).parts.splice(index, 1))
        if (/ \d/.test(row.parts[index].basis))
          change(`${at} part ${index} by another article`, (all) =>
            Object.assign(of(all).parts[index], { basis: article(row.parts[index].basis) }),
          )
      }
      if (row.by?.length > 1)
        for (const who of row.by)
          change(`${at} not by ${who}`, (all) =>
            Object.assign(of(all), { by: row.by.filter((each: string) => each !== who) }),
          )
    }
  }
  return changed
}

const local = ['cn-zhejiang', 'cn-henan', 'cn-shandong', 'cn-beijing', 'cn-shanghai']

describe.each(local)('A row of %s that is changed turns one of its suites red', (id) => {
  const file = JSON.parse(readFileSync(join(shippedPacks, `${id}.json`), 'utf8'))
  const cases = suites.filter((each) => each.id === id).flatMap((each) => each.cases)
  it.each(changesOf(file))('%s', (_, changed) => {
    const read = readPackFile(JSON.stringify(changed))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const made = lawFrom(read.value, [national])
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    const isNoticed = cases.some((run) => {
      try {
        runUnder(made.value, run)
        return false
      } catch {
        return true
      }
    })
    expect(isNoticed).toBe(true)
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
        if (before && !mayComeEarlier(clock, step)) expect(clock.lastDay >= before.lastDay, told(step)).toBe(true)
        expect(deriveProvisionally(clock, step.world.calendars.in(null, clock.binds)).lastDay, told(step)).toBe(
          clock.lastDay,
        )
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
    [
      'no recusal',
      (file) => Object.assign(file.rows.permissions, { RequestRecusal: null }),
      'permissions.RequestRecusal',
    ],
    [
      'an erasure that one person can do',
      (file) => Object.assign(file.rows.permissions, { ApproveErasure: { by: ['registrar'] } }),
      'permissions.ApproveErasure',
    ],
    [
      'a rating by whoever is rated',
      (file) => Object.assign(file.rows.permissions, { Rate: { by: ['petitioner', 'registrar', 'holder'] } }),
      'permissions.Rate',
    ],
    [
      'a shorter retention',
      (file) => Object.assign(file.rows, { retention: { appeal: { years: 1 } } }),
      'retention.appeal',
    ],
    [
      'less time to object to an erasure',
      (file) => Object.assign(file.rows.clocks, { objectToErasure: { span: '1 day' } }),
      'clocks.objectToErasure',
    ],
    [
      'no time to object at all',
      (file) => Object.assign(file.rows.clocks, { objectToErasure: null }),
      'clocks.objectToErasure',
    ],
    ['nothing owed after acceptance', (file) => Object.assign(file.rows.clocks, { handle: null }), 'clocks.handle'],
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
