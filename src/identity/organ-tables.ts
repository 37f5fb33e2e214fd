import type { Pool } from 'pg'
import type { Room } from '../engine/room.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import { documentCodeOf, type FormerName, nameOnDay, type OrganFact, type OrganName, type OrganState } from './organ.ts'
import { evolveOrgan } from './organ-evolve.ts'

export const organStream = (id: OrganId): string => `organ:${id}`

export const organRoom: Room<OrganState, OrganFact> = {
  name: 'organ',
  initial: null,
  evolve: evolveOrgan,
  tables: { organ: { key: [] } },
  rows(organ) {
    if (organ === null) return {}
    const { id, name, formerNames, documentCode, kind, level, region, parent, leadBy, state, successors } = organ
    const { openedOn, acts } = organ
    const names = { name_zh: name.zh, name_en: name.en }
    const place = { kind, level, region, parent, lead_by: leadBy }
    const former =
      formerNames.length === 0 ? null : formerNames.map(({ until, name: was }) => ({ until, name: { ...was } }))
    const written = { former_names: former, document_code: documentCode }
    return { organ: [{ id, ...names, ...place, ...written, state, successors, opened_on: openedOn, acts }] }
  },
}

/** An organ as everybody may know it. */
export interface ListedOrgan extends OrganFacts {
  readonly name: OrganName
  readonly formerNames: readonly FormerName[]
  readonly documentCode: string | null
  readonly acts: number
}

export interface OrganSearch {
  /** The region and everything inside it. */
  readonly region?: string | undefined
  readonly level?: OrganFacts['level'] | undefined
  readonly kind?: OrganFacts['kind'] | undefined
  readonly parent?: OrganId | undefined
  /** A part of the name in either language. */
  readonly name?: string | undefined
  /** Organs that have been merged, split or abolished are left out unless asked for. */
  readonly ended?: boolean | undefined
}

const wholeCountry = '00'
/** A place and all that it lies in, the narrowest first. */
const codesAround = (place: string): readonly string[] =>
  [12, 9, 6, 4, 2].filter((length) => length <= place.length).map((length) => place.slice(0, length))

/** All organs at one moment, in memory: a province has some thousands. Ordered by region, then name. */
export class OrganTree {
  readonly #organs: ReadonlyMap<OrganId, ListedOrgan>
  readonly #below: ReadonlyMap<OrganId | null, readonly ListedOrgan[]>
  readonly #bureaus: ReadonlyMap<string, ListedOrgan>

  constructor(organs: readonly ListedOrgan[]) {
    this.#organs = new Map(organs.map((organ) => [organ.id, organ]))
    this.#below = Map.groupBy(organs, (organ) => organ.parent)
    const bureaus = organs.filter(({ kind, state }) => kind === 'bureau' && state === 'active')
    // from the last to the first, so that of two in one place the first stays
    this.#bureaus = new Map(bureaus.toReversed().map((organ) => [organ.region, organ]))
  }

  find(id: OrganId): ListedOrgan | undefined {
    return this.#organs.get(id)
  }

  childrenOf(id: OrganId | null): readonly ListedOrgan[] {
    return this.#below.get(id) ?? []
  }

  /** The name, or the id of one that nobody knows. */
  nameOf(id: OrganId): OrganName {
    return this.#organs.get(id)?.name ?? { zh: id, en: id }
  }

  /** What it was called on a day: a paper bears the name of its day. */
  nameOn(id: OrganId, day: Day): OrganName {
    const organ = this.#organs.get(id)
    return organ ? nameOnDay(organ, day) : { zh: id, en: id }
  }

  /** 机关代字 of its document numbers. */
  codeOf(id: OrganId): string {
    const organ = this.#organs.get(id)
    return organ ? documentCodeOf(organ) : id
  }

  codeOwner(code: string): OrganId | undefined {
    return [...this.#organs.values()].find((organ) => documentCodeOf(organ) === code)?.id
  }

  /** The petition bureau (信访局) that receives what is said about a place: the nearest one upwards. */
  bureauOf(place: string): ListedOrgan | undefined {
    for (const region of [...codesAround(place), wholeCountry]) {
      const bureau = this.#bureaus.get(region)
      if (bureau !== undefined) return bureau
    }
    return undefined
  }

  all(): IterableIterator<ListedOrgan> {
    return this.#organs.values()
  }

  search({ region, level, kind, parent, name, ended = false }: OrganSearch): readonly ListedOrgan[] {
    const part = name?.trim().toLowerCase()
    const among = parent === undefined ? [...this.#organs.values()] : this.childrenOf(parent)
    return among.filter(
      (organ) =>
        (ended || organ.state === 'active') &&
        (region === undefined || organ.region.startsWith(region)) &&
        (level === undefined || organ.level === level) &&
        (kind === undefined || organ.kind === kind) &&
        (!part || organ.name.zh.toLowerCase().includes(part) || organ.name.en.toLowerCase().includes(part)),
    )
  }
}

export async function readOrgans(pool: Pool): Promise<OrganTree> {
  const { rows } = await pool.query(
    `select id, name_zh, name_en, kind, level, region, parent, lead_by as "leadBy", state, successors, acts,
        coalesce(former_names, '[]') as "formerNames", document_code as "documentCode"
      from organ order by region, name_zh, id`,
  )
  return new OrganTree(rows.map(({ name_zh: zh, name_en: en, ...organ }) => ({ ...organ, name: { zh, en } })))
}
