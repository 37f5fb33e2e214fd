/** How long a governed theme is given, as the house has it; test/law-mutants.ts changes the rows and sees that this turns red. */
import { decided } from '../law/basis.ts'
import { article } from './spec.ts'

article(
  '信访工作条例 art. 14: what petitions say is analysed; the days of a governed theme are ours (docs/adr/0063)',
  ['themeTimes.governTheme', 'themeTimes.governThemeAgain'],
  {
    'half a year at most': ({ same, cites, world }) => {
      same(world.law.themeTimes.governTheme.span, { unit: 'days', count: 180 })
      cites('themeTimes.governTheme', decided('0063'))
    },
    'sixty days when it rises again': ({ same, cites, world }) => {
      same(world.law.themeTimes.governThemeAgain.span, { unit: 'days', count: 60 })
      cites('themeTimes.governThemeAgain', decided('0063'))
    },
  },
)
