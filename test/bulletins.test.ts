/** Bulletins over the wire: who writes, who approves, what is frozen, who reads it, and what stands in their papers. */
import { describe, expect, it } from 'vitest'
import { checkNumbers } from '../src/documents/numbering/checking.ts'
import { numberingReaction } from '../src/documents/numbering/reactions.ts'
import { fsck } from '../src/engine/fsck.ts'
import { issuing } from '../src/issuing.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { countFigures } from '../src/supervision/bulletins/counting.ts'
import { bulletinHouse } from '../src/wiring.ts'
import { type Asker, openAnsweringHouse } from './answering-house.ts'
import { catchUp } from './catching-up.ts'

const { house, office, ask, register, act, staffOf } = await openAnsweringHouse()
const clerk = await staffOf('county.bureau', 'clerk')
const head = await staffOf('county.bureau', 'head')
const land = await staffOf('county.land', 'clerk', 'head')
const labour = await staffOf('county.labour', 'clerk', 'head')
const above = await staffOf('prefecture.bureau', 'clerk')
const government = await staffOf('county', 'clerk')
const organisation = await staffOf('county.organisation', 'head')
const supervisor = await staffOf('county.bureau', 'supervisor')
const conference = await staffOf('prefecture.conference', 'clerk')

const numbered = () => catchUp(house, numberingReaction(house, issuing))
type Asked = Awaited<ReturnType<typeof ask>>
const draft = (who: Asker, body: object) => ask(who, 'POST', '/api/bulletins', body)
const of = (id: string, path = '') => `/api/bulletins/${id}${path}`
const post = (who: Asker, id: string, verb: string, body: object = {}, more: object = {}) =>
  ask(who, 'POST', of(id, `/${verb}`), body, more)
const read = async (who: Asker, id: string) => (await ask(who, 'GET', of(id))).body
const idOf = ({ status, body }: Asked): string => {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.bulletin
}
const done = ({ status, body }: Asked): void => expect([status, body]).toEqual([200, body])

const title = '关于2025年度考核结果的通报'
const period = { from: '2026-11-01', until: '2026-11-30' }
const figures = { is: 'figures', figures: ['byClass', 'byChannel', 'timeliness', 'proposals'], ...period }
const said = { is: 'text', heading: '总体情况', text: '各单位按期告知。\n个别单位超期。' }
const circular = { kind: 'circular', tone: 'results', title, blocks: [said, figures], recipients: ['county.land'] }

/** Drafted by the clerk, approved by the head. */
async function issued(body: object = circular): Promise<string> {
  const id = idOf(await draft(clerk, body))
  done(await post(clerk, id, 'submit'))
  done(await post(head, id, 'issue'))
  await numbered()
  return id
}

