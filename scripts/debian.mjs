import { existsSync } from 'node:fs'
import { run } from './runtime.mjs'

/** Whether we may install packages of Debian: root may, anybody else is told what to install. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

export async function install(packages) {
  console.log(`Installing ${packages.join(' and ')} with apt-get …`)
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const { code, said } = await run('apt-get', words, { quiet: true, environment })
    if (code !== 0) console.error(`apt-get ${words.join(' ')} failed:\n${said.trim().split('\n').slice(-5).join('\n')}`)
  }
}
