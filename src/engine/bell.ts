/**
 * Rings after each commit of this process, so that consumers and relay need not wait for their next look. NOTIFY would
 * reach other processes too, but it takes one lock for the whole database at commit, which the hot path cannot spare;
 * other processes are found by looking every fraction of a second.
 */
export class Bell {
  readonly #waiting = new Set<() => void>()
  #rings = 0

  /** How often it rang. Who notes it before a look misses no ring during the look. */
  get rings(): number {
    return this.#rings
  }

  ring(): void {
    this.#rings += 1
    for (const wake of this.#waiting) wake()
  }

  /** Resolves when it rang after `since`, after `waitMs`, or when the signal aborts, whichever is first. Never rejects. */
  heard(since: number, waitMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#rings > since) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, waitMs)
      this.#waiting.add(wake)
      signal.addEventListener('abort', wake)
    })
  }
}
