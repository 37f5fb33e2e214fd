/** The coded values of governed themes (主题治理) in words. A code without both languages does not compile. */
import type { Verdict } from '../insight/themes/measuring.ts'
import type { ThemeCommandType, ThemeFactType, ThemeResult, ThemeStage } from '../insight/themes/theme.ts'
import type { Bilingual } from './bilingual.ts'

export const themeTerms = {
  themeStage: {
    governed: { zh: '治理中', en: 'Governed' },
    closed: { zh: '已办结', en: 'Closed' },
  } satisfies Record<ThemeStage, Bilingual>,

  themeResult: {
    solved: { zh: '已解决', en: 'Solved' },
    eased: { zh: '有所缓解', en: 'Eased' },
    unsolved: { zh: '未解决', en: 'Not solved' },
  } satisfies Record<ThemeResult, Bilingual>,

  themeVerdict: {
    fell: { zh: '明显下降', en: 'Fell' },
    rose: { zh: '明显上升', en: 'Rose' },
    unclear: { zh: '没有明显变化', en: 'No clear change' },
    tooEarly: { zh: '治理不足三十天，尚不能判断', en: 'Too early to say: less than thirty days' },
    tooFew: { zh: '过去的件数太少，不能判断', en: 'Too few before to say' },
  } satisfies Record<Verdict, Bilingual>,

  themePart: {
    governor: { zh: '信访部门', en: 'Bureau' },
    owner: { zh: '牵头单位', en: 'Answers for it' },
    doer: { zh: '承担任务', en: 'Has a step' },
  },

  themeCommand: {
    GovernTheme: { zh: '列为治理主题', en: 'Make it a governed theme' },
    AddThemeStep: { zh: '分解任务', en: 'Add a step' },
    HandThemeOver: { zh: '变更牵头单位', en: 'Hand it to another organ' },
    ExtendTheme: { zh: '延长期限', en: 'Give it more time' },
    CloseTheme: { zh: '办结', en: 'Close it' },
    ReopenTheme: { zh: '重新治理', en: 'Open it again' },
    PassThemeOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountTheme: { zh: '重新计算期限', en: 'Count the limit again' },
  } satisfies Record<ThemeCommandType, Bilingual>,

  themeFact: {
    ThemeGoverned: { zh: '列为治理主题', en: 'Made a governed theme' },
    ThemeStepAdded: { zh: '分解任务', en: 'Step added' },
    ThemeHandedOver: { zh: '变更牵头单位', en: 'Handed to another organ' },
    ThemeExtended: { zh: '延长期限', en: 'Given more time' },
    ThemeClosed: { zh: '办结', en: 'Closed' },
    ThemeReopened: { zh: '重新治理', en: 'Opened again' },
    ThemePassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    ThemeFellOverdue: { zh: '逾期未办结', en: 'Fell overdue' },
    ThemeClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limit counted again with a holiday notice',
    },
  } satisfies Record<ThemeFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ThemeTermGroup = keyof typeof themeTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function themeTermOf(group: ThemeTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = themeTerms[group]
  return words[code] ?? { zh: code, en: code }
}
