/** HTTP for repeats: what is offered, laid beside each other, joined and parted again. */
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok } from '../../kernel/result.ts'
import type { CommandRefusal } from '../../petition/commanding.ts'
import type { Refusal } from '../../petition/petition.ts'
import type { Staff } from '../../petition/queries.ts'
import { noteFound } from '../../petition/reading.ts'
import { statusOfRefusal } from '../../petition/status.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import { differences, isSame } from '../../text/differences.ts'
import { mask } from '../../text/masking.ts'
import { explainRefusal } from '../../wording/refusals.ts'
import { textsOf } from '../search/queries.ts'
import * as wire from './contract.ts'
import type { RepeatHouse } from './house.ts'
import { type Joining, merge, unmerge } from './joining.ts'
import { type Asking, findRepeats, type Repeat } from './queries.ts'
import { askingOf } from './registered.ts'
import { apartOf, type Told } from './rule.ts'

type OwnRefusal = Refusal | { readonly kind: 'no-such-petition' } | { readonly kind: 'nothing-to-lay-beside' }

const ownWords = {
  'no-such-petition': {
    zh: '没有这件信访事项，或者本机关与它无关。',
    en: 'There is no such petition, or your organ has no part in it.',
  },
  'nothing-to-lay-beside': {
    zh: '这件信访事项没有可以比对的内容：内容密封、已经销毁，或者刚刚登记还没有整理。',
    en: 'There is nothing of that petition to compare: it is sealed, was erased, or came in a moment ago.',
  },
} as const

export function repeatRoutes(house: RepeatHouse): AnyRoom {
  return room<OwnRefusal>({
    name: 'repeat',
    title: { zh: '重复信访', en: 'Repeats' },
    statusOf: { ...statusOfRefusal, 'no-such-petition': 404, 'nothing-to-lay-beside': 404 },
    explain: (refusal) =>
      refusal.kind === 'no-such-petition' || refusal.kind === 'nothing-to-lay-beside'
        ? ownWords[refusal.kind]
        : explainRefusal(refusal as Refusal, (id) => house.directory.nameOf(id as OrganId)),
    routes: [
      route(wire.findRepeats, (call) => answerFind(house, call)),
      route(wire.layBeside, (call) => answerBeside(house, call)),
      route(wire.listRepeats, (call) => answerList(house, call)),
      route(wire.readBeside, (call) => answerReadBeside(house, call)),
      route(wire.mergePetitions, (call) => answerJoining(house, call, merge)),
      route(wire.unmergePetitions, (call) => answerJoining(house, call, unmerge)),
    ],
  })
}

type Typed = Pick<Call<typeof wire.findRepeats>['body'], 'title' | 'text' | 'people'>

/** As it will lie once it is registered. */
function toldIn({ title, text, people }: Typed): Told {
  const names = people.flatMap(({ name }) => name?.text ?? [])
  const masked = (said: Prose | null) => (said === null ? '' : mask(said.text, names))
  return { title: masked(title), text: masked(text) }
}

/** What an accusation says is compared with nothing. */
async function answerFind(house: RepeatHouse, { viewer, body }: Call<typeof wire.findRepeats>) {
  if (body.class === 'accusation') return ok({ items: [] })
  const region = body.place?.padEnd(6, '0')
  const people = body.people.map(({ name, idNumber, phone }) => ({
    ...{ name: name?.text, idNumber: idNumber?.text, phone: phone?.text },
    ...(region ? { region } : {}),
  }))
  const digests = (await Promise.all(people.map(house.blind.of))).flat()
  const { place, category } = body
  return offer(house, viewer, { ...toldIn(body), place, category, digests, without: [] })
}

/** Whoever is found by a number or a name is looked at: the petitioner sees that they were. */
async function offer(house: RepeatHouse, viewer: Staff, asking: Asking) {
  const found = await findRepeats(house, viewer, asking)
  const own = found.filter(({ kind }) => kind === 'same-petitioner').map(({ petition }) => petition.number)
  if (asking.digests.length > 0) await noteFound(house, own, viewer)
  return ok({ items: found.map(rowOf) })
}

const rowOf = ({ petition, kind, likeness, isCopy, apart }: Repeat) => ({
  ...{ petition, kind, isCopy, percent: Math.floor(likeness * 100) },
  apart: apart.map((each) => ({ ...each })),
})

async function answerBeside(house: RepeatHouse, { viewer, body }: Call<typeof wire.layBeside>) {
  const other = (await textsOf(house, viewer, [body.with])).get(body.with)
  if (!other) return err({ kind: 'nothing-to-lay-beside' } as const)
  await noteFound(house, [body.with], viewer)
  return ok(besideOf(toldIn(body), other))
}

async function answerList(house: RepeatHouse, { viewer, params }: Call<typeof wire.listRepeats>) {
  const asking = await askingOf(house, viewer, params.number)
  if (asking === null) return err({ kind: 'no-such-petition' } as const)
  return asking === 'sealed' ? ok({ items: [] }) : offer(house, viewer, asking)
}

async function answerReadBeside(house: RepeatHouse, { viewer, params }: Call<typeof wire.readBeside>) {
  const texts = await textsOf(house, viewer, [params.number, params.other])
  const [one, other] = [texts.get(params.number), texts.get(params.other)]
  if (!one || !other) return err({ kind: 'nothing-to-lay-beside' } as const)
  await noteFound(house, [params.number, params.other], viewer)
  return ok(besideOf(one, other))
}

function besideOf(one: Told, other: Told) {
  const stretches = (a: string, b: string) =>
    differences(a, b).map((each) => (isSame(each) ? { same: each.same, one: '', other: '' } : { same: null, ...each }))
  return {
    title: stretches(one.title, other.title),
    text: stretches(one.text, other.text),
    apart: apartOf(one, other).map((each) => ({ ...each })),
  }
}

async function answerJoining(
  house: RepeatHouse,
  { viewer, params, body }: Call<typeof wire.mergePetitions> | Call<typeof wire.unmergePetitions>,
  join: (house: RepeatHouse, joining: Joining) => ReturnType<typeof merge>,
) {
  const done = await join(house, { number: params.number as PetitionNumber, ...body, viewer })
  if (!done.ok)
    return err(done.error as Exclude<CommandRefusal, { kind: 'file-not-uploaded' }> as OwnRefusal | WireRefusal)
  return ok({ number: params.number, with: body.with, versions: done.value.map(({ version }) => version) })
}
