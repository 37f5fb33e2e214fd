/** What can be done with a dispute, by the names that the wire and the pages share. */
export const disputeActions = [
  ...(['grade', 'assign', 'take-up', 'return', 'progress'] as const),
  ...(['settle', 'hand-up', 'follow-up', 'extend', 'petition', 'direct'] as const),
  ...(['not-found', 'confirm-not-found', 'reject-not-found', 'close'] as const),
] as const
export type DisputeActionName = (typeof disputeActions)[number]
