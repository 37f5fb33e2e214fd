/** 法规: the packs of law that this house keeps, row by row, with what each rests on and where a place differs from the country. */
import { Input, Select, Switch, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useSearchParams } from 'react-router'
import { spanInWords } from '../../../wording/days.ts'
import { trainingTermOf } from '../../../wording/training-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { useSession } from '../session/session-context.ts'
import { type Pack, type PackHeader, useLawInForce, usePack, usePacks } from './law.ts'
import './house.css'
import './law.css'

export function LawPage() {
  const { words } = useLanguage()
  const { organ } = useSession()
  const packs = usePacks()
  const here = useLawInForce(organ.id)
  const [search, setSearch] = useSearchParams()
  const chosen = search.get('pack') ?? here.data?.pack
  const pack = usePack(chosen)
  const trouble = packs.error ?? here.error ?? pack.error
  return (
    <Page title={words.law.title}>
      {trouble && <Trouble error={trouble} onRetry={() => void pack.refetch()} />}
      {packs.data && here.data && (
        <Chooser
          packs={packs.data.items}
          chosen={chosen ?? ''}
          here={here.data.pack}
          onChoose={(next) => setSearch({ pack: next }, { replace: true })}
        />
      )}
      {pack.data ? <Rows key={pack.data.pack} pack={pack.data} /> : trouble ? null : <Skeleton lines={12} />}
    </Page>
  )
}

interface ChooserProps {
  readonly packs: readonly PackHeader[]
  readonly chosen: string
  readonly here: string
  readonly onChoose: (pack: string) => void
}

function Chooser({ packs, chosen, here, onChoose }: ChooserProps) {
  const { words, pick, language } = useLanguage()
  const pack = packs.find((each) => each.pack === chosen)
  const until = pack?.inForceUntil
  return (
    <section className="panel law-head">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label className="filter">
        <span>{words.law.pack}</span>
        <Select
          value={chosen}
          onChange={onChoose}
          listHeight={400}
          options={packs.map((each) => ({
            value: each.pack,
            label: each.pack === here ? `${pick(each.name)} · ${words.law.here}` : pick(each.name),
          }))}
        />
      </label>
      {pack && (
        <Pairs
          pairs={[
            [
              words.law.state,
              chosen === here ? (
                <Tag key="here" color="green">
                  {words.law.here}
                </Tag>
              ) : (
                words.law.notHere
              ),
            ],
            [
              words.law.inForce,
              until
                ? words.law.between(fullDay(pack.inForceFrom, language), fullDay(until, language))
                : words.law.since(fullDay(pack.inForceFrom, language)),
            ],
            [words.law.code, <code key="code">{pack.pack}</code>],
            [words.law.note, pack.note && pick(pack.note)],
          ]}
        />
      )}
    </section>
  )
}

interface Row {
  readonly name: string
  readonly words: { readonly zh: string; readonly en: string } | null
  readonly basis: { readonly zh: string; readonly en: string }
  readonly differs: boolean
  readonly says: ReactNode
}

