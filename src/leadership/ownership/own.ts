/** What a petitioner is shown of the case that a leader owns: who, until when, what was planned and done, and what they can say of it. */
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { WireRefusal } from '../../platform/http/call.ts'
import { stagesFrom } from '../../tasks/queries.ts'
import { ownActions } from './actions.ts'
import { resultOf } from './closing.ts'
import { actorOf } from './commanding.ts'
import type { OwnOwnershipView } from './contract.ts'
import type { OwnershipHouse } from './house.ts'
import type { Owner, Ownership, OwnershipRefusal } from './ownership.ts'
import { type Petitioner, readOwnership } from './queries.ts'
import { streamOf } from './room.ts'
import { isWithdrawn } from './solving.ts'
import { anotherOwnerIn, helpIn, opened, organRef, refusalView } from './view.ts'
import { worldOf } from './world.ts'

/** Null until an owner was named: what somebody proposes is not yet anything that a petitioner can count on. */
export async function ownOwnership(
  house: OwnershipHouse,
  viewer: Petitioner,
): Promise<Result<{ readonly ownership: OwnOwnershipView | null }, OwnershipRefusal | WireRefusal>> {
  const stream = streamOf(viewer.petition)
  const read = await readOwnership(house, stream, viewer)
  if (read === null) return ok({ ownership: null })
  const { ownership, texts } = read
  if (ownership.held.length === 0 || ownership.stage === 'ended') return ok({ ownership: null })
  const { directory } = house
  const world = worldOf(ownership, house)
  const text = (piece: Sealed): string => opened(texts, piece)
  const may = ownActions(ownership, actorOf(viewer), house.today(), world)
  const stages = await stagesFrom(house, stream)
  const last = resultOf(ownership)
  const statement = ownership.stage === 'closed' ? ownership.statements.at(-1) : undefined
  return ok({
    ownership: {
      ...{ stage: ownership.stage, owner: await ownerFor(house, ownership.owner), due: ownership.due },
      since: ownership.held.findLast(({ until }) => until === null)?.from ?? null,
      extensions: ownership.extensions.map(({ on, until, reason }) => ({ on, until, reason: text(reason) })),
      duties: dutiesOf(ownership, world.law.ownership.duties),
      steps: ownership.steps.map(({ key, what, organ, due, isShown }) => ({
        ...{
          what: isShown ? text(what) : null,
          organ: organRef(directory, organ),
          due,
          isDone: stages.get(key) === 'closed',
          isWithdrawn: stages.get(key) === 'withdrawn' || isWithdrawn(ownership, key),
        },
      })),
      meetings: ownership.meetings.map(({ heldOn, place, said, words }) => ({
        ...{ heldOn, place: text(place), said: text(said), words: text(words) },
      })),
      help: helpIn(ownership, text),
      result: last
        ? { on: last.on, outcome: last.outcome, result: text(last.result), remains: last.remains && text(last.remains) }
        : null,
      // several may petition together: each reads their own words, and of the others that they said something
      views: ownership.views.map(({ on, view, words, person }) => {
        const isYours = person === viewer.person
        return { on, view, words: isYours && words ? text(words) : null, isYours }
      }),
      statement: statement ? { on: statement.on, statement: text(statement.statement) } : null,
      anotherOwner: anotherOwnerIn(
        { ...ownership, anotherOwner: ownership.anotherOwner.filter(({ person }) => person === viewer.person) },
        text,
        directory,
      ),
      may: { view: refusalView(may.view, directory), anotherOwner: refusalView(may.anotherOwner, directory) },
    },
  })
}

const dutiesOf = (
  { duties }: Ownership,
  rows: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
): OwnOwnershipView['duties'] =>
  duties.flatMap((duty) => (rows[duty] ? [{ zh: rows[duty].zh, en: rows[duty].en }] : []))

/** A leader who owns a case is named to the petitioner, with the post. */
async function ownerFor(house: OwnershipHouse, owner: Owner | null): Promise<OwnOwnershipView['owner']> {
  if (owner === null) return null
  const [names, { rows }] = await Promise.all([
    house.staffNames([owner.account]),
    house.work.query<{ post: 'leader' | 'head' }>(
      `select post from account_post p join account a using (stream_id)
        where a.id = $1 and p.organ = $2 and post in ('leader', 'head') order by post = 'leader' desc limit 1`,
      [owner.account, owner.organ],
    ),
  ])
  return {
    organ: organRef(house.directory, owner.organ),
    name: names.get(owner.account) ?? owner.account,
    post: rows[0]?.post ?? 'leader',
  }
}

export const noSuch = err({ kind: 'no-such-ownership' } as const)
