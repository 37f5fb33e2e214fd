/** An office's own pack, from the how-to to a petition that is handled under it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { law as verb } from '../src/cli/law.ts'
import { checkPacks } from '../src/petition/pack-check.ts'
import { readLaws, shippedPacks } from '../src/petition/pack-reading.ts'
import { nationalLaw } from '../src/petition/world.ts'
import { readConfig } from '../src/platform/config.ts'
import { letter, openAnsweringHouse, type Registered } from './answering-house.ts'
import { commandBodies } from './command-bodies.ts'

const howTo = readFileSync(new URL('../docs/how-to/add-a-law-pack.md', import.meta.url), 'utf8')
const written = /```json\n([\s\S]*?)```/.exec(howTo)?.[1] ?? ''
const promised = /\$ xinqiao law check cn-canglan.json\n([\s\S]*?)```/.exec(howTo)?.[1] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'xinqiao-law-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, 'law-packs'))
const path = join(folder, 'cn-canglan.json')
writeFileSync(path, written)
mkdirSync(join(folder, 'of-an-office'))
writeFileSync(join(folder, 'of-an-office/cn-canglan.json'), written)

const run = (...words: string[]) =>
  verb.run({ config: readConfig({ data: folder }, {}), options: {}, arguments: words, json: false })

describe('docs/how-to/add-a-law-pack.md', () => {
  it('shows a pack that holds together, and what the check says of it', async () => {
    expect(await run('check', path)).toMatchObject({ exit: 0, words: promised.trimEnd() })
  })

  it('names every shipped pack', async () => {
    const { all } = await readLaws([shippedPacks])
    for (const { id } of all) expect(howTo).toContain(`\`${id}\``)
  })

  it('names every table', async () => {
    const { all } = await readLaws([shippedPacks])
    const header = ['id', 'version', 'name', 'note', 'regions', 'inForceFrom', 'inForceUntil']
    const tables = Object.keys(all[0] ?? {}).filter((name) => !header.includes(name))
    expect(tables.filter((table) => !howTo.includes(`\`${table}\``))).toEqual([])
  })
})

describe('xinqiao law', () => {
  it('lists what there is, shows what a local pack changes, and says what is wrong', async () => {
    const listed = await run()
    for (const id of ['cn-2022@1', 'cn-2005@1', 'cn-zhejiang@1', 'iso-10002@1']) expect(listed?.words).toContain(id)
    const shown = await run('show', 'cn-zhejiang')
    expect(shown?.words).toContain('clocks.handle  30日  《浙江省信访条例》（2016）第23条第1款')
    expect(shown?.words).not.toContain('clocks.requestReview')
    await expect(run('show', 'cn-1995')).rejects.toThrow('no pack cn-1995')
    await expect(run('check')).rejects.toThrow('which file?')
    await expect(run('check', join(folder, 'nowhere.json'))).rejects.toThrow('cannot be read')
    await expect(run('repeal')).rejects.toThrow('there is list, show and check')
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, written.replace('"10 days"', '"soon"'))
    expect(await run('check', broken)).toMatchObject({ exit: 1, words: expect.stringContaining('clocks.route.span') })
  })

  it('says that a version which is there needs another number', async () => {
    writeFileSync(join(folder, 'law-packs/cn-canglan.json'), written)
    expect(await run('check', path)).toMatchObject({ exit: 1, words: expect.stringContaining('another version') })
  })

  it('does not let a house start on a folder that does not hold together', async () => {
    const bad = mkdtempSync(join(folder, 'bad-'))
    writeFileSync(join(bad, 'cn-canglan.json'), '{}')
    await expect(readLaws([shippedPacks, bad])).rejects.toThrow(/cn-canglan\.json:\n {2}id/)
    writeFileSync(join(bad, 'cn-canglan.json'), written)
    writeFileSync(join(bad, 'cn-canglan-2.json'), written)
    await expect(readLaws([shippedPacks, bad])).rejects.toThrow('twice in the same version')
    writeFileSync(
      join(bad, 'cn-canglan-2.json'),
      written.replace('"cn-canglan"', '"cn-x"').replace('cn-2022@1', 'cn-1995@1'),
    )
    await expect(readLaws([shippedPacks, bad])).rejects.toThrow('there is no pack cn-1995@1')
    mkdirSync(join(bad, 'cn-folder.json'))
    await expect(readLaws([shippedPacks, bad])).rejects.toThrow('cn-folder.json cannot be read')
    writeFileSync(join(bad, 'Cn Hebei.json'), written)
    await expect(readLaws([shippedPacks, bad])).rejects.toThrow('in small letters')
  })
})

describe('A petition under the pack of its place', async () => {
  const { house, ask, register, act, staffOf } = await openAnsweringHouse()
  const laws = await readLaws([shippedPacks, join(folder, 'of-an-office')])
  const follow = async ({ number, keys }: Registered) =>
    (await ask({ number, key: keys[0]?.key ?? '' }, 'GET', '/api/follow')).body
  Object.assign(house, { laws: nationalLaw })
  const before = await register({})
  Object.assign(house, { laws })
  const after = await register({})
  const bureau = await staffOf(after.organ.id)

  it('begins under what is in force when it comes in, and says so to whoever follows it', async () => {
    expect((await follow(before)).law).toMatchObject({ pack: 'cn-2022@1' })
    const seen = await follow(after)
    expect(seen.law).toMatchObject({ pack: 'cn-canglan@1', name: { zh: '《信访工作条例》与《苍澜省信访条例》' } })
    const route = seen.clocks.find(({ rule }: { rule: string }) => rule === 'route')
    // received on 23 November 2026: ten days
    expect(route).toMatchObject({ lastDay: '2026-12-03', pack: 'cn-canglan@1' })
    expect(route.basis.zh).toBe('《苍澜省信访条例》（2025）第20条第1款')
  })

  it('stays under it: the next clock is of the same pack, whatever has come since', async () => {
    for (const { number } of [before, after]) await act(bureau, number, 'transfer', { to: 'county.land' })
    const objection = async (registered: Registered) =>
      (await follow(registered)).clocks.find(({ rule }: { rule: string }) => rule === 'objectToTransfer')
    expect(await objection(before)).toMatchObject({ pack: 'cn-2022@1', lastDay: '2026-11-30' })
    expect(await objection(after)).toMatchObject({ pack: 'cn-canglan@1', lastDay: '2026-11-27' })
  })

  it('is refused more representatives than the pack allows, with its article', async () => {
    const people = ['甲', '乙', '丙', '丁'].map((name) => ({ name: `测试${name}` }))
    const { status, body } = await ask(bureau, 'POST', '/api/petitions', { ...letter, people, headcount: 8 })
    expect([status, body.refusal]).toEqual([422, 'too-many-representatives'])
    expect(body.messages.zh).toContain('《苍澜省信访条例》（2025）第18条第2款')
  })

  it('can be read without the file of its pack, and nothing can be done to it; fsck says so', async () => {
    Object.assign(house, { laws: nationalLaw })
    try {
      expect((await follow(after)).law).toMatchObject({ pack: 'cn-canglan@1', name: null })
      const land = await staffOf('county.land')
      const url = `/api/petitions/${after.number}/object-to-transfer`
      const { status, body } = await ask(land, 'POST', url, commandBodies['object-to-transfer'])
      expect([status, body.refusal]).toEqual([409, 'law-not-loaded'])
      expect(await checkPacks(house.work, nationalLaw)).toEqual([
        { kind: 'law-not-loaded', pack: 'cn-canglan@1', petitions: 1, stream: after.number },
      ])
    } finally {
      Object.assign(house, { laws })
    }
    expect(await checkPacks(house.work, laws)).toEqual([])
  })

  it('is found by anybody over the wire: all packs, one whole, and the one in force', async () => {
    const packs = await ask(null, 'GET', '/api/law/packs')
    expect(packs.body.items.map(({ pack }: { pack: string }) => pack)).toContain('cn-canglan@1')
    const one = await ask(null, 'GET', '/api/law/packs/cn-canglan@1')
    expect(one.body.clocks.filter(({ differs }: { differs: boolean }) => differs)).toMatchObject([
      { name: 'route', span: { unit: 'days', count: 10 } },
      { name: 'objectToTransfer', span: { unit: 'workingDays', count: 4 } },
    ])
    expect(one.body.representatives).toMatchObject({ tiers: [{ upTo: 10, atMost: 3 }], differs: true })
    const here = await ask(null, 'GET', '/api/law/in-force?organ=county')
    expect(here.body).toMatchObject({ pack: 'cn-canglan@1', regions: ['99'] })
    const then = await ask(null, 'GET', '/api/law/in-force?organ=county&on=2023-05-01')
    expect(then.body.pack).toBe('cn-2022@1')
    for (const [url, kind] of [
      ['/api/law/packs/cn-1995@1', 'unknown-pack'],
      ['/api/law/in-force?organ=nowhere', 'unknown-organ'],
    ] as const)
      expect((await ask(null, 'GET', url)).body).toMatchObject({ refusal: kind })
    expect((await ask(null, 'GET', '/api/law/packs/..%2f..%2fetc')).status).toBe(400)
  })
})
