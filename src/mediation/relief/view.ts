/** From folded relief and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { article, basisInWords } from '../../law/basis.ts'
import type { Directory } from '../../petition/house.ts'
import { reliefTermOf, reliefTerms } from '../../wording/relief-terms.ts'
import { actionsOf } from './actions.ts'
import type { ReliefView } from './contract.ts'
import { partOf } from './keeping.ts'
import type { ReadRelief } from './queries.ts'
import type { ReliefActor, ReliefRefusal } from './relief.ts'
import { idOf } from './room.ts'
import { explainReliefRefusal } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export const refusalView = (refusal: ReliefRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainReliefRefusal(refusal, (id) => directory.nameOf(id)) }

/** The petition is named to whoever may open it, and to nobody else. */
export function reliefView(read: ReadRelief, isOpenToYou: boolean, place: Place): ReliefView {
  const { relief, stream, texts } = read
  const { directory } = place
  const actor = read.actor as Exclude<ReliefActor, { kind: 'house' }>
  const text = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const { version, person, kind, telling, stage, toldOn, erasedOn, outcome } = relief
  return {
    relief: idOf(stream),
    stream,
    part: actor.kind === 'petitioner' ? 'self' : (partOf(relief, actor.organ) ?? 'reader'),
    petition: isOpenToYou ? relief.petition : null,
    ...{ version, person, kind, telling, stage, toldOn, erasedOn },
    basis: basisInWords(article(37, 2)),
    guide: organRef(directory, relief.guide),
    explanation: text(relief.explanation),
    answers: relief.answers.map(({ on, wishes, word, note, materials }) => ({
      ...{ on, wishes, word, note: note && text(note) },
      materials: materials.map(({ ref, name, bytes }) => ({ ref, name: text(name), bytes })),
    })),
    help: relief.help.map(({ on, what }) => ({ on, what: text(what) })),
    handed: relief.handed.map(({ on, key, organ, what, due }) => ({
      ...{ on, key, what: text(what), due, organ: organRef(directory, organ) },
    })),
    outcome: outcome && { ...outcome, text: text(outcome.text) },
    actions: actionsOf(relief, actor, place.today(), worldFor(place, relief.guide)).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...reliefTerms.reliefCommand[type], allowed: refusal === null },
        refusal: refusalView(refusal, directory),
      }),
    ),
    history: historyOf(read, directory),
  }
}

/** That it came to be kept from somebody would say that somebody was named. */
const historyOf = ({ history }: ReadRelief, directory: Directory): ReliefView['history'] =>
  history
    .filter(({ fact }) => fact.type !== 'ReliefKept')
    .map(({ fact, by }) => {
      const organ = 'organ' in by ? (by.organ as OrganId) : undefined
      return {
        ...{ type: fact.type, on: fact.on, organ: organ === undefined ? null : organRef(directory, organ) },
        ...reliefTermOf('reliefFact', fact.type),
      }
    })
