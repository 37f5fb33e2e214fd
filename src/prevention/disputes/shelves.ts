/** Where a dispute lies for an organ with a part in it: handed up to it · being settled · settled and to be followed up · now with others · over. */
export const disputeShelves = ['arrived', 'open', 'settled', 'elsewhere', 'done'] as const
export type DisputeShelf = (typeof disputeShelves)[number]
