/**
 * Staff of the fictional prefecture who can log in. Names are invented; passwords are made at first start and written to
 * the data folder, never here. Every other organ is worked by accounts that the player of the demo makes as it needs them.
 */
import type { OrganId } from '../kernel/organ.ts'
import { findDemoOrgan } from './prefecture.ts'

export type DemoPost = 'clerk' | 'head' | 'leader' | 'supervisor' | 'commissioner' | 'administrator' | 'auditor'

export interface DemoAccount {
  /** What is typed at the login. */
  readonly account: string
  readonly nameZh: string
  readonly nameEn: string
  readonly organ: OrganId
  readonly posts: readonly DemoPost[]
  /** What this person does, in the words of the house: shown beside the account in the list of demo accounts. */
  readonly duty: string
}

type Row = readonly [account: string, zh: string, en: string, organ: string, posts: readonly DemoPost[], duty: string]

const rows: readonly Row[] = [
  [
    'lan.zhiyuan',
    '兰知远',
    'Lan Zhiyuan',
    'yunqi.government',
    ['leader'],
    '副州长，分管信访工作，州信访工作联席会议召集人',
  ],
  [
    'fu.qingchuan',
    '伏清川',
    'Fu Qingchuan',
    'yunqi.government',
    ['leader'],
    '云栖州人民政府副秘书长，协管信访工作，决定对考核结果的异议',
  ],
  ['qiu.weimin', '丘维民', 'Qiu Weimin', 'yunqi.bureau', ['head', 'leader'], '州信访局局长'],
  ['he.xianglin', '何湘林', 'He Xianglin', 'yunqi.bureau', ['leader'], '州信访局副局长，分管目标管理考核'],
  ['mu.qinghe', '穆清禾', 'Mu Qinghe', 'yunqi.bureau', ['clerk'], '州信访局办信科，登记来信和网上信访'],
  ['teng.xiaoman', '滕小满', 'Teng Xiaoman', 'yunqi.bureau', ['clerk'], '州信访局接访科，人民来访接待大厅一号窗口'],
  [
    'ji.dongsheng',
    '纪东升',
    'Ji Dongsheng',
    'yunqi.bureau',
    ['supervisor', 'commissioner'],
    '州信访局督查室，信访督查专员',
  ],
  [
    'zhu.yanqing',
    '祝延清',
    'Zhu Yanqing',
    'yunqi.conference',
    ['supervisor'],
    '州信访工作联席会议办公室督查组，挂牌督办、约谈',
  ],
  ['pang.yuelin', '庞岳林', 'Pang Yuelin', 'yunqi.government', ['supervisor'], '州人民政府督查室，专项督查'],
  ['ruan.shuping', '阮舒平', 'Ruan Shuping', 'yunqi.bureau', ['administrator'], '州信访局信息中心，系统管理员'],
  ['gu.yansheng', '谷砚生', 'Gu Yansheng', 'yunqi.discipline', ['auditor'], '州纪委监委信访室，查验登记簿'],
  [
    'jian.heng',
    '简衡',
    'Jian Heng',
    'yunqi.organisation',
    ['clerk', 'head'],
    '州委组织部干部监督科，办理信访部门通报的干部问题',
  ],
  [
    'wen.jingshu',
    '文静姝',
    'Wen Jingshu',
    'yunqi.discipline',
    ['clerk', 'head'],
    '州纪委监委信访室，受理越过县级承办单位反映的线索',
  ],
  ['bai.songlin', '柏松林', 'Bai Songlin', 'yunchuan.bureau', ['supervisor'], '云川市信访局督查科'],
  ['chu.mingyue', '楚明月', 'Chu Mingyue', 'qingping.bureau', ['supervisor'], '青坪县信访局督查股'],
  ['fan.qiushui', '范秋水', 'Fan Qiushui', 'bailu.bureau', ['supervisor'], '白鹭县信访局督查股'],
  ['yan.shouzheng', '严守正', 'Yan Shouzheng', 'shidu.bureau', ['supervisor'], '石渡县信访局督查股'],
  [
    'yuan.heping',
    '苑禾平',
    'Yuan Heping',
    'yunchuan.government',
    ['head'],
    '云川市人民政府副市长，分管信访工作，签订目标责任书',
  ],
  ['dou.lihua', '窦丽华', 'Dou Lihua', 'yunchuan.bureau', ['clerk'], '云川市信访局'],
  ['pu.gaofeng', '蒲高峰', 'Pu Gaofeng', 'qingping.bureau', ['clerk'], '青坪县信访局'],
  ['xian.guilan', '冼桂兰', 'Xian Guilan', 'qingping.bureau', ['head'], '青坪县信访局局长'],
  ['ou.jianhu', '区建湖', 'Ou Jianhu', 'bailu.bureau', ['clerk'], '白鹭县信访局'],
  ['shi.laigen', '石来根', 'Shi Laigen', 'shidu.bureau', ['clerk'], '石渡县信访局'],
  ['long.achun', '龙阿春', 'Long Achun', 'wuhe.bureau', ['clerk'], '雾河县信访局'],
  [
    'bian.mingde',
    '边明德',
    'Bian Mingde',
    'qingping.government',
    ['clerk', 'head'],
    '青坪县人民政府信访事项复查复核委员会办公室',
  ],
  ['yan.ruoqi', '晏若琪', 'Yan Ruoqi', 'yunqi.government', ['clerk'], '云栖州人民政府信访事项复查复核委员会办公室'],
  ['kuang.tian', '况田', 'Kuang Tian', 'qingping.natural-resources', ['clerk'], '青坪县自然资源和规划局信访股'],
  ['lei.guoliang', '雷国梁', 'Lei Guoliang', 'qingping.natural-resources', ['head'], '青坪县自然资源和规划局局长'],
  [
    'qu.xiaowen',
    '曲晓雯',
    'Qu Xiaowen',
    'yunchuan.human-resources',
    ['clerk'],
    '云川市人力资源和社会保障局，劳动保障监察',
  ],
  ['mao.yizhong', '茆益中', 'Mao Yizhong', 'yunchuan.human-resources', ['head'], '云川市人力资源和社会保障局局长'],
  [
    'nie.wanqing',
    '聂婉青',
    'Nie Wanqing',
    'yunchuan.human-resources',
    ['clerk'],
    '云川市人力资源和社会保障局，到州信访局挂职提前结束',
  ],
  ['she.lin', '佘琳', 'She Lin', 'yunchuan.urban-management', ['clerk'], '云川市城市管理综合行政执法局'],
  ['tu.hongbo', '涂洪波', 'Tu Hongbo', 'yunchuan.housing', ['clerk', 'head'], '云川市住房和城乡建设局副局长，分管信访'],
  ['cen.ruolin', '岑若琳', 'Cen Ruolin', 'yunchuan.housing', ['clerk'], '云川市住房和城乡建设局，到州信访局挂职期满'],
  ['sui.yichen', '眭亦晨', 'Sui Yichen', 'yunchuan.housing', ['clerk'], '云川市住房和城乡建设局，正在州信访局挂职'],
  ['ru.anhe', '茹安和', 'Ru Anhe', 'yunchuan.housing', ['clerk'], '云川市住房和城乡建设局，新录用干部，后备挂职人选'],
  ['lai.yufen', '赖玉芬', 'Lai Yufen', 'yunchuan.education', ['clerk'], '云川市教育局信访办'],
  ['mi.changqing', '米常青', 'Mi Changqing', 'shidu.ecology', ['clerk', 'head'], '云栖州生态环境局石渡分局局长'],
  [
    'ning.shulan',
    '宁淑兰',
    'Ning Shulan',
    'yunqi.human-resources',
    ['clerk'],
    '云栖州人力资源和社会保障局，养老保险科',
  ],
  ['cen.baishan', '岑百山', 'Cen Baishan', 'qingping.transport', ['clerk', 'head'], '青坪县交通运输局副局长'],
  ['hua.ronghai', '华荣海', 'Hua Ronghai', 'bailu.agriculture', ['clerk', 'head'], '白鹭县农业农村局副局长'],
  ['ao.ling', '敖玲', 'Ao Ling', 'wuhe.civil-affairs', ['clerk', 'head'], '雾河县民政局副局长'],
  ['yin.zhenggang', '殷正纲', 'Yin Zhenggang', 'qingping.discipline', ['clerk', 'head'], '青坪县纪委监委信访室主任'],
  [
    'luo.jinxiu',
    '罗锦绣',
    'Luo Jinxiu',
    'qingping.shuangxi',
    ['clerk', 'head'],
    '双溪镇人民政府，分管综治和信访的副镇长',
  ],
  [
    'nong.xiuying',
    '农秀英',
    'Nong Xiuying',
    'qingping.yangmei',
    ['clerk', 'head'],
    '杨梅乡人民政府，分管综治和信访的副乡长',
  ],
  [
    'sheng.dashu',
    '盛大树',
    'Sheng Dashu',
    'qingping.shuangxi.luoshui',
    ['clerk'],
    '双溪镇落水村党支部书记、村民委员会主任',
  ],
  ['tan.wenbo', '谭文博', 'Tan Wenbo', 'qingping.government', ['leader'], '青坪县县长，县信访工作联席会议召集人'],
  [
    'shan.yucheng',
    '单育成',
    'Shan Yucheng',
    'qingping.government',
    ['leader'],
    '青坪县副县长，分管信访、自然资源和交通',
  ],
  ['ju.mingyan', '鞠明岩', 'Ju Mingyan', 'qingping.party', ['leader'], '中共青坪县委副书记，分管信访工作'],
  [
    'pang.zhenghe',
    '逄正和',
    'Pang Zhenghe',
    'qingping.conference',
    ['clerk', 'head'],
    '青坪县信访工作联席会议办公室主任',
  ],
  ['qi.anlan', '亓安澜', 'Qi Anlan', 'yunqi.conference', ['clerk', 'head'], '云栖州信访工作联席会议办公室主任'],
  ['qin.suyun', '覃素云', 'Qin Suyun', 'yunchuan.centre', ['clerk'], '云川市综治中心，人民调解员'],
  ['ming.heping', '明和平', 'Ming Heping', 'qingping.centre', ['clerk', 'head'], '青坪县综治中心主任，人民调解员'],
  ['ruan.ming', '阮鸣', 'Ruan Ming', 'yunchuan.centre', ['head'], '云川市综治中心主任'],
]

function account([account, nameZh, nameEn, organ, posts, duty]: Row): DemoAccount {
  const found = findDemoOrgan(organ)
  if (!found) throw new Error(`${account} works in no organ: ${organ}`)
  return { account, nameZh, nameEn, organ: found.id, posts, duty }
}

export const demoAccounts: readonly DemoAccount[] = rows.map(account)
