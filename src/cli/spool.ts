import { type Report, UsageRefused, type Verb } from './verb.ts'

/** Messages that no carrier took: docs/how-to/run-an-office.md. */
export const spool: Verb = {
  name: 'spool',
  summary: 'messages that wait for a printer or a gateway: list, show ID, show (all of them)',
  shape: (command) => command.argument('<deed>', 'list, show').argument('[id]', 'which message; all unless said'),
  async run({ config, arguments: [deed, id] }): Promise<Report> {
    const { spooledIn } = await import('../notices/spool.ts')
    const waiting = (await spooledIn(config.folder.spool)).filter((each) => id === undefined || each.id === id)
    if (id !== undefined && waiting.length === 0) throw new UsageRefused(`no message ${id} in ${config.folder.spool}`)
    if (deed === 'list') {
      const lines = waiting.map((each) => `${each.since}  ${each.channel}  ${each.id}`)
      return { exit: 0, words: lines.join('\n') || 'nothing waits', json: { waiting } }
    }
    if (deed !== 'show') throw new UsageRefused(`spool does not ${deed}; it does list and show`)
    const { openSpooled } = await import('../notices/spool.ts')
    const { openKeyFolder } = await import('../identity/key-folder.ts')
    const { wrappingOf } = await import('../identity/vault.ts')
    const vault = await openKeyFolder(config.folder.keys, { wrapping: wrappingOf(config) })
    const opened = await Promise.all(waiting.map((each) => openSpooled(vault, each)))
    const messages = opened.filter((message) => message !== null)
    const words = messages.map(({ to, text, channel }) => `${channel}: ${to}\n${text}`)
    return { exit: 0, words: words.join('\n\n') || 'nothing waits', json: { messages } }
  },
}
