/** Who does something in a story of the demo, and that the house did not refuse it. */
import type { Viewer } from '../kernel/viewer.ts'
import { demoAccounts } from './staff.ts'

/** The ids of the accounts, by what is typed at the login. */
export type Accounts = ReadonlyMap<string, string>

export function staffNamed(login: string, accounts: Accounts): Extract<Viewer, { readonly kind: 'staff' }> {
  const person = demoAccounts.find(({ account }) => account === login)
  const account = accounts.get(login)
  if (!person || account === undefined) throw new Error(`nobody of the demo is called ${login}`)
  return { kind: 'staff', account, organ: person.organ, posts: person.posts }
}

/** What came of it. A demo of which something was refused is not laid out at all. */
export function done<Value>(
  acted: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
  what: string,
): Value {
  if (!acted.ok) throw new Error(`the demo could not go on at “${what}”: ${JSON.stringify(acted.error)}`)
  return acted.value
}
