import { rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import type { Witness as Known } from '../../platform/witness-config.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { checkSignatures, cosign, isSignedBy, signatureLine, signatureTypes, vkeyOf } from '../../proof/note.ts'
import { ownKey } from '../../proof/testing/own-key.ts'
import { type Answer, type Asked, type Asking, askWitnesses, type Remembered, withCosignatures } from './asking.ts'
import { buildWitnessApp } from './server.ts'
import { folders, logKey, origin, type PublishedLog, partialPath, publishedLog } from './testing/published-log.ts'
import { openWitness } from './witness.ts'

const temporary = folders()
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await temporary.clear()
})

async function witnessOf(
  name: string,
  folder?: string,
): Promise<Known & { readonly app: FastifyInstance; readonly folder: string }> {
  const place = folder ?? (await temporary.make())
  const witness = await openWitness({ folder: place, name, logKeys: [logKey.key] })
  const app = await buildWitnessApp({ witness })
  closing.push(() => app.close())
  return { key: witness.key, url: await app.listen({ host: '127.0.0.1', port: 0 }), app, folder: place }
}

/** Somebody else's server, that answers as it likes. */
async function strange(
  listener: RequestListener,
  key = ownKey('strange.example', signatureTypes.cosignature).key,
): Promise<Known> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return { key, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const newLog = async (): Promise<PublishedLog> => publishedLog(await temporary.make())
const asked = ({ checkpoint, range }: PublishedLog): Asked => ({ checkpoint, range, logKeys: [logKey.key] })
const ask = (
  log: PublishedLog,
  witnesses: readonly Known[],
  before: readonly Remembered[] = [],
  by: Partial<Asking> = {},
) => askWitnesses(asked(log), witnesses, before, by)
const remembered = (answers: readonly Answer[]) => answers.map((each) => each.remembered)
const faults = (answers: readonly Answer[]) => answers.map((each) => each.remembered.fault?.kind ?? null)

describe('The house asks its witnesses', () => {
  it('and puts what they sign under the checkpoint, one signature each', async () => {
    const log = await newLog()
    await log.grow(300)
    const witnesses = [await witnessOf('bar.example/w'), await witnessOf('university.example/w')]
    const first = await ask(log, witnesses)
    expect(faults(first)).toEqual([null, null])
    expect(first.map(({ remembered: { seenSize } }) => seenSize)).toEqual([300, 300])
    const second = await ask(log, witnesses, remembered(first))
    const once = withCosignatures(
      log.checkpoint.note,
      first.flatMap(({ cosignature }) => cosignature ?? []),
    )
    const again = parseSignedCheckpoint(once) as SignedCheckpoint
    const said = withCosignatures(
      again.note,
      second.flatMap(({ cosignature }) => cosignature ?? []),
    )
    const { note } = parseSignedCheckpoint(said) as SignedCheckpoint
    expect(note.signatures.map(({ name }) => name)).toEqual([origin, 'bar.example/w', 'university.example/w'])
    expect(isSignedBy(note, [logKey.key, ...witnesses.map(({ key }) => key)])).toBe(true)
  })

  it('and catches up where it remembers another size than they do', async () => {
    const log = await newLog()
    const witness = await witnessOf('bar.example/w')
    await log.grow(3)
    expect(faults(await ask(log, [witness]))).toEqual([null])
    await log.grow(600)
    const forgotten = await ask(log, [witness])
    expect(forgotten[0]?.remembered).toMatchObject({ seenSize: 603, fault: null })
    await log.grow(5)
    const wrong = [{ ...(forgotten[0] as Answer).remembered, seenSize: 100 }]
    expect(faults(await ask(log, [witness], wrong))).toEqual([null])
    const beyond = [{ ...(forgotten[0] as Answer).remembered, seenSize: 9_999 }]
    expect(faults(await ask(log, [witness], beyond))).toEqual([null])
  })

  it('and takes it for no alarm where another process has asked for more in between', async () => {
    const log = await newLog()
    const witness = await witnessOf('bar.example/w')
    await log.grow(3)
    const slow = asked(log)
    await log.grow(4)
    const before = remembered(await ask(log, [witness]))
    const overtaken = await askWitnesses({ ...slow, newestSize: async () => 7 }, [witness], before)
    expect(overtaken).toMatchObject([{ cosignature: null, remembered: { seenSize: 7, fault: null } }])
    expect(faults(await askWitnesses({ ...slow, newestSize: async () => 6 }, [witness], before))).toEqual(['ahead'])
  })

  it('and waits for none that is away, nor loses the others over it', async () => {
    const log = await newLog()
    await log.grow(3)
    const silent = await strange(() => undefined)
    const gone: Known = { key: ownKey('gone.example', 4, 12).key, url: 'http://127.0.0.1:1' }
    const began = performance.now()
    const answers = await ask(log, [silent, gone, await witnessOf('bar.example/w')], [], { waitMs: 600 })
    expect(faults(answers)).toEqual(['away', 'away', null])
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('and keeps since when one has been away, until it is back', async () => {
    const log = await newLog()
    await log.grow(3)
    const witness = await witnessOf('bar.example/w')
    const gone = { ...witness, url: 'http://127.0.0.1:1' }
    const first = await ask(log, [gone])
    const second = await ask(log, [gone], remembered(first))
    expect(second[0]?.remembered.fault).toEqual(first[0]?.remembered.fault)
    expect(faults(await ask(log, [witness], remembered(second)))).toEqual([null])
  })
})

describe('Answers of strangers', () => {
  const key = ownKey('strange.example', signatureTypes.cosignature)
  const seconds = () => Math.floor(Date.now() / 1000)

  it.each<[string, string, (log: PublishedLog) => RequestListener]>([
    [
      'another place to ask',
      'away',
      () => (_, reply) => reply.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['megabytes', 'away', () => (_, reply) => reply.writeHead(200).end('a'.repeat(3_000_000))],
    [
      'a trickle without end',
      'away',
      () => (_, reply) => {
        reply.writeHead(200)
        setInterval(() => reply.write('a'), 50).unref()
      },
    ],
    ['an apology', 'away', () => (_, reply) => reply.writeHead(503).end()],
    ['a plea for patience', 'away', () => (_, reply) => reply.writeHead(429).end()],
    ['nothing', 'strange-answer', () => (_, reply) => reply.writeHead(200).end()],
    ['a page', 'strange-answer', () => (_, reply) => reply.writeHead(200).end('<!doctype html>\n')],
    ['a status that nobody knows', 'strange-answer', () => (_, reply) => reply.writeHead(418).end()],
    ['400', 'strange-answer', () => (_, reply) => reply.writeHead(400).end()],
    ['that it knows no such log', 'unknown-log', () => (_, reply) => reply.writeHead(404).end()],
    ['that our signature is not good', 'refused', () => (_, reply) => reply.writeHead(403).end()],
    [
      'the signature of somebody else',
      'bad-signature',
      ({ checkpoint }) =>
        (_, reply) => {
          const other = ownKey('else.example', signatureTypes.cosignature, 13)
          reply.end(signatureLine(cosign(checkpoint.note.text, other.key, seconds(), other.sign)))
        },
    ],
    [
      'its signature on another text',
      'bad-signature',
      () => (_, reply) => reply.end(signatureLine(cosign(`${origin}\n9\nAAAA\n`, key.key, seconds(), key.sign))),
    ],
    [
      'its signature of another day',
      'wrong-clock',
      ({ checkpoint }) =>
        (_, reply) =>
          reply.end(signatureLine(cosign(checkpoint.note.text, key.key, seconds() + 86_400, key.sign))),
    ],
    [
      'ever other sizes',
      'strange-answer',
      () => {
        let size = 0
        return (_, reply) => {
          size = size === 1 ? 2 : 1
          reply.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(`${size}\n`)
        }
      },
    ],
    [
      'a size that is none',
      'strange-answer',
      () => (_, reply) => reply.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('007\n'),
    ],
  ])('%s: %s', async (_, fault, listener) => {
    const log = await newLog()
    await log.grow(5)
    const answers = await ask(log, [await strange(listener(log))], [], { waitMs: 1500 })
    expect(faults(answers)).toEqual([fault])
    expect(answers[0]?.cosignature).toBeNull()
  })

  it('with signatures of others beside its own are read over these', async () => {
    const log = await newLog()
    await log.grow(5)
    const other = ownKey('else.example', signatureTypes.cosignature, 13)
    const witness = await strange((_, reply) => {
      const { text } = log.checkpoint.note
      const lines = [cosign(text, other.key, seconds(), other.sign), cosign(text, key.key, seconds(), key.sign)]
      reply.end(lines.map(signatureLine).join(''))
    })
    const [answer] = await ask(log, [witness])
    expect(answer?.cosignature?.name).toBe('strange.example')
  })
})

describe('Alarms', () => {
  it('a log that was set back is told by whoever saw it longer, with the proof', async () => {
    const [log, restored] = [await newLog(), await newLog()]
    const witness = await witnessOf('bar.example/w')
    await log.grow(20)
    const before = await ask(log, [witness])
    await restored.grow(12)
    const [answer] = await ask(restored, [witness], remembered(before))
    expect(answer?.remembered.fault).toMatchObject({ kind: 'ahead', size: 20 })
    const evidence = parseSignedCheckpoint(answer?.remembered.fault?.evidence ?? '')
    expect(evidence?.size).toBe(20)
    expect(checkSignatures(evidence?.note ?? { text: '', signatures: [] }, [logKey.key])[0]?.isGood).toBe(true)
  })

  it('a log with another history of the same length is told, and one that went on from there', async () => {
    const [log, twin] = [await newLog(), await newLog()]
    const witness = await witnessOf('bar.example/w')
    await log.grow(20)
    await twin.grow(20, 'another entry')
    const before = await ask(log, [witness])
    const same = await ask(twin, [witness], remembered(before))
    expect(same[0]?.remembered.fault).toMatchObject({ kind: 'conflict', size: 20 })
    await twin.grow(5)
    const longer = await ask(twin, [witness], remembered(same))
    expect(longer[0]?.remembered.fault).toMatchObject({ kind: 'conflict', size: 20 })
    expect(parseSignedCheckpoint(longer[0]?.remembered.fault?.evidence ?? '')?.root).toEqual(log.checkpoint.root)
    expect(longer[0]?.remembered.fault?.since).toEqual(same[0]?.remembered.fault?.since)
  })

  it('an older witness that names no size for two trees of one size is understood', async () => {
    const log = await newLog()
    await log.grow(5)
    const key = ownKey('strange.example', signatureTypes.cosignature)
    const witness = await strange((request, reply) => {
      let said = ''
      request.on('data', (part) => {
        said += part
      })
      request.on('end', () => {
        if (said.startsWith('old 5\n')) reply.writeHead(409).end()
        else reply.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('5\n')
      })
    }, key.key)
    expect((await ask(log, [witness]))[0]?.remembered.fault).toMatchObject({ kind: 'conflict', size: 5 })
  })

  it('an alarm is not forgotten because its witness is away, and only a signature ends it', async () => {
    const [log, twin] = [await newLog(), await newLog()]
    const witness = await witnessOf('bar.example/w')
    await log.grow(20)
    await twin.grow(20, 'another entry')
    const alarmed = await ask(twin, [witness], remembered(await ask(log, [witness])))
    const away = await ask(twin, [{ ...witness, url: 'http://127.0.0.1:1' }], remembered(alarmed))
    expect(faults(away)).toEqual(['conflict'])
    await log.grow(1)
    expect(faults(await ask(log, [witness], remembered(away)))).toEqual([null])
  })

  it('a witness that only says so is believed to have said it, without proof', async () => {
    const log = await newLog()
    await log.grow(5)
    const liar = await strange((_, reply) => reply.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('999\n'))
    const [answer] = await ask(log, [liar])
    expect(answer?.remembered.fault).toMatchObject({ kind: 'ahead', size: 999, evidence: null })
  })

  it('files of our own that are missing are told, and not blamed on a witness', async () => {
    const log = await newLog()
    const witness = await witnessOf('bar.example/w')
    await log.grow(300)
    const before = await ask(log, [witness])
    await log.grow(7)
    await rm(join(log.folder, partialPath(307, 0)))
    expect(faults(await ask(log, [witness], remembered(before)))).toEqual(['unproven'])
  })

  it('a witness whose memory was lost is none: it begins anew', async () => {
    const log = await newLog()
    const witness = await witnessOf('bar.example/w')
    await log.grow(20)
    const before = await ask(log, [witness])
    await rm(join(witness.folder, 'logs'), { recursive: true })
    expect(faults(await ask(log, [witness], remembered(before)))).toEqual([null])
    expect(before[0]?.remembered.vkey).toBe(vkeyOf(witness.key))
  })
})
