import { describe, expect, it } from 'vitest'
import { basisInWords } from '../law/basis.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { laidOver, ownSpanFrom, type PackFile } from '../law/pack-file.ts'
import { inPlainWords, type PlainGroup } from '../wording/plain/plain.ts'
import { petitionCommands } from './commands.ts'
import { lawFrom, readLaws, readPackFile, shippedPacks } from './pack-reading.ts'
import type { PetitionLaw } from './petition.ts'
import { law } from './world.ts'

const header = {
  ...{ id: 'cn-somewhere', version: '1', name: { zh: '某省', en: 'Somewhere' }, over: 'cn-2022@1' },
  ...{ regions: ['99'], inForceFrom: '2024-01-01' },
}

function readWith(rows: object) {
  const file = readPackFile(JSON.stringify({ ...header, rows }))
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  return lawFrom(file.value, [law])
}

function lawWith(rows: object): PetitionLaw {
  const read = readWith(rows)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

describe('A pack that says something of other procedures', () => {
  it('writes their limits in the unit of their statute, and leaves the rest as it is below', () => {
    const limits = [
      { what: 'apply', span: '6 months', from: 'infringementKnown', basis: 'LDZC 27.1' },
      { what: 'sueAfterAward', span: '15 days', from: 'awardReceived', basis: 'LDZC 50' },
    ]
    const { otherProcedures, rights } = lawWith({ otherProcedures: { labourArbitration: { limits } } })
    expect(otherProcedures.labourArbitration).toMatchObject({
      limits: [{ what: 'apply', span: { unit: 'months', count: 6 } }, { span: { unit: 'days', count: 15 } }],
      first: cn2022.otherProcedures.labourArbitration.first,
    })
    const basis = otherProcedures.labourArbitration?.limits[0]?.basis
    expect(basis && basisInWords(basis).zh).toBe('《劳动争议调解仲裁法》第27条第1款')
    expect(otherProcedures.civilLitigation).toEqual(cn2022.otherProcedures.civilLitigation)
    expect(rights).toEqual(cn2022.rights)
  })

  it('takes one out, and changes what a right rests on', () => {
    const changed = lawWith({ otherProcedures: { openInformation: null }, rights: { recusal: { basis: 'R22 28.3' } } })
    expect(Object.keys(changed.otherProcedures)).not.toContain('openInformation')
    expect(changed.rights.recusal).toEqual(cn2022.rights.recusal)
  })

  it.each([
    [
      { otherProcedures: { civilLitigation: { categories: ['moon'] } } },
      'otherProcedures.civilLitigation.categories.0',
    ],
    [{ otherProcedures: { divination: { read: 'whole' } } }, 'otherProcedures'],
    [{ rights: { rate: { command: 'Praise' } } }, 'rights.rate.command'],
    [{ rights: { rate: { basis: 'nowhere' } } }, 'rights.rate.basis'],
    [{ notSuable: { acts: ['weather'] } }, 'notSuable.acts.0'],
    [
      {
        otherProcedures: {
          civilLitigation: { limits: [{ what: 'apply', span: 'soon', from: 'infringed', basis: 'MFD 188' }] },
        },
      },
      'otherProcedures.civilLitigation.limits.0.span',
    ],
  ])('is refused with the place of its mistake: %j', (rows, at) => {
    const read = readWith(rows)
    expect(read.ok ? [] : read.error.map((fault) => fault.at)).toContain(at)
  })

  it.each([
    ['1 day', { unit: 'days', count: 1 }],
    ['20 working days', { unit: 'workingDays', count: 20 }],
    ['1 year', { unit: 'years', count: 1 }],
    ['20 working months', null],
    ['0 days', null],
    ['designated', null],
  ])('a span of %s', (text, span) => expect(ownSpanFrom(text)).toEqual(span))
})

it('A law of its own passes no other law’s rights and procedures off as its own', () => {
  const file = { ...header, whole: true, instruments: {}, alsoCites: [], rows: {} } as unknown as PackFile
  const laid = laidOver(law, file)
  const strangers = laid.ok ? [] : laid.error.map(({ at }) => at.split('.')[0])
  expect(strangers).toContain('clocks')
  for (const table of ['rights', 'otherProcedures', 'notSuable']) expect(strangers).not.toContain(table)
})

const laws = await readLaws([shippedPacks])

describe('Every law that the house ships', () => {
  it.each(laws.all.map((pack) => [pack.id, pack] as const))('%s calls what a petitioner may do a right', (_, pack) => {
    const own = Object.values(petitionCommands)
      .filter(({ type }) => pack.permissions[type]?.by.includes('petitioner'))
      .map(({ type }) => type)
    const used = Object.values(pack.rights).flatMap(({ command }) => command ?? [])
    expect(own.length).toBeGreaterThan(5)
    expect([...new Set(used)].sort()).toEqual(own.sort())
  })

  it.each(laws.all.map((pack) => [pack.id, pack] as const))('%s has plain words for every row of it', (_, pack) => {
    const tables = {
      ...{ outcome: pack.outcomes, declineGround: pack.declineGrounds, route: pack.routes },
      ...{ serviceWay: pack.serviceWays, right: pack.rights, procedure: pack.otherProcedures },
    } as const
    for (const [group, rows] of Object.entries(tables))
      for (const id of Object.keys(rows)) expect(inPlainWords(group as PlainGroup, id), `${group} ${id}`).not.toBeNull()
  })
})
