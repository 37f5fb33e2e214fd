/**
 * docs/reference/coverage.md: the Regulations article by article, with the rows of the pack that cite each, the suites that name
 * these rows or the article, and the pages on which people meet it. What is not built says so.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Basis } from '../src/law/basis.ts'
import { cn2022 } from '../src/law/cn-2022/cn-2022.ts'
import { measures, misconduct, protectionClocks } from '../src/law/cn-2022/protection.ts'
import { issuing as bulletins } from '../src/supervision/bulletins/decide.ts'
import { articlesOfPack } from './articles.ts'

const root = new URL('..', import.meta.url).pathname

/** Pages by what people call them: `desk/…` as in src/web/desk/routes.tsx, `portal/…` as in src/web/portal/app.tsx. */
type Page = `desk/${string}` | `portal/${string}` | `desk` | `portal`

export interface Covered {
  readonly title: string
  /** What the article asks, in our own words. */
  readonly asks: string
  readonly pages: readonly Page[]
  /** What it asks that is not built, if anything. */
  readonly open?: string
}

const petition = 'desk/petitions/:number'
const supervised = 'desk/supervision'
const followed = 'portal/follow/petition/:page?/:item?'

export const covered: Readonly<Record<number, Covered>> = {
  9: {
    title: '地方党委领导信访工作',
    asks: 'The party committee of a place leads petition work; its standing committee regularly hears how it goes, and decides major matters.',
    pages: ['desk/conferences', 'desk/conferences/meetings/:meeting'],
    open: 'how the committee leads otherwise',
  },
  11: {
    title: '中央信访工作联席会议',
    asks: 'A conference with convenors, members and an office that looks after what it decided.',
    pages: ['desk/conferences', 'desk/conferences/:organ/members'],
  },
  12: {
    title: '联席会议的会议和成员单位',
    asks: 'It meets as the work asks; members bring what is major and sensitive, carry out what was decided, and say how far it has come.',
    pages: ['desk/conferences', 'desk/conferences/bring', 'desk/conferences/items/:item'],
  },
  13: {
    title: '地方信访工作联席会议',
    asks: 'Every level has one; it coordinates and settles the important matters of its place; townships may have one.',
    pages: [
      'desk/conferences',
      'desk/conferences/meetings/:meeting',
      'desk/conferences/:organ/members',
      'desk/conferences/groups',
      'desk/conferences/groups/found',
      'desk/conferences/groups/:group',
    ],
  },
  14: {
    title: '信访部门的职责',
    asks: 'The bureau receives, forwards and assigns, coordinates, inspects, analyses, guides, and proposes; every other organ names who does petition work.',
    pages: [
      ...(['desk', 'desk/register', 'desk/accounts', 'desk/figures', petition] as const),
      ...(['desk/bulletins', 'desk/bulletins/:bulletin', supervised, 'desk/conferences', 'desk/proposals'] as const),
      ...(['desk/warnings', 'desk/warnings/:warning', 'desk/search'] as const),
      ...(['desk/insight', 'desk/insight/cases'] as const),
      ...(['desk/insight/topics', 'desk/insight/themes'] as const),
      ...(['desk/insight/answers', 'desk/insight/answers/behind'] as const),
      ...([
        'desk/insight/exemplary',
        'desk/insight/works',
        'desk/insight/works/:pilot',
        'portal/exemplary/:exemplary?',
      ] as const),
    ],
  },
  15: {
    title: '基层化解和社会参与',
    asks: 'Townships and villages settle what arises with them: small matters stay in the village, big ones in the township; mass and social organisations take part.',
    pages: [
      ...(['desk/disputes', 'desk/disputes/:dispute', 'desk/disputes/figures', 'desk/helpers'] as const),
      ...([
        'desk/screenings',
        'desk/screenings/:screening/:area',
        'desk/screenings/reports',
        'desk/field/village',
      ] as const),
    ],
    open: 'how organs guide those below them (paragraph 1) is left to those who do it; grades and days of disputes are practice and cite no article',
  },
  16: {
    title: '队伍和督查专员',
    asks: 'Inspection commissioners, training, and work in petition offices for young officials.',
    pages: [
      supervised,
      ...(['desk/team', 'desk/team/secondments/:secondment', 'desk/team/handbook'] as const),
      ...(['desk/team/establishment', 'desk/team/workload', 'desk/team/training'] as const),
      ...(['desk/team/courses/:course', 'desk/team/enrolments/:enrolment'] as const),
    ],
    open: 'courses of a party school (paragraph 2) are held outside the house',
  },
  17: {
    title: '信访人和信访形式',
    asks: 'Anybody may petition any organ, by network, letter, telephone, fax or visit.',
    pages: ['portal/say/:step?', 'desk/new', 'portal/suggest/:step?'],
  },
  18: {
    title: '公开、接访、下访和不得打击报复',
    asks: 'Channels, the rules and how to ask what became of a matter are published; leaders read and receive; nobody is persecuted for petitioning.',
    pages: [
      'portal/read/:page?',
      'portal/follow',
      followed,
      'desk/reports',
      'desk/ownerships',
      'desk/ownerships/:petition',
      'desk/law',
      'desk/visits',
      'desk/visits/:visit',
      'portal/reception/:page?/:item?',
      'desk/receptions',
      'desk/receptions/:reception',
      'desk/receptions/bookings/:booking',
      'desk/tasks',
      'desk/tasks/:task',
      'desk/leading',
      'desk/readings',
      'desk/readings/:reading',
    ],
    open: 'addresses and hours of an office are not published yet',
  },
  19: {
    title: '信访事项的提出',
    asks: 'A petition states who, what and why; what is said by mouth is written down as it was said; a matter that is in progress is not accepted above.',
    pages: ['portal/say/:step?', 'desk/new', petition],
  },
  20: {
    title: '走访和代表',
    asks: 'Visits go to the organ that is competent or one above; a group elects at most five.',
    pages: ['portal/say/:step?', 'desk/new'],
  },
  21: {
    title: '录入、查询和评价',
    asks: 'Every matter of every channel is entered at once; the petitioner can follow it and rate how it was handled.',
    pages: ['desk/new', 'desk/register', 'portal/follow', followed],
  },
  22: {
    title: '登记、转送和交办',
    asks: 'The bureau registers every matter and routes it within fifteen days; what must be reported back is assigned; accusations go to the discipline body.',
    pages: ['desk', 'desk/new', petition],
  },
  23: {
    title: '告知和异议',
    asks: 'The organ tells the petitioner in writing within fifteen days; what is not its own it objects to within five working days, and returns only when the sender agrees.',
    pages: [petition, followed],
  },
  24: {
    title: '受理争议和机关变动',
    asks: 'The common superior decides who is competent, else the joint conference; whoever carries the powers on takes the duties.',
    pages: [petition, 'desk/conferences/meetings/:meeting', 'desk/organs'],
  },
  25: {
    title: '重大、紧急信访事项',
    asks: 'It is reported at once to party and government, the competent department, the conference office and the bureaus above.',
    pages: [petition],
  },
  27: {
    title: '四个到位',
    asks: 'What is reasonable is solved, what is not is explained, hardship is helped, and breaches of law are dealt with.',
    pages: [petition, followed],
    open: 'no rule decides whether all four were done; help in hardship is told, wished and handed on under article 37 (2)',
  },
  28: {
    title: '恪尽职守和回避',
    asks: 'Facts are found and nobody shirks; whoever is concerned steps aside.',
    pages: [petition, followed],
  },
  29: {
    title: '建议意见',
    asks: 'A suggestion is studied, adopted wholly or in part where it is sound, and answered; whoever contributed is rewarded; people are asked about what matters to them.',
    pages: [
      'portal/suggest/:step?',
      'portal/suggestions/:call?',
      petition,
      'desk/suggestions',
      'desk/suggestions/:suggestion',
      'desk/calls/:call',
    ],
  },
  30: {
    title: '检举控告',
    asks: 'The competent body handles it by its own rules; nothing of it reaches whoever is accused.',
    pages: [petition, 'desk/told', followed],
  },
  31: {
    title: '申诉求决的六条途径',
    asks: 'Litigation, arbitration, party procedure, administrative procedure, the organ’s own duty, or a handling opinion after hearing the petitioner; hearings where the matter is hard.',
    pages: [petition, followed, 'desk/referrals', 'desk/referrals/:referral'],
  },
  32: {
    title: '信访处理意见书',
    asks: 'Claims, facts and reasons, opinion and basis; supported, explained or not supported; what is supported is carried out.',
    pages: [petition, 'desk/petitions/:number/papers/:paper', followed],
  },
  33: {
    title: '调解与和解',
    asks: 'Within the law and with the consent of both sides, with a written agreement.',
    pages: [petition, followed],
  },
  34: {
    title: '办理期限',
    asks: 'Sixty days from acceptance; at most thirty more, by the head, with the reason told.',
    pages: ['desk', petition, 'desk/clock', followed],
  },
  35: {
    title: '复查',
    asks: 'Within thirty days of the answer, one level up; answered in writing within thirty days.',
    pages: [petition, followed],
  },
  36: {
    title: '复核',
    asks: 'Within thirty days of the review opinion, one level up; days of a hearing do not count; after it the same matter is not accepted again.',
    pages: [petition, followed],
  },
  37: {
    title: '多元化解和帮扶救助',
    asks: 'Mediation of every kind works as one, and finished matters are still looked after.',
    pages: [
      'desk/mediations',
      'desk/mediations/new',
      'desk/mediations/:mediation',
      'desk/mediators',
      'desk/referrals',
      'desk/referrals/:referral',
      'desk/centre',
      'desk/centre/:intake',
      'portal/centre',
      'portal/mediation/:page?',
      followed,
    ],
  },
  38: {
    title: '督查',
    asks: 'Party and government inspect petition work, in special inspections too.',
    pages: [supervised, 'desk/supervision/:matter'],
  },
  39: {
    title: '责任和考核',
    asks: 'Petition work is assessed every year and the results circulated; the conference talks to, names and lists whoever fails.',
    pages: [
      ...(['desk/assessment', 'desk/assessment/letters', 'desk/assessment/letters/:letter'] as const),
      ...(['desk/assessment/circulated', 'desk/responsibility', supervised] as const),
      ...(['desk/bulletins', 'desk/bulletins/:bulletin', 'desk/papers/:stream/:paper'] as const),
    ],
    open: 'rewards (paragraph 2), and how results weigh in judging leaders, are left to those who decide',
  },
  40: {
    title: '督办和三项建议',
    asks: 'The bureau supervises what goes wrong and proposes better work, better policy and accountability; proposals are answered in writing.',
    pages: [
      ...(['desk/law', 'desk/reports', supervised, 'desk/supervision/:matter', 'portal/listed-matters'] as const),
      ...(['desk/proposals', 'desk/proposals/new', 'desk/proposals/:proposal', 'desk/papers/:stream/:paper'] as const),
    ],
  },
  41: {
    title: '年度报告',
    asks: 'Once a year the bureau reports figures, routing and supervision, proposals and what became of them.',
    pages: ['desk/annual-report', 'desk/bulletins/:bulletin', 'desk/figures', 'portal/figures/:month?/:edition?'],
  },
  42: {
    title: '引发信访的责任',
    asks: 'Whoever causes petitions by abuse, by not acting, or by not carrying an opinion out answers for it.',
    pages: ['desk/responsibility', 'desk/proposals/:proposal'],
    open: 'no rule decides it: whoever holds to account does, after a proposal under article 40 (3)',
  },
  43: {
    title: '信访部门的责任',
    asks: 'A bureau that does not register, route or supervise answers for it.',
    pages: ['desk', 'desk/responsibility', 'desk/reports', supervised],
  },
  44: {
    title: '受理单位的责任',
    asks: 'An organ that does not register, refuses what is its own, or does not tell in time answers for it.',
    pages: ['desk', 'desk/responsibility', petition, 'desk/reports', supervised, followed],
  },
  45: {
    title: '办理单位的责任',
    asks: 'An organ that shirks, is late, does not support what is right, or heeds no proposal answers for it.',
    pages: ['desk', 'desk/responsibility', petition, 'desk/proposals/:proposal', supervised],
  },
  46: {
    title: '工作人员的责任',
    asks: 'Rudeness, taking gifts, concealing, leaking accusations and persecution are answered for.',
    pages: [
      ...(['desk/responsibility', 'desk/reports', 'desk/reports/:report', followed] as const),
      ...(['desk/team/fairness', 'desk/team/fairness/cases'] as const),
    ],
  },
}

