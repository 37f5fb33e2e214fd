/** How often leaders go to villages, as the house has it; test/law-mutants.ts changes each row and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { type VisitLevel, visitLevels } from '../law/visits.ts'
import { article } from './spec.ts'

const rows: Readonly<Record<VisitLevel, string>> = {
  province: '1 year',
  prefecture: '1 halfYear',
  county: '1 quarter',
  township: '1 month',
}

article(
  '信访工作条例 art. 18 (2): leaders go to villages regularly; how often is ours (docs/adr/0039)',
  visitLevels.map((level) => `visits.${level}` as const),
  Object.fromEntries(
    visitLevels.map((level) => [
      level,
      ({ same, cites, world }) => {
        const row = world.law.visits[level]
        same(row && `${row.times} ${row.per}`, rows[level])
        cites(`visits.${level}`, decided('0039'))
      },
    ]),
  ),
)
