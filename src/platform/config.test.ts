import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
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

describe('the store of the log', () => {
  const whole = {
    XINQIAO_LOG_STORE: 's3://register/qp/log/',
    XINQIAO_S3_ENDPOINT: 'https://s3.example.gov.cn:9000/',
    XINQIAO_S3_REGION: 'cn-north-1',
    XINQIAO_S3_KEY_ID: 'house:register',
    XINQIAO_S3_SECRET: 'vW2-m0Qz7Lk_sT9b+Yd4/e==',
  }
  const { XINQIAO_S3_SECRET: _, ...withoutSecret } = whole
  const read = (environment: Record<string, string>) => readConfig({}, environment).objectStore
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-config-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (content: string): string => {
    writeFileSync(join(folder, 'secret'), content)
    return join(folder, 'secret')
  }

  it('is the data folder unless a bucket is named', () => {
    expect(read({})).toBeNull()
  })

  it('is a place in a bucket, found by path unless said otherwise', () => {
    const settings = {
      ...{ endpoint: 'https://s3.example.gov.cn:9000', region: 'cn-north-1', bucket: 'register', prefix: 'qp/log/' },
      ...{ addressing: 'path', keyId: 'house:register', secret: whole.XINQIAO_S3_SECRET },
    }
    expect(read(whole)).toEqual(settings)
    expect(read({ ...whole, XINQIAO_S3_ADDRESSING: 'host' })).toEqual({ ...settings, addressing: 'host' })
    expect(read({ ...whole, XINQIAO_LOG_STORE: 's3://register' })).toEqual({ ...settings, prefix: '' })
  })

  it('takes the secret out of a file, without the end of the line', () => {
    const XINQIAO_S3_SECRET_FILE = file(`${whole.XINQIAO_S3_SECRET}\n`)
    expect(read({ ...withoutSecret, XINQIAO_S3_SECRET_FILE })?.secret).toBe(whole.XINQIAO_S3_SECRET)
    expect(() => read({ ...whole, XINQIAO_S3_SECRET_FILE })).toThrow(/^XINQIAO_S3_SECRET: .*both set$/)
    expect(() => read({ ...withoutSecret, XINQIAO_S3_SECRET_FILE: join(folder, 'nowhere') })).toThrow(
      'XINQIAO_S3_SECRET_FILE: cannot be read: ENOENT',
    )
    const known = file('minioadmin\n')
    expect(() => read({ ...withoutSecret, XINQIAO_S3_SECRET_FILE: known })).toThrow(
      /^XINQIAO_S3_SECRET_FILE: is a secret that everybody knows/,
    )
    expect(() => read({ ...withoutSecret, XINQIAO_S3_SECRET_FILE: file('two-lines-of-some\nlength') })).toThrow(
      /has blanks/,
    )
  })

  it.each(Object.keys(whole))('is refused without %s', (name) => {
    const { [name]: _, ...rest } = whole as Record<string, string>
    expect(() => read(rest)).toThrow(ConfigRefused)
    expect(() => read(rest)).toThrow(new RegExp(`^${name}: .*is needed where XINQIAO_(LOG_STORE|S3_ENDPOINT) is set$`))
  })

  it.each([
    ['XINQIAO_LOG_STORE', '/srv/log'],
    ['XINQIAO_LOG_STORE', 's3://'],
    ['XINQIAO_LOG_STORE', 's3://Register'],
    ['XINQIAO_LOG_STORE', 's3://register/../other'],
    ['XINQIAO_LOG_STORE', 's3://register//log'],
    ['XINQIAO_LOG_STORE', 's3://register/信访'],
    ['XINQIAO_LOG_STORE', 's3://register/a b'],
    ['XINQIAO_LOG_STORE', 's3://re..gister/log'],
    ['XINQIAO_S3_ENDPOINT', 'http://s3.example.gov.cn'],
    ['XINQIAO_S3_ENDPOINT', 'https://s3.example.gov.cn/register'],
    ['XINQIAO_S3_ENDPOINT', 'https://me:secret@s3.example.gov.cn'],
    ['XINQIAO_S3_ENDPOINT', 'https://s3.example.gov.cn/?'],
    ['XINQIAO_S3_ENDPOINT', 's3.example.gov.cn'],
    ['XINQIAO_S3_REGION', 'cn/north'],
    ['XINQIAO_S3_KEY_ID', 'one/two'],
    ['XINQIAO_S3_KEY_ID', 'one,two'],
    ['XINQIAO_S3_SECRET', 'minioadmin'],
    ['XINQIAO_S3_SECRET', 'minio123'],
    ['XINQIAO_S3_SECRET', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
    ['XINQIAO_S3_SECRET', 'your-secret-access-key'],
    ['XINQIAO_S3_SECRET', 'Kiesel-am-Ufer'],
    ['XINQIAO_S3_ADDRESSING', 'virtual'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => read({ ...whole, [name]: value })).toThrow(new RegExp(`^${name}: `))
    // a secret is never said again, nor anything like it
    if (name === 'XINQIAO_S3_SECRET') expect(() => read({ ...whole, [name]: value })).not.toThrow(new RegExp(value))
  })

  it.each(['http://127.0.0.1:9000', 'http://[::1]:9000', 'http://localhost:9000'])('may lie at %s', (endpoint) => {
    expect(read({ ...whole, XINQIAO_S3_ENDPOINT: endpoint })?.endpoint).toBe(endpoint)
  })

  it.each([
    { XINQIAO_S3_ENDPOINT: 'https://10.1.2.3' },
    { XINQIAO_S3_ENDPOINT: 'https://[fd00::1]:9000' },
    { XINQIAO_LOG_STORE: 's3://register.example/log' },
  ])('is not named in the host where that cannot be: %o', (wrong) => {
    expect(() => read({ ...whole, ...wrong, XINQIAO_S3_ADDRESSING: 'host' })).toThrow(
      /^XINQIAO_S3_ADDRESSING: can be host/,
    )
    expect(read({ ...whole, ...wrong })).not.toBeNull()
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