interface RowOfPack {
  readonly row: string
  readonly article: number
}

/** Every row that cites an article of the Regulations, and the rows of protection. */
export function rowsByArticle(): ReadonlyMap<number, readonly string[]> {
  const { supervision, conference, ...rest } = cn2022
  const supervised = Object.fromEntries(
    Object.entries(supervision).map(([table, rows]) => [`supervision.${table}`, rows]),
  )
  const conferences = Object.fromEntries(
    Object.entries(conference).map(([table, rows]) => [`conference.${table}`, rows]),
  )
  const pack = {
    ...rest,
    ...supervised,
    protection: { ...protectionClocks },
    misconduct,
    measures,
    bulletins,
    ...conferences,
  }
  const rows = Object.entries(pack).flatMap(([table, value]) => rowsIn(table, value))
  return new Map(
    [...Map.groupBy(rows, ({ article }) => article)].map(([article, found]) => [
      article,
      [...new Set(found.map(({ row }) => row))],
    ]),
  )
}

function rowsIn(table: string, value: unknown): readonly RowOfPack[] {
  if (typeof value !== 'object' || value === null) return []
  if ('basis' in value) return citedIn(value).map((article) => ({ row: table, article }))
  return Object.entries(value).flatMap(([name, row]) =>
    citedIn(row).map((article) => ({ row: `${table}.${name}`, article })),
  )
}

