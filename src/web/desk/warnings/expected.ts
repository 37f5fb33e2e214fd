/** What was to be expected, as people read it: few matters with a tenth, many without. */
export const expectedInWords = (expected: number): string => (expected < 10 ? expected.toFixed(1) : expected.toFixed(0))
