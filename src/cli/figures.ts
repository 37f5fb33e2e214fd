import { Argument, Option } from 'commander'
import type { Month } from '../kernel/month.ts'
import { type CorrectionReason, correctionReasons } from '../register/figures/figures.ts'
import type { FiguresHouse } from '../register/figures/house.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

type Deed = (figures: FiguresHouse, month: Month, given: Given) => Promise<Report>

const deeds: Readonly<Record<string, Deed>> = { publish, correct, preview, check }

/** The figures of a month: docs/reference/figures.md. */
export const figures: Verb = {
  name: 'figures',
  summary: `the figures of a month: ${Object.keys(deeds).join(', ')}`,
  shape: (command) =>
    command
      .addArgument(new Argument('<deed>', 'what to do').choices(Object.keys(deeds)))
      .argument('[month]', 'such as 2026-10; by default the one that ended last')
      .addOption(new Option('--reason <why>', 'why published figures are corrected').choices(correctionReasons)),
  async run(given) {
    const [deed = '', said] = given.arguments
    const { parseMonth, monthBefore, monthOf } = await import('../kernel/month.ts')
    const { openHouse } = await import('../main.ts')
    const { openRooms } = await import('../wiring.ts')
    const month = said === undefined ? undefined : parseMonth(said)
    if (month === null) throw new UsageRefused(`${said} is no month; write it as 2026-10`)
    const house = await openHouse(given.config)
    try {
      const rooms = await openRooms(house)
      try {
        const of = month ?? monthBefore(monthOf(rooms.figures.today()))
        return await (deeds[deed] as Deed)(rooms.figures, of, given)
      } finally {
        rooms.close()
      }
    } finally {
      await house.close()
    }
  },
}

function publish(figures: FiguresHouse, month: Month, given: Given): Promise<Report> {
  return put(figures, month, null, given)
}

function correct(figures: FiguresHouse, month: Month, given: Given): Promise<Report> {
  const { reason } = given.options
  if (typeof reason !== 'string') throw new UsageRefused(`say why with --reason: ${correctionReasons.join(', ')}`)
  return put(figures, month, reason as CorrectionReason, given)
}

const viewer = { kind: 'system', task: 'cli' } as const

async function put(figures: FiguresHouse, month: Month, reason: CorrectionReason | null, { json }: Given) {
  const { publishFigures } = await import('../register/figures/publishing.ts')
  const { nameOfEdition } = await import('../register/figures/figures.ts')
  const done = await publishFigures(figures, { month, viewer, reason, progress: progressFor(json) })
  if (!done.ok) return refused(figures, done.error)
  const { edition, cases, extract, logSize } = done.value
  const name = nameOfEdition(month, edition)
  const words = [
    `${name}: ${cases} cases over ${logSize} entries of the log, published`,
    `extract ${extract}  /log/figures/${name}.csv`,
  ]
  return { exit: 0, words: words.join('\n'), json: { figures: name, ...done.value } } as const
}

async function preview(figures: FiguresHouse, month: Month): Promise<Report> {
  const { previewOf } = await import('../register/figures/publishing.ts')
  const { countLines } = await import('../register/figures/counting.ts')
  const counted = await previewOf(figures, { month, viewer })
  if (!counted.ok) return refused(figures, counted.error)
  return { exit: 0, words: [...countLines(counted.value)].join('\n'), json: counted.value }
}

/** Draws up again what was published, by whoever may look into the cases: the only way to see that none was left out or made up. */
async function check({ app, work, directory: organs }: FiguresHouse, month: Month): Promise<Report> {
  const { listEditions } = await import('../register/figures/queries.ts')
  const { redraw } = await import('../register/figures/checking.ts')
  const { nameOfEdition } = await import('../register/figures/figures.ts')
  const editions = (await listEditions({ app })).filter((edition) => edition.month === month)
  if (editions.length === 0) throw new UsageRefused(`no figures of ${month} were published`)
  const redrawn = []
  for (const edition of editions.toReversed()) redrawn.push(await redraw({ work, organs }, edition))
  const words = redrawn.map(({ edition, published, cases, isSame }) => {
    const name = nameOfEdition(month, edition)
    return isSame
      ? `${name}: ${published} cases, line for line what the facts say`
      : `${name}: not what the facts say; ${published} cases were published, ${cases} follow from the facts`
  })
  return { exit: redrawn.every(({ isSame }) => isSame) ? 0 : 1, words: words.join('\n'), json: { editions: redrawn } }
}

async function refused({ directory }: FiguresHouse, refusal: { readonly kind: string }): Promise<Report> {
  const { explainFigures, statusOfFiguresRefusal } = await import('../wording/figures.ts')
  const isOurs = refusal.kind in statusOfFiguresRefusal
  const words = isOurs
    ? explainFigures(refusal as Parameters<typeof explainFigures>[0], (id) => directory.nameOf(id)).en
    : 'somebody else published them at the same moment; look at what they published'
  return { exit: 1, words, json: { refused: refusal } }
}

const progressFor = (json: boolean) => (cases: number) => {
  if (!json && process.stderr.isTTY) process.stderr.write(`\r${cases} cases`)
}
