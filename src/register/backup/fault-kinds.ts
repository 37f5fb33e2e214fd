/** What went wrong with a backup or a drill, as pages say it in the reader's language; the sentence beside it is for the operator. */
export const faultKinds = [
  // the place
  ...(['no-folder', 'place-taken', 'in-data-folder', 'no-room', 'not-writable', 'disk-failed', 'cut-off'] as const),
  // the archive
  ...(['archive-broken', 'newer-program', 'reads-otherwise'] as const),
  // the house that was restored
  ...(['fsck', 'files', 'pieces', 'key-lost', 'keys-refused', 'register'] as const),
  'other',
] as const
export type FaultKind = (typeof faultKinds)[number]
