import { describe, expect, it } from 'vitest'
import { objectionTo } from './signature.ts'

/** The key, the day and the requests of the examples in Amazon's description of Signature Version 4 for S3. */
const example = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const then = new Date('2013-05-24T00:00:00Z')
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const signedWith = (names: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${example.keyId}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${names},Signature=${signature}`
const received = (target: string, names: string, signature: string, headers: Record<string, string> = {}) => ({
  method: 'GET',
  target,
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    ...headers,
    authorization: signedWith(names, signature),
  },
})

const getObject = received(
  '/test.txt',
  'host;range;x-amz-content-sha256;x-amz-date',
  'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  { range: 'bytes=0-9' },
)
const putObject = {
  ...received(
    '/test%24file.text',
    'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    },
  ),
  method: 'PUT',
}
const listObjects = received(
  '/?max-keys=2&prefix=J',
  'host;x-amz-content-sha256;x-amz-date',
  '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
)

describe('The store on loopback', () => {
  it.each([
    ['getting an object', getObject],
    ['putting an object', putObject],
    ['listing objects', listObjects],
  ])('checks signatures as Amazon does in its example of %s', (_, request) => {
    expect(objectionTo(request, example, then)).toBeNull()
  })

  it.each([
    ['another path', { ...getObject, target: '/test.tx' }, 'SignatureDoesNotMatch'],
    ['another method', { ...getObject, method: 'DELETE' }, 'SignatureDoesNotMatch'],
    ['another question', { ...listObjects, target: '/?max-keys=3&prefix=J' }, 'SignatureDoesNotMatch'],
    [
      'another body',
      received(
        '/test.txt',
        'host;range;x-amz-content-sha256;x-amz-date',
        'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
        { range: 'bytes=0-9', 'x-amz-content-sha256': '44' },
      ),
      'SignatureDoesNotMatch',
    ],
    [
      'a header that was not signed',
      { ...getObject, headers: { ...getObject.headers, 'x-amz-acl': 'public-read-write' } },
      'AccessDenied',
    ],
    ['no signature', { ...getObject, headers: {} }, 'AccessDenied'],
  ])('refuses %s', (_, request, objection) => {
    expect(objectionTo(request, example, then)).toBe(objection)
  })

  it('refuses another key, another region, and an old request', () => {
    expect(objectionTo(getObject, { ...example, keyId: 'OTHER' }, then)).toBe('InvalidAccessKeyId')
    expect(objectionTo(getObject, { ...example, secret: 'other' }, then)).toBe('SignatureDoesNotMatch')
    expect(objectionTo(getObject, { ...example, region: 'cn-north-1' }, then)).toBe('AuthorizationHeaderMalformed')
    expect(objectionTo(getObject, example, new Date('2013-05-24T00:15:01Z'))).toBe('RequestTimeTooSkewed')
  })
})
