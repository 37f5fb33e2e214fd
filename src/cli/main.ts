import { Command, CommanderError } from 'commander'
import { ConfigRefused, readConfig } from '../platform/config.ts'
import { Interrupted } from '../platform/interrupted.ts'
import { backup } from './backup.ts'
import { calendar } from './calendar.ts'
import { clock } from './clock.ts'
import { demo } from './demo.ts'
import { drill } from './drill.ts'
import { erase } from './erase.ts'
import { figures } from './figures.ts'
import { found } from './found.ts'
import { fsck } from './fsck.ts'
import { importVerb } from './import.ts'
import { keys } from './keys.ts'
import { law } from './law.ts'
import { log } from './log.ts'
import { migrate } from './migrate.ts'
import { monitor } from './monitor.ts'
import { organs } from './organs.ts'
import { quality } from './quality.ts'
import { recount } from './recount.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { similar } from './similar.ts'
import { spool } from './spool.ts'
import { topics } from './topics.ts'
import { train } from './train.ts'
import { UsageRefused, type Verb } from './verb.ts'
import { verify } from './verify.ts'
import { warn } from './warn.ts'
import { witness } from './witness.ts'

const verbs: readonly Verb[] = [
  ...[
    serve,
    demo,
    found,
    organs,
    importVerb,
    clock,
    calendar,
    law,
    fsck,
    log,
    figures,
    recount,
    warn,
    train,
    topics,
    keys,
    spool,
    erase,
    migrate,
  ],
  ...[backup, restore, drill],
  ...[verify, witness, monitor],
  ...[similar, quality],
]

/** Exit codes: 0 done; 1 something is wrong, or failed; 2 used wrongly, by flag, variable or place. */
async function main(words: readonly string[]): Promise<number> {
  const program = new Command('xinqiao')
    .description('信桥: a petition (信访) system. Every verb takes --help and --json.')
    .showHelpAfterError('(see xinqiao --help)')
  let exit = 0
  for (const verb of verbs) {
    program.addCommand(
      commandOf(verb, (code) => {
        exit = code
      }),
    )
  }
  stopWithCode(program)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exit
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2
    return complain(fault, words.includes('--json'))
  }
}

function commandOf(verb: Verb, done: (exit: number) => void): Command {
  const bare = new Command(verb.name).description(verb.summary)
  const shaped = verb.shape?.(bare) ?? bare
  // a verb that has a folder of another kind says so itself
  if (!shaped.options.some(({ long }) => long === '--data'))
    shaped.option('--data <folder>', 'the data folder (XINQIAO_DATA; ./data)')
  return shaped.option('--json', 'print one JSON value instead of words').action(async () => {
    const options = shaped.opts()
    const config = readConfig(options)
    const report = await verb.run({ config, options, arguments: shaped.args, json: options.json === true })
    if (report) process.stdout.write(`${options.json ? JSON.stringify(report.json) : report.words}\n`)
    done(report?.exit ?? 0)
  })
}

/** Commander would end the process by itself, with 1 for wrong use. */
function stopWithCode(command: Command): void {
  command.exitOverride()
  for (const inner of command.commands) stopWithCode(inner)
}

function complain(fault: unknown, json: boolean): number {
  // whatever was still being opened is of no use any more
  if (fault instanceof Interrupted) process.exit(0)
  const { message, cause } = fault as Error
  const mine =
    fault instanceof ConfigRefused || fault instanceof UsageRefused || (fault as Error).name === 'PacksRefused'
  if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`)
  else process.stderr.write(`xinqiao: ${message}\n`)
  if (!mine && cause instanceof Error && process.env.XINQIAO_LOG_LEVEL === 'debug')
    process.stderr.write(`${cause.stack}\n`)
  return mine ? 2 : 1
}

process.exitCode = await main(process.argv.slice(2))
