/** Which training a post needs and for how long it holds, as the house has it; test/law-mutants.ts changes the rows and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { article } from './spec.ts'

const expected = [
  ['induction', 1095, ['clerk', 'head', 'commissioner']],
  ['conduct', 365, ['clerk', 'head', 'leader', 'supervisor', 'commissioner']],
  ['topical', 730, []],
] as const

article(
  '信访工作条例 art. 16 (2): petition work belongs to what cadres are taught; which training a post needs, and the days, are ours (docs/adr/0068)',
  [
    ...(['trainings.induction', 'trainings.conduct', 'trainings.topical'] as const),
    ...(['trainingTimes.retakeTest', 'trainingTimes.renewCertificate'] as const),
  ],
  {
    'three years after an induction, one after discipline, two of a topic; a week before a test is taken again, sixty days to renew':
      ({ same, cites, world }) => {
        for (const [name, count, requiredOf] of expected) {
          same(world.law.trainings[name].span, { unit: 'days', count })
          same(world.law.trainings[name].requiredOf, requiredOf)
          cites(`trainings.${name}`, decided('0068'))
        }
        same(world.law.trainingTimes.retakeTest.span, { unit: 'days', count: 7 })
        same(world.law.trainingTimes.renewCertificate.span, { unit: 'days', count: 60 })
        cites('trainingTimes.retakeTest', decided('0068'))
        cites('trainingTimes.renewCertificate', decided('0068'))
      },
  },
)
