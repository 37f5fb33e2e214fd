import { describe, expect, it } from 'vitest'
import { toldFacts } from '../leadership/reception/outgoing.ts'
import { bookingMessage } from './booking-notice.ts'

const told = (more: object = {}) => ({
  ...{ reference: '123456789012', phone: '19900000001', place: 'seat' as const, isOff: false },
  ...{ day: '2026-12-03', slot: '09:30', ...more },
})
const said = (fact: (typeof toldFacts)[number], more: object = {}) =>
  bookingMessage(fact, told(more), 'https://house/r').text

describe('What somebody is told of a booking', () => {
  it('is when to come, in both languages, by telephone', () => {
    const message = bookingMessage('SeatsAllotted', told(), 'https://house/r')
    expect(message).toMatchObject({ channel: 'sms', to: '19900000001' })
    expect(message.text).toContain('1234-5678-9012')
    expect(message.text).toContain('2026年12月3日09:30')
    expect(message.text).toContain('3 December 2026 by 09:30')
  })

  it('is how it stands now, whatever happened', () => {
    expect(said('SeatsAllotted', { place: 'waiting', slot: null })).toContain('候补')
    expect(said('QueueLeft')).toContain('您有名额')
    expect(said('ReceptionChanged')).toContain('有变动；您有名额')
    expect(said('ReceptionChanged', { place: 'gathering', slot: null })).toContain('截止后抽签')
    expect(said('LeaderSubstituted', { place: 'gone', slot: null })).toContain('改约另一天')
    // changed first and called off before it was sent: only the last is of use
    expect(said('ReceptionChanged', { isOff: true })).not.toContain('变动')
    expect(said('ReceptionCancelled', { isOff: true })).toContain('取消')
  })

  it('says neither who receives nor about what', () => {
    for (const fact of toldFacts)
      for (const place of ['gathering', 'seat', 'waiting', 'gone'] as const)
        expect(said(fact, { place })).not.toMatch(/承包地|副县长|信访/)
  })
})
