/**
 * What the house itself can say for the annual report of a bureau (信访工作条例 art. 41): counts of petitions, never of petitioners, in
 * the scope of whoever draws it up.
 */
import { poolsFor, readAs } from '../identity/scope.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { categoryTree } from '../law/codes/categories.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { type Bilingual, listed, say } from '../wording/bilingual.ts'
import { dayInWords } from '../wording/days.ts'
import { termOf } from '../wording/terms.ts'
import type { Content, Parts } from './content.ts'
import { forms } from './forms/forms.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** What nobody has recorded, and whoever draws the report up writes. */
export interface Written {
  readonly year: number
  readonly supervision: string | null
  readonly proposals: string | null
  readonly other: string | null
}

const longest = 10

export async function annualReport(house: PetitionHouse, viewer: Staff, written: Written): Promise<Content> {
  const { year } = written
  const [counts, complained, sent, names] = await Promise.all([
    countsOf(house, viewer, year),
    complainedAbout(house, viewer, year),
    sentOn(house, viewer.organ, year),
    house.staffNames([viewer.account]),
  ])
  const total = counts.filter(({ by }) => by === 'class').reduce((sum, { petitions }) => sum + petitions, 0)
  const by = (
    of: string,
    part: 'channel' | 'class' | 'category',
    name: (code: string) => Bilingual,
  ): readonly Parts[] =>
    counts
      .filter((count) => count.by === of)
      .slice(0, longest)
      .map(({ code, petitions }) => ({
        [part]: name(code),
        count: number(petitions),
        share: shareOf(petitions, total),
      }))
  const approver = names.get(viewer.account)
  return {
    parts: {
      year: number(year),
      total: number(total),
      overdueCount: number(counts.find((count) => count.by === 'overdue')?.petitions ?? 0),
      on: dayInWords(house.today()),
      to: addresseesOf(house, viewer.organ),
      approver: approver === undefined ? undefined : same(approver),
      transferredCount: number(sent.get(forms.transferLetter.numberClass ?? '') ?? 0),
      assignedCount: number(sent.get(forms.assignmentLetter.numberClass ?? '') ?? 0),
      supervision: maybe(written.supervision),
      proposals: maybe(written.proposals),
      other: maybe(written.other),
    },
    lists: {
      channels: by('channel', 'channel', (code) => termOf('channel', code)),
      classes: by('class', 'class', (code) => termOf('class', code)),
      fields: by('category', 'category', fieldOf),
      complained: complained.map(({ organ, petitions }) => ({
        complained: house.directory.nameOf(organ),
        count: number(petitions),
      })),
    },
  }
}

const same = (text: string): Bilingual => say(text, text)
const number = (count: number): Bilingual => same(String(count))
const maybe = (text: string | null): Bilingual | undefined => (text?.trim() ? same(text) : undefined)
const shareOf = (count: number, total: number): Bilingual =>
  same(total === 0 ? '0%' : `${((100 * count) / total).toFixed(1)}%`)

const fieldOf = (branch: string): Bilingual => categoryTree.find(({ id }) => id === branch) ?? same(branch)

/** 本级党委和政府、上一级信访部门: those above the bureau by administration and by profession. */
function addresseesOf({ directory }: PetitionHouse, organ: OrganId): Bilingual | undefined {
  const bureau = directory.find(organ)
  const above = [bureau?.parent, bureau?.leadBy].flatMap((id) => (id ? [directory.nameOf(id)] : []))
  return above.length === 0 ? undefined : listed(above)
}

interface Count {
  readonly by: 'channel' | 'class' | 'category' | 'overdue'
  readonly code: string
  readonly petitions: number
}

/** What the bureau registered in the year, by the codes of the petitions. */
const countsOf = (house: PetitionHouse, viewer: Staff, year: number): Promise<readonly Count[]> =>
  readAs<Count & object>(house, viewer, {
    name: 'annual report counts',
    text: `with registered as (
        select channel, class, split_part(category, '.', 1) as field, next_is_overdue from petition
        where registrar = $1 and registered_on between make_date($2, 1, 1) and make_date($2, 12, 31)
      ), counted as (
        select 'channel' as by, channel as code, count(*)::integer as petitions from registered group by channel
        union all select 'class', class, count(*) from registered group by class
        union all select 'category', field, count(*) from registered group by field
        union all select 'overdue', '', count(*) from registered where next_is_overdue
      )
      select by, code, petitions from counted order by by, petitions desc, code`,
    values: [viewer.organ, year],
  })

/** Respondents of ordinary claims. Whom an accusation accuses is told to nobody here (art. 30 (3)). */
const complainedAbout = (house: PetitionHouse, viewer: Staff, year: number) =>
  readAs<{ organ: OrganId; petitions: number }>(house, viewer, {
    name: 'annual report complained',
    text: `select about ->> 'organ' as organ, count(distinct p.stream_id)::integer as petitions
      from petition p join event e on e.stream_id = p.stream_id and e.version = 1,
        jsonb_array_elements(e.fact::jsonb #> '{fact,about}') about
      where p.registrar = $1 and p.registered_on between make_date($2, 1, 1) and make_date($2, 12, 31)
        and p.class <> 'accusation' and about ->> 'as' = 'respondent' and about ->> 'organ' is not null
      group by 1 order by 2 desc, 1 limit ${longest}`,
    values: [viewer.organ, year],
  })

/** How often it sent something on, from the last number of each class: numbers have no gaps. That tells of no petition. */
async function sentOn(house: PetitionHouse, organ: OrganId, year: number): Promise<ReadonlyMap<string, number>> {
  const { app } = poolsFor(house, { kind: 'system', task: 'annual-report' })
  const { rows } = await app.query<{ class: string; last: number }>({
    name: 'annual report numbers',
    text: `select number_class as class, max(number) as last from paper_number
      where organ = $1 and year = $2 group by number_class`,
    values: [organ, year],
  })
  return new Map(rows.map(({ class: numberClass, last }) => [numberClass, last]))
}
