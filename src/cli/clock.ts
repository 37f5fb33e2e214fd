import { readFileSync } from 'node:fs'
import type { DerivationStep } from '../kernel/clock.ts'
import { parseDay } from '../kernel/day.ts'
import { type CountedByRule, type CountRefusal, countByRule, rulesOfPack } from '../law/packs.ts'
import { readLaws, shippedPacks } from '../petition/pack-reading.ts'
import type { PetitionLaw } from '../petition/petition.ts'
import { explainStep } from '../wording/derivation.ts'
import { type Report, UsageRefused, type Verb } from './verb.ts'

/** The law in force, whatever the day, unless told otherwise. */
const usualPack = 'cn-2022'

export const clock: Verb = {
  name: 'clock',
  summary: 'the last day of a time limit, with how it was counted',
  shape: (command) =>
    command
      .argument('[rule]', 'the rule, such as handle or objectToTransfer; without it all are listed')
      .argument('[day]', 'the day it starts, YYYY-MM-DD: day zero')
      .option('--pack <id>', 'the law to count by; xinqiao law lists them', usualPack)
      .option('--check <file>', 'check a JSON file of vectors {rule, from, lastDay} instead'),
  async run({ options, arguments: [rule, day] }) {
    const pack = await packOf(options.pack)
    if (typeof options.check === 'string') return check(pack, options.check)
    if (rule === undefined) return listed(Object.keys(rulesOfPack(pack)))
    const from = parseDay(day ?? '')
    if (from === null) throw new UsageRefused(`${day ?? 'nothing'} is not a day; write it as 2026-03-02`)
    const counted = countByRule(pack, rule, from)
    if (!counted.ok) throw new UsageRefused(refusalInWords(counted.error))
    return report(counted.value)
  },
}

/** The newest version of the pack of that name. */
async function packOf(given: unknown): Promise<PetitionLaw> {
  const id = typeof given === 'string' ? given : usualPack
  const { all } = await readLaws([shippedPacks])
  const found = all.findLast((pack) => pack.id === id)
  if (!found) throw new UsageRefused(`no pack ${id}; there is ${all.map((pack) => pack.id).join(', ')}`)
  return found
}

const listed = (rules: readonly string[]): Report => ({ exit: 0, words: rules.join('\n'), json: { rules } })

function report(counted: CountedByRule): Report {
  const { rule, pack, from, lastDay, basis, basisInWords, calendar, derivation } = counted
  const words = [
    `${lastDay}  ${rule} ${from}（${basisInWords.zh}）`,
    ...derivation.map((step) => `  ${stepInWords(step, rule)}`),
  ]
  return {
    exit: 0,
    words: words.join('\n'),
    json: { rule, pack, from, lastDay, basis: { ...basis, words: basisInWords }, calendar, derivation },
  }
}

function stepInWords(step: DerivationStep, rule: string): string {
  const { zh, en } = explainStep(step, rule)
  return `${zh}  ${en}`
}

function refusalInWords(refusal: CountRefusal): string {
  switch (refusal.kind) {
    case 'unknown-rule':
      return `no rule ${refusal.rule}; there is ${refusal.rules.join(', ')}`
    case 'designated-day':
      return `${refusal.rule} ends on the day that its order gives; there is nothing to count`
    case 'year-not-loaded':
      return `the State Council's holiday notice for ${refusal.year} is not loaded (${refusal.calendar}), so the day cannot be known`
  }
}

interface Vector {
  readonly rule: string
  readonly from: string
  readonly lastDay: string
}

/** Checks each vector by the pack; a vector that cannot be read has failed. */
function check(pack: PetitionLaw, path: string): Report {
  const vectors = readVectors(path)
  const failures = vectors.flatMap((vector, index) => {
    const said = lastDayOf(pack, vector)
    return said === vector.lastDay ? [] : [{ ...vector, index, said }]
  })
  const passed = vectors.length - failures.length
  const lines = failures.map(
    ({ index, rule, from, lastDay, said }) => `  ${index}: ${rule} ${from}: ${said}, not ${lastDay}`,
  )
  const words = [...lines, `passed ${passed}, failed ${failures.length}`].join('\n')
  return { exit: failures.length === 0 ? 0 : 1, words, json: { passed, failed: failures.length, failures } }
}

function readVectors(path: string): readonly Vector[] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (Array.isArray(read)) return read.map((each) => ({ ...(each as Vector) }))
  } catch (fault) {
    throw new UsageRefused(`${path} cannot be read: ${(fault as Error).message}`)
  }
  throw new UsageRefused(`${path} is not a list of vectors`)
}

function lastDayOf(pack: PetitionLaw, { rule, from }: Vector): string {
  const day = parseDay(String(from))
  if (day === null) return 'not a day'
  const counted = countByRule(pack, String(rule), day)
  return counted.ok ? counted.value.lastDay : counted.error.kind
}