describe('A circular', () => {
  it('is live while it is a draft and frozen when it is issued', async () => {
    await register({})
    const id = idOf(await draft(clerk, circular))
    const total = ({
      blocks,
    }: {
      blocks: { counted?: { figure: string; rows: { code: string; count: number }[] }[] }[]
    }) =>
      blocks[1]?.counted?.find(({ figure }) => figure === 'timeliness')?.rows.find(({ code }) => code === 'registered')
        ?.count ?? 0
    const before = total(await read(clerk, id))
    await register({})
    expect(total(await read(clerk, id))).toBe(before + 1)
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'issue'))
    await register({})
    expect(total(await read(clerk, id))).toBe(before + 1)
    expect((await read(clerk, id)).blocks[1].countedOn).toBe('2026-11-23')
  })

  it('counts no accusation, and says so in its paper', async () => {
    const counted = async () => {
      const view = await read(clerk, idOf(await draft(clerk, circular)))
      return view.blocks[1].counted[0].rows
    }
    const before = await counted()
    await register({ class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] }, clerk)
    expect(await counted()).toEqual(before)
    const { stream, paper } = await read(clerk, await issued())
    const page = (await ask(clerk, 'GET', `/api/issued/${stream}/papers/${paper}`)).body
    expect(JSON.stringify(page)).toContain('不含检举控告')
  })

  it('has the results of assessment that its office issued for all organs alike, and none that only two sides read', async () => {
    const figure = `insert into assessment_figure values ('letter:x', $1, 'routedInTime', '2026-10', 2026, 'county.bureau', $2, 'department.county',
      $3, 18, 20, 'digest', 1)`
    await house.work.query(
      "insert into letter_part values ('letter:x', 'county.bureau', 'upper', 2026, 'county.bureau', 'department.county', '2026')",
    )
    await house.work.query(figure, ['i1', 'county.land', 'alike'])
    await house.work.query(figure, ['i2', 'county.labour', 'sides'])
    const block = { is: 'figures', figures: ['assessment'], ...period }
    const view = await read(clerk, idOf(await draft(clerk, { ...circular, blocks: [block] })))
    expect(view.blocks[0].counted[0].rows).toEqual([
      expect.objectContaining({ zh: '按期登记转办率（2026-10）：county.land', count: 18, of: 20 }),
    ])
    await house.work.query("delete from assessment_figure where stream_id = 'letter:x'")
    await house.work.query("delete from letter_part where stream_id = 'letter:x'")
  })

  it('says of a figure that nobody counts here that it was not counted', async () => {
    const bare = { ...bulletinHouse(house), figuresOf: {} }
    const viewer = { kind: 'staff', account: clerk.account, organ: 'county.bureau' as never, posts: ['clerk'] } as const
    const days = { from: '2026-11-01' as never, until: '2026-11-30' as never }
    const counting = { viewer, organ: viewer.organ, ...days, withAccusations: false }
    expect(await countFigures(bare, ['proposals'], counting)).toEqual([{ figure: 'proposals', rows: null }])
    const counted = await countFigures(bulletinHouse(house), ['proposals'], counting)
    // nothing was proposed, and what was sealed is not among it
    expect(counted[0]?.rows).toEqual([
      { code: 'improveWork', count: 0 },
      { code: 'improvePolicy', count: 0 },
    ])
  })

  it('is a numbered paper, with what was written, the figures and how they were counted', async () => {
    const id = await issued()
    const { stream, paper, number } = await read(head, id)
    expect(number).toMatch(/^county\.bureau信通报〔2026〕\d+号$/)
    const page = (await ask(head, 'GET', `/api/issued/${stream}/papers/${paper}`)).body
    expect(page).toMatchObject({ title, number, to: 'county.land：', isDraft: false, head: 'red' })
    const text = JSON.stringify(page)
    for (const each of [
      '根据《信访工作条例》第三十九条第一款',
      '总体情况',
      '个别单位超期。',
      '统计口径',
      '改进工作的建议',
    ])
      expect(text).toContain(each)
    const file = await ask(head, 'GET', `/api/issued/${stream}/papers/${paper}/docx`)
    expect(file.status).toBe(200)
    expect((await ask(head, 'GET', `/api/issued/${stream}/papers`)).body.items).toHaveLength(1)
    expect(await checkNumbers(house.work, issuing)).toEqual([])
  })

  it('is previewed as a draft without a number', async () => {
    const id = idOf(await draft(clerk, circular))
    const page = (await ask(clerk, 'GET', of(id, '/preview'))).body
    expect(page).toMatchObject({ title, number: null, isDraft: true, isNumberPending: false })
  })

  it('is refused where it criticises and is no conference’s, by art. 39 (3)', async () => {
    const refused = await draft(clerk, { ...circular, tone: 'criticism' })
    expect([refused.status, refused.body.refusal]).toEqual([403, 'criticism-not-yours'])
    expect(refused.body.detail).toContain('第39条第3款')
    expect((await draft(conference, { ...circular, tone: 'criticism' })).status).toBe(201)
  })

  it('is approved by nobody who wrote at it', async () => {
    const id = idOf(await draft(head, circular))
    done(await post(head, id, 'submit'))
    expect((await post(head, id, 'issue')).body.refusal).toBe('own-bulletin')
    expect((await post(clerk, id, 'issue')).body.refusal).toBe('bulletin-not-yours')
  })

  it('comes back with reasons', async () => {
    const id = idOf(await draft(clerk, circular))
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'return', { reasons: '请补充统计口径' }))
    const view = await read(clerk, id)
    expect(view).toMatchObject({ stage: 'draft', returns: [{ reasons: '请补充统计口径' }] })
  })

  it('is put right by another that names it, and says so itself', async () => {
    const id = await issued()
    const second = idOf(await draft(clerk, { ...circular, corrects: id }))
    expect((await draft(clerk, { ...circular, corrects: id })).body.refusal).toBe('corrected-already')
    done(await post(clerk, second, 'submit'))
    done(await post(head, second, 'issue'))
    await numbered()
    const first = await read(clerk, id)
    expect(first.correctedBy).toBe(second)
    const { stream, paper } = await read(clerk, second)
    const page = (await ask(clerk, 'GET', `/api/issued/${stream}/papers/${paper}`)).body
    expect(JSON.stringify(page)).toContain(`本文更正《${first.number}》`)
  })
})