function Rows({ pack }: { readonly pack: Pack }) {
  const { words, pick } = useLanguage()
  const [sought, setSought] = useState('')
  const all = useTables(pack)
  const rows = all.flatMap((table) => table.rows)
  const own = rows.filter((row) => row.differs).length
  // of a local pack people want to know what is local; a law of its own is read whole
  const [onlyOwn, setOnlyOwn] = useState(own > 0 && own < rows.length / 3)
  const isShown = (row: Row) =>
    (!onlyOwn || row.differs) &&
    `${row.name} ${row.words ? pick(row.words) : ''} ${pick(row.basis)}`.toLowerCase().includes(sought.toLowerCase())
  const tables = all
    .map((table) => ({ ...table, rows: table.rows.filter(isShown) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <div className="law-filter">
        <Input
          allowClear
          value={sought}
          onChange={({ target }) => setSought(target.value)}
          placeholder={words.law.search}
          aria-label={words.law.search}
        />
        {own > 0 && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
          <label className="law-own">
            <Switch size="small" checked={onlyOwn} onChange={setOnlyOwn} /> {words.law.onlyOwn}
          </label>
        )}
      </div>
      {tables.length === 0 && <Nothing title={words.law.nothing} />}
      {tables.map(({ title, rows: shown }) => (
        <section key={title} className="panel law-table">
          <h2>{title}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.law.row}</th>
                <th scope="col">{words.law.says}</th>
                <th scope="col">{words.law.basis}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.name} className={row.differs ? 'is-own' : undefined}>
                  <th scope="row">
                    {row.words ? pick(row.words) : row.name}
                    {row.differs && <span className="law-mark">{words.law.own}</span>}
                  </th>
                  <td>{row.says}</td>
                  <td className="soft">{pick(row.basis)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}

/** Every table of the pack, each row with a sentence on what it says beside its basis. */
function useTables(pack: Pack): readonly { readonly title: string; readonly rows: readonly Row[] }[] {
  const { words, term, pick } = useLanguage()
  const say = words.law
  const list = (group: Parameters<typeof term>[0], codes: readonly string[]) =>
    codes.map((code) => term(group, code)).join(say.comma)
  const length = (span: { readonly unit: string; readonly count: number | null }) =>
    span.unit === 'designated' ? say.designated : pick(spanInWords(span.count ?? 0, span.unit as 'days'))
  const { representatives, proposalAnswer } = pack
  return [
    {
      title: say.clocks,
      rows: pack.clocks.map((clock) => ({
        ...clock,
        says: [
          length(clock.span),
          ...(clock.countsFromReceipt ? [say.fromReceipt] : []),
          ...(clock.extendableBy === null ? [] : [say.extendable(clock.extendableBy)]),
          ...(clock.isSuspendable ? [say.suspendable] : []),
          term('binds', clock.binds),
        ].join(say.semicolon),
      })),
    },
    {
      title: say.permissions,
      rows: pack.permissions.map((step) => ({
        ...step,
        says: step.isUnknown ? say.unknownStep : `${list('performer', step.by)}${step.needsHead ? say.needsHead : ''}`,
      })),
    },
    {
      title: say.documents,
      rows: pack.documents.map((document) => ({
        ...document,
        says:
          document.parts.length === 0 ? (
            say.noParts
          ) : (
            <ul className="law-parts">
              {document.parts.map(({ part, words: name, basis }) => (
                <li key={part}>
                  {name ? pick(name) : part} <span className="faint">{pick(basis)}</span>
                </li>
              ))}
            </ul>
          ),
      })),
    },
    {
      title: say.serviceWays,
      rows: pack.serviceWays.map((way) => ({
        ...way,
        says: [
          list('serviceProof', way.proof),
          ...(way.runsDays > 0 ? [say.runs(way.runsDays)] : []),
          ...(way.isOnlySimplified ? [say.onlySimplified] : []),
        ].join(say.semicolon),
      })),
    },
    {
      title: say.declineGrounds,
      rows: pack.declineGrounds.map((ground) => ({
        ...ground,
        says: [
          term('declineNeed', ground.needs),
          ...(ground.onlyDirect ? [say.onlyDirect] : []),
          ...(ground.onlyVisits ? [say.onlyVisits] : []),
        ].join(say.semicolon),
      })),
    },
    {
      title: say.people,
      rows: [
        {
          name: 'representatives',
          words: say.representatives,
          basis: representatives.basis,
          differs: representatives.differs,
          says: [
            ...representatives.tiers.map(({ upTo, atMost }) => say.tier(upTo, atMost)),
            say.atMost(representatives.atMost),
          ].join(say.semicolon),
        },
      ],
    },
    { title: say.principles, rows: pack.principles.map((row) => ({ ...row, says: '' })) },
    {
      title: say.routes,
      rows: [
        ...pack.classes.map((row) => ({ ...row, says: say.classSays })),
        ...pack.routes.map((row) => ({ ...row, says: say.leads[row.leads] })),
        ...pack.outcomes.map((row) => ({ ...row, says: say.outcomeSays })),
      ],
    },
    {
      title: say.supervision,
      rows: [
        ...pack.supervisionTriggers.map((row) => ({ ...row, says: say.trigger })),
        ...pack.supervisionClocks.map((row) => ({ ...row, says: length(row.span) })),
        ...pack.proposals.map((row) => ({
          ...row,
          says: [
            say.proposedTo(list('proposalRecipient', row.to)),
            ...(row.against.length === 0 ? [] : [say.proposedAgainst(list('heldToAccount', row.against))]),
          ].join(say.semicolon),
        })),
        {
          name: 'proposalAnswer',
          words: say.proposalAnswer,
          basis: proposalAnswer.basis,
          differs: proposalAnswer.differs,
          says: [
            proposalAnswer.span ? length(proposalAnswer.span) : say.noDays,
            ...(proposalAnswer.reasonsWithin ? [say.reasonsWithin(length(proposalAnswer.reasonsWithin))] : []),
          ].join(say.semicolon),
        },
      ],
    },
    {
      title: say.assessment,
      rows: [
        ...pack.indicators.map((row) => ({
          ...row,
          says: [pick(row.formula), pick(row.population), pick(row.origin)].join(say.semicolon),
        })),
        ...pack.assessmentTimes.map((row) => ({ ...row, says: length(row.span) })),
      ],
    },
    {
      title: say.workload,
      rows: pack.workloadWeights.map((row) => ({ ...row, says: say.weighs(row.weight) })),
    },
    { title: say.secondments, rows: pack.secondmentTimes.map((row) => ({ ...row, says: length(row.span) })) },
    {
      title: say.trainings,
      rows: [
        ...pack.trainings.map((row) => ({
          ...row,
          says: [length(row.span), ...row.requiredOf.map((post) => pick(trainingTermOf('taughtPost', post)))].join(
            say.semicolon,
          ),
        })),
        ...pack.trainingTimes.map((row) => ({ ...row, says: length(row.span) })),
      ],
    },
    { title: say.themes, rows: pack.themeTimes.map((row) => ({ ...row, says: length(row.span) })) },
    { title: say.warnings, rows: pack.warningTimes.map((row) => ({ ...row, says: length(row.span) })) },
    {
      title: say.instructions,
      rows: pack.instructionTemplates.map((row) => ({ ...row, says: length(row.span) })),
    },
    { title: say.rewards, rows: pack.rewards.map((row) => ({ ...row, says: '' })) },
    {
      title: say.situationReports,
      rows: pack.situationReports.map((row) => ({ ...row, says: length(row.span) })),
    },
    {
      title: say.conferences,
      rows: pack.conferences.map((row) => ({
        ...row,
        says: [
          ...(row.everyMonths === null ? [] : [say.everyMonths(row.everyMonths)]),
          ...(row.atLeastDays === null ? [] : [say.atLeastDays(row.atLeastDays)]),
        ].join(say.semicolon),
      })),
    },
    {
      title: say.findings,
      rows: pack.findings.map((row) => ({
        ...row,
        says: [
          ...(row.atLeast === null ? [] : [say.atLeast(row.atLeast)]),
          ...(row.liability === null ? [] : [say.liability(pick(row.liability))]),
        ].join(say.semicolon),
      })),
    },
    {
      title: say.orders,
      rows: pack.orders.map((row) => ({ ...row, says: row.openers.map(pick).join(say.comma) })),
    },
    {
      title: say.retention,
      rows: pack.retention.map((row) => ({ ...row, says: say.years(row.years) })),
    },
  ]
}
