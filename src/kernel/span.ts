/** A length of time as a statute gives it. Calendar days and working days never convert into each other. */
export type Span =
  | { readonly unit: 'days'; readonly count: number }
  | { readonly unit: 'workingDays'; readonly count: number }
  | { readonly unit: 'designated' }

export const days = <N extends number>(count: N) => ({ unit: 'days', count }) as const
export const workingDays = <N extends number>(count: N) => ({ unit: 'workingDays', count }) as const
/** The statute leaves the day to whoever gives the order ("在指定办理期限内", art. 22). */
export const designated = { unit: 'designated' } as const
