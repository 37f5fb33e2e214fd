import { describe, expect, it } from 'vitest'
import { bandsOf, bandsOfNearCopy, fewestComparable, gramsOf, likeness, plainWords, wordsAlone } from './likeness.ts'

const answer = (who: string, where: string, on: string, sum: string): string =>
  `${who}您好：您反映的${where}房屋漏水问题，我局已于${on}派人到现场查看，经核实系屋面防水层老化所致，已责成物业公司动用维修资金${sum}元予以修复。`

const share = (one: string, other: string): number => {
  const [a, b] = [bandsOf(wordsAlone(one)), bandsOf(wordsAlone(other))]
  return a.filter((band, at) => band === b[at]).length
}

describe('What is left of a text without what is particular in it', () => {
  it('is the same whoever it is about, wherever, whenever and however much', () => {
    const one = wordsAlone(answer('王小明', '青川县桂花街12号', '2026年3月5日', '3600'), ['王小明'])
    const other = wordsAlone(answer('李建国', '苍溪县新华路7号', '3月20日', '12,800'), ['李建国'])
    expect(one).toBe(other)
    expect(one).toContain('屋面防水层老化')
  })

  it('holds no name, number or place', () => {
    const left = wordsAlone(answer('王小明', '青川县桂花街12号', '2026年3月5日', '3600'), ['王小明'])
    expect(left).not.toMatch(/王|小明|青川|\d|月/)
  })

  it('is another where something else was found out', () => {
    expect(wordsAlone('经核实系屋面防水层老化所致')).not.toBe(wordsAlone('经核实系外墙开裂所致'))
  })

  it('does not mind width, case, blanks and signs', () => {
    expect(wordsAlone('已 依法 处理！ＯＫ')).toBe(wordsAlone('已依法处理，ok。'))
  })
})

describe('Bands of a text', () => {
  const long = answer('王小明', '青川县桂花街12号', '2026年3月5日', '3600')

  it('are all shared by the same text', () => {
    expect(share(long, long)).toBe(8)
  })

  it('are mostly shared where a word was changed', () => {
    expect(share(long, long.replace('派人到现场查看', '派员到现场查看'))).toBeGreaterThanOrEqual(bandsOfNearCopy)
  })

  it('are not shared by texts about different things', () => {
    const other =
      '经调查，申请人与用人单位劳动关系存续期间的社会保险费由单位缴纳，个人账户已经补记，下月起可以在经办窗口查询到账情况。'
    expect(share(long, other)).toBe(0)
  })

  it('are none where there is too little to compare', () => {
    expect(bandsOf('好'.repeat(fewestComparable - 1))).toEqual([])
    expect(bandsOf('一二三四五六七八九十甲乙')).toHaveLength(8)
  })
})

describe('Likeness', () => {
  it('is how much two texts have in common', () => {
    const of = (one: string, other: string) => likeness(gramsOf(plainWords(one)), gramsOf(plainWords(other)))
    expect(of('水渠塌了没人修', '水渠塌了没人修')).toBe(1)
    expect(of('水渠塌了没人修', '水 渠塌了\n没人修')).toBe(1)
    expect(of('水渠塌了没人修', '工资拖欠半年多')).toBe(0)
    expect(of('一二三四五', '一二三四六')).toBe(1 / 3)
    expect(of('', '')).toBe(0)
  })

  it('is seen in bands made otherwise than those of answers, which stay as they are', () => {
    expect(bandsOf('一二三四五六七八九十甲乙', { bands: 16, minimaABand: 3 })).toHaveLength(16)
  })
})
