/** What a matter weighs, as the house has it; test/law-mutants.ts changes the rows and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { workloadWeightNames } from '../law/workload.ts'
import { article } from './spec.ts'

const expected = {
  ...{ suggestion: 1, appeal: 2, accusation: 3 },
  ...{ intake: 1, handling: 3, serving: 1, review: 2 },
} as const

article(
  '信访工作条例 art. 16: offices are staffed as their task demands; what a matter weighs is ours (docs/adr/0067)',
  [
    ...(['workloadWeights.suggestion', 'workloadWeights.appeal', 'workloadWeights.accusation'] as const),
    ...(['workloadWeights.intake', 'workloadWeights.handling', 'workloadWeights.serving'] as const),
    'workloadWeights.review',
  ],
  {
    'an accusation three times a suggestion, and to handle three times as much as to take in': ({
      same,
      cites,
      world,
    }) => {
      for (const name of workloadWeightNames) {
        same(world.law.workloadWeights[name].weight, expected[name])
        cites(`workloadWeights.${name}`, decided('0067'))
      }
    },
  },
)
