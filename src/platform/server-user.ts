import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

/** Whom the PostgreSQL server runs as. `ids` is empty when that is simply us. */
export interface ServerUser {
  readonly ids: { readonly uid?: number; readonly gid?: number }
  /** Whether that user can pass through every folder on the way to this path. */
  reaches(path: string): boolean
}

const myself: ServerUser = { ids: {}, reaches: () => true }

/**
 * PostgreSQL refuses to run as root, so root lends it another uid: the owner of a cluster that exists, or else a user
 * made for us, or else the least privileged one that nearly every system has. initdb needs it to be in /etc/passwd.
 */
export function serverUser(clusterPath: string): ServerUser {
  if (process.getuid?.() !== 0) return myself
  const owner = existsSync(clusterPath) ? statSync(clusterPath) : undefined
  if (owner && owner.uid !== 0) return otherUser(owner.uid, owner.gid)
  for (const name of ['xinqiao', 'postgres', 'nobody']) {
    const found = findUser(name)
    if (found) return otherUser(found.uid, found.gid)
  }
  throw new Error('PostgreSQL does not run as root and there is no other user for it: make one named xinqiao')
}

function otherUser(uid: number, gid: number): ServerUser {
  return {
    ids: { uid, gid },
    reaches: (path) => spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { uid, gid, cwd: '/' }).status === 0,
  }
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : undefined
}
