/**
 * An answer that says only that the matter was received and passed on, whatever the office is called that it was passed to. One sentence that
 * tells anything else makes it another kind of answer.
 */

/** 网友“…”：您好, quotes of the title, days, links, signatures: what a letter has around it. */
const around: readonly RegExp[] = [
  /^\s*(?:尊敬的|亲爱的)?(?:网友|网民|市民|信访人|[“"'][^”"']{0,30}[”"'])[^：:，,。！!]{0,20}[：:]/gu,
  /(?:尊敬的|亲爱的)?(?:网友|网民|市民|群众|信访人|同志|楼主|朋友|先生|女士){0,4}(?:[“"'][^”"']{0,30}[”"'])?(?:网友|朋友)?\s*[：:，,]?\s*(?:您|你)们?好[！!。，,：:\s]*/gu,
  /^(?:[“"'][^”"']{0,30}[”"'])[：:\s]*/gu,
  /[（(]?(?:19|20)\d{2}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?[）)]?/gu,
  /[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/gu,
  /_x000D_|https?:\S+/gu,
]

const matter = '(?:来信|来帖|留言|问题|情况|诉求|帖子|帖文|一帖|事情|事项|建议|反映|咨询|投诉|邮件)'
/** That it came, or what is spoken of: 您反映的上述问题. */
const received = new RegExp(
  `^(?:关于|对于|就)?(?:您|你|贵)?(?:们)?[^，。]{0,40}?${matter}(?:[^，。]{0,8}?(?:已经|已|均)?(?:收悉|收到|知悉|获悉|阅悉|知晓|受理|登记)(?:了|后)?)?$`,
  'u',
)
const passedOn =
  /(?:已|将|会|现|并|即|及时|立即|分别|统一)*(?:转|转交|转送|转办|移交|交办|交由|反馈|转达|转发|发函|函告|批转|呈报|上报|报送|汇报|(?<=[并已现])交(?!通))(?:给|至|到|由|了)?[^，。]{0,40}?(?:处理|办理|办复|处置|核处|核实|核查|调查|查处|研究|回复|答复|办结|关注|单位|部门|局|委|办|公司|街道|办事处|中心|县|区|镇|乡|市|科室|领导|政府)[^，。]{0,12}$/u
const politeness =
  /(?:感谢|谢谢|祝您|祝你|祝愿|敬请|请您|请你|请关注|请勿|请耐心|欢迎|希望您?|盼您|再次|特此)[^。]*$|^(?:现|特)?(?:回复|答复)如下$|^在此$|(?:高度|十分|非常|极为)重视$|(?:会|将)(?:及时|尽快|第一时间)?(?:给您|向您|予以|上网|在网上)?(?:反馈|回复|答复|告知|公布|发布)[^。]{0,12}$|^(?:如有[^。]{0,10}情况|待[^。]{0,16}|稍后|届时)[^。]{0,16}(?:反馈|回复|答复|告知)[^。]{0,6}$/u
/** Who signs, as the last thing that is written. */
const signed = /^[\p{L}\d]{2,20}(?:局|办|办公室|中心|政府|宣传部|网信办|大队|委员会)$/u
/** What was done about it after it was passed on, or what was found. */
const tells =
  /经(?:查|核|调|了解|研|现场|与|我|区|县|市|镇)|查实|查明|完成|整改到位|已(?:于|对|完|修|清|拆|发放|安装|处罚|立案|责令)|责令|处罚|现场|规划(?!局)|因为|由于|属于|不属于|符合|目前|计划|预计|如下[：:].{4,}/u

/** Whoever writes more without a pause says more. */
const longestClause = 120

const clauses = (text: string): readonly string[] =>
  text.split(/[。！!；;？?，,\n：:\s]+/u).flatMap((clause) => {
    const bare = clause.replace(/[^\p{L}\p{N}]+/gu, '')
    return bare.length < 2 ? [] : [bare]
  })

/** The words by which it was passed on; null where it says more, or where nothing was passed on. */
export function onlyHandedOn(text: string): string | null {
  const plain = around.reduce((rest, pattern) => rest.replace(pattern, ' '), text.normalize('NFKC'))
  if (tells.test(plain)) return null
  const said = clauses(plain)
  if (said.some((clause) => clause.length > longestClause)) return null
  const handing = said.find((clause) => passedOn.test(clause))
  const isOnly = said.every(
    (clause, at) =>
      passedOn.test(clause) ||
      received.test(clause) ||
      politeness.test(clause) ||
      (at > 0 && at === said.length - 1 && signed.test(clause)),
  )
  return handing !== undefined && isOnly ? handing : null
}
