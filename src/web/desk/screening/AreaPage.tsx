import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { disputeTermOf } from '../../../wording/dispute-terms.ts'
import { screeningTermOf } from '../../../wording/screening-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useDispute } from '../disputes/disputes.ts'
import { BesideHelpers } from '../helpers/BesideHelpers.tsx'
import { CaseColumns } from '../layout/CaseColumns.tsx'
import { NotNow } from '../layout/NotNow.tsx'
import { Page } from '../layout/page.tsx'
import { SideBlocks } from '../layout/SideBlocks.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble, troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { Pairs } from '../petition/facts.tsx'
import { ScreeningActDialog } from './ScreeningActDialog.tsx'
import { type AreaDetail, useArea, useScreeningAct } from './screenings.ts'
import '../petition/petition.css'
import '../reports/reports.css'
import './screening.css'

type Read = NonNullable<ReturnType<typeof useArea>['data']>

/** One place of a campaign: who looks there, where they go, what they found. */
export function AreaPage() {
  const { screening = '', area = '' } = useParams()
  const read = useArea(screening, area)
  if (read.isPending) return <Skeleton lines={10} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  return <Whole key={area} place={read.data} />
}

function Whole({ place }: { readonly place: Read }) {
  const { words, language, pick } = useLanguage()
  const say = words.screening
  const placeName = usePlaceName()
  const assigns = place.actions.some(({ action, allowed }) => action === 'assign' && allowed)
  const { area, standing, isLate, until, reportedOn, note, title, screening, organ, returns, notes } = place
  return (
    <Page title={placeName(area)}>
      <p className="page-says">
        <Link to={`/screenings/${screening}`}>{title}</Link>
      </p>
      <CaseColumns
        facts={
          <section className="report-part">
            <Pairs
              pairs={[
                [say.page.standing, isLate ? say.counts.late : screeningTermOf('areaStanding', standing)[language]],
                [say.due, fullDay(until, language)],
                [say.coverage, reportedOn && fullDay(reportedOn, language)],
                [say.page.organ, pick(organ)],
                [say.page.note, note],
                [say.area.screeners, place.screeners.map(({ name }) => name).join(words.law.comma)],
                [say.area.helpers, place.helpers],
              ]}
            />
            {returns.map(({ on, until: again, reason }) => (
              <p key={on + again} className="faint">
                {say.area.returned(fullDay(on, language), fullDay(again, language), reason)}
              </p>
            ))}
            {notes.map(({ on, note: said }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: it only ever grows at its end
              <p key={at} className="faint">
                {say.area.reminded(fullDay(on, language))} {said}
              </p>
            ))}
          </section>
        }
        side={
          <>
            <Actions place={place} />
            <SideBlocks
              blocks={[
                {
                  key: 'helpers',
                  block: <BesideHelpers of={{ kind: 'screening', screening, area }} mayInvite={assigns} />,
                },
              ]}
            />
          </>
        }
        history={
          <>
            <Found place={place} />
            <Houses place={place} />
          </>
        }
      />
    </Page>
  )
}

