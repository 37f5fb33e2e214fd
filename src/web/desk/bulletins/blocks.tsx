/** The blocks of a draft: text, live figures, chosen petitions. */
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type * as petition from '../../../petition/contract.ts'
import { bulletinTerms } from '../../../wording/bulletin-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { Area } from '../layout/Area.tsx'
import { DayField } from '../layout/DayField.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { type CountedView, type Kind, type Part, useBulletinWords } from './bulletins.ts'
import type { DraftBlock } from './drafting.ts'
import { TrendTable } from './Trends.tsx'

interface BlockProps<Block extends DraftBlock = DraftBlock> {
  readonly block: Block
  readonly kind: Kind
  /** As the house counted it when the draft was last saved; null where it was changed since. */
  readonly counted: readonly CountedView[] | null
  readonly onChange: (block: DraftBlock) => void
}
type Of<Is extends DraftBlock['is']> = BlockProps<Extract<DraftBlock, { is: Is }>>

export function BlockFields({ block, ...rest }: BlockProps) {
  switch (block.is) {
    case 'text':
      return <TextFields block={block} {...rest} />
    case 'figures':
      return <FigureFields block={block} {...rest} />
    case 'cases':
      return <CaseFields block={block} {...rest} />
  }
}

/** Which parts each kind of report asks for. */
const partsOf: Readonly<Partial<Record<Kind, readonly Part[]>>> = {
  annualReport: ['supervision', 'proposals', 'other'],
  situationReport: ['causes', 'outcome'],
}
/** Figures of whole days of a report are those of its year or period. */
const isOfPeriod = (kind: Kind): boolean => kind in partsOf

function TextFields({ block, kind, onChange }: Of<'text'>) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const parts = partsOf[kind]
  return (
    <div className="bulletin-fields">
      {parts && (
        <Select<Part | ''>
          value={block.part ?? ''}
          aria-label={say.part}
          onChange={(part) => onChange({ ...block, part: part === '' ? null : part })}
          options={[
            { value: '', label: say.partNone },
            ...parts.map((value) => ({ value, label: pick(bulletinTerms.reportPart[value]) })),
          ]}
        />
      )}
      {kind !== 'annualReport' && (
        <Input
          value={block.heading}
          maxLength={200}
          placeholder={say.heading}
          aria-label={say.heading}
          onChange={({ target }) => onChange({ ...block, heading: target.value })}
        />
      )}
      <Area
        rows={4}
        value={block.text}
        maxLength={20_000}
        placeholder={say.text}
        aria-label={say.text}
        onChange={({ target }) => onChange({ ...block, text: target.value })}
      />
    </div>
  )
}

function FigureFields({ block, kind, counted, onChange }: Of<'figures'>) {
  const { pick } = useLanguage()
  const say = useBulletinWords()
  const options = Object.entries(bulletinTerms.figure).map(([value, term]) => ({ value, label: pick(term) }))
  return (
    <div className="bulletin-fields">
      <Checkbox.Group
        className="bulletin-figures"
        aria-label={say.figures}
        options={options}
        value={[...block.figures]}
        onChange={(figures) => onChange({ ...block, figures })}
      />
      {!isOfPeriod(kind) && (
        <div className="bulletin-period">
          <DayField value={block.from} onChange={(from) => from && onChange({ ...block, from })} mayBeFuture={false} />
          <span className="faint">–</span>
          <DayField value={block.until} onChange={(until) => until && onChange({ ...block, until })} />
        </div>
      )}
      {counted === null ? (
        <p className="faint">{say.afterSaving}</p>
      ) : (
        <Figures counted={counted} countedOn={null} bulletin={null} />
      )}
    </div>
  )
}

/** Small tables, each with how it was counted where the pointer rests. */
export function Figures(props: {
  readonly counted: readonly CountedView[]
  readonly countedOn: string | null
  /** Of which the petitions behind a line can be opened; null where none is saved. */
  readonly bulletin: string | null
}) {
  const { pick, language } = useLanguage()
  const say = useBulletinWords()
  const { counted, countedOn, bulletin } = props
  const plain = counted.filter(({ trends }) => trends === null)
  return (
    <div>
      <p className="faint">{countedOn === null ? say.live : say.countedOn(fullDay(countedOn, language))}</p>
      {counted.map(
        (each) =>
          each.trends && <TrendTable key={each.figure} counted={each} trends={each.trends} bulletin={bulletin} />,
      )}
      <div className="bulletin-tables">
        {plain.map((each) => (
          <table key={each.figure} title={pick(each.method)}>
            <caption>{pick(each)}</caption>
            <tbody>
              {(each.rows ?? []).map((row) => (
                <tr key={row.code}>
                  <th scope="row">{pick(row)}</th>
                  <td>{row.of === null ? row.count : `${row.count}/${row.of}`}</td>
                </tr>
              ))}
              {each.rows === null && (
                <tr>
                  <td className="faint">{say.notCounted}</td>
                </tr>
              )}
              {each.rows?.length === 0 && (
                <tr>
                  <td className="faint">{say.empty}</td>
                </tr>
              )}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  )
}

/** Petitions by number or by words of their masked titles, as the register finds them. */
function CaseFields({ block, onChange }: Of<'cases'>) {
  const { term } = useLanguage()
  const say = useBulletinWords()
  const [typed, type] = useState('')
  const found = useQuery({
    queryKey: ['bulletins', 'cases', typed],
    queryFn: ({ signal }) =>
      call<typeof petition.listPetitions>(
        'GET',
        '/api/petitions',
        { query: { limit: 20, ...(typed.trim() ? { q: typed.trim() } : {}) } } as never,
        { signal },
      ),
    staleTime: 30_000,
  })
  const options = (found.data?.items ?? []).map((row) => ({
    value: row.number,
    label: shownNumber(row.number),
    title: row.title,
    stage: term('stage', row.stage),
  }))
  return (
    <div className="bulletin-fields">
      <p className="faint">{say.casesSays}</p>
      <Select
        mode="multiple"
        value={[...block.petitions]}
        aria-label={say.cases}
        placeholder={say.casesChoose}
        options={options}
        loading={found.isFetching}
        showSearch={{ filterOption: false, onSearch: type }}
        onChange={(petitions) => onChange({ ...block, petitions })}
        optionRender={({ data }) => (
          <span className="organ-option">
            <span>
              {data.label} {data.title}
            </span>
            <span className="faint">{data.stage}</span>
          </span>
        )}
      />
    </div>
  )
}

interface BlocksProps {
  readonly onAdd: (is: DraftBlock['is']) => void
}

export function AddBlock({ onAdd }: BlocksProps) {
  const say = useBulletinWords()
  return (
    <div className="bulletin-add">
      <Button onClick={() => onAdd('text')}>{say.addText}</Button>
      <Button onClick={() => onAdd('figures')}>{say.addFigures}</Button>
      <Button onClick={() => onAdd('cases')}>{say.addCases}</Button>
    </div>
  )
}