describe('Several who write at one draft', () => {
  const content = { title, blocks: [said], recipients: ['county.land'] }

  it('say from which version they began, and nothing is overwritten', async () => {
    const id = idOf(await draft(clerk, circular))
    expect((await post(head, id, 'edit', content)).status).toBe(428)
    const from = { 'if-match': '"1"' }
    done(await post(head, id, 'edit', { ...content, title: '第一个保存' }, from))
    const late = await post(supervisor, id, 'edit', { ...content, title: '第二个保存' }, from)
    expect([late.status, late.body.refusal]).toEqual([412, 'version-conflict'])
    expect(late.body.detail).toBeTruthy()
    const view = await read(clerk, id)
    expect(view.title).toBe('第一个保存')
    expect(view.authors).toHaveLength(2)
  })
})

describe('Whom it went to', () => {
  it('have it to read, receive it once, and see nothing of the drafts', async () => {
    const id = idOf(await draft(clerk, { ...circular, blocks: [{ ...said, text: '草稿里的话' }] }))
    done(await post(clerk, id, 'edit', { ...circular, blocks: [said] }, { 'if-match': '"1"' }))
    expect((await ask(land, 'GET', of(id))).status).toBe(404)
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'issue'))
    await numbered()
    const inbox = (which: string) => ask(land, 'GET', `/api/bulletins/received?which=${which}`)
    const listed = async (which: string): Promise<readonly string[]> =>
      (await inbox(which)).body.items.map(({ bulletin }: { bulletin: string }) => bulletin)
    expect(await listed('toRead')).toContain(id)
    const view = await read(land, id)
    expect(view).toMatchObject({ isOurs: false, stage: 'issued', authors: [], returns: [] })
    expect(JSON.stringify(view)).not.toContain('草稿里的话')
    expect((await ask(land, 'GET', `/api/issued/${view.stream}/papers/${view.paper}`)).body.number).toBe(view.number)
    done(await post(land, id, 'receive'))
    expect((await post(land, id, 'receive')).body.refusal).toBe('received-already')
    expect(await listed('toRead')).not.toContain(id)
    expect(await listed('read')).toEqual([id])
    expect((await read(clerk, id)).recipients).toMatchObject([{ receivedOn: '2026-11-23' }])
  })

  it('are the only ones: nobody else knows that there is one', async () => {
    const id = await issued()
    const { stream, paper } = await read(clerk, id)
    for (const who of [labour, above, government]) {
      expect((await ask(who, 'GET', of(id))).status).toBe(404)
      expect((await post(who, id, 'receive')).status).toBe(404)
      expect((await ask(who, 'GET', `/api/issued/${stream}/papers/${paper}`)).status).toBe(404)
      expect((await ask(who, 'GET', '/api/bulletins/received')).body.items).toEqual([])
    }
  })
})

