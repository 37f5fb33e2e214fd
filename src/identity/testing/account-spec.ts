/** given → when → then for accounts: the facts of one account, one command on a day, and what follows. */
import { expect } from 'vitest'
import { type Day, day } from '../../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../../kernel/organ.ts'
import type {
  AccountCommandBody,
  AccountFact,
  AccountId,
  AccountRefusal,
  AccountState,
  AccountWorld,
} from '../account.ts'
import { decideAccount } from '../account-decide.ts'
import { evolveAccount } from '../account-evolve.ts'
import type { Administrator } from '../organ.ts'

export const organ = (text: string): OrganId => text as OrganId
export const accountId = (text: string): AccountId => text as AccountId
export const house: Administrator = { kind: 'system', task: 'test' }
export const staff = (account: string, of: string): Administrator => ({ kind: 'staff', account, organ: organ(of) })

const place = (id: string, parent: string | null, kind: OrganFacts['kind']): readonly [string, OrganFacts] => [
  id,
  {
    ...{ id: organ(id), parent: parent === null ? null : organ(parent), leadBy: null, successors: [] },
    ...{ kind, level: 'county', region: '9901', state: 'active' },
  },
]
const known = new Map([
  place('city', null, 'government'),
  place('bureau', 'city', 'bureau'),
  place('east', 'city', 'government'),
  place('watch', 'city', 'discipline'),
  place('post', 'watch', 'discipline'),
])
export const organs: Organs = { find: (id) => known.get(id) }

export const world: AccountWorld = {
  ...{ organs, id: accountId('a1'), otherAdministrators: 1, loginTaken: false },
  ...{ administered: new Set(['city', 'east', 'watch'].map(organ)), delegate: null },
}

export const replayed = (facts: readonly AccountFact[]): AccountState => facts.reduce<AccountState>(evolveAccount, null)

export interface Scene {
  readonly on: Day
  readonly by?: Administrator
  readonly world?: Partial<AccountWorld>
}

/** The history of the account `a1`. */
export const given = (...facts: readonly AccountFact[]) => ({
  when(body: AccountCommandBody, { on, by = house, world: more = {} }: Scene) {
    const decided = decideAccount(replayed(facts), { ...body, on, by }, { ...world, ...more })
    return {
      // biome-ignore lint/suspicious/noThenProperty: a specification reads given, when, then; nobody awaits it
      then: (...expected: readonly AccountFact[]) => expect(decided).toEqual({ ok: true, value: expected }),
      refused: (refusal: AccountRefusal) => expect(decided).toEqual({ ok: false, error: refusal }),
    }
  },
})

export const monday = day('2026-11-23')
export const opened: AccountFact = { type: 'AccountOpened', on: monday }
