import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import {
  accepted,
  assigned,
  disputeDecided,
  disputeReferred,
  executed,
  heard,
  id,
  issued,
  objected,
  person,
  receivedDayCorrected,
  registered,
  registeredDirectly,
  reportedBack,
  returned,
  reviewIssued,
  reviewServed,
  sealed,
  served,
  servedDayCorrected,
  staff,
  supportedOpinion,
  transferred,
  urgentMarked,
  urgentReported,
  wayTo,
  withdrawn,
} from '../../petition/examples.ts'
import type { Command, Of } from '../../petition/petition.ts'
import { findingsIn, isCarriedOut, mendedIn } from './findings.ts'
import { type LookingWith, lookedAt, overdue } from './testing/lived.ts'

const found = (commands: readonly Command[], more: LookingWith = {}) => findingsIn(lookedAt(commands, more))
const rulesIn = (commands: readonly Command[], more: LookingWith = {}) => found(commands, more).map(({ rule }) => rule)
const mended = (commands: readonly Command[]) => mendedIn(lookedAt(commands))

describe('信访工作条例 art. 22 (1), 43: not registered or routed in time', () => {
  const late = [registered(), overdue('route#1', '2026-03-18')]

  it('finds the bureau, with the fact, the clock and the day that was missed', () => {
    expect(found(late)).toEqual([
      {
        rule: 'notRoutedInTime',
        key: 'notRoutedInTime/route#1',
        organ: 'county-bureau',
        evidence: [
          {
            ...{ fact: 'DutyFellOverdue', version: 2, on: '2026-03-18' },
            ...{ clock: 'route#1', lastDay: '2026-03-17' },
          },
        ],
      },
    ])
  })

  it('finds nothing while the day runs, and nothing when it was routed on the last one', () => {
    expect(rulesIn([registered()])).toEqual([])
    expect(rulesIn([registered(), transferred({ on: day('2026-03-17') })])).toEqual([])
  })

  it('finds it still when it was routed late, as put right since', () => {
    const routed = [...late, transferred({ on: day('2026-03-20') })]
    expect(rulesIn(routed)).toEqual(['notRoutedInTime'])
    expect(mended(routed)).toEqual(['notRoutedInTime/route#1'])
    expect(mended(late)).toEqual([])
  })

  it('finds a registration after the whole time was over, once, however it goes on', () => {
    const registeredLate = registered({ receivedOn: day('2026-02-14') })
    const key = 'notRoutedInTime/route#1'
    expect(found([registeredLate])).toMatchObject([
      { key, organ: 'county-bureau', evidence: [{ fact: 'PetitionRegistered', version: 1, lastDay: '2026-03-01' }] },
    ])
    expect(found([registeredLate, overdue('route#1', '2026-03-03')]).map((each) => each.key)).toEqual([key])
    expect(rulesIn([registered({ receivedOn: day('2026-02-15') })])).toEqual([])
  })

  it('takes back what a day put right shows to have been in time, and finds it anew where that passes too', () => {
    const late = [registered({ receivedOn: day('2026-02-20') }), overdue('route#1', '2026-03-08')]
    const corrected = [...late, receivedDayCorrected({ on: day('2026-03-09'), receivedOn: day('2026-02-28') })]
    expect(rulesIn(late)).toEqual(['notRoutedInTime'])
    expect(rulesIn(corrected)).toEqual([])
    expect(mended(corrected)).toEqual(['notRoutedInTime/route#1'])
    const again = [...corrected, overdue('route#1', '2026-03-16')]
    expect(found(again).map(({ key }) => key)).toEqual(['notRoutedInTime/route#1/2'])
    const registeredLate = registered({ receivedOn: day('2026-02-01') })
    const putRight = receivedDayCorrected({ on: day('2026-03-03'), receivedOn: day('2026-02-27') })
    expect(rulesIn([registeredLate, putRight])).toEqual([])
  })

  it('finds nothing in a late day that came with an import: it was received elsewhere', () => {
    const imported = { source: sealed('source'), id: sealed('source-id') }
    expect(rulesIn([registered({ receivedOn: day('2020-02-14'), imported })])).toEqual([])
  })

  it('finds what a returned matter was not sent on in time', () => {
    const again = [registered(), transferred(), objected(), returned(), overdue('routeAgain#1', '2026-03-19')]
    expect(found(again)).toMatchObject([{ rule: 'notRoutedInTime', organ: 'county-bureau' }])
  })
})

