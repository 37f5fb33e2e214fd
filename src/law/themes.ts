/**
 * The shape of what a pack says of governed themes (主题治理, 每月一题): until when one is to be solved, and how long there is when it rises
 * again. The Regulations have bureaus analyse what petitions say and propose what to improve (art. 14 (1) (4), (6)) and give no days; that
 * many-voiced problems are made themes with one who answers for them is the practice of Beijing. So the days are ours, and a pack may change
 * them (docs/adr/0063).
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/** The longest that a theme is given; how long it is given when it rises again. */
export const themeTimeNames = ['governTheme', 'governThemeAgain'] as const
export type ThemeTimeName = (typeof themeTimeNames)[number]

export interface ThemeTime {
  readonly span: Span
  readonly basis: Basis
}

export type ThemeTimes = Readonly<Record<ThemeTimeName, ThemeTime>>
