/** What can be read from the words of an answer: rules named, remedies told, who signs, what was only passed on, and claims passed over. */
import { describe, expect, it } from 'vitest'
import { rulesCitedIn, vaguelyCitedIn } from './citing.ts'
import { claimsPassedOver, wordsTelling } from './claim-words.ts'
import { onlyHandedOn } from './handed-on.ts'
import { pointsIn } from './points.ts'
import { remedyToldIn } from './remedies.ts'
import { signingMissingIn } from './signing.ts'

describe('Rules that an answer names', () => {
  it.each([
    [
      'a law with its article',
      '根据《中华人民共和国劳动合同法》第八十五条，应当支付。',
      ['《中华人民共和国劳动合同法》', '第八十五条'],
    ],
    [
      'a document with its number',
      '按照《关于做好供水工作的通知》（青政发〔2025〕12号）执行。',
      ['《关于做好供水工作的通知》', '青政发〔2025〕12号'],
    ],
    ['a law without marks', '根据劳动合同法的规定，应当支付。', ['劳动合同法']],
    ['regulations without marks', '依照信访工作条例第三十二条答复。', ['信访工作条例', '第三十二条']],
    ['a law that lays something down', '礼让行人是道路交通安全法的明文规定。', ['道路交通安全法']],
    ['a scheme of the place', '依据《老旧小区加装电梯实施方案》办理。', ['《老旧小区加装电梯实施方案》']],
  ])('%s', (_, text, named) => expect(rulesCitedIn(text)).toEqual(named))

  it.each([
    '按照有关规定办理。',
    '根据相关法律法规，不予支持。',
    '依法依规处理，请您理解。',
    '关于《反映路灯不亮的问题》的来信收悉。',
    '请携带《房屋租赁合同》到窗口办理。',
    '我们将采取办法解决。',
    '已向店主送达《停工通知》。',
    '驾驶人没有依法规定的证件。',
    '该做法是按通用做法执行的，符合有关办法规定。',
  ])('none: %s', (text) => expect(rulesCitedIn(text)).toEqual([]))

  it('leans on something that it does not name', () => {
    expect(vaguelyCitedIn('按照有关规定，不予支持。')).toEqual(['按照有关规定'])
    expect(vaguelyCitedIn('根据国家相关法律法规和政策办理。')[0]).toMatch(/^根据国家相关法律法规/)
    expect(vaguelyCitedIn('依据《信访工作条例》答复。')).toEqual([])
  })
})

describe('How an answer can be contested', () => {
  it.each([
    ['whole', '如不服本意见，可以自收到之日起三十日内向青坪市人民政府申请复查。', []],
    ['of a court', '不服的，可在六个月内向人民法院提起行政诉讼。', []],
    ['asking whom it names', '不服本意见的，可以自收到之日起30日内请求上一级机关复查。', []],
    ['without days', '如对本意见不服，可以向上一级机关申请复查。', ['days']],
    ['without whom to ask', '对本意见不服的，可以在30日内申请复查。', ['body']],
    ['by arbitration', '建议您自争议发生之日起一年内，向劳动争议仲裁委员会申请仲裁。', []],
  ])('%s', (_, text, missing) => expect(remedyToldIn(text).missing).toEqual(missing))

  it.each(['感谢您的支持，三十日内办结。', '该案已经法院起诉，正在审理。', '经复核，面积无误。', ''])(
    'is not told by %j',
    (text) => expect(remedyToldIn(text)).toEqual({ said: null, missing: ['way', 'days', 'body'] }),
  )
})

describe('Who signs', () => {
  it.each([
    ['all of it', '经查属实，已修复。青坪县住房和城乡建设局 2026年3月2日，联系电话：0990-1234567', []],
    ['no day', '我局已修复。电话0990-1234567', ['day']],
    ['no way to ask back', '我局已修复。2026年3月2日', ['contact']],
    ['a day in Chinese numerals, and nobody', '已修复。二〇二六年三月二日', ['organ', 'contact']],
    ['a hot line', '我中心已登记，可拨打12329热线查询。2026-03-02', []],
  ])('%s', (_, text, missing) => expect(signingMissingIn(text)).toEqual(missing))
})

