/** How long a secondment may last and when it is evaluated, as the house has it; test/law-mutants.ts changes the rows and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { article } from './spec.ts'

const expected = [
  ['longestSecondment', 730],
  ['answerSecondment', 15],
  ['evaluateMidway', 15],
  ['evaluateAtEnd', 15],
  ['receiveBack', 30],
] as const

article(
  '信访工作条例 art. 16: young and newly recruited cadres learn at posts of petition work; the days are ours (docs/adr/0066)',
  [
    ...(['secondmentTimes.longestSecondment', 'secondmentTimes.answerSecondment'] as const),
    ...(['secondmentTimes.evaluateMidway', 'secondmentTimes.evaluateAtEnd', 'secondmentTimes.receiveBack'] as const),
  ],
  {
    'two years at most, fifteen days to answer and to evaluate, thirty to receive back': ({ same, cites, world }) => {
      for (const [name, count] of expected) {
        same(world.law.secondmentTimes[name].span, { unit: 'days', count })
        cites(`secondmentTimes.${name}`, decided('0066'))
      }
    },
  },
)
