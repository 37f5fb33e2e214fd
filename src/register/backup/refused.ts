import type { FaultKind } from './fault-kinds.ts'

/** It was asked for in the wrong place or at the wrong time, in words for whoever asked. Nothing was written. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly kind: FaultKind

  constructor(message: string, kind: FaultKind = 'other') {
    super(message)
    this.kind = kind
  }
}

/** The archive is not what was written once: cut short, altered, or put together from several. Nothing was written. */
export class ArchiveBroken extends Error {
  override readonly name = 'ArchiveBroken'
  readonly kind: FaultKind = 'archive-broken'
}

const codeOf = (fault: unknown): string => (fault as NodeJS.ErrnoException).code ?? ''

/** Errors of the disk as somebody at the terminal understands them; whatever is none of these stays as it is. */
export function diskInWords(fault: unknown, path: string): unknown {
  switch (codeOf(fault)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    // PostgreSQL's own word for it
    case '53100':
      return new BackupRefused(
        `there is no room left for ${path}; nothing was kept of what had been written`,
        'no-room',
      )
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new BackupRefused(`${path} cannot be written: ${(fault as Error).message}`, 'not-writable')
    case 'EIO':
      return new BackupRefused(`the disk under ${path} failed: ${(fault as Error).message}`, 'disk-failed')
    default:
      return fault
  }
}
