import { describe, expect, it } from 'vitest'
import { signsLeft } from './set-phrases.ts'

/** Under this many signs an answer says nothing of its own (docs/adr/0031). */
const few = 6

describe('An answer that says nothing', () => {
  it.each([
    '您好！您反映的问题已收悉，感谢您对我们工作的关心和支持。',
    '您的诉求我局高度重视，已转有关部门处理，请您耐心等待。',
    '已按照相关规定处理。',
    '已依法依规办理完毕。',
    '不予支持。',
    '予以支持，已办结。',
    '情况属实，正在积极协调解决中。',
    '经核实，您反映的情况不属实。特此回复。',
    '你好，来信收悉。你反映的问题正在调查核实，如有疑问请拨打电话。祝您生活愉快！',
    '。',
    '无',
  ])('%s', (answer) => expect(signsLeft(answer)).toBeLessThan(few))
})

describe('An answer that says something of its own, however short', () => {
  it.each([
    '补发工资3600元，7月1日到账。',
    '电梯已更换钢丝绳，5月12日恢复运行。',
    '您的承包地在征收红线外，不属于补偿范围，不予支持。',
    '经核实，路灯线路老化，4月底前更换。',
    '感谢您的建议。公交12路已增设青坪站。',
    'The lamp was replaced on 3 May.',
    '已受理低保申请，因家庭人均收入高于标准未获批准。',
  ])('%s', (answer) => expect(signsLeft(answer)).toBeGreaterThanOrEqual(few))
})
