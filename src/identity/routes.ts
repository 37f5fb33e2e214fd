/** HTTP for organs and accounts, with those for signing in. Nothing here applies a rule. */
import { randomBytes } from 'node:crypto'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok } from '../kernel/result.ts'
import { type AnyRoom, type Call, room } from '../platform/http/call.ts'
import type { AccountId } from './account.ts'
import { parseLogin, readAccounts, readColleagues } from './account-tables.ts'
import * as act from './administration.ts'
import * as wire from './contract.ts'
import { awayIn } from './delegations.ts'
import type { Door } from './door.ts'
import { documentCodeOf, type Organ, type OrganCommandBody } from './organ.ts'
import { administers } from './organ-decide.ts'
import type { ListedOrgan } from './organ-tables.ts'
import { administratorOf, named, nothing, on, refused, type Staff } from './route.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { explain, type IdentityRefusal, statusOf } from './wording.ts'

export function identityRoutes(door: Door): AnyRoom {
  return room<IdentityRefusal>({
    name: 'identity',
    title: { zh: '机关单位与账号', en: 'Organs and accounts' },
    statusOf,
    explain: (refusal) => explain(refusal, door.organs.nameOf),
    routes: [...signInRoutes(door), ...delegationRoutes(door), ...organRoutes(door), ...accountRoutes(door)],
  })
}

// ———— while somebody is away

function delegationRoutes(door: Door) {
  const own = async ({ account, organ }: Staff, body: Parameters<typeof act.actOnAccount>[2]) =>
    nothing(await act.actOnAccount(door, account as AccountId, body, { kind: 'staff', account, organ }))
  return [
    on(wire.readDelegation, async ({ viewer: { account, organ } }) => {
      const given = (await awayIn(door.house.app, organ, door.today())).get(account) ?? null
      return ok({ given })
    }),
    on(wire.delegateEndpoint, ({ viewer, body: { to, from, until } }) =>
      own(viewer, { type: 'DelegateHandling', organ: viewer.organ, to: to as AccountId, from, until }),
    ),
    on(wire.revokeDelegationEndpoint, ({ viewer }) => own(viewer, { type: 'RevokeDelegation', organ: viewer.organ })),
  ]
}

// ———— organs

function organRoutes(door: Door) {
  const done = async (call: { readonly viewer: Staff }, id: OrganId, body: OrganCommandBody) => {
    const acted = await act.actOnOrgan(door, id, body, administratorOf(call.viewer))
    return acted.ok ? ok({ organ: viewOf(acted.value.state), version: acted.value.version }) : refused(acted.error)
  }
  return [
    on(wire.listOrgans, async ({ query }) => ok({ items: door.organs.current().search(query).map(viewOf) })),
    on(wire.openOrganEndpoint, (call) => {
      const { id = `o${randomBytes(5).toString('hex')}` as OrganId, zh, en, ...place } = call.body
      return done(call, id, { type: 'OpenOrgan', id, name: { zh: zh.text, en: en.text }, ...place })
    }),
    on(wire.renameOrgan, (call) => {
      const { zh, en } = call.body
      return done(call, call.params.organ, { type: 'RenameOrgan', name: { zh: zh.text, en: en.text } })
    }),
    on(wire.setDocumentCode, (call) =>
      done(call, call.params.organ, { type: 'SetDocumentCode', code: call.body.code }),
    ),
    on(wire.moveOrgan, (call) => done(call, call.params.organ, { type: 'MoveOrgan', ...call.body })),
    on(wire.mergeOrgan, (call) => done(call, call.params.organ, { type: 'MergeOrgan', ...call.body })),
    on(wire.splitOrgan, (call) => done(call, call.params.organ, { type: 'SplitOrgan', ...call.body })),
    on(wire.abolishOrgan, (call) => done(call, call.params.organ, { type: 'AbolishOrgan', ...call.body })),
  ]
}

function viewOf(organ: ListedOrgan | Organ) {
  const { id, name, kind, level, region, parent, leadBy, state, successors } = organ
  const code = documentCodeOf(organ)
  return { ...named(name, id), kind, level, region, parent, leadBy, state, successors: [...successors], code }
}

// ———— accounts

function accountRoutes(door: Door) {
  const idOf = (call: { readonly params: { readonly account: string } }) => call.params.account as AccountId
  return [
    on(wire.listAccounts, (call) => answerAccounts(door, call)),
    on(wire.listColleagues, async ({ viewer }) =>
      ok({ items: await readColleagues(door.house.app, viewer.organ, door.today()) }),
    ),
    on(wire.openAccountEndpoint, async ({ viewer, body }) => {
      const login = parseLogin(body.login)
      if (login === null) return err({ kind: 'login-unreadable' } as const)
      const newcomer = { login, name: body.name.text, posts: body.posts }
      const opened = await act.openAccount(door, newcomer, administratorOf(viewer))
      return opened.ok ? ok({ account: opened.value.id, password: opened.value.password }) : refused(opened.error)
    }),
    on(wire.renameAccountEndpoint, async (call) =>
      nothing(await act.renameAccount(door, idOf(call), call.body.name.text, administratorOf(call.viewer))),
    ),
    on(wire.grantPost, async (call) => {
      const body = { type: 'GrantPost', ...call.body } as const
      return nothing(await act.actOnAccount(door, idOf(call), body, administratorOf(call.viewer)))
    }),
    on(wire.changePostEnd, async (call) => {
      const { organ, post } = call.params
      const body = { type: 'ChangePostEnd', organ, post, until: call.body.until } as const
      return nothing(await act.actOnAccount(door, idOf(call), body, administratorOf(call.viewer)))
    }),
    on(wire.revokePost, async (call) => {
      const { organ, post } = call.params
      const body = { type: 'RevokePost', organ, post } as const
      return nothing(await act.actOnAccount(door, idOf(call), body, administratorOf(call.viewer)))
    }),
    on(wire.resetPasswordEndpoint, async (call) => {
      const reset = await act.resetPassword(door, idOf(call), administratorOf(call.viewer))
      if (!reset.ok) return refused(reset.error)
      return ok({ account: call.params.account, password: reset.value.password })
    }),
    on(wire.closeAccount, async (call) =>
      nothing(await act.actOnAccount(door, idOf(call), { type: 'CloseAccount' }, administratorOf(call.viewer))),
    ),
  ]
}

async function answerAccounts(door: Door, { viewer, query }: Call<typeof wire.listAccounts>) {
  const { organ, like, cursor, limit } = query
  const by = administratorOf(viewer)
  const tree = door.organs.current()
  const reached = [...tree.all()].map(({ id }) => id).filter((id) => administers(by, id, tree))
  const organs = organ === undefined ? reached : reached.filter((id) => id === organ)
  const found = await readAccounts(door.house.app, {
    organs,
    like,
    withoutPostOn: organ === undefined ? door.today() : undefined,
    after: cursor,
    limit: limit + 1,
  })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const more = found.length > limit && last !== undefined
  return ok({
    items: items.map((item) => ({ ...item, posts: [...item.posts] })),
    next: more ? wire.accountCursor.write(last.login) : null,
  })
}