function Found({ place }: { readonly place: Read }) {
  const { words } = useLanguage()
  const say = words.screening.area
  if (place.disputes === 0) return null
  return (
    <section className="report-part">
      <h2>{say.found}</h2>
      {place.found.length === 0 && <p className="soft">{say.noneFound}</p>}
      <ul className="plain-list">
        {place.found.map((dispute) => (
          <li key={dispute}>
            <FoundDispute dispute={dispute} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By its title; until that is read, as what it is. */
function FoundDispute({ dispute }: { readonly dispute: string }) {
  const { words, language } = useLanguage()
  const { data } = useDispute(dispute)
  return (
    <>
      <Link to={`/disputes/${dispute}`}>{data?.title ?? words.screening.area.openDispute}</Link>{' '}
      {data && <span className="faint">{disputeTermOf('disputeStage', data.stage)[language]}</span>}
    </>
  )
}

function Houses({ place }: { readonly place: Read }) {
  const { words, language } = useLanguage()
  const say = words.screening.area
  const assign = place.actions.find(({ action }) => action === 'assign')
  const [isWriting, write] = useState(false)
  if (place.houses.length === 0 && !assign?.allowed) return null
  return (
    <section className="report-part">
      <h2>{say.houses}</h2>
      {place.houses.length === 0 && <p className="soft">{say.noHouses}</p>}
      <ul className="screening-houses">
        {place.houses.map(({ household, where, result, at, note }) => (
          <li key={household}>
            <span>{where}</span>
            {result && (
              <span className="faint">
                {screeningTermOf('householdResult', result)[language]} {at && fullDay(at, language)}
              </span>
            )}
            {note && <span className="prose">{note}</span>}
          </li>
        ))}
      </ul>
      {assign?.allowed && !isWriting && <Button onClick={() => write(true)}>{say.write}</Button>}
      {isWriting && <AssignForm place={place} onClose={() => write(false)} />}
    </section>
  )
}

interface Assigned {
  readonly screeners?: readonly string[]
  readonly helpers?: string
  readonly houses?: readonly { readonly household?: string; readonly where: string }[]
}

/** Written whole: who looks there, who helps, and the houses; those that somebody came by stay. */
function AssignForm({ place, onClose }: { readonly place: Read; onClose(): void }) {
  const { words, language, pick } = useLanguage()
  const say = words.screening.area
  const doing = useScreeningAct(place.screening)
  const seen = new Set(place.houses.filter(({ result }) => result !== null).map(({ household }) => household))
  const people = [...place.screeners, ...place.colleagues].map(({ account, name, organ }) => ({
    ...{ value: `${account} ${organ.id}`, label: `${name} · ${pick(organ)}` },
  }))
  const finish = ({ screeners = [], helpers, houses = [] }: Assigned) =>
    doing.mutate(
      {
        action: 'assign',
        body: {
          ...{ area: place.area, helpers: helpers?.trim() || null },
          screeners: screeners.map((key) => {
            const [account = '', organ = ''] = key.split(' ')
            return { account, organ }
          }),
          households: houses.map(({ household, where }) => ({ household: household ?? crypto.randomUUID(), where })),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <Form<Assigned>
      layout="vertical"
      initialValues={{
        screeners: place.screeners.map(({ account, organ }) => `${account} ${organ.id}`),
        helpers: place.helpers ?? '',
        houses: place.houses.map(({ household, where }) => ({ household, where })),
      }}
      onFinish={finish}
    >
      <Form.Item name="screeners" label={say.screeners}>
        <Select
          mode="multiple"
          options={people.filter(({ value }, at) => people.findIndex((each) => each.value === value) === at)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="helpers" label={say.helpers} extra={say.helpersHint}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.List name="houses">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="screening-house-line">
                <Form.Item
                  name={[name, 'where']}
                  noStyle
                  rules={[{ required: true, whitespace: true, message: words.field.needed(say.where) }]}
                >
                  <Input maxLength={200} aria-label={say.where} placeholder={say.whereHint} autoComplete="off" />
                </Form.Item>
                <Button
                  disabled={seen.has(place.houses[name]?.household ?? '')}
                  onClick={() => remove(name)}
                  aria-label={words.remove}
                >
                  ×
                </Button>
              </div>
            ))}
            <Button onClick={() => add({})}>{say.addHouse}</Button>
          </>
        )}
      </Form.List>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
      <p>
        <Button type="primary" htmlType="submit" loading={doing.isPending}>
          {words.offline.keep}
        </Button>{' '}
        <Button onClick={onClose}>{words.cancel}</Button>
      </p>
    </Form>
  )
}

/** What can be done here; who looks there is written beside the houses. */
function Actions({ place }: { readonly place: Read }) {
  const { words, pick } = useLanguage()
  const [chosen, choose] = useState<AreaDetail['actions'][number] | null>(null)
  const now = place.actions.filter(({ allowed, action }) => allowed && action !== 'assign')
  return (
    <section className="side-section">
      <h2>{words.action.now}</h2>
      <ul className="report-actions">
        {now.map((action) => (
          <li key={action.action}>
            <button type="button" className="action" onClick={() => choose(action)}>
              {pick(action)}
            </button>
          </li>
        ))}
      </ul>
      <NotNow
        groups={[
          {
            key: 'area',
            title: words.screening.title,
            actions: place.actions.filter(({ allowed }) => !allowed) as never,
          },
        ]}
      />
      {chosen && (
        <ScreeningActDialog
          key={chosen.action}
          action={chosen}
          screening={place.screening}
          place={place}
          onClose={() => choose(null)}
        />
      )}
    </section>
  )
}
