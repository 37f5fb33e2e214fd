/** Every indicator and every time of assessment as the house has it; test/law-mutants.ts changes each and sees that this turns red. */
import { assessmentTimeNames, type IndicatorLaw, type IndicatorName, indicatorNames } from '../law/assessment.ts'
import { article } from './spec.ts'

/** What each row says, written out by hand: measure, numerator, denominator, better, whom, where the formula comes from, article. */
const rows: Readonly<Record<IndicatorName, string>> = {
  routedInTime: 'routing inTime/inTime,late,overdue higher bureau system R22.22.1',
  notifiedInTime: 'notice inTime/inTime,late,overdue higher organ system R22.23.3',
  answeredInTime: 'answer inTime/inTime,late,overdue higher organ system R22.34',
  reportedBackInTime: 'reportBack inTime/inTime,late,overdue higher both ours R22.22.1.3',
  carriedOutInTime: 'execution inTime/inTime,late,overdue higher organ ours R22.32.2',
  solvedAtFirst: 'firstAnswer solved/solved,contested,overdue higher organ usual R22.39.1',
  solvedLocally: 'localAnswer solved/solved,contested,overdue higher organ ours R22.39.1',
  bureauSatisfaction: 'bureauRating satisfied,partly/satisfied,partly,dissatisfied higher bureau system R22.21.2',
  bureauParticipation:
    'bureauRating satisfied,partly,dissatisfied/satisfied,partly,dissatisfied,unrated higher bureau system R22.21.2',
  organSatisfaction: 'organRating satisfied,partly/satisfied,partly,dissatisfied higher organ system R22.21.2',
  organParticipation:
    'organRating satisfied,partly,dissatisfied/satisfied,partly,dissatisfied,unrated higher organ system R22.21.2',
  petitionedAgain: 'recurrence again/first,again lower organ system R22.39.1',
  orderReportedInTime: 'orderReport inTime/inTime,late,overdue higher both ours R22.40.1',
  proposalAnsweredInTime: 'proposalAnswer inTime/inTime,late,overdue higher both ours R22.40.4',
  disputeSettledEarly: 'disputeSettlement settled/settled,becamePetition,open higher both ours ADR0033',
}

const said = ({ measure, numerator, denominator, better, assesses, formula, basis }: IndicatorLaw): string => {
  const place =
    'instrument' in basis ? [basis.instrument, basis.article, basis.paragraph, basis.item] : [`ADR${basis.adr}`]
  const share = `${numerator.join()}/${denominator.join()}`
  return [measure, share, better, assesses, formula, place.filter((each) => each !== undefined).join('.')].join(' ')
}

article(
  '信访工作条例 art. 39 (1): what is assessed',
  indicatorNames.map((name) => `indicators.${name}` as const),
  Object.fromEntries(
    indicatorNames.map((name) => [
      name,
      ({ same, world }) => {
        const row = world.law.indicators[name]
        same(row && said(row), rows[name])
      },
    ]),
  ),
)

article(
  '信访工作条例 art. 39 (1): ten, fifteen and ten working days to object, to decide and to object above; the article gives none',
  assessmentTimeNames.map((name) => `assessmentTimes.${name}` as const),
  {
    'are the house’s own (docs/adr/0033)': ({ same, world }) => {
      const times = Object.entries(world.law.assessmentTimes).map(([name, { span, basis }]) => [name, span, basis])
      const basis = { instrument: 'R22', article: 39, paragraph: 1, adr: '0033' }
      same(times, [
        ['objectToFigure', { unit: 'workingDays', count: 10 }, basis],
        ['decideObjection', { unit: 'workingDays', count: 15 }, basis],
        ['objectAbove', { unit: 'workingDays', count: 10 }, basis],
      ])
    },
  },
)
