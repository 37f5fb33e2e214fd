import { describe, expect, it } from 'vitest'
import { ConfigRefused, readConfig } from './config.ts'

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({}, {})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      zone: 'Asia/Shanghai',
      databaseUrl: undefined,
    })
  })

  it('takes a flag before a variable, and an empty variable as none', () => {
    const config = readConfig(
      { data: '/srv/one' },
      { XINQIAO_DATA: '/srv/two', PORT: '9000', HOST: '', DATABASE_URL: '' },
    )
    expect(config).toMatchObject({ port: 9000, host: '127.0.0.1', databaseUrl: undefined })
    expect(config.folder.path).toBe('/srv/one')
  })

  it('names every mistake at once', () => {
    const wrong = { PORT: '99999', XINQIAO_ZONE: 'Mars/Olympus', DATABASE_URL: 'mysql://somewhere' }
    expect(() => readConfig({}, wrong)).toThrow(ConfigRefused)
    expect(() => readConfig({}, wrong)).toThrow(/DATABASE_URL: .*\nPORT: .*\nXINQIAO_ZONE: /)
  })

  it.each(['postgres', 'Password', 'changeme', '123456', 'Postgres123', 'aaaaaaaa', '%70ostgres'])(
    'refuses the database password %s',
    (password) => {
      expect(() => readConfig({}, { DATABASE_URL: `postgres://postgres:${password}@db/xinqiao` })).toThrow(
        /everybody knows/,
      )
    },
  )

  it('refuses such a password in the query as well', () => {
    const url = 'postgres:///xinqiao?host=/run/postgresql&user=postgres&password=postgres'
    expect(() => readConfig({}, { DATABASE_URL: url })).toThrow(/everybody knows/)
  })

  it('takes a database password of one’s own', () => {
    const url = 'postgres://owner:Wq3%2Fvv0XQk@db:5433/xinqiao'
    expect(readConfig({}, { DATABASE_URL: url }).databaseUrl).toBe(url)
  })

  it.each(['postgres', 'mail:secret', 'mail:Change-Me'])('refuses the mail password in %s', (login) => {
    const environment = { XINQIAO_SMTP_URL: `smtps://${login.includes(':') ? login : `x:${login}`}@mail.example` }
    expect(() => readConfig({}, environment)).toThrow('XINQIAO_SMTP_URL: has a password that everybody knows')
  })

  it('takes a password that cannot be decoded for what it is', () => {
    const url = 'postgres://owner:100%zz-Kiesel@db/xinqiao'
    expect(readConfig({}, { DATABASE_URL: url }).databaseUrl).toBe(url)
  })
})

describe('the witnesses', () => {
  const one = 'witness.example/w1+0ad7d35e+BIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c'
  const two = 'office@bar.example/w2+f80952cf+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU'
  const read = (list: string) => readConfig({}, { XINQIAO_WITNESSES: list }).witnesses

  it('are none unless somebody names them', () => {
    expect(readConfig({}, {}).witnesses).toEqual([])
    expect(read(' , ')).toEqual([])
  })

  it('are keys with addresses, whatever signs their names have', () => {
    const witnesses = read(`${one}@https://witness.example/w1/, ${two}@http://127.0.0.1:8090`)
    expect(witnesses.map(({ key, url }) => [key.name, url])).toEqual([
      ['witness.example/w1', 'https://witness.example/w1'],
      ['office@bar.example/w2', 'http://127.0.0.1:8090'],
    ])
  })

  it.each([
    [one, /is not VKEY@URL/],
    [`${one}@ftp://witness.example`, /is not VKEY@URL/],
    [`${one.replace('0ad7', '0ad8')}@https://witness.example`, /is not a key/],
    ['log.example/one+dbcf5ec7+Ae1JKMYo0cLG6ukDOJBZlWEpWSc6XGP5NjbBRhSshzfR@https://witness.example', /key for texts/],
    [`${one}@https://me:secret@witness.example`, /is not an address/],
    [`${one}@https://witness.example/?to=`, /is not an address/],
    [`${one}@https://witness.example/#`, /is not an address/],
    [`${one}@https://a.example,${one}@https://b.example`, /names a witness twice/],
  ])('refuses %s', (list, reason) => {
    expect(() => read(list)).toThrow(ConfigRefused)
    expect(() => read(list)).toThrow(/^XINQIAO_WITNESSES: /)
    expect(() => read(list)).toThrow(reason)
  })
})

