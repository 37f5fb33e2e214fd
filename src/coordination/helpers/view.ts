/** From what was read to what a page is given. Allow-lists are in `contract.ts`. */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Directory } from '../../petition/house.ts'
import type { EngagementView, HelperView, HelpingView } from './contract.ts'
import { isAvailable } from './decide.ts'
import type { EngagementSubject } from './engagement.ts'
import type { ListedHelper, ReadEngagement } from './queries.ts'
import { idOf } from './room.ts'

interface Place {
  readonly directory: Directory
  today(): Day
}

const gone = '〔已依法销毁或者不能读取 / erased or unreadable〕'
const organRef = ({ directory }: Place, id: OrganId) => ({ id, ...directory.nameOf(id) })

export function helperView({ helper, state, texts }: ListedHelper, viewer: OrganId, place: Place): HelperView {
  const { version, kind, skills, places, organ, keeper, until, enteredOn, agreedOn, state: standing } = state
  return {
    ...{ helper, version, kind, name: texts.get(state.name.ref) ?? gone },
    contact: keeper === viewer ? (texts.get(state.contact.ref) ?? gone) : null,
    ...{
      skills: [...skills],
      places: [...places],
      organ: organ && organRef(place, organ),
      keeper: organRef(place, keeper),
    },
    ...{ until, enteredOn, agreedOn, state: standing },
    isAvailable: isAvailable(state, place.today()),
    isOurs: keeper === viewer,
  }
}

const said = (texts: ReadonlyMap<string, string>, piece: Sealed | null): string | null =>
  piece === null ? null : (texts.get(piece.ref) ?? null)

/** For whoever invited; for the petitioner the same without what the helper said, which the database does not hand out to them. */
export function engagementView({ engagement, state, texts, helperName }: ReadEngagement, place: Place): EngagementView {
  const { version, subject, helper, helperKind, inviter, mode, stage, invitedOn, until, people, consents } = state
  return {
    ...{ engagement, version, ...shownSubject(subject), mode, stage, invitedOn, until },
    helper: { id: helper, name: helperName ?? gone, kind: helperKind },
    inviter: organRef(place, inviter),
    what: said(texts, state.what) ?? gone,
    summary: said(texts, state.summary) ?? gone,
    claims: state.claims.map(({ ref, text }) => ({ ref, text: said(texts, text) ?? gone })),
    ...{ people: [...people], consents: [...consents], refused: state.refused, acceptedOn: state.acceptedOn },
    keyIssued: state.keysIssued > 0,
    parts: state.parts.map(({ on, day, way, by, said: words }) => ({ on, day, way, by, said: said(texts, words) })),
    ended: state.ended && { on: state.ended.on, by: state.ended.by },
  }
}

const shownSubject = (subject: EngagementSubject) => ({
  petition: subject.kind === 'petition' ? subject.petition : null,
  screening: subject.kind === 'screening' ? { screening: idOf(subject.screening), area: subject.area } : null,
  mediation: subject.kind === 'mediation' ? { mediation: idOf(subject.mediation), guest: subject.guest } : null,
})

/**
 * For the helper, by their key. Before they accept they read who asks, what for and about whom; the extract only then, and nothing after it
 * ended. Number, petitioner, other papers and other helpers are in none of it.
 */
export function helpingView({ state, texts, helperName }: ReadEngagement, place: Place): HelpingView {
  const { stage, inviter, about, until, invitedOn } = state
  const isAsked = stage === 'invited' || stage === 'accepted'
  const isShown = stage === 'accepted'
  return {
    ...{ stage, of: state.subject.kind, inviter: organRef(place, inviter), name: helperName ?? '', until, invitedOn },
    what: isAsked ? said(texts, state.what) : null,
    about: isAsked ? about.map((organ) => organRef(place, organ)) : [],
    summary: isShown ? said(texts, state.summary) : null,
    claims: isShown ? state.claims.map(({ ref, text }) => ({ ref, text: said(texts, text) ?? gone })) : [],
    parts: isShown
      ? state.parts
          .filter(({ by }) => by === 'helper')
          .map(({ day, way, by, said: words }) => ({ day, way, by, said: said(texts, words) }))
      : [],
  }
}
