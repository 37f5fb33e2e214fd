import type { offlineZh } from './offline-zh.ts'

/** What all pages say that work without a network. */
export const offlineEn: typeof offlineZh = {
  online: 'Network',
  offline: 'No network',
  allSent: 'Nothing waits',
  waiting: (count) => (count === 1 ? '1 entry waits on this phone' : `${count} entries wait on this phone`),
  refused: (count) => (count === 1 ? '1 was not taken' : `${count} were not taken`),
  signIn: 'Sign in again to send',
  othersSignedIn: 'Somebody else is signed in now; only who wrote these can send them.',
  send: 'Send now',
  waits: 'On this phone; sent when there is a network',
  keptHere: (why) => `Not taken, and still on this phone: ${why}`,
  again: 'Send again',
  copy: 'Copy the words',
  drop: 'Throw away',
  dropSays: 'It cannot be brought back. Throw it away?',
  pictureCount: (count) => (count === 1 ? '1 photograph' : `${count} photographs`),
  noPicture: 'That file is no photograph and was not added.',
  keep: 'Write it down',
  notKept: 'The phone did not keep it (it may be full). Write it on paper first.',
  insecure: 'This address is not https, so the browser keeps no page.',
  failed: 'It could not be kept; look at the network and try again.',
  leaving: {
    title: 'Entries on this phone were not sent',
    says: (count) =>
      `${count === 1 ? 'One entry was' : `${count} entries were`} not sent. Signing out deletes ${count === 1 ? 'it' : 'them'} from this phone for good.`,
    leave: 'Delete and sign out',
    stay: 'Stay signed in',
  },
}
