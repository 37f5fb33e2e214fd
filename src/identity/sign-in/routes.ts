/** HTTP for signing in, and for what is one's own about it. Nothing here applies a rule. */
import { err, ok } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { Answer, Call } from '../../platform/http/call.ts'
import type { EndpointDefinition } from '../../platform/http/endpoint.ts'
import type { AccountId } from '../account.ts'
import { postsOf, readPerson } from '../account-tables.ts'
import { actOnAccount } from '../administration.ts'
import * as session from '../contract.ts'
import { readAbsent } from '../delegations.ts'
import type { Door } from '../door.ts'
import { type Entered, type Knocking, logIn, replacePassword, type SignedIn } from '../login.ts'
import { type Answered, administratorOf, named, nothing, on, refused, type Staff } from '../route.ts'
import { tokenOf } from '../viewer.ts'
import { browserName } from './browser-name.ts'
import * as wire from './contract.ts'
import { acceptInvitation, readInvitation } from './invitation.ts'
import * as own from './own-second-factor.ts'
import { removeSecondFactor } from './set-second-factor.ts'
import { signOn } from './sign-on-entry.ts'

export const signInRoutes = (door: Door) => [
  ...sessionRoutes(door),
  ...signOnRoutes(door),
  ...invitationRoutes(door),
  ...secondFactorRoutes(door),
  ...listRoutes(door),
  ...administratorsRoutes(door),
]

function sessionRoutes(door: Door) {
  return [
    on(session.logInEndpoint, async (call) =>
      comeIn(door, call, await logIn(door, { ...call.body, ...knocking(call) })),
    ),
    on(session.readMe, ({ viewer }) => meOf(door, viewer)),
    on(session.logOut, async ({ viewer, answer }): Answered<undefined> => {
      await leave(door, viewer)
      answer.endSession()
      return ok(undefined)
    }),
    on(session.actElsewhere, async ({ viewer, body: { organ } }) => {
      const moved = await door.sessions.moveTo(ownToken(viewer), organ, new Date(door.now()))
      return moved ? meOf(door, { account: viewer.account, organ }) : err({ kind: 'no-post' } as const)
    }),
    on(session.changePasswordEndpoint, async (call): Answered<undefined> => {
      const changed = await replacePassword(door, signedIn(call), call.body)
      if (!changed.ok) return refused(changed.error)
      begin(door, call.answer, changed.value)
      return ok(undefined)
    }),
    on(wire.readWays, async () => ok({ signOn: door.signOn !== null, secondFactor: door.secondFactor })),
    on(wire.offerAtDoor, async (call) => {
      const offered = await own.offerAtTheDoor(door, { ...call.body, ...knocking(call) })
      return offered.ok ? offered : refused(offered.error)
    }),
  ]
}

type AnyCall = Pick<Call<EndpointDefinition>, 'address' | 'agent' | 'kept'>

const knocking = ({ address, agent, kept }: AnyCall): Knocking => ({
  address,
  agent: browserName(agent),
  browser: kept('browser'),
})

const signedIn = (call: AnyCall & { readonly viewer: Staff }): SignedIn => ({
  ...knocking(call),
  account: call.viewer.account as AccountId,
  organ: call.viewer.organ,
})

/** A session that was there before is not gone on with: whoever knew its token must not come in with the person. */
async function comeIn(
  door: Door,
  { viewer, answer }: { readonly viewer: Viewer; readonly answer: Answer },
  entered: Awaited<ReturnType<typeof logIn>> | Awaited<ReturnType<typeof signOn>>,
) {
  if (!entered.ok) return refused(entered.error)
  await leave(door, viewer)
  begin(door, answer, entered.value)
  const who = await meOf(door, entered.value)
  const { recoveryCodes } = entered.value
  return who.ok && recoveryCodes !== undefined ? ok({ ...who.value, recoveryCodes: [...recoveryCodes] }) : who
}

async function leave({ sessions }: Door, viewer: Viewer): Promise<void> {
  const token = tokenOf(viewer)
  if (token !== null) await sessions.end(token)
}

function begin(
  { sessions, browsers }: Door,
  answer: Answer,
  { token, browser }: Pick<Entered, 'token' | 'browser'>,
): void {
  answer.startSession(token, sessions.limits.wholeMs / 1000)
  answer.keep('browser', browser, browsers.keptMs / 1000)
}

