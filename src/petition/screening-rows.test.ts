/** How often disputes are looked for, as the house has it; test/law-mutants.ts changes each row and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { article } from './spec.ts'

const rows = { week: 5, month: 25 } as const
const rhythms = ['week', 'month'] as const

article(
  '信访工作条例 art. 10: disputes are looked for; how often, and by when places report, is ours (docs/adr/0046)',
  rhythms.map((rhythm) => `screenings.${rhythm}` as const),
  Object.fromEntries(
    rhythms.map((rhythm) => [
      rhythm,
      ({ same, cites, world }) => {
        same(world.law.screenings[rhythm]?.reportBy, rows[rhythm])
        cites(`screenings.${rhythm}`, decided('0046'))
      },
    ]),
  ),
)
