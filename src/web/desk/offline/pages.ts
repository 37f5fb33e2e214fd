/** The pages that open without a network, by their source: whoever takes one along takes them all, so that none is thrown out by another. */
export const offlinePages = ['visits/FieldPage.tsx', 'village/VillagePage.tsx'] as const