describe('信访工作条例 art. 23, 44 (1)(3): not notified in time', () => {
  it('finds the organ to which it was forwarded', () => {
    const late = [registered(), transferred(), overdue('notify#1', '2026-03-21')]
    expect(found(late)).toMatchObject([{ rule: 'notNotifiedInTime', organ: 'county-housing' }])
    expect(rulesIn([registered(), transferred(), accepted({ on: day('2026-03-20') })])).toEqual([])
  })

  it('finds an organ that was approached itself', () => {
    expect(found([registeredDirectly(), overdue('notifyDirect#1', '2026-03-18')])).toMatchObject([
      { rule: 'notNotifiedInTime', organ: 'county-housing' },
    ])
  })

  it('finds nothing in an accusation that is with whoever is competent: their own rules hold there (art. 30)', () => {
    const accusation = registered({ class: 'accusation' })
    const sent = transferred({ to: id('county-discipline') })
    expect(rulesIn([accusation, sent, overdue('notifyAccusation#1', '2026-03-27')])).toEqual([])
    expect(rulesIn([accusation, overdue('route#1', '2026-03-18')])).toEqual(['notRoutedInTime'])
  })
})

describe('信访工作条例 art. 34–36, 45 (1)(1): not answered in time', () => {
  const late = [...wayTo.accepted, overdue('handle#1', '2026-05-10')]

  it('finds the organ that has it, from the day after the last', () => {
    expect(found(late)).toMatchObject([
      { rule: 'notAnsweredInTime', organ: 'county-housing', evidence: [{ clock: 'handle#1', lastDay: '2026-05-09' }] },
    ])
    expect(rulesIn([...wayTo.served])).toEqual([])
  })

  it('finds a reviewing body', () => {
    const review = [...wayTo.underReview, overdue('review#1', '2026-06-22')]
    expect(found(review)).toMatchObject([{ rule: 'notAnsweredInTime', organ: 'city-housing' }])
    expect(rulesIn([...wayTo.reviewed])).toEqual([])
  })

  it('leaves what was over before anybody looked', () => {
    const over = [...wayTo.routed, overdue('notify#1', '2026-03-21'), withdrawn({ on: day('2026-03-25') })]
    expect(rulesIn(over)).toEqual([])
    expect(mended(over)).toEqual(['notNotifiedInTime/notify#1'])
  })
})

describe('信访工作条例 art. 34: issued but not served', () => {
  const issuedOnly = [...wayTo.accepted, heard(), issued(), overdue('handle#1', '2026-05-10')]

  it('finds that the answer was left lying, and not also that there was none', () => {
    expect(found(issuedOnly)).toEqual([
      {
        rule: 'issuedNotServed',
        key: 'issuedNotServed/handle#1',
        organ: 'county-housing',
        evidence: [
          expect.objectContaining({ fact: 'OpinionIssued', on: '2026-04-20' }),
          expect.objectContaining({ fact: 'DutyFellOverdue', clock: 'handle#1', lastDay: '2026-05-09' }),
        ],
      },
    ])
  })

  it('finds it where one of two petitioners was served', () => {
    const two = registered({ people: [person('p1'), person('p2')], headcount: 2 })
    const one = [two, transferred(), accepted(), heard(), issued(), served(), overdue('handle#1', '2026-05-10')]
    expect(rulesIn(one)).toEqual(['issuedNotServed'])
  })

  it('finds that there was no answer where it was only issued after the last day', () => {
    const after = [...wayTo.accepted, overdue('handle#1', '2026-05-10'), heard({ on: day('2026-05-11') })]
    expect(rulesIn([...after, issued({ on: day('2026-05-12') })])).toEqual(['notAnsweredInTime'])
  })

  it('finds nothing where it had been served in time and was entered late', () => {
    const entered = [...issuedOnly, served({ on: day('2026-05-12'), servedOn: day('2026-05-08') })]
    expect(rulesIn(entered)).toEqual([])
    expect(mended(entered)).toEqual(['issuedNotServed/handle#1'])
    const late = [...issuedOnly, served({ on: day('2026-05-12'), servedOn: day('2026-05-11') })]
    expect(rulesIn(late)).toEqual(['issuedNotServed'])
  })

  it('takes back what a day put right shows to have been in time', () => {
    const served11 = [...issuedOnly, served({ on: day('2026-05-12'), servedOn: day('2026-05-11') })]
    const corrected = [
      ...served11,
      servedDayCorrected({ on: day('2026-05-13'), document: 'd2', servedOn: day('2026-05-09') }),
    ]
    expect(rulesIn(corrected)).toEqual([])
  })

  it('finds a review that was issued and not served', () => {
    const review = [...wayTo.underReview, reviewIssued(), overdue('review#1', '2026-06-22')]
    expect(found(review)).toMatchObject([{ rule: 'issuedNotServed', organ: 'city-housing' }])
    expect(mended([...review, reviewServed({ on: day('2026-06-25'), servedOn: day('2026-06-25') })])).toEqual([
      'issuedNotServed/review#1',
    ])
  })
})

