import { describe, expect, it } from 'vitest'
import { troubleFrom } from './api.ts'

describe('what the house answers when it says no', () => {
  it('keeps the sentence in both languages, the fields and the wait', () => {
    const problem = {
      title: '请求有误',
      detail: '有的内容不合要求。',
      messages: { zh: '有的内容不合要求。', en: 'Some fields do not fit.' },
      errors: [{ in: 'body', path: 'title', zh: '太长', en: 'too long' }],
      refusal: 'right-lapsed',
    }
    expect(troubleFrom(422, problem, '30')).toEqual({
      kind: 'refused',
      status: 422,
      refusal: 'right-lapsed',
      message: { zh: '有的内容不合要求。', en: 'Some fields do not fit.' },
      errors: [{ path: 'title', zh: '太长', en: 'too long' }],
      retryAfterSeconds: 30,
    })
  })
  it('makes do with what a gateway in between answers', () => {
    expect(troubleFrom(413, {}, null)).toMatchObject({ kind: 'refused', message: { zh: 'HTTP 413', en: 'HTTP 413' } })
    expect(troubleFrom(502, {}, null)).toEqual({ kind: 'fault', id: null })
  })
  it('gives a fault by the number that the log has', () => {
    expect(troubleFrom(500, { requestId: 'r-1', detail: 'x' }, null)).toEqual({ kind: 'fault', id: 'r-1' })
  })
})
