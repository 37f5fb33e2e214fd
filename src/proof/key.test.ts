import { ed25519 } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64, joined, utf8 } from './bytes.ts'
import {
  checkSignatures,
  cosign,
  isKeyName,
  isSignature,
  isSignedBy,
  keyIdOf,
  parseVkey,
  signatureTypes,
  vkeyOf,
} from './note.ts'
import { ownKey } from './testing/own-key.ts'
import { peter } from './testing/vectors.ts'

describe('Keys as they are handed round', () => {
  it.each(Array.from({ length: peter.vkey.length }, (_, at) => at))(
    'are none with sign %i changed, or cut before it',
    (at) => {
      const next = String.fromCharCode(peter.vkey.charCodeAt(at) + 1)
      expect(parseVkey(peter.vkey.slice(0, at) + next + peter.vkey.slice(at + 1))).toBeNull()
      expect(parseVkey(peter.vkey.slice(0, at))).toBeNull()
      if (at > 0) expect(parseVkey(peter.vkey.slice(at))).toBeNull()
    },
  )

  it.each([
    [
      'a key too long, with the id for it',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    ],
    [
      'a type that nobody knows, with the id for it',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    ],
    ['megabytes', `PeterNeumann+c74f20a3+${'A'.repeat(8_000_000)}`],
  ])('are none: %s', (_, vkey) => {
    expect(parseVkey(vkey)).toBeNull()
  })

  it.each([
    ['the neutral element', `01${'00'.repeat(31)}`],
    ['a point of order 2', `ec${'ff'.repeat(30)}7f`],
    ['a point of order 8', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['the neutral element written otherwise', `ee${'ff'.repeat(30)}7f`],
    ['no point', `02${'00'.repeat(31)}`],
    ['bytes beyond the field', 'ff'.repeat(32)],
  ])('are none on %s, under which anything could be signed', (_, hex) => {
    const vkey = vkeyOf({ name: 'weak.example', type: 1, publicKey: Buffer.from(hex, 'hex') })
    expect(parseVkey(vkey)).toBeNull()
  })

  it('are none on a point with a part of small order, over which checkers differ', () => {
    const { key } = ownKey('mixed.example')
    const small = ed25519.Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')
    const mixed = ed25519.Point.fromBytes(key.publicKey).add(small).toBytes()
    expect(parseVkey(vkeyOf(key))).not.toBeNull()
    expect(parseVkey(vkeyOf({ ...key, publicKey: mixed }))).toBeNull()
  })

  it.each(['', 'a b', 'a+b', 'a\u0085b', 'a\u00a0b', 'a\u2028b', 'a\nb', 'a\u0000'])(
    'have no name such as %j',
    (name) => {
      expect(isKeyName(name)).toBe(false)
    },
  )

  it('come back from writing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(isKeyName),
        fc.constantFrom(1 as const, 4 as const),
        fc.integer({ min: 1, max: 200 }),
        (name, type, seed) => {
          const { key } = ownKey(name, type, seed)
          expect(parseVkey(vkeyOf(key))).toEqual(key)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('RFC 8032: signatures', () => {
  const { key, sign } = ownKey('one.example')
  const order = 2n ** 252n + 27742317777372353535851937790883648493n

  it('have one way of writing: S below the order of the group', () => {
    const good = sign(utf8('m'))
    const s = Buffer.from(good.subarray(32)).reverse().toString('hex')
    const raised = (BigInt(`0x${s}`) + order).toString(16).padStart(64, '0')
    const other = joined(good.subarray(0, 32), Buffer.from(raised, 'hex').reverse())
    expect(isSignature(good, utf8('m'), key.publicKey)).toBe(true)
    expect(isSignature(other, utf8('m'), key.publicKey)).toBe(false)
  })

  it('are not of a key of small order, whatever they say', () => {
    const neutral = joined(Uint8Array.of(1), new Uint8Array(31))
    expect(isSignature(joined(neutral, new Uint8Array(32)), utf8('anything'), neutral)).toBe(false)
  })

  it('with a part of small order are taken by nobody, though some checkers would', () => {
    const small = ed25519.Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a')
    const secret = ed25519.utils.getExtendedPublicKey(new Uint8Array(32).fill(7))
    const r = 12345n
    const R = ed25519.Point.BASE.multiply(r).add(small).toBytes()
    const k = challengeOf(R, key.publicKey, utf8('m'))
    const S = (r + k * secret.scalar) % order
    const signature = joined(R, Buffer.from(S.toString(16).padStart(64, '0'), 'hex').reverse())
    expect(ed25519.verify(signature, utf8('m'), key.publicKey, { zip215: false })).toBe(true)
    expect(isSignature(signature, utf8('m'), key.publicKey)).toBe(false)
  })

  it.each([0, 63, 65])('of %i bytes are none', (length) => {
    expect(isSignature(new Uint8Array(length), utf8('m'), key.publicKey)).toBe(false)
  })

  function challengeOf(...parts: readonly Uint8Array[]): bigint {
    const digest = Buffer.from(sha512(joined(...parts))).reverse()
    return BigInt(`0x${digest.toString('hex')}`) % order
  }
})

describe('C2SP tlog-cosignature', () => {
  const { key, sign } = ownKey('witness.example/w1', signatureTypes.cosignature)
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  const checked = (bytes: Uint8Array) =>
    checkSignatures({ text, signatures: [{ name: key.name, keyId: keyIdOf(key), bytes }] }, [key])[0]
  const signedAt = (seconds: bigint) => {
    const time = new Uint8Array(8)
    new DataView(time.buffer).setBigUint64(0, BigInt.asUintN(64, seconds))
    return joined(time, sign(utf8(`cosignature/v1\ntime ${seconds}\n${text}`)))
  }

  it('signs header, time and the whole text', () => {
    const made = cosign(text, key, 1679315147, sign)
    expect(base64(made.bytes)).toBe(base64(signedAt(1679315147n)))
    expect(checked(made.bytes)).toMatchObject({ isGood: true, seconds: 1679315147 })
  })

  it.each([0n, 253_402_300_800n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n])('says no time with %i', (seconds) => {
    expect(checked(signedAt(seconds))).toMatchObject({ isGood: false, seconds: null })
  })

  it('is none with another time, without one, or as a signature of a text', () => {
    const made = signedAt(1679315147n)
    expect(checked(made.map((byte, at) => (at === 7 ? byte ^ 1 : byte)))?.isGood).toBe(false)
    expect(checked(made.subarray(8))?.isGood).toBe(false)
    expect(checked(new Uint8Array(1))?.isGood).toBe(false)
    const asText = { ...key, type: signatureTypes.ed25519 }
    const claimed = { name: key.name, keyId: keyIdOf(asText), bytes: made.subarray(8) }
    expect(isSignedBy({ text, signatures: [claimed] }, [asText])).toBe(false)
  })
})