/** The articles in a row, those of its parts included. */
function citedIn(row: unknown): readonly number[] {
  if (typeof row !== 'object' || row === null) return []
  const { instrument, article } = row as Basis & { instrument?: string; article?: number }
  const own = instrument === 'R22' && article !== undefined ? [article] : []
  return [...own, ...Object.values(row).flatMap(citedIn)]
}

/** Collected once: a module runs once. */
let collected: ReturnType<typeof articlesOfPack> | undefined
function suitesOfPack() {
  collected ??= articlesOfPack()
  return collected
}

/** Suites by article: those that name a row which cites it, and those whose title names it. */
export async function suitesByArticle(): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = rowsByArticle()
  const suites = await suitesOfPack()
  const elsewhere = titlesElsewhere()
  return new Map(
    Object.keys(covered).map((key) => {
      const article = Number(key)
      const cites = new Set(rows.get(article) ?? [])
      const named = suites
        .filter(({ title, rows: own }) => namesArticle(title, article) || own.some((row) => cites.has(row)))
        .map(({ title }) => title)
      const others = elsewhere.filter(({ title }) => namesArticle(title, article))
      const all = [...named, ...others.map(({ file, title }) => `${title} (\`${file}\`)`)]
      return [article, [...new Set(all)].toSorted()]
    }),
  )
}

