import type { Command } from 'commander'
import type { Config } from '../platform/config.ts'

/** What a verb found, once for people and once for programs. */
export interface Report {
  /** 0: done. 1: done, and something is wrong. */
  readonly exit: 0 | 1
  readonly words: string
  /** What `--json` prints. */
  readonly json: unknown
}

/** What somebody typed. */
export interface Given {
  readonly config: Config
  readonly options: Readonly<Record<string, unknown>>
  readonly arguments: readonly string[]
  readonly json: boolean
}

/** One thing that `xinqiao` can do: one file each. `--data` and `--json` belong to every verb. */
export interface Verb {
  readonly name: string
  readonly summary: string
  /** Adds the options and arguments that this verb has beside the common ones. */
  readonly shape?: (command: Command) => Command
  /** Imports what it needs itself, so that `--help` stays quick. Undefined: it has said everything already. */
  readonly run: (given: Given) => Promise<Report | undefined>
}

/** The wrong use of a verb, in words: exit code 2. */
export class UsageRefused extends Error {
  override readonly name = 'UsageRefused'
}
