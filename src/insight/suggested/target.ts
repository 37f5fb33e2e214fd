/** What is suggested of a petition that is being registered. */
export const suggestionTargets = ['category', 'class', 'organ'] as const
export type SuggestionTarget = (typeof suggestionTargets)[number]

/** At most so many of each. */
export const mostSuggested = 3
