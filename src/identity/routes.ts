/** HTTP for organs, accounts and sessions. Nothing here applies a rule. */
import { randomBytes } from 'node:crypto'
import type { EngineRefusal } from '../engine/room.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import {
  type Answer,
  type AnyRoom,
  type Call,
  type Respond,
  type Route,
  room,
  route,
  type WireRefusal,
} from '../platform/http/call.ts'
import type { EndpointDefinition } from '../platform/http/endpoint.ts'
import type { AccountId } from './account.ts'
import { parseLogin, postsOf, readAccounts, readColleagues, readPerson } from './account-tables.ts'
import * as act from './administration.ts'
import * as wire from './contract.ts'
import { awayIn, readAbsent } from './delegations.ts'
import { type Door, logIn, replacePassword } from './login.ts'
import type { Administrator, Organ, OrganCommandBody } from './organ.ts'
import { administers } from './organ-decide.ts'
import type { ListedOrgan } from './organ-tables.ts'
import { tokenOf } from './viewer.ts'
import { explain, type IdentityRefusal, statusOf } from './wording.ts'

type Refusal = IdentityRefusal | WireRefusal
type Answered<T> = Promise<Result<T, Refusal>>
type Staff = Extract<Viewer, { kind: 'staff' }>

/** A route of this room: every handler may refuse with any of its refusals. */
const on = <const E extends EndpointDefinition>(endpoint: E, respond: Respond<E, IdentityRefusal>) =>
  route(endpoint, respond) as Route<IdentityRefusal>

export function identityRoutes(door: Door): AnyRoom {
  return room<IdentityRefusal>({
    name: 'identity',
    title: { zh: '机关单位与账号', en: 'Organs and accounts' },
    statusOf,
    explain: (refusal) => explain(refusal, door.organs.nameOf),
    routes: [...sessionRoutes(door), ...delegationRoutes(door), ...organRoutes(door), ...accountRoutes(door)],
  })
}

// ———— sessions

function sessionRoutes(door: Door) {
  return [
    on(wire.logInEndpoint, (call) => answerLogIn(door, call)),
    on(wire.readMe, ({ viewer }) => meOf(door, viewer)),
    on(wire.logOut, async ({ viewer, answer }): Answered<undefined> => {
      await leave(door, viewer)
      answer.endSession()
      return ok(undefined)
    }),
    on(wire.actElsewhere, async ({ viewer, body: { organ } }) => {
      const token = tokenOf(viewer)
      const moved = token !== null && (await door.sessions.moveTo(token, organ, new Date(door.now())))
      return moved ? meOf(door, { account: viewer.account, organ }) : err({ kind: 'no-post' } as const)
    }),
    on(wire.changePasswordEndpoint, async ({ viewer, body, address, answer }): Answered<undefined> => {
      const { account, organ } = viewer
      const request = { account: account as AccountId, organ, address, old: body.old, password: body.password }
      const changed = await replacePassword(door, request)
      if (!changed.ok) return refused(changed.error)
      begin(door, answer, changed.value.token)
      return ok(undefined)
    }),
  ]
}

async function answerLogIn(door: Door, { viewer, body, address, answer }: Call<typeof wire.logInEndpoint>) {
  const entered = await logIn(door, { ...body, address })
  if (!entered.ok) return refused(entered.error)
  // a session that was there before is not gone on with: whoever knew its token must not come in with the person
  await leave(door, viewer)
  const { account, organ, token } = entered.value
  begin(door, answer, token)
  return meOf(door, { account, organ })
}

async function leave({ sessions }: Door, viewer: Viewer): Promise<void> {
  const token = tokenOf(viewer)
  if (token !== null) await sessions.end(token)
}

const begin = ({ sessions }: Door, answer: Answer, token: string): void =>
  answer.startSession(token, sessions.limits.wholeMs / 1000)

async function meOf({ house, organs, today }: Door, { account, organ }: Pick<Staff, 'account' | 'organ'>) {
  const person = await readPerson(house.app, account as AccountId)
  if (person === null) return err({ kind: 'no-such-account' } as const)
  const actsFor = await readAbsent(house.app, { account, organ }, today())
  const held = Map.groupBy(await postsOf(house.app, account as AccountId, today()), (post) => post.organ)
  const places = [...held].map(([id, posts]) => ({
    ...named(organs.nameOf(id), id),
    posts: posts.map(({ post }) => post),
  }))
  const here = places.find(({ id }) => id === organ)
  const posts = [...new Set([...(here?.posts ?? []), ...actsFor.flatMap((absent) => absent.posts)])].sort()
  return ok({ ...person, account, organ: named(organs.nameOf(organ), organ), posts, actsFor, organs: places })
}

const named = ({ zh, en }: { readonly zh: string; readonly en: string }, id: string) => ({ id, zh, en })

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
    on(wire.moveOrgan, (call) => done(call, call.params.organ, { type: 'MoveOrgan', ...call.body })),
    on(wire.mergeOrgan, (call) => done(call, call.params.organ, { type: 'MergeOrgan', ...call.body })),
    on(wire.splitOrgan, (call) => done(call, call.params.organ, { type: 'SplitOrgan', ...call.body })),
    on(wire.abolishOrgan, (call) => done(call, call.params.organ, { type: 'AbolishOrgan', ...call.body })),
  ]
}

function viewOf({ id, name, kind, level, region, parent, leadBy, state, successors }: ListedOrgan | Organ) {
  return { ...named(name, id), kind, level, region, parent, leadBy, state, successors: [...successors] }
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

const administratorOf = ({ account, organ }: Staff): Administrator => ({ kind: 'staff', account, organ })

const nothing = (acted: Result<unknown, IdentityRefusal | EngineRefusal>) =>
  acted.ok ? ok(undefined) : refused(acted.error)

/** The engine's refusals are the wire's, which has words for them. */
const refused = (refusal: IdentityRefusal | EngineRefusal): { readonly ok: false; readonly error: Refusal } =>
  err(refusal)
