import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { article } from '../../law/basis.ts'
import { periodWith } from '../../law/report-periods.ts'
import type { Bulletin, BulletinCommand, BulletinFact, BulletinRefusal, BulletinWorld } from './bulletin.ts'
import { decide, mayRead } from './decide.ts'
import { evolve } from './evolve.ts'
import * as example from './examples.ts'
import { recipientsOfSituation } from './recipients.ts'

/** What came of commands that must be accepted, one after the other. */
function after(commands: readonly BulletinCommand[], world: BulletinWorld = example.worldWith()): Bulletin | null {
  let state: Bulletin | null = null
  for (const command of commands) {
    const decided = decide(state, command, world)
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.kind}`)
    state = decided.value.reduce<Bulletin | null>(evolve, state)
  }
  return state
}

const given = (...commands: readonly BulletinCommand[]) => ({
  when: (command: BulletinCommand, world: BulletinWorld = example.worldWith()) => {
    const decided = decide(after(commands), command, world)
    return {
      gives(expected: Partial<BulletinFact>) {
        expect(decided).toMatchObject({ ok: true, value: [expected] })
      },
      refused(expected: Partial<BulletinRefusal>) {
        expect(decided).toMatchObject({ ok: false, error: expected })
      },
    }
  },
})

const { drafted, edited, submitted, returned, issued, withdrawn, received, report, notice, situation } = example

describe('信访工作条例 art. 39 (1): results are circulated in a suitable range', () => {
  it('by a bureau, to whom it chooses', () => {
    given()
      .when(drafted())
      .gives({ type: 'BulletinDrafted', tone: 'results', organ: example.id('county.bureau') })
  })
  it('and by no department, which is assessed and assesses nobody', () => {
    given()
      .when(drafted({ actor: example.staff('county.land', 'writer') }))
      .refused({ kind: 'not-an-issuer', basis: article(39, 1) })
  })
  it('with a tone, so that nobody takes praise for criticism', () => {
    given()
      .when(drafted({ tone: null }))
      .refused({ kind: 'tone-missing' })
  })
  it('to somebody else than its issuer, and to organs that are there', () => {
    const to = (organ: string) => drafted({ content: { ...example.content(), recipients: [example.id(organ)] } })
    given().when(to('county.bureau')).refused({ kind: 'recipient-is-issuer' })
    given().when(to('nowhere')).refused({ kind: 'recipient-ended' })
    given(drafted({ content: { ...example.content(), recipients: [] } }))
      .when(submitted())
      .refused({ kind: 'no-recipient' })
  })
})

describe('信访工作条例 art. 39 (2): praise', () => {
  it('goes round like results do', () => {
    given()
      .when(drafted({ tone: 'praise' }))
      .gives({ tone: 'praise' } as never)
  })
})

describe('信访工作条例 art. 39 (3): criticism is the measure of the joint conference', () => {
  it('and of no bureau', () => {
    given()
      .when(drafted({ tone: 'criticism' }))
      .refused({ kind: 'criticism-not-yours', basis: article(39, 3) })
  })
  it('which issues it', () => {
    given()
      .when(drafted({ tone: 'criticism', actor: example.staff('county.conference', 'writer') }))
      .gives({ tone: 'criticism', organ: example.id('county.conference') } as never)
  })
})

describe('信访工作条例 art. 41: the annual report', () => {
  it('goes to the party committee and the government of its level and to the bureau above, whoever was chosen', () => {
    given(report(), submitted())
      .when(issued())
      .gives({
        type: 'BulletinIssued',
        recipients: ['county.party', 'county', 'city.bureau'].map(example.id),
      } as never)
  })
  it.each([
    ['county.party', 'committee'],
    ['county', 'government'],
    ['city.bureau', null],
  ])('is refused without %s', (organ, who) => {
    const world = example.worldWith({ [organ]: null, ...(who === null ? { 'nation.bureau': null } : {}) })
    given(report())
      .when(submitted(), world)
      .refused({ kind: 'recipient-missing', who: who ?? 'upperBureau', basis: article(41) } as never)
  })
  it('goes to the next bureau above where the nearest is gone', () => {
    const world = example.worldWith({ 'city.bureau': { state: 'abolished' } })
    given(report(), submitted())
      .when(issued(), world)
      .gives({ recipients: ['county.party', 'county', 'nation.bureau'].map(example.id) } as never)
  })
  it('of the bureau of the nation goes to nobody above', () => {
    const actor = example.staff('nation.bureau', 'writer')
    given(report({ actor }), submitted({ actor }))
      .when(issued({ actor: example.staff('nation.bureau', 'head', 'head') }))
      .gives({ recipients: ['nation.party', 'nation.government'].map(example.id) } as never)
  })
  it('is drawn up by a bureau and by nobody else', () => {
    given()
      .when(report({ actor: example.staff('county.conference', 'writer') }))
      .refused({ kind: 'not-a-bureau', basis: article(41) })
  })
  it('is one a year and bureau', () => {
    given()
      .when(report({ standing: 'bulletin:first' }))
      .refused({ kind: 'report-drafted-already', year: 2025, basis: article(41) })
  })
  it('says of which year, and of none that has not begun', () => {
    given()
      .when(report({ year: null }))
      .refused({ kind: 'year-missing' })
    given()
      .when(report({ year: 2027 }))
      .refused({ kind: 'year-missing' })
  })
  it('is issued on the first day of the next year at the earliest, and drafted before', () => {
    const on = (text: string) => day(text)
    const draft = [report({ on: on('2025-12-30') }), submitted({ on: on('2025-12-30') })]
    given(...draft)
      .when(issued({ on: on('2025-12-31') }))
      .refused({ kind: 'year-not-ended', year: 2025 })
    given(...draft)
      .when(issued({ on: on('2026-01-01') }))
      .gives({ type: 'BulletinIssued', year: 2025 } as never)
  })
  it('is refused by the name of the part that is missing', () => {
    const missing = { part: 'proposals', basis: article(41, 1, 3) }
    given(report(), submitted())
      .when(issued({ missing }))
      .refused({ kind: 'bulletin-part-missing', ...missing })
  })
})

describe('信访工作条例 art. 14 (1) (4): the situation is analysed for party committee and government', () => {
  const december = periodWith('month', day('2025-12-01'))

  it('goes to the committee, the government, the conference and the bureau above', () => {
    given(situation(), submitted())
      .when(issued())
      .gives({
        type: 'BulletinIssued',
        period: december,
        recipients: ['county.party', 'county', 'county.conference', 'city.bureau'].map(example.id),
      } as never)
  })
  it('goes without a conference or a bureau above where there is none, and never without those who decide', () => {
    const without = (...organs: readonly string[]) =>
      example.worldWith(Object.fromEntries(organs.map((organ) => [organ, null])))
    const bureau = example.id('county.bureau')
    const found = (...organs: readonly string[]) => recipientsOfSituation(bureau, without(...organs).organs)
    expect(found('county.conference', 'city.bureau', 'nation.bureau')).toEqual({
      ok: true,
      value: ['county.party', 'county'].map(example.id),
    })
    expect(found('county.party', 'county.organisation', 'county.conference')).toMatchObject({
      ok: false,
      error: { kind: 'recipient-missing', who: 'committee', basis: article(14, 1, 4) },
    })
    expect(found('county')).toMatchObject({ error: { who: 'government' } })
  })
  it('is drawn up by a bureau and by nobody else', () => {
    given()
      .when(situation({ actor: example.staff('county.conference', 'writer') }))
      .refused({ kind: 'not-a-bureau', basis: article(14, 1, 4) })
  })
  it('is on a whole week, month or quarter that has begun', () => {
    given()
      .when(situation({ period: null }))
      .refused({ kind: 'period-missing' })
    given()
      .when(situation({ period: { ...december, from: day('2025-12-02') } }))
      .refused({ kind: 'period-missing' })
    given()
      .when(situation({ period: periodWith('month', day('2026-02-01')) }))
      .refused({ kind: 'period-missing' })
    given()
      .when(situation({ period: periodWith('week', day('2026-01-15')) }))
      .gives({ type: 'BulletinDrafted', period: periodWith('week', day('2026-01-12')) } as never)
  })
  it('is issued on the day after its last at the earliest, and drafted before', () => {
    const draft = [situation({ on: day('2025-12-30') }), submitted({ on: day('2025-12-30') })]
    given(...draft)
      .when(issued({ on: day('2025-12-31') }))
      .refused({ kind: 'period-not-ended', until: day('2025-12-31') })
    given(...draft)
      .when(issued({ on: day('2026-01-01') }))
      .gives({ type: 'BulletinIssued' } as never)
  })
  it('is one a bureau and period', () => {
    given()
      .when(situation({ standing: 'bulletin:first' }))
      .refused({ kind: 'period-reported-already' })
    const corrects = example.corrected({ kind: 'situationReport', period: december })
    given()
      .when(situation({ standing: 'bulletin:first', corrects }))
      .gives({ corrects: 'bulletin:first' } as never)
    const other = { ...corrects, period: periodWith('quarter', day('2025-12-01')) }
    given()
      .when(situation({ corrects: other }))
      .refused({ kind: 'nothing-to-correct' })
  })
  it('has no accusation among its cases, nor anybody who asked to be kept back (art. 30 (3))', () => {
    const choosing = (more: object) =>
      situation({
        content: { ...example.content(example.cases('260302000000017')), recipients: [] },
        read: [example.readCase('260302000000017', more)],
      })
    given()
      .when(choosing({ isAccusation: true }))
      .refused({ kind: 'petition-is-accusation' } as never)
    given()
      .when(choosing({ isKeptBack: true }))
      .refused({ kind: 'petition-kept-back' })
  })
  it('leaves what was issued before there were such reports as it was', () => {
    const { period: _, ...before } = (decide(null, drafted(), example.worldWith()) as { value: readonly object[] })
      .value[0] as {
      readonly period: null
    }
    expect(evolve(null, before as never)?.period).toBeNull()
  })
})

describe('信访工作条例 art. 30 (2): the organisation department is told of petitions that concern cadres', () => {
  const approved = issued({ counted: [] })
  const by = example.staff('county.bureau', 'deputy', 'supervisor')

  it('and nobody else', () => {
    given(notice(), submitted({ actor: by }))
      .when(approved)
      .gives({ type: 'BulletinIssued', recipients: [example.id('county.organisation')] } as never)
  })
  it('of a major matter the party committee over it as well, which is not chosen', () => {
    given(notice({ personnel: example.personnel({ isMajor: true }) }), submitted({ actor: by }))
      .when(approved)
      .gives({ recipients: ['county.organisation', 'county.party'].map(example.id), isMajor: true } as never)
  })
  it.each(['county.party', 'county.land', 'county.conference', 'nowhere'])('never in place of it %s', (department) => {
    given(notice({ personnel: example.personnel({ department: example.id(department), keptFrom: [] }) }))
      .when(submitted({ actor: by }))
      .refused({ kind: 'recipient-missing', who: 'organisationDepartment', basis: article(30, 2) } as never)
  })
  it('says which cadres', () => {
    given()
      .when(notice({ personnel: example.personnel({ concerned: [] }) }))
      .refused({ kind: 'nobody-named' })
  })
  it('is written by heads, leaders and supervisors', () => {
    given()
      .when(notice({ actor: example.writer }))
      .refused({ kind: 'bulletin-not-yours' })
  })
  it('goes to no department that one of them leads', () => {
    given()
      .when(notice({ personnel: example.personnel({ keptFrom: [example.id('county.organisation')] }) }))
      .refused({ kind: 'recipient-is-named', basis: article(30, 3) } as never)
  })
})

describe('信访工作条例 art. 30 (3): whom it concerns never learns of it', () => {
  const by = example.staff('county.bureau', 'deputy', 'supervisor')
  const bulletin = after([notice(), submitted({ actor: by }), issued({ counted: [] })]) as Bulletin
  const see = (actor: ReturnType<typeof example.staff>) => mayRead(bulletin, actor, example.worldWith())
  const recipient = example.staff('county.organisation', 'reader', 'head')

  it('neither the person, nor whoever answers to them', () => {
    expect(see(recipient)).toBe(true)
    expect(see({ ...recipient, account: 'concerned' })).toBe(false)
    expect(see({ ...recipient, answersTo: ['concerned'] })).toBe(false)
  })
  it('neither an organ that they lead, nor one below it, nor one that carries it on', () => {
    const merged = example.worldWith({
      'county.land': { state: 'merged', successors: [example.id('county.organisation')] },
    })
    expect(mayRead(bulletin, recipient, merged)).toBe(false)
    given(notice(), submitted({ actor: by }))
      .when(issued({ actor: { ...example.head, account: 'concerned' } }))
      .refused({ kind: 'no-such-bulletin' })
  })
  it('so that nobody begins one about themselves', () => {
    given()
      .when(notice({ actor: { ...by, account: 'concerned' } }))
      .refused({ kind: 'bulletin-not-yours', basis: article(30, 3) })
  })
  it('nor does anybody in the bureau whose post it is not', () => {
    expect(see(example.staff('county.bureau', 'someone', 'clerk'))).toBe(false)
    expect(see(example.staff('county.bureau', 'someone', 'leader'))).toBe(true)
  })
})

describe('Cases in a circular', () => {
  const choosing = (read: Parameters<typeof example.readCase>[1] | null, more: Parameters<typeof drafted>[0] = {}) =>
    drafted({
      content: example.content(example.cases('260302000000017')),
      read: read === null ? [] : [example.readCase('260302000000017', read)],
      ...more,
    })

  it('are refused where their chooser does not see them', () => {
    given().when(choosing(null)).refused({ kind: 'petition-unknown', petition: '260302000000017' })
  })
  it('are never accusations (art. 30 (3))', () => {
    given()
      .when(choosing({ isAccusation: true }))
      .refused({ kind: 'petition-is-accusation', basis: article(30, 3) } as never)
  })
  it('are never those that are kept back', () => {
    given()
      .when(choosing({ isKeptBack: true }))
      .refused({ kind: 'petition-kept-back' })
  })
  it('are looked at again when it is issued: what was shown then may be kept back now', () => {
    given(choosing({}), submitted())
      .when(issued({ read: [example.readCase('260302000000017', { isKeptBack: true })] }))
      .refused({ kind: 'petition-kept-back' })
  })
  it('are frozen with number, category and stage, and nothing else', () => {
    const read = [example.readCase('260302000000017', { stage: 'handling' })]
    given(choosing({}), submitted())
      .when(issued({ read }))
      .gives({
        blocks: [
          { is: 'cases', cases: [{ petition: '260302000000017', category: 'land.contract', stage: 'handling' }] },
        ],
      } as never)
  })
})

describe('Figures', () => {
  it('are frozen with the numbers and the day on which they were counted', () => {
    given(drafted(), submitted())
      .when(issued())
      .gives({
        blocks: [{ is: 'text' }, { is: 'figures', countedOn: '2026-01-19', counted: [{ rows: [{ count: 3 }] }] }],
      } as never)
  })
  it('have a period that is not turned round', () => {
    const block = { ...example.figures, from: day('2026-01-01'), until: day('2025-12-31') } as typeof example.figures
    given()
      .when(drafted({ content: example.content(block) }))
      .refused({ kind: 'ended-before-begun' })
  })
})

describe('A bulletin (ADR 0035)', () => {
  it('is edited by several, and approved by none of them', () => {
    const written = [drafted(), edited({ actor: { ...example.head, account: 'deputy' } }), submitted()]
    for (const account of ['writer', 'deputy']) {
      given(...written)
        .when(issued({ actor: { ...example.head, account } }))
        .refused({ kind: 'own-bulletin' })
    }
    given(...written)
      .when(issued())
      .gives({ type: 'BulletinIssued', account: 'head' } as never)
  })
  it('is approved by a head or leader of its own office', () => {
    for (const actor of [example.staff('county.bureau', 'x', 'clerk'), example.staff('city.bureau', 'x', 'head')]) {
      given(drafted(), submitted()).when(issued({ actor })).refused({ kind: 'bulletin-not-yours' })
    }
  })
  it('is returned with reasons and then edited again', () => {
    given(drafted(), submitted())
      .when(edited())
      .refused({ kind: 'wrong-bulletin-stage', stage: 'submitted', needs: ['draft'] })
    given(drafted(), submitted(), returned()).when(edited()).gives({ type: 'BulletinEdited' })
    given(drafted()).when(returned()).refused({ kind: 'wrong-bulletin-stage' })
  })
  it('has something in it before it is submitted', () => {
    given(drafted({ content: { ...example.content(), blocks: [] } }))
      .when(submitted())
      .refused({ kind: 'nothing-to-circulate' })
  })
  it('is withdrawn before it is issued, and never after', () => {
    given(drafted(), submitted()).when(withdrawn()).gives({ type: 'BulletinWithdrawn' })
    given(drafted(), submitted(), issued()).when(withdrawn()).refused({ kind: 'wrong-bulletin-stage', stage: 'issued' })
  })
  it('is received by each organ once, and by none that it did not go to', () => {
    const sent = [drafted(), submitted(), issued()]
    given(...sent)
      .when(received())
      .gives({ type: 'BulletinReceived', organ: example.id('county.land') })
    given(...sent, received())
      .when(received({ actor: example.staff('county.land', 'second') }))
      .refused({ kind: 'received-already' })
    given(...sent)
      .when(received({ actor: example.staff('county.survey', 'reader') }))
      .refused({ kind: 'bulletin-not-yours' })
  })
  it('that was issued is put right by another that names it', () => {
    given()
      .when(drafted({ corrects: example.corrected() }))
      .gives({ corrects: 'bulletin:first' } as never)
    given()
      .when(drafted({ corrects: example.corrected({ isIssued: false }) }))
      .refused({ kind: 'nothing-to-correct' })
    given()
      .when(drafted({ corrects: example.corrected({ organ: example.id('city.bureau') }) }))
      .refused({ kind: 'nothing-to-correct' })
    given()
      .when(drafted({ corrects: example.corrected({ by: 'bulletin:second' }) }))
      .refused({ kind: 'corrected-already' })
  })
  it('of a year may be put right though it stands', () => {
    const corrects = example.corrected({ kind: 'annualReport', year: 2025 })
    given()
      .when(report({ standing: 'bulletin:first', corrects }))
      .gives({ type: 'BulletinDrafted', corrects: 'bulletin:first' } as never)
    given()
      .when(report({ standing: 'bulletin:first', year: 2024, corrects }))
      .refused({ kind: 'nothing-to-correct' })
  })
  it('is begun once, and nothing is done to one that is not there', () => {
    given(drafted()).when(drafted()).refused({ kind: 'bulletin-drafted-already' })
    given().when(submitted()).refused({ kind: 'no-such-bulletin' })
  })
})

describe('ADR 0055: a leader instructs because of a situation report', () => {
  const leads = example.staff('county', 'mayor', 'leader')
  const instructing = (more: object = {}) =>
    ({
      ...{ type: 'InstructOnBulletin', on: day('2026-01-20'), actor: leads, to: example.id('county.land') },
      ...{ what: example.sealed('what'), due: day('2026-02-01'), ...more },
    }) as never
  const out = [example.situation({ content: { ...example.content(), recipients: [] } }), submitted(), issued()] as const

  it('an organ of their area, by a day that lies ahead, of a report that went to them', () => {
    given(...out)
      .when(instructing())
      .gives({ type: 'BulletinInstructed', ref: 'i1', organ: 'county', to: 'county.land' } as never)
    for (const to of ['city.bureau', 'county', 'nowhere'])
      given(...out)
        .when(instructing({ to: example.id(to) }))
        .refused({ kind: 'organ-not-of-your-area' } as never)
    given(...out)
      .when(instructing({ due: day('2026-01-20') }))
      .refused({ kind: 'day-not-ahead' } as never)
    given(...out)
      .when(instructing({ actor: example.staff('county', 'x', 'clerk') }))
      .refused({ kind: 'not-yours-to-instruct' } as never)
    given(...out)
      .when(instructing({ actor: example.staff('county.land', 'x', 'head') }))
      .refused({ kind: 'bulletin-not-yours' } as never)
  })

  it('and of no other bulletin', () => {
    given(drafted(), submitted(), issued())
      .when(instructing({ actor: example.staff('county.land', 'x', 'head'), to: example.id('county.survey') }))
      .refused({ kind: 'nothing-to-instruct' } as never)
  })
})
