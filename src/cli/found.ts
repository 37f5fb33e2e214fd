import type { OrganId, OrganLevel } from '../kernel/organ.ts'
import type { Config } from '../platform/config.ts'
import { readHouseFile } from '../platform/house-file.ts'
import { UsageRefused, type Verb } from './verb.ts'

const levels: readonly OrganLevel[] = ['nation', 'province', 'prefecture', 'county', 'township', 'village']

/** How a real office begins: its bureau, and somebody who may open everything else. */
export const found: Verb = {
  name: 'found',
  summary: 'open the first petition bureau, and print a link with which its administrator sets a password',
  shape: (command) =>
    command
      .requiredOption('--name <name>', 'the name of the bureau, such as 青坪县信访局')
      .option('--name-en <name>', 'its name in English; the Chinese one unless said')
      .requiredOption('--region <code>', 'its administrative division: 2, 4, 6, 9 or 12 digits')
      .option('--level <level>', levels.join(', '), 'county')
      .option('--id <id>', 'how the organ is called in addresses and files', 'bureau')
      .requiredOption('--login <login>', "the administrator's login")
      .option('--person <name>', "the administrator's name; the login unless said"),
  async run({ config, options }) {
    const { openHouse } = await import('../main.ts')
    const { openRooms } = await import('../wiring.ts')
    const { foundAdministrator, foundOrgan } = await import('../identity/founding.ts')
    const { invitationLink } = await import('../identity/sign-in/invitation.ts')
    const { explain } = await import('../identity/wording.ts')
    const { parseLogin } = await import('../identity/account-tables.ts')
    const login = parseLogin(String(options.login))
    if (login === null) throw new UsageRefused(`${options.login} cannot be a login: letters, digits, dots and dashes`)
    const level = levels.find((each) => each === options.level)
    if (!level) throw new UsageRefused(`no level ${options.level}; there is ${levels.join(', ')}`)
    const house = await openHouse(config, 'migrate')
    const rooms = await openRooms(house)
    try {
      const inWords = (refusal: Parameters<typeof explain>[0]) => explain(refusal, rooms.directory.nameOf)
      const nameZh = String(options.name)
      const nameEn = String(options.nameEn ?? nameZh)
      const id = String(options.id) as OrganId
      const bureau = {
        id,
        nameZh,
        nameEn,
        kind: 'bureau',
        level,
        region: String(options.region),
        parent: null,
        leadBy: null,
      } as const
      const organ = await foundOrgan(rooms.door, bureau)
      if (!organ.ok) throw new UsageRefused(inWords(organ.error as never).en)
      const name = String(options.person ?? login)
      const account = await foundAdministrator(rooms.door, { login, name, organ: id })
      if (!account.ok) throw new UsageRefused(inWords(account.error as never).en)
      const { token, expiresAt } = account.value
      const link = invitationLink(addressOf(config), token)
      const words = `${nameZh} is ${organ.value === 'opened' ? 'open' : 'there already'}.\n${login} sets a password at\n  ${link}\nThe link is good once, until ${expiresAt}. Run this again for another one.`
      return { exit: 0, words, json: { organ: id, login, link, expiresAt } }
    } finally {
      rooms.close()
      await house.close()
    }
  },
}

/** Where people reach the house: as it was told, as it is served now, or as it will be. */
function addressOf({ publicUrl, folder, host, port }: Config): string {
  return publicUrl ?? readHouseFile(folder)?.url ?? `http://${host}:${port}`
}
