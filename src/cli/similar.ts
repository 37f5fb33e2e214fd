import { UsageRefused, type Verb } from './verb.ts'

export const similar: Verb = {
  name: 'similar',
  summary: 'measure how well repeats are found, over a file of messages; needs no house',
  shape: (command) => command.requiredOption('--evaluate <file>', 'messages, one JSON object a line: id, title, text'),
  async run({ options, json }) {
    const { evaluate } = await import('../insight/repeats/evaluating.ts')
    const { readMessages } = await import('../insight/repeats/messages.ts')
    const file = String(options.evaluate)
    const { messages, unread } = await readMessages(file).catch((cause) => {
      throw new UsageRefused(`${file} cannot be read`, { cause })
    })
    if (messages.length === 0)
      throw new UsageRefused(`there is no message in ${file}: each line is a JSON object with a text`)
    const evaluated = evaluate(messages, progressFor(json))
    const { recall, precision, pairs, found, keptApart, differentPlaces, keptTogether, sameMatter, from, msEach } =
      evaluated
    const words = [
      `${messages.length} messages${unread > 0 ? `, ${unread} lines that are none` : ''}; ${msEach} ms each`,
      `copies (likeness from ${from.copy} on): ${pairs} pairs, ${found} found: recall ${recall}, precision ${precision}`,
      `pairs from ${from.offered} on that name different places: ${differentPlaces}, kept apart ${keptApart}; of the others offered as one matter ${keptTogether}`,
      `copies of the same matter: recall ${sameMatter.recall}, precision ${sameMatter.precision}`,
    ]
    return { exit: 0, words: words.join('\n'), json: { ...evaluated, unread } }
  },
}

/** On a line that is overwritten, so that a long count is seen to go on. */
const progressFor = (json: boolean) => (done: number) => {
  if (!json && process.stderr.isTTY) process.stderr.write(`\r${done} messages`)
}