describe('backups', () => {
  it('are made by nobody unless a folder is named', () => {
    expect(readConfig({}, { XINQIAO_BACKUP_AT: '04:00' }).backup).toBeNull()
  })

  it('are made at half past two, and kept for days, weeks and months', () => {
    const { backup } = readConfig({}, { XINQIAO_BACKUP_TO: '/mnt/nas' })
    expect(backup).toEqual({ to: '/mnt/nas', at: 150, keep: { days: 7, weeks: 4, months: 12 } })
  })

  it.each([
    ['XINQIAO_BACKUP_AT', '25:00', 'is not a time of day'],
    ['XINQIAO_BACKUP_KEEP', 'for ever', 'is not of the form'],
    ['XINQIAO_BACKUP_KEEP', '0 days', 'is not of the form'],
    ['XINQIAO_BACKUP_TO', '/srv/house/nightly', 'lies in the data folder'],
    ['XINQIAO_BACKUP_TO', '/srv/house', 'lies in the data folder'],
  ])('refuse %s=%s', (name, value, said) => {
    const environment = { XINQIAO_DATA: '/srv/house', XINQIAO_BACKUP_TO: '/mnt/nas', [name]: value }
    expect(() => readConfig({}, environment)).toThrow(`${name}: ${said}`)
  })
})

describe('sign-on', () => {
  const whole = {
    XINQIAO_OIDC_ISSUER: 'https://login.example/realms/office',
    XINQIAO_OIDC_CLIENT_ID: 'xinqiao',
    XINQIAO_OIDC_CLIENT_SECRET: 'vW2-m0Qz7Lk_sT9bYd4e',
    XINQIAO_PUBLIC_URL: 'https://xinfang.example/',
  }

  it('is off unless it is set up, and never makes administrators unless told to', () => {
    expect(readConfig({}, {}).signOn).toBeNull()
    const { signOn, publicUrl } = readConfig({}, whole)
    expect(publicUrl).toBe('https://xinfang.example')
    expect(signOn).toMatchObject({ issuer: whole.XINQIAO_OIDC_ISSUER, administrators: 'never' })
    expect(signOn?.claims).toEqual({ organ: 'organ', posts: 'posts', login: 'preferred_username', name: 'name' })
  })

  it.each(Object.keys(whole))('is refused without %s', (name) => {
    const { [name]: _, ...rest } = whole as Record<string, string>
    if (name === 'XINQIAO_PUBLIC_URL') expect(() => readConfig({}, rest)).toThrow(/^XINQIAO_PUBLIC_URL: is needed/)
    else expect(() => readConfig({}, rest)).toThrow(new RegExp(`${name}: is needed`))
  })

  it.each([
    'secret',
    'changeme',
    'Client-Secret',
    'change_me_123',
    'your-secret',
    'supersecret2026',
    '1234567890123456',
  ])('does not start on the client secret %s', (secret) => {
    expect(() => readConfig({}, { ...whole, XINQIAO_OIDC_CLIENT_SECRET: secret })).toThrow(
      'XINQIAO_OIDC_CLIENT_SECRET: is a secret that everybody knows',
    )
  })

  it('does not start on a short client secret, and never says the secret', () => {
    const start = () => readConfig({}, { ...whole, XINQIAO_OIDC_CLIENT_SECRET: 'k7Rw2' })
    expect(start).toThrow('XINQIAO_OIDC_CLIENT_SECRET: has fewer than 16 characters')
    expect(start).not.toThrow(/k7Rw2/)
  })

  it('goes over http on this machine alone', () => {
    expect(() => readConfig({}, { ...whole, XINQIAO_OIDC_ISSUER: 'http://login.example' })).toThrow(/OIDC_ISSUER: /)
    const here = readConfig({}, { ...whole, XINQIAO_OIDC_ISSUER: 'http://127.0.0.1:9000' })
    expect(here.signOn?.issuer).toBe('http://127.0.0.1:9000')
  })

  it('reads how the directory calls organs and posts', () => {
    const { signOn } = readConfig({}, { ...whole, XINQIAO_OIDC_POSTS: '办信员=clerk, 科长 = head ,' })
    expect([...(signOn?.posts ?? [])]).toEqual([
      ['办信员', 'clerk'],
      ['科长', 'head'],
    ])
    expect(() => readConfig({}, { ...whole, XINQIAO_OIDC_ORGANS: '信访局' })).toThrow(
      /XINQIAO_OIDC_ORGANS: is not a list/,
    )
  })
})
