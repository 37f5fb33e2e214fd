import { UsageRefused, type Verb } from './verb.ts'

/** What is looked for in answers: docs/reference/answers.md. */
export const quality: Verb = {
  name: 'quality',
  summary: 'how often answers are late, empty, the same as others, or lack a part, over a file; needs no house',
  shape: (command) =>
    command.requiredOption(
      '--evaluate <file>',
      'answered messages, one JSON object a line: id, title, text, reply, time, reply_time',
    ),
  async run({ options, json }) {
    const { readAnswers } = await import('../insight/quality/answer-file.ts')
    const { evaluateAnswers } = await import('../insight/quality/evaluating.ts')
    const { answerTerms } = await import('../wording/answer-terms.ts')
    const file = String(options.evaluate)
    const { answers, unread } = await readAnswers(file).catch((cause) => {
      throw new UsageRefused(`${file} cannot be read`, { cause })
    })
    if (answers.length === 0)
      throw new UsageRefused(`there is no answer in ${file}: each line is a JSON object with a text and a reply`)
    const evaluated = evaluateAnswers(answers, progressFor(json))
    const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
    const words = [
      `${answers.length} answers${unread > 0 ? `, ${unread} lines that are none` : ''}; ${evaluated.msEach} ms each`,
      ...evaluated.checks.map(
        ({ check, n, of, share, low, high }) =>
          `${check}: ${n} of ${of}, ${percent(share)} (${percent(low)} to ${percent(high)}): ${answerTerms.answerCheck[check].en}`,
      ),
    ]
    return { exit: 0, words: words.join('\n'), json: { ...evaluated, unread } }
  },
}

/** On a line that is overwritten, so that a long count is seen to go on. */
const progressFor = (json: boolean) => (done: number) => {
  if (!json && process.stderr.isTTY) process.stderr.write(`\r${done} answers`)
}