describe('Cases in a circular', () => {
  const choosing = (petition: string) => ({ ...circular, blocks: [said, { is: 'cases', petitions: [petition] }] })

  it('are frozen by number, category and stage, without a word of what was written', async () => {
    const { number } = await register({ title: '测试人甲反映承包地' })
    const id = idOf(await draft(clerk, choosing(number)))
    expect((await read(clerk, id)).blocks[1].cases[0]).toMatchObject({ petition: number })
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'issue'))
    await act(clerk, number, 'transfer', { to: 'county.land' })
    const { rows } = await house.work.query("select fact from event where stream_id = $1 and type = 'BulletinIssued'", [
      `bulletin:${id}`,
    ])
    expect(JSON.parse(rows[0].fact).fact.blocks[1].cases).toEqual([
      { petition: number, category: 'other', stage: 'registered' },
    ])
    expect(JSON.stringify(await read(land, id))).not.toContain('承包地')
  })

  it.each([
    [
      'an accusation',
      { class: 'accusation', about: [{ as: 'accused', organ: 'county.land' }] },
      'petition-is-accusation',
    ],
    ['one who asked to be kept back', { confidentiality: 'confidential' }, 'petition-kept-back'],
  ])('are never %s', async (_, body, refusal) => {
    const { number } = await register(body, clerk)
    expect((await draft(clerk, choosing(number))).body.refusal).toBe(refusal)
  })

  it('are none that their chooser does not see', async () => {
    const { number } = await register({})
    expect((await draft(conference, choosing(number))).body.refusal).toBe('petition-unknown')
  })
})

