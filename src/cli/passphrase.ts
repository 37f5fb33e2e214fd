import { UsageRefused } from './verb.ts'

/** Never an argument of the command line, which everybody on the machine can read. */
export async function passphrase(): Promise<string> {
  const given = process.env.XINQIAO_PASSPHRASE
  if (given) return given
  if (process.stdin.isTTY)
    throw new UsageRefused('give the passphrase on stdin or in XINQIAO_PASSPHRASE; typed here it would be seen')
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece)
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}
