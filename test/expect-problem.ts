import { expect } from 'vitest'

interface Answered {
  readonly status: number
  readonly body: { readonly status?: number; readonly type?: string; readonly messages?: object } | null
  readonly answer: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }
}

/** Whatever was asked: never a fault of the house, and what is refused is a problem that says why in both languages. */
export function expectNoFault({ status, body, answer }: Answered, asked: string): void {
  expect(status, `${asked} ${answer.body}`).toBeLessThan(500)
  if (status < 300) return
  expect(answer.headers['content-type'], asked).toBe('application/problem+json; charset=utf-8')
  expect(body, asked).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:xinqiao:problem:[a-z0-9-]+$/),
    messages: {
      zh: expect.stringMatching(/\p{Script=Han}.*。/u),
      en: expect.stringMatching(/^[^\p{Script=Han}]+[.]$/u),
    },
  })
}
