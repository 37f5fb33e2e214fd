/** npm, a terminal and a parent may each send the same signal; only one that comes later is impatience. */
const sameWithinMs = 2_000
const closeWithinMs = 20_000

/**
 * Resolves at Ctrl-C, at SIGTERM, or when the parent that started us with a channel is gone. From then on the process
 * has a moment to end in order; a second Ctrl-C, or too long a moment, ends it at once, which loses nothing committed.
 */
export function untilToldToStop(): Promise<void> {
  return new Promise((stop) => {
    let toldAt = 0
    const told = () => {
      if (toldAt === 0) {
        toldAt = Date.now()
        setTimeout(() => process.exit(1), closeWithinMs).unref()
        stop()
      } else if (Date.now() - toldAt > sameWithinMs) {
        process.exit(1)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told)
    process.once('disconnect', told)
    // listened to, but no reason by itself to stay: the parent waits for us
    process.channel?.unref()
  })
}
