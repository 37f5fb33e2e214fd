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

  it.each(['postgres', 'Password', 'changeme', '123456'])('refuses the database password %s', (password) => {
    expect(() => readConfig({}, { DATABASE_URL: `postgres://postgres:${password}@db/xinqiao` })).toThrow(
      /everybody knows/,
    )
  })

  it('refuses such a password in the query as well', () => {
    const url = 'postgres:///xinqiao?host=/run/postgresql&user=postgres&password=postgres'
    expect(() => readConfig({}, { DATABASE_URL: url })).toThrow(/everybody knows/)
  })

  it('takes a database password of one’s own', () => {
    const url = 'postgres://owner:Wq3%2Fvv0XQk@db:5433/xinqiao'
    expect(readConfig({}, { DATABASE_URL: url }).databaseUrl).toBe(url)
  })
})
