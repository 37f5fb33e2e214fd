/** From what was written on the device to what goes over the wire. */
import type { z } from 'zod'
import type { registrationBody } from '../../../petition/contract.ts'
import type { Draft, PersonDraft } from './draft.ts'

export type Registration = z.input<typeof registrationBody>

/** Control characters come along when text is pasted; the house refuses them, and nobody can see them to take them out. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const written = (text: string): string => text.replace(/\r\n?/g, '\n').replace(control, '').trim()
const oneLine = (text: string): string => written(text).replace(/\s+/g, ' ')
const orNull = (text: string): string | null => oneLine(text) || null

export function bodyOf(draft: Draft): Registration {
  const anonymous = draft.confidentiality === 'anonymous'
  const people = (anonymous ? draft.people.slice(0, 1) : draft.people).map((person) => personOf(person, anonymous))
  return {
    organ: draft.receiver || (draft.kind === 'suggestion' && draft.answers?.organ) || null,
    channel: 'online',
    class: draft.kind || 'appeal',
    place: draft.place,
    placeDetail: orNull(draft.placeDetail),
    confidentiality: draft.confidentiality || 'named',
    title: oneLine(draft.title),
    text: written(draft.text),
    claims: draft.claims.map(written).filter((claim) => claim !== ''),
    people,
    agent: agentOf(draft),
    headcount: headcountOf(draft, people.length),
    about: aboutOf(draft),
    elsewhere: elsewhereOf(draft),
    materials: draft.files.map(({ file, name, mediaType, bytes }) => ({ file, name: oneLine(name), mediaType, bytes })),
    firstTime: draft.before !== 'yes',
    ...(draft.kind === 'suggestion' && draft.answers ? { answersCall: draft.answers.call } : {}),
  }
}

function personOf(person: PersonDraft, anonymous: boolean): Registration['people'][number] {
  if (anonymous) return { kind: 'citizen', electronicService: person.electronic }
  return {
    kind: person.kind,
    name: orNull(person.name),
    idNumber: orNull(person.idNumber),
    phone: orNull(person.phone),
    address: orNull(person.address),
    electronicService: person.electronic,
  }
}

/** An agent's name would give away who stands behind an anonymous petition, and a suggestion needs none. */
function agentOf(draft: Draft): Registration['agent'] {
  if (draft.forWhom === 'self' || draft.confidentiality === 'anonymous') return null
  return {
    kind: draft.forWhom,
    name: oneLine(draft.agentName),
    phone: orNull(draft.agentPhone),
    mandate: oneLine(draft.mandate),
  }
}

function headcountOf(draft: Draft, people: number): number {
  const said = Number.parseInt(draft.headcount, 10)
  return draft.together === 'group' && said >= people ? Math.min(said, 100_000) : people
}

function aboutOf(draft: Draft): Registration['about'] {
  const as = draft.kind === 'accusation' ? 'accused' : 'respondent'
  return draft.about
    .filter(({ organ, official }) => organ !== '' || official.trim() !== '')
    .map(({ organ, official }) => ({ as, organ: organ || null, official: orNull(official) }))
}

function elsewhereOf(draft: Draft): Registration['elsewhere'] {
  const number = draft.beforeNumber.trim()
  const note = orNull(draft.beforeNote)
  if (draft.before !== 'yes' || (number === '' && note === null)) return null
  return { organ: null, petition: number || null, note }
}
