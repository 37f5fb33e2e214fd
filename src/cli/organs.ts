import type { RecordFields } from '../exchange/records.ts'
import type { ListedNewOrgan } from '../identity/founding.ts'
import type { OrganId, OrganKind, OrganLevel } from '../kernel/organ.ts'
import { UsageRefused, type Verb } from './verb.ts'

const columns = 'id, nameZh, nameEn, kind, level, region, parent, leadBy'

/** A county has some two hundred organs: they come from a list, not from a form. */
export const organs: Verb = {
  name: 'organs',
  summary: 'open the organs of a JSONL, CSV or XLSX list; those that are there stay as they are',
  shape: (command) => command.argument('<file>', `a list with the columns ${columns}`),
  async run({ config, arguments: [path = ''] }) {
    const { formatOf, readRecords } = await import('../exchange/records.ts')
    const { openHouse } = await import('../main.ts')
    const { openRooms } = await import('../wiring.ts')
    const { foundOrgan, superiorsFirst } = await import('../identity/founding.ts')
    const { explain } = await import('../identity/wording.ts')
    const format = formatOf(path)
    if (format === null) throw new UsageRefused(`${path} is neither JSONL, CSV nor XLSX`)
    const rejections: { line: number; zh: string; en: string }[] = []
    const listed: (ListedNewOrgan & { line: number })[] = []
    for await (const record of readRecords(path, format)) {
      const organ = 'fields' in record ? organFrom(record.fields) : null
      if (organ) listed.push({ ...organ, line: record.line })
      else rejections.push({ line: record.line, zh: `缺少栏目：${columns}`, en: `needs ${columns}` })
    }
    const house = await openHouse(config, 'migrate')
    const rooms = await openRooms(house)
    try {
      const counts = { opened: 0, there: 0 }
      for (const { line, ...organ } of superiorsFirst(listed)) {
        const done = await foundOrgan(rooms.door, organ)
        if (done.ok) counts[done.value] += 1
        else rejections.push({ line, ...explain(done.error as never, rooms.directory.nameOf) })
      }
      const lines = rejections.map(({ line, zh, en }) => `  line ${line}: ${zh} / ${en}`)
      const words = [
        `opened ${counts.opened}, there already ${counts.there}, rejected ${rejections.length}`,
        ...lines,
      ].join('\n')
      return { exit: 0, words, json: { ...counts, rejected: rejections.length, rejections } }
    } finally {
      rooms.close()
      await house.close()
    }
  },
}

function organFrom(fields: RecordFields): ListedNewOrgan | null {
  const text = (name: string): string | null => {
    const cell = fields[name]
    return cell === null || cell === undefined || String(cell).trim() === '' ? null : String(cell).trim()
  }
  const [id, nameZh, kind, level, region] = ['id', 'nameZh', 'kind', 'level', 'region'].map(text)
  if (!id || !nameZh || !kind || !level || !region) return null
  return {
    id: id as OrganId,
    nameZh,
    nameEn: text('nameEn') ?? nameZh,
    kind: kind as OrganKind,
    level: level as OrganLevel,
    region,
    parent: text('parent') as OrganId | null,
    leadBy: text('leadBy') as OrganId | null,
  }
}
