/** A share as it is said: whole hundredths, because the intervals are wider than that. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`
