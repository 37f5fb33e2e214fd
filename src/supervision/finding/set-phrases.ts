/**
 * What an answer says to everybody: greetings, thanks, that the matter is taken seriously, that it was passed on, that it is being dealt
 * with, and the outcome by itself, which stands beside the answer as a code. Practice and no law (docs/adr/0031). The list may only
 * hold what tells nobody anything about their matter.
 */
const who = '(?:您|你|贵|本)?(?:们)?'
const subject = '(?:来信|来访|来电|反映|诉求|留言|信访事项|信访|问题|事项|请求|建议|意见|情况)'
const already = '(?:已经|已|现|将|正在|正|会|均)?'
const eagerly = '(?:积极|尽快|及时|认真|抓紧|依法|依规|妥善|逐步|进一步|高度)?'
const handled = '(?:处理|办理|研究|核实|调查|跟进|落实|解决|推进|协调|整改|答复|回复|执行|重视)'
const offices = '(?:有关|相关|责任|主管|属地)?(?:部门|单位|机关|科室|人员|街道|乡镇|社区)'

export const setPhrases: readonly RegExp[] = [
  // whom a letter addresses, and the day under its last sentence
  /^\s*(?:尊敬的|亲爱的)?(?:信访人|市民|群众|网友|网民)[：:]/gu,
  /(?<=[。！!\n])\s*[（(]?(?:19|20)\d{2}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?[）)]?\s*$/gu,
  /(?:尊敬的)?(?:信访人|市民|群众|网友|同志|先生|女士|朋友)?(?:您|你)们?好/gu,
  /尊敬的(?:信访人|市民|群众|网友|同志|先生|女士|朋友)/gu,
  new RegExp(`${who}(?:提出的?|反映的?|的)?(?:相关|有关)?${subject}${already}(?:收悉|收到|知悉|获悉|阅悉)`, 'gu'),
  new RegExp(
    `(?:非常|衷心|十分)?(?:感谢|谢谢)${who}(?:对(?:我们|我局|我|本局|本单位|本|政府|信访|各项|党和政府)*的?(?:工作)?的?)?(?:${subject}|来信来访|关心|关注|支持|理解|监督|信任|参与|配合|和|与|及|以及|、|的|工作|你们|您)*`,
    'gu',
  ),
  new RegExp(
    `(?:我|本)?(?:局|委|办|镇|乡|县|市|街道|单位|部门|中心)?(?:领导)?${already}(?:对此)?(?:非常|高度|十分|极为)重视`,
    'gu',
  ),
  new RegExp(
    `${already}(?:严格)?(?:按照|依照|依据|根据|按|依)(?:有关|相关|国家|现行|上级)?(?:的)?(?:法律法规|法律|法规|规定|政策|程序|要求|文件|精神|和|及|、)+(?:进行|予以|给予|加以)?${handled}?`,
    'gu',
  ),
  new RegExp(
    `${already}(?:转|转交|转送|交由|移交|交办|反馈给|反馈至|转至|转给|责成|督促|要求)${offices}${already}${eagerly}(?:进行|予以)?(?:${handled}|、|和|并)*`,
    'gu',
  ),
  new RegExp(
    `${already}${eagerly}(?:进行|予以|加以|开展)?(?:${handled}|、|和|并|中|之中)+(?:完毕|完成|结束|到位|好)?(?:工作)?`,
    'gu',
  ),
  new RegExp(`${who}(?:反映的?|提出的?|的)?${subject}`, 'gu'),
  new RegExp(
    `(?:敬)?请${who}(?:能|给予|予以)?(?:耐心等待|谅解|理解|知晓|知悉|放心|继续(?:关注|支持|监督)|支持|配合)+`,
    'gu',
  ),
  /(?:特此|现|现将)?(?:有关|相关)?(?:情况)?(?:回复|答复|告知|说明)(?:如下|如前)?/gu,
  /如(?:有|对|果)(?:其他|其它|任何|不明|此)?(?:疑问|问题|异议|不明之处)?[，,]?(?:请|可|欢迎)(?:随时|及时|直接)?(?:拨打|联系|咨询|致电|来电|来访|与我们联系|与我局联系)*(?:电话)?/gu,
  /(?:祝|祝愿)(?:您|你)?(?:及家人)?(?:生活愉快|身体健康|工作顺利|万事如意|阖家幸福|和|、)+/gu,
  /(?:经(?:调查|核实|核查|研究|了解|查)+)?(?:情况)?(?:部分)?(?:不)?属实/gu,
  /(?:决定)?(?:不予|予以|给予)(?:支持|采纳|受理|解释|说明)|(?:不)?(?:支持|同意|采纳)|解释说明|已?(?:办结|处理|解决|答复)/gu,
  /(?:我|本)(?:局|委|办|镇|乡|县|市|街道|单位|部门|中心)|(?:有关|相关)(?:部门|单位|规定|政策)/gu,
  /(?:无|略|同上|见附件|详见附件|如上|以上)/gu,
]

/** How many signs are left of an answer: a Han sign or a run of digits counts as one, another word as two. */
export function signsLeft(text: string): number {
  const plain = text.normalize('NFKC')
  const left = setPhrases.reduce((rest, phrase) => rest.replace(phrase, ' '), plain)
  const han = left.match(/\p{Script=Han}/gu)?.length ?? 0
  const numbers = left.match(/\d+/gu)?.length ?? 0
  const words = left.match(/[\p{L}--\p{Script=Han}]+/gv)?.length ?? 0
  return han + numbers + 2 * words
}
