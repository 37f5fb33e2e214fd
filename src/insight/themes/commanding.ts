/** Every command to a theme: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { openTasksFrom } from '../../tasks/queries.ts'
import { oneTopic } from '../topics/queries.ts'
import { measureOf } from './counting.ts'
import { decide } from './decide.ts'
import type { ThemeHouse } from './house.ts'
import { isTopicGoverned, knownTheme, type Staff, themeOfHouse } from './queries.ts'
import { streamOf, themeRoom } from './room.ts'
import { scopeOfTheme } from './scope.ts'
import type {
  Theme,
  ThemeAbout,
  ThemeActor,
  ThemeCommand,
  ThemeCommandType,
  ThemeFact,
  ThemeOwner,
  ThemeRefusal,
  ThemeState,
  ThemeWorld,
} from './theme.ts'
import { worldFor } from './world.ts'

export type ThemingRefusal = ThemeRefusal | EngineRefusal
export type ThemeViewer = Staff | { readonly kind: 'system'; readonly task: string }

export interface ThemeDone {
  readonly stream: string
  readonly version: number
  readonly theme: Theme
}

type Doing = Promise<Result<ThemeDone, ThemingRefusal>>

/** Themes of one month are sealed together. */
const retentionClass = 'theme'
const idBytes = 16

interface Governing {
  readonly beginning: { readonly about: ThemeAbout; readonly owner: ThemeOwner }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** Makes a theme of a topic, or of a category in a place: a stream of its own under a name that is drawn. */
export async function governTheme(house: ThemeHouse, { beginning, viewer, idempotency }: Governing): Doing {
  const { about, owner } = beginning
  const knows = {
    officer: await worksThere(house, owner),
    topic: about.topic === null || (await oneTopic(house, viewer, about.topic)) !== null,
    isGoverned: about.topic !== null && (await isTopicGoverned(house, viewer, about.topic)),
  }
  return carryOut(house, {
    ...{
      stream: streamOf(randomBytes(idBytes).toString('base64url')),
      type: 'GovernTheme',
      body: { beginning },
      viewer,
    },
    ...{ beside: { knows }, world: worldFor(house, viewer.organ), sealedOn: house.today(), expected: 'new' },
    ...(idempotency ? { idempotency } : {}),
  })
}

const worksThere = async (house: ThemeHouse, { organ, officer }: ThemeOwner): Promise<boolean> =>
  officer === null || (await house.isColleague(officer, organ))

export interface ThemeCommanding {
  readonly stream: string
  readonly type: Exclude<ThemeCommandType, 'GovernTheme'>
  readonly body: object
  readonly viewer: ThemeViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A theme in which the viewer has no part does not exist for them. */
export async function commandTheme(house: ThemeHouse, commanding: ThemeCommanding): Doing {
  const { stream, viewer, type, body, expectedVersion } = commanding
  const theme =
    viewer.kind === 'staff'
      ? ((await knownTheme(house, stream, viewer))?.theme ?? null)
      : await themeOfHouse(house, stream)
  if (theme === null) return err({ kind: 'no-such-theme' })
  return carryOut(house, {
    ...commanding,
    ...{ beside: await besideOf(house, { stream, theme, type, body }), world: worldFor(house, theme.governor) },
    ...{ sealedOn: theme.governedOn, expected: expectedVersion ?? 'any' },
  })
}

interface Beside {
  readonly stream: string
  readonly theme: Theme
  readonly type: ThemeCommandType
  readonly body: object
}

/** What the house knows and nobody who asks can say for it: what it measured, and which steps are open. */
async function besideOf(house: ThemeHouse, { stream, theme, type, body }: Beside): Promise<object> {
  switch (type) {
    case 'CloseTheme':
      return { measured: await measuredNow(house, theme), openTasks: await openTasksFrom(house, stream) }
    case 'ReopenTheme':
      return { measured: await measuredNow(house, theme) }
    case 'HandThemeOver':
      return { knows: { officer: await worksThere(house, (body as { readonly owner: ThemeOwner }).owner) } }
    default:
      return {}
  }
}

/** Without the days themselves: a fact keeps what was concluded of them. */
export async function measuredNow(house: ThemeHouse, { about, since }: Theme) {
  const { perDay: _, ...measured } = await measureOf(house, about, since)
  return measured
}

interface Carried {
  readonly stream: string
  readonly type: ThemeCommandType
  readonly body: object
  readonly beside: object
  readonly viewer: ThemeViewer
  readonly world: ThemeWorld
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency
}

async function carryOut(house: ThemeHouse, carried: Carried): Doing {
  const { stream, type, body, beside, viewer, world, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const actor: ThemeActor = actorOf(viewer)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ThemeCommand
  const executed = await execute<ThemeState, ThemeFact, ThemeRefusal>(poolsFor(house, viewer), {
    room: themeRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfTheme(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-theme' }) : ok({ stream: executed.value.stream, version, theme: state })
}
