import type { BackupsWords } from './backups-zh.ts'

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export const backupsEn: BackupsWords = {
  title: 'Backup and restore',
  standing: {
    off: 'The house does not save itself',
    good: 'Backups are in order',
    late: 'The backup is late',
    failed: 'The backup failed',
    waiting: 'The first backup is still to come',
  },
  standingSays: {
    off: 'No place for backups is set. If the disk breaks, every petition is lost.',
    good: (at) => `Last whole backup: ${at}.`,
    waiting: (at) => `There is none yet. The first is made before ${at}.`,
    late: (at) => `Last whole backup: ${at}. The one that should have followed is not there.`,
    lateNever: 'The time has passed, and no backup has been made yet.',
    failed: 'The last attempt came to nothing. The house tries again every hour.',
  },

  toDo: 'What to do now',
  nothingToDo: 'Nothing needs doing.',
  setUp:
    'Set XINQIAO_BACKUP_TO where the house is started, to a folder on another disk or another machine, and start it again.',
  byHand: 'Until then, make one by hand:',
  lookAtFault:
    'See “Why it failed” below: is the folder mounted, can it be written, is there room? Then you can make one at once:',
  lookAtHouse: 'See whether the process that has XINQIAO_BACKUP_TO is running. You can make one by hand first:',
  missing: (files) =>
    `When the last backup was made, ${plural(files, 'file')} could not be found in the house. Bring them back from an older backup, or put it on record that they are lost.`,
  gone: (name) => `The file of the last backup, ${name}, is not where it was put, or has another size.`,
  drillNever: 'There has been no drill yet: nobody knows whether a backup can be restored until one was. Run:',
  drillLongAgo: 'The last drill was more than three months ago. Run:',
  drillBad: 'The last drill found something wrong (below). Find out why, put it right, and drill again:',
  keys: 'The keys are not in the backup. Save them in the first days of each month and after each rotation, and keep them apart:',

  last: 'Last backup',
  made: 'Made',
  moment: 'Shows the house at',
  size: 'Size',
  took: 'Took',
  holds: 'Holds',
  holding: (facts, files) => `${facts} facts, ${files} files`,
  digest: 'Digest',
  file: 'File',
  folder: 'Place',
  next: 'Next',
  every: (at) => `every day at ${at}`,
  keep: 'Kept',
  keeping: (days, weeks, months) => {
    const parts = [
      plural(days, 'day'),
      weeks > 0 ? plural(weeks, 'week') : '',
      months > 0 ? plural(months, 'month') : '',
    ]
    return `the newest of each of the last ${parts.filter((part) => part !== '').join(', ')}`
  },

  runs: 'Backups',
  noRuns: 'No backups yet',
  noRunsSays: 'The first one will stand here.',
  began: 'Begun',
  cause: 'By',
  causes: { schedule: 'the house', hand: 'hand' },
  facts: 'Facts',
  state: 'Result',
  states: { running: 'Under way', made: 'Whole', failed: 'Failed', removed: 'Removed' },
  elsewhere: 'No longer where it was put',
  fault: 'Why it failed',
  faults: {
    'no-folder': 'The folder for backups is not there: not mounted, perhaps, or renamed',
    'place-taken': 'There is a file of that name, or one is being written',
    'in-data-folder': 'The place is inside the data folder, and would be lost with it',
    'no-room': 'There is no room left on the disk',
    'not-writable': 'It may not be written there, or the disk is read-only',
    'disk-failed': 'The disk failed',
    'cut-off': 'The house was stopped while it was made',
    'archive-broken': 'The file is not whole, or was altered',
    'newer-program': 'It was made by a newer program',
    'reads-otherwise': 'It reads otherwise than it was written: the disk cannot be relied on',
    fsck: 'Facts or rows are not as they should be',
    files: 'Files are missing or do not open',
    pieces: 'Sealed pieces do not open',
    'key-lost': 'A key is missing: some of it cannot be read',
    'keys-refused': 'The keys are not those of this house',
    register: 'It does not agree with the published log',
    other: 'Something else',
  },

  drill: 'Last drill',
  noDrill: 'There has been no drill yet.',
  drillSays:
    'A drill restores a backup for a moment inside the data folder, checks every fact, opens every sealed piece and removes it all. It sends nothing to anybody.',
  drillStates: {
    sound: 'Restored, and nothing wrong',
    faulty: 'Restored, and something is wrong',
    failed: 'Could not be restored',
  },
  result: 'Found',
  pieces: (count) => `${count} sealed pieces opened`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  notYours: 'This page is for administrators.',
}