/** Staff are known by the token of a session, so there is one. */
function ownToken(viewer: Staff): string {
  const token = tokenOf(viewer)
  if (token === null) throw new Error('staff without a session')
  return token
}

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

function signOnRoutes(door: Door) {
  return [
    on(wire.beginSignOn, async ({ answer }) => {
      if (door.signOn === null) return err({ kind: 'sign-on-not-set-up' } as const)
      const begun = await door.signOn.begin(new Date(door.now()))
      if (!begun.ok) return begun
      answer.keep('signOn', begun.value.pending, door.signOn.pendingMs / 1000)
      return ok({ url: begun.value.url })
    }),
    on(wire.finishSignOn, async (call) => {
      const { kept, body, answer } = call
      answer.lose('signOn')
      return comeIn(door, call, await signOn(door, { pending: kept('signOn'), query: body.answer }, knocking(call)))
    }),
  ]
}

function invitationRoutes(door: Door) {
  return [
    on(wire.readInvitation, async ({ body }) => {
      const found = await readInvitation(door, body.token)
      if (!found.ok) return found
      const { login, name, expiresAt } = found.value
      return ok({ login, name, expiresAt: expiresAt.toISOString() })
    }),
    on(wire.acceptInvitation, async ({ body }) => {
      const accepted = await acceptInvitation(door, body.token, body.password)
      return accepted.ok ? ok({ login: accepted.value.login }) : refused(accepted.error)
    }),
  ]
}

function secondFactorRoutes(door: Door) {
  return [
    on(wire.readSignIn, async (call) => {
      const { state, recoveryLeft, isRequired, hasPassword } = await own.readOwnStanding(door, signedIn(call))
      return ok({ secondFactor: state, recoveryLeft, isRequired, hasPassword })
    }),
    on(wire.offerOwn, async (call) => {
      const offered = await own.offerSecondFactor(door, signedIn(call), call.body.password)
      return offered.ok ? offered : refused(offered.error)
    }),
    on(wire.setOwn, async (call) => {
      const set = await own.setSecondFactor(door, signedIn(call), ownToken(call.viewer), call.body.code)
      return set.ok ? ok({ recoveryCodes: [...set.value.recoveryCodes] }) : refused(set.error)
    }),
    on(
      wire.turnOffOwn,
      async (call): Answered<undefined> =>
        nothing(await own.turnOffSecondFactor(door, signedIn(call), ownToken(call.viewer), call.body)),
    ),
    on(wire.renewRecovery, async (call) => {
      const renewed = await own.renewOwnRecoveryCodes(door, signedIn(call), call.body)
      return renewed.ok ? ok({ recoveryCodes: [...renewed.value.recoveryCodes] }) : refused(renewed.error)
    }),
  ]
}

function listRoutes(door: Door) {
  return [
    on(wire.listSessions, async ({ viewer }) => {
      const listed = await door.sessions.list(viewer.account as AccountId, ownToken(viewer), new Date(door.now()))
      const items = listed.map(({ organ, beganAt, seenAt, ...rest }) => ({
        ...rest,
        organ: named(door.organs.nameOf(organ), organ),
        beganAt: beganAt.toISOString(),
        seenAt: seenAt.toISOString(),
      }))
      return ok({ items })
    }),
    on(wire.endSession, async ({ viewer, params }): Answered<undefined> => {
      const ended = await door.sessions.endNamed(viewer.account as AccountId, params.session)
      return ended ? ok(undefined) : err({ kind: 'not-found' })
    }),
    on(wire.endOtherSessions, async ({ viewer }): Answered<undefined> => {
      await door.sessions.endOthers(viewer.account as AccountId, ownToken(viewer))
      return ok(undefined)
    }),
  ]
}

function administratorsRoutes(door: Door) {
  const idOf = (call: { readonly params: { readonly account: string } }) => call.params.account as AccountId
  return [
    on(wire.endAccountSessions, async (call): Answered<undefined> => {
      const ended = await actOnAccount(door, idOf(call), { type: 'EndSessions' }, administratorOf(call.viewer))
      if (!ended.ok) return refused(ended.error)
      await door.sessions.endAll(idOf(call))
      return ok(undefined)
    }),
    on(
      wire.resetSecondFactor,
      async (call): Answered<undefined> =>
        nothing(await removeSecondFactor(door, idOf(call), 'ResetSecondFactor', administratorOf(call.viewer))),
    ),
  ]
}