describe('An answer that only says that it was passed on', () => {
  it.each([
    '您好！您反映的问题已转青坪县红星街道办事处核处。',
    '您的留言已收悉！我们已将您反映的问题转相关部门进行处理，敬请关注后续回复，谢谢！',
    '网友“测试”：您好，来信收悉，已交由市公交公司处理。2026年3月2日',
    '网友：您反映的问题已转青坪县调查核处。2026年3月2日',
    '您的留言已收悉。关于您反映的问题，已转县教育局调查处理。',
    '您反映的问题，我们已转交电力部门。青坪县网信办',
    '您反映的问题已收悉并交有关单位调查核处，如有情况将及时回复！',
    '您反映的情况已收悉，现已转交给双溪镇政府，待核实后给您答复，请耐心等待。',
    '您反映的情况，我们已发函交办给县教育局进行办理。办理结果将及时反馈。',
  ])('is one: %s', (text) => expect(onlyHandedOn(text)).not.toBeNull())

  it.each([
    '您反映的问题已转县交警大队。经查，该车已于3月2日扣押。',
    '已转水务局处理，3月5日前恢复供水，届时停水两小时。',
    '您好，来信收悉，感谢您的关心。',
    '该路段目前不具备设置红绿灯的条件。',
    '责令该企业停产，并移交公安机关查处。',
    '您的问题已转县人社局，路灯三月装好。',
    '我县已开通至双溪镇的公交。',
  ])('is none: %s', (text) => expect(onlyHandedOn(text)).toBeNull())
})

describe('A claim that an answer passes over', () => {
  const lamps = '请求修复村口路灯和电线杆'
  const wages = '要求补发拖欠的三个月工资和加班费'
  const ofLamps = '路灯线路老化，电线杆倾斜，四月底前全部更换，费用由街道承担。'
  const passedOver = (claims: readonly (string | null)[], answer: string) =>
    claimsPassedOver(claims, answer).map((words) => words !== null)

  it('is found beside one that the answer speaks of', () => {
    expect(passedOver([lamps, wages], ofLamps)).toEqual([false, true])
    expect(passedOver([wages, lamps], ofLamps)).toEqual([true, false])
    expect(claimsPassedOver([lamps, wages], ofLamps)[1]).toEqual(expect.arrayContaining(['加班费']))
  })

  it.each([
    ['all of them are spoken of', [lamps, wages], `${ofLamps}工资已于三月二日发放。`],
    [
      'it is spoken of in a part of its words',
      [lamps, '要求落实低保金并且补发去年冬天的取暖补贴'],
      `${ofLamps}低保申请未获批准。`,
    ],
    [
      'the answer speaks of none, and so may use other words for all',
      [lamps, wages],
      '公交12路将增设青坪站，六月开通。',
    ],
    ['there is one alone', [wages], ofLamps],
    ['it has too few words to tell', [lamps, '请求尽快补偿'], ofLamps],
    ['its text is not known', [lamps, null], ofLamps],
    [
      'most of its signs occur, in other pairs',
      [lamps, '要求工厂停止夜间排放废气和噪声'],
      `${ofLamps}厂停工，间夜，排气，放，废，噪，止。`,
    ],
  ])('is not, where %s', (_, claims, answer) => expect(passedOver(claims, answer)).not.toContain(true))

  it('is told by what it is about, and not by what all petitions say', () => {
    expect(wordsTelling('希望领导尽快解决路灯问题')).toEqual(['路灯'])
  })
})

describe('Points that a letter counts off', () => {
  it.each([
    ['Chinese', '我反映两件事：一、村口的路灯坏了三个月；二、自来水水压太低上不了三楼。', 2],
    ['digits', '1、路灯坏了三个月没有人修。2、自来水水压太低。3、垃圾没有人清运。', 3],
    ['brackets', '（1）路灯坏了三个月没有人修（2）自来水水压太低', 2],
    ['one is', '一是路灯坏了三个月没有人修，二是自来水水压太低。', 2],
  ])('%s', (_, text, count) => expect(pointsIn(text)).toHaveLength(count))

  it.each(['路灯坏了3.5个月', '我住在2、3号楼之间', '一直没有人来修', ''])('none: %j', (text) =>
    expect(pointsIn(text)).toEqual([]),
  )
})
