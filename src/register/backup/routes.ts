/** HTTP for backups. Making and restoring them is done at the machine, by whoever may touch its disks. */
import { ok } from '../../kernel/result.ts'
import { type AnyRoom, room, route } from '../../platform/http/call.ts'
import { readBackups } from './contract.ts'
import { readStanding, type Watched } from './standing.ts'

export const backupRoutes = (watched: Watched): AnyRoom =>
  room<never>({
    name: 'backup',
    title: { zh: '备份与恢复', en: 'Backup and restore' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [route(readBackups, async () => ok(await readStanding(watched)))],
  })
