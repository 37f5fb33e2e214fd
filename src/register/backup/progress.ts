/** How far a long piece of work has come. */
export interface Progress {
  readonly step: Step
  /** Which table or kind of file; empty where there is nothing to name. */
  readonly what: string
  readonly rows: number
  readonly bytes: number
  /** 0 to 1; null while nobody can say. */
  readonly share: number | null
}

export type Step = 'tables' | 'files' | 'verify' | 'load' | 'check'

export type OnProgress = (progress: Progress) => void