/** `art. 23, 29–31`, `art. 30 (3), 22 (2)`: whether the list after “art.” has the article. */
function namesArticle(title: string, article: number): boolean {
  // another law has articles of its own
  if (/(?:法|(?<!信访工作)条例) art\. /.test(title)) return false
  return [...title.matchAll(/art\. ((?:\d+(?:–\d+)?(?: \(\d+\))?(?: item \d+)?(?:, | and )?)+)/g)].some(
    ([, list = '']) =>
      list
        .replaceAll(/\(\d+\)|item \d+/g, '')
        .split(/, | and /)
        .some((part) => {
          const [from = Number.NaN, to = from] = part.trim().split('–').map(Number)
          return article >= from && article <= to
        }),
  )
}

/** Titles of tests outside the suites of the pack that name an article of the Regulations. */
function titlesElsewhere(): readonly { readonly file: string; readonly title: string }[] {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name))
      // what other laws say has articles of its own
      .filter((file) => file !== 'src/petition/packs.test.ts'),
  )
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:describe|it)\(\s*'([^'\n]*\bart\. \d[^'\n]*)'/g)]
      .map(([, title = '']) => ({ file, title }))
      .filter(({ title }) => !/行政复议法|民事诉讼法|人民调解法|ADR/.test(title)),
  )
}

/** Every page there is, from the routes of the two applications. */
export function pagesThereAre(): ReadonlySet<string> {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const desk = [...read('src/web/desk/routes.tsx').matchAll(/path: '([^'*]+)'/g)].map(([, path]) => `desk/${path}`)
  const portal = [...read('src/web/portal/app.tsx').matchAll(/path="\/([^"]*)"/g)].map(([, path]) =>
    path === '' ? 'portal' : `portal/${path}`,
  )
  return new Set(['desk', ...desk, ...portal])
}

const heading = `# Coverage of the Regulations on Petition Work (信访工作条例)

Generated from the pack, the suites and \`test/coverage.ts\`: do not edit. \`UPDATE_REFERENCE=1 npm test\` writes it anew, and a test compares. Rows are those of
[cn-2022](clocks.md); \`xinqiao law show cn-2022\` lists them. A change of any row turns a suite red that names it (\`test/law-mutation.test.ts\`).
`

export async function coverageReference(): Promise<string> {
  const [rows, suites] = [rowsByArticle(), await suitesByArticle()]
  const sections = Object.entries(covered).map(([key, { title, asks, pages, open }]) => {
    const article = Number(key)
    return [
      `\n## Article ${key} · ${title}\n`,
      `${asks}\n`,
      `* Rows: ${listed((rows.get(article) ?? []).map((row) => `\`${row}\``))}`,
      `* Tests: ${listed(suites.get(article) ?? [])}`,
      `* Pages: ${listed(pages.map((page) => `\`${page}\``))}`,
      ...(open === undefined ? [] : [`* **Not yet**: ${open}.`]),
    ].join('\n')
  })
  return `${heading}${sections.join('\n')}\n`
}

const listed = (items: readonly string[]): string => (items.length === 0 ? '–' : items.join(' · '))
