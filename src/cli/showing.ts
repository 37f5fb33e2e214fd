import type { OnProgress, Step } from '../register/backup/progress.ts'

const inWords: Readonly<Record<Step, string>> = {
  tables: 'saving',
  files: 'files',
  verify: 'reading the backup through',
  load: 'restoring',
  check: 'checking',
}

const everyMs = 1000

/** How far it is, on stderr and never more than once a second: one line that is written over on a terminal, lines elsewhere. */
export function showProgress(json: boolean): { readonly onProgress: OnProgress; done(): void } {
  if (json) return { onProgress: () => {}, done: () => {} }
  const isTerminal = process.stderr.isTTY === true
  let [step, since, next] = ['', Date.now(), Date.now() + everyMs]
  let isOpen = false
  return {
    onProgress({ step: now, what, rows, bytes, share }) {
      if (now !== step) [step, since] = [now, Date.now()]
      if (Date.now() < next) return
      next = Date.now() + everyMs
      const parts = [
        inWords[now],
        what,
        ...(rows > 0 ? [`${rows.toLocaleString('en')} rows`] : []),
        sizeInWords(bytes),
        ...(share === null ? [] : [`${Math.floor(share * 100)} %`, ...left(share, Date.now() - since)]),
      ]
      const line = parts.filter((part) => part !== '').join('  ')
      process.stderr.write(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`)
      isOpen = isTerminal
    },
    done() {
      if (isOpen) process.stderr.write('\r\u001b[2K')
      isOpen = false
    },
  }
}

/** Said only once it can be told at all. */
function left(share: number, spentMs: number): readonly string[] {
  if (share < 0.05 || spentMs < 5_000) return []
  return [`about ${spanInWords((spentMs / share) * (1 - share))} left`]
}

export function spanInWords(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}

export function sizeInWords(bytes: number): string {
  if (bytes < 2 ** 20) return `${Math.ceil(bytes / 1024)} KB`
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(2)} GB`
}