describe('The annual report (art. 41)', () => {
  const year = 2025
  const blocks = [
    {
      ...{ is: 'figures', from: '2025-01-01', until: '2025-12-31' },
      figures: ['timeliness', 'byChannel', 'byClass', 'byCategory', 'complained', 'sent', 'supervision'],
    },
    { is: 'text', part: 'supervision', text: '全年发出督办函2件。' },
  ]
  const report = { kind: 'annualReport', year, title: '2025年度报告', blocks }
  const proposals = { is: 'text', part: 'proposals', text: '全年提出改进工作的建议4条，采纳4条。' }

  it('goes to the committee, the government and the bureau above, is refused without one of its parts, and is one a year', async () => {
    // a report of a year in which nothing was registered says so by its figures, and cannot list what there was
    for (let made = 0; made < 2; made += 1) await register({ receivedOn: '2025-11-20' }, clerk)
    await house.work.query("update petition set registered_on = '2025-11-23' where received_on = '2025-11-20'")
    await house.work.query(
      "update petition_organ set registered_on = '2025-11-23' where stream_id in (select stream_id from petition where received_on = '2025-11-20')",
    )
    const id = idOf(await draft(clerk, report))
    expect((await draft(head, report)).body.refusal).toBe('report-drafted-already')
    const view = await read(clerk, id)
    expect(view.recipients.map(({ organ }: { organ: { id: string } }) => organ.id)).toEqual([
      'county.party',
      'county',
      'prefecture.bureau',
    ])
    done(await post(clerk, id, 'submit'))
    const refused = await post(head, id, 'issue')
    expect(refused.body.refusal).toBe('bulletin-part-missing')
    expect(refused.body.detail).toContain('第41条第1款第3项')
    done(await post(head, id, 'return', { reasons: '补充三项建议' }))
    const version = (await read(clerk, id)).version
    done(
      await post(
        clerk,
        id,
        'edit',
        { title: report.title, blocks: [...blocks, proposals] },
        { 'if-match': `"${version}"` },
      ),
    )
    done(await post(clerk, id, 'submit'))
    done(await post(head, id, 'issue'))
    await numbered()
    const { stream, paper } = await read(above, id)
    const page = (await ask(above, 'GET', `/api/issued/${stream}/papers/${paper}`)).body
    expect(page).toMatchObject({ title: '2025年信访情况年度报告', head: 'upward' })
    expect(page.number).toMatch(/年报〔2026〕1号$/)
    const text = JSON.stringify(page)
    for (const each of ['全年登记信访事项2件', '发出0件', '全年发出督办函2件。', '改进工作的建议4条'])
      expect(text).toContain(each)
    expect((await draft(clerk, report)).body.refusal).toBe('report-drafted-already')
    expect((await draft(clerk, { ...report, corrects: id })).status).toBe(201)
  })

  it('is of no office that is no bureau', async () => {
    expect((await draft(land, { ...report, year: 2024 })).body.refusal).toBe('not-a-bureau')
  })

  it('begun twice at once is begun once', async () => {
    const both = await Promise.all([clerk, head].map((who) => draft(who, { ...report, year: 2023 })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})

describe('A notice about cadres (art. 30 (2))', () => {
  const concerned = [{ name: '某某', organ: 'county.land', account: land.account }]
  const notice = {
    ...{ kind: 'personnelNotice', title: '反映干部问题的信访情况', blocks: [said] },
    personnel: { department: 'county.organisation', isMajor: true, concerned },
  }
  const issue = async () => {
    const id = idOf(await draft(supervisor, notice))
    done(await post(supervisor, id, 'submit'))
    done(await post(head, id, 'issue'))
    await numbered()
    return id
  }

  it('goes to the department and, where it is major, to the committee over it', async () => {
    const id = await issue()
    const view = await read(organisation, id)
    expect(view.recipients.map(({ organ }: { organ: { id: string } }) => organ.id)).toEqual([
      'county.organisation',
      'county.party',
    ])
    const page = (await ask(organisation, 'GET', `/api/issued/${view.stream}/papers/${view.paper}`)).body
    expect(JSON.stringify(page)).toContain('某某（county.land）')
  })

  it('is not there for whoever it concerns, nor for a clerk of the bureau', async () => {
    const id = await issue()
    for (const who of [land, clerk]) {
      expect((await ask(who, 'GET', of(id))).status).toBe(404)
      expect((await ask(who, 'GET', `/api/issued/bulletin:${id}/papers`)).status).toBe(404)
    }
    const rows = async (who: Asker) => (await ask(who, 'GET', '/api/bulletins?which=issued')).body.items
    expect((await rows(clerk)).some(({ kind }: { kind: string }) => kind === 'personnelNotice')).toBe(false)
    expect((await rows(supervisor)).some(({ kind }: { kind: string }) => kind === 'personnelNotice')).toBe(true)
    expect((await draft(clerk, notice)).body.refusal).toBe('bulletin-not-yours')
  })

  it('writes no name into a fact', async () => {
    await issue()
    const { rows } = await office.database.owner.query(
      "select 1 from event where stream_id like 'bulletin:%' and fact like '%某某%'",
    )
    expect(rows).toEqual([])
  })
})

describe('What the desk is told', () => {
  it('which kinds somebody may begin, and why not the others', async () => {
    const { kinds, departments } = (await ask(clerk, 'GET', '/api/bulletins/desk')).body
    const allowed = kinds.filter((each: { allowed: boolean }) => each.allowed)
    expect(allowed.map(({ kind, tone }: { kind: string; tone: string }) => [kind, tone])).toEqual([
      ['circular', 'results'],
      ['circular', 'praise'],
      ['annualReport', null],
      ['situationReport', null],
    ])
    expect(departments.map(({ id }: { id: string }) => id)).toEqual(['county.organisation'])
  })
})

describe('The books', () => {
  it('are as the facts have them', async () => {
    const { errors } = await fsck(house, everyRoom)
    expect(errors.filter((error) => error.stream.startsWith('bulletin:'))).toEqual([])
  })
})