describe('信访工作条例 art. 22 (1)(3): the result not reported back', () => {
  it('finds whoever owes the report', () => {
    const late = [registered(), assigned(), accepted(), overdue('reportBack#1', '2026-05-01')]
    expect(found(late)).toMatchObject([{ rule: 'resultNotReported', organ: 'county-housing' }])
    expect(rulesIn([registered(), assigned(), accepted()])).toEqual([])
  })
})

describe('信访工作条例 art. 24: a dispute undecided', () => {
  it('finds whoever has to decide it, and whoever leaves an objection unanswered', () => {
    const dispute = [
      registered(),
      transferred(),
      objected(),
      disputeReferred(),
      overdue('decideDispute#1', '2026-03-20'),
    ]
    expect(found(dispute)).toMatchObject([{ rule: 'disputeUndecided', organ: 'county' }])
    const objection = [registered(), transferred(), objected(), overdue('answerObjection#1', '2026-03-17')]
    expect(found(objection)).toMatchObject([{ rule: 'disputeUndecided', organ: 'county-bureau' }])
  })

  it('finds nothing where it was decided', () => {
    expect(rulesIn([registered(), transferred(), objected(), disputeReferred(), disputeDecided()])).toEqual([])
  })
})

describe('信访工作条例 art. 25, 46 (4): an urgent matter reported late', () => {
  it('finds whoever marked it, for each body that was not told', () => {
    const late = [registered(), urgentMarked(), urgentReported(), overdue('reportUrgent#2', '2026-03-05')]
    expect(found(late)).toMatchObject([{ rule: 'urgentReportedLate', key: 'urgentReportedLate/reportUrgent#2' }])
    expect(rulesIn([registered(), urgentMarked(), urgentReported()])).toEqual([])
  })
})

describe('信访工作条例 art. 32 (2), 42 (4): an opinion not carried out', () => {
  const promised = [...wayTo.accepted, heard(), supportedOpinion(), served()]
  const evidence: Of<'AddMaterial'> = {
    ...{ type: 'AddMaterial', on: day('2026-06-19'), actor: staff('county-housing') },
    ...{ note: sealed('what was looked at'), materials: [] },
  }

  it('finds the organ that promised it, the day after', () => {
    const late = [...promised, overdue('execute#1', '2026-07-01')]
    expect(found(late)).toMatchObject([{ rule: 'opinionNotCarriedOut', organ: 'county-housing' }])
    expect(isCarriedOut(lookedAt(late))).toBe(false)
  })

  it('finds nothing where it was carried out in time, and then nothing is owed any more', () => {
    const done = [...promised, evidence, executed()]
    expect(rulesIn(done)).toEqual([])
    expect(isCarriedOut(lookedAt(done))).toBe(true)
    expect(isCarriedOut(lookedAt(promised))).toBe(false)
  })
})

describe('A matter that has been over for long', () => {
  it('is let rest, unless something is still owed in it', () => {
    const owing = [...wayTo.accepted, heard(), supportedOpinion(), served(), overdue('execute#1', '2026-07-01')]
    expect(rulesIn(owing, { today: '2030-01-01' })).toEqual(['opinionNotCarriedOut'])
    const over = [registered(), assigned(), withdrawn({ on: day('2026-04-27') }), reportedBack()]
    expect(rulesIn(over, { today: '2027-04-27' })).toEqual(['evidenceMissing'])
    expect(rulesIn(over, { today: '2027-04-28' })).toEqual([])
  })

  it('is found by no rule that the law does not know', () => {
    const rules = { ...lookedAt([registered()]).rules, notRoutedInTime: null }
    expect(rulesIn([registered(), overdue('route#1', '2026-03-18')], { rules })).toEqual([])
  })
})
