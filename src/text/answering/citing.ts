/**
 * Which rules an answer names: a title between 《》 that is one of a rule, an article, a document number, or a law by its bare name. "According to
 * the rules" names none. Whether what is named bears out what is said only a reader can tell.
 */

/** By how they end, rules are told from posts, forms and contracts, which stand between the same marks. */
const ofRule =
  '(?:法|法典|条例|规定|办法|细则|规则|规范|规程|通则|总则|导则|标准|标准条件|通知|通告|公告|意见|决定|决议|方案|规划|纲要|批复|解释|目录|制度|章程|政策|规约|指引|指南|计划|预案|复函|会议纪要)'

const titled = new RegExp(`《[^》《]{1,80}?${ofRule}(?:[（(][^》]{1,30}[）)])?》`, 'gu')
const article =
  /第[一二三四五六七八九十百零〇\d]{1,6}条(?:之[一二三四五])?(?:第[一二三四五六七八九十\d]{1,3}款)?(?:第[（(]?[一二三四五六七八九十\d]{1,3}[）)]?项)?/gu
const numbered =
  /[\p{Script=Han}]{2,12}[〔［【[(（]\s?(?:19|20)\d{2}\s?[〕］】\])）]\s?第?\d{1,5}号|\d{1,4}号(?:文件|文|令)/gu
/** 根据劳动合同法, 依照信访工作条例: after the word that leans on it. */
const bare =
  /(?:根据|依据|按照|依照|违反|适用|参照|按)(?:国家|省|市|县|我国|现行|新|《)?([\p{Script=Han}]{2,24}?(?:法典|管理法|合同法|保险法|(?<![依合违守执司立普方办做说想看])法|条例|实施细则|暂行办法|管理办法|实施办法|试行办法))(?=第|规定|的|有关|相关|之|，|,|、|。|执行|办理|要求|》|$)/gu
/** 道路交通安全法规定, 危房改造实施办法的明文规定: before the word that says what it lays down. */
const sayingSo =
  /((?:(?!有关|相关|上述|根据|依据|按照|依照)\p{Script=Han}){3,20}?(?:(?<![依合违守执司立普方办做说想看])法|条例|实施细则|(?:实施|管理|暂行|试行)办法))(?:中|里)?的?(?:明文|明确)?规定/gu
/** 礼让行人是 before 道路交通安全法. */
const leadingTo = /^.*[是据按照](?=..)/u
/** What ends like a law and is none. */
const noLaw =
  /^(?:有关|相关|国家|上述|以上|现行|一定|该|此|这|其他|各项|合|依|守|违|执|司|普|立|宪|新|老)*(?:法律法规|法律|法规|政策法|合法|依法|司法|执法|办法|方法|做法|说法|想法|看法|管理办法|实施办法|条例)$/u

/** 《停工通知》, 《限期自拆通知》: a paper to one, which has no subject in its name. */
const paperToOne = /^《(?!.*(?:关于|印发|政府|部|厅|局|委)).{1,8}(?:通知|决定|意见|批复|公告)》$/u

/** In the order in which they stand, each once. */
export function rulesCitedIn(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  const found = [titled, article, numbered].flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap(({ index: at, 0: said }) => (paperToOne.test(said) ? [] : [{ at, said }])),
  )
  const named = [bare, sayingSo].flatMap((pattern) =>
    [...plain.matchAll(pattern)].flatMap(({ index: at, 1: name = '' }) => {
      const said = name.replace(leadingTo, '')
      return noLaw.test(name) || noLaw.test(said) ? [] : [{ at, said }]
    }),
  )
  const inOrder = [...found, ...named].toSorted((a, b) => a.at - b.at)
  // what stands between marks is not named a second time without them
  return [...new Set(inOrder.map(({ said }) => said))].filter((said, _, all) => !all.includes(`《${said}》`))
}

/** 根据有关规定: it leans on something and does not say on what. */
const vague =
  /(?:根据|依据|按照|依照|按|依)(?:国家|上级|现行|我国|省|市|县|区)*(?:和|及|、)*(?:有关|相关)?(?:的)?(?:法律法规|法律|法规|规定|政策|文件|要求|精神|程序|标准)(?:和|及|、|法规|规定|政策|文件|要求|精神)*/gu

export const vaguelyCitedIn = (text: string): readonly string[] => [
  ...new Set([...text.normalize('NFKC').replace(/\s+/gu, '').matchAll(vague)].map(([said]) => said)),
]
