import { days } from '../../kernel/span.ts'
import { decided } from '../basis.ts'
import type { ThemeTimes } from '../themes.ts'

/** No article gives days: they are the house’s own (docs/adr/0063). */
export const themeTimes = {
  governTheme: { span: days(180), basis: decided('0063') },
  governThemeAgain: { span: days(60), basis: decided('0063') },
} as const satisfies ThemeTimes
