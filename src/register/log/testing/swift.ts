/** OpenStack Swift with its S3 interface, where its servers are on this machine: a store that nobody wrote for this house. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ObjectStoreSettings } from '../../../platform/object-store-config.ts'
import { bucketAt } from '../bucket.ts'
import { objectStore } from '../object-store.ts'
import type { LogStore } from '../store.ts'

const parts = ['account', 'container', 'object'] as const
const programs = [...parts, 'proxy'].map((part) => `/usr/bin/swift-${part}-server`)

export interface Swift {
  /** With nothing in it yet. */
  freshStore(): LogStore
  close(): Promise<void>
}

/** Null where it is not on this machine, or where whoever runs this may not read its settings. */
export async function openSwift(): Promise<Swift | null> {
  if (!programs.every((program) => existsSync(program)) || !mayRead('/etc/swift/swift.conf')) return null
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-swift-'))
  mkdirSync(join(folder, 'devices', 'd1'), { recursive: true })
  const processes: ChildProcess[] = []
  const start = (part: string, file: string) => {
    processes.push(spawn(`/usr/bin/swift-${part}-server`, [file], { stdio: 'ignore' }))
  }
  const close = async () => {
    const ended = processes.map((one) => new Promise((resolve) => one.once('exit', resolve)))
    for (const one of processes) one.kill('SIGKILL')
    await Promise.all(ended)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    for (const part of parts) start(part, await furnish(folder, part))
    const port = await freePort()
    const settings = settingsFor(port)
    start('proxy', proxyFile(folder, port, settings))
    await madeBucket(settings)
    let stores = 0
    return { freshStore: () => objectStore({ ...settings, prefix: `logs/${++stores}/` }), close }
  } catch (fault) {
    await close()
    throw fault
  }
}

function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

const settingsFor = (port: number): ObjectStoreSettings => ({
  ...{ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'register', prefix: '', addressing: 'path' },
  ...{ keyId: 'house:register', secret: 'Kiesel-liegt-rund-am-Ufer' },
})

const user = userInfo().username

/** A server for one ring of one device. */
async function furnish(folder: string, part: (typeof parts)[number]): Promise<string> {
  const port = await freePort()
  const ring = (...words: string[]) =>
    execFileSync('/usr/bin/swift-ring-builder', [`${part}.builder`, ...words], { cwd: folder, stdio: 'ignore' })
  ring('create', '2', '1', '1')
  ring(
    'add',
    '--region',
    '1',
    '--zone',
    '1',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--device',
    'd1',
    '--weight',
    '1',
  )
  ring('rebalance')
  return written(join(folder, `${part}.conf`), {
    DEFAULT: {
      ...placeOf(folder, port),
      ...{ devices: join(folder, 'devices'), mount_check: 'false', fallocate_reserve: '0' },
    },
    'pipeline:main': { pipeline: `${part}-server` },
    [`app:${part}-server`]: { use: `egg:swift#${part}` },
  })
}

const placeOf = (folder: string, port: number) => ({
  ...{ bind_ip: '127.0.0.1', bind_port: String(port), workers: '0', user, swift_dir: folder },
})

const proxyFile = (folder: string, port: number, { keyId, secret }: ObjectStoreSettings): string =>
  written(join(folder, 'proxy.conf'), {
    DEFAULT: placeOf(folder, port),
    'pipeline:main': { pipeline: 'catch_errors cache s3api tempauth proxy-server' },
    'app:proxy-server': { use: 'egg:swift#proxy', account_autocreate: 'true' },
    'filter:catch_errors': { use: 'egg:swift#catch_errors' },
    // nobody listens there: it does without
    'filter:cache': { use: 'egg:swift#memcache', memcache_servers: '127.0.0.1:1' },
    'filter:s3api': { use: 'egg:swift#s3api', location: 'us-east-1' },
    'filter:tempauth': { use: 'egg:swift#tempauth', [`user_${keyId.replace(':', '_')}`]: `${secret} .admin` },
  })

function written(path: string, sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const lines = Object.entries(sections).flatMap(([name, values]) => [
    `[${name}]`,
    ...Object.entries(values).map(([key, value]) => `${key} = ${value}`),
  ])
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** The servers take some seconds to come up. */
async function madeBucket(settings: ObjectStoreSettings): Promise<void> {
  const bucket = bucketAt(settings, { tries: 1, tryMs: 5_000, restMs: 0, wholeMs: 6_000 })
  const until = performance.now() + 30_000
  for (;;) {
    const made = await bucket.ask({ method: 'PUT', key: '' }).catch((fault: Error) => fault)
    if (!(made instanceof Error) && made.status === 200) return
    if (performance.now() > until)
      throw made instanceof Error ? made : new Error(`Swift answers ${made.status} ${made.code}`)
    await pause(200)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
