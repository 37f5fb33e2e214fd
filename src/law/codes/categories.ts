/**
 * Content classification of petitions (内容分类), two levels.
 *
 * Source and confidence: the 17 first-level values are those observed in published source code of a provincial
 * petition database [S]; the 112 second-level values are a flat list observed in the settings of the same kind of
 * system [S]. Which first-level value a second-level value belongs to is NOT in the source: the grouping is ours [D].
 * The official code numbers were not found (one interface writes six digits, with 990000 for "other" [S]), so the
 * ids here are our own readable ones and must not be sent to a national interface without a mapping. The English
 * wording is ours. Values such as `calamity-and-donations` keep the wording of the source even where an organ has
 * since been renamed (卫生计生 → 卫生健康), because old files carry it.
 */
export const categoryTree = [
  {
    id: 'rural',
    zh: '农村农业',
    en: 'Countryside and farming',
    values: [
      { id: 'rural.land-contracts', zh: '土地承包经营', en: 'Contracted farmland' },
      { id: 'rural.farm-subsidies', zh: '惠农补贴', en: 'Farm subsidies' },
      { id: 'rural.farm-supplies', zh: '农资农技', en: 'Farm supplies and techniques' },
      { id: 'rural.produce-trade', zh: '农副产品流通', en: 'Trade in farm produce' },
      { id: 'rural.village-affairs', zh: '村务管理', en: 'Village affairs' },
      { id: 'rural.village-building', zh: '村镇建设', en: 'Building in villages and towns' },
      { id: 'rural.poverty-relief', zh: '扶贫开发', en: 'Poverty relief and development' },
      { id: 'rural.water-works', zh: '水利水电', en: 'Water works and hydropower' },
      { id: 'rural.reservoir-resettlement', zh: '水库移民', en: 'Reservoir resettlement' },
      { id: 'rural.forestry', zh: '林业管理', en: 'Forestry' },
      { id: 'rural.grassland', zh: '草原草场', en: 'Grassland' },
      { id: 'rural.wildlife', zh: '野生资源管理', en: 'Wild plants and animals' },
      { id: 'rural.animal-health', zh: '动物防疫', en: 'Animal health' },
      { id: 'rural.state-farms', zh: '农垦农场', en: 'State farms' },
    ],
  },
  {
    id: 'land',
    zh: '国土资源',
    en: 'Land and resources',
    values: [
      { id: 'land.requisition', zh: '土地征收', en: 'Land requisition' },
      { id: 'land.administration', zh: '土地资源管理', en: 'Land administration' },
      { id: 'land.minerals', zh: '矿产资源管理', en: 'Mineral resources' },
      { id: 'land.houses-on-collective-land', zh: '集体土地上房屋拆迁与补偿', en: 'Houses on collective land' },
      { id: 'land.sea-weather-quakes', zh: '海洋气象地震', en: 'Sea, weather and earthquakes' },
    ],
  },
  {
    id: 'construction',
    zh: '城乡建设',
    en: 'Building and town planning',
    values: [
      {
        id: 'construction.houses-on-state-land',
        zh: '国有土地上房屋征收与补偿',
        en: 'Expropriation of houses on state land',
      },
      { id: 'construction.housing', zh: '住房保障与房地产', en: 'Housing and real estate' },
      { id: 'construction.administration', zh: '建设管理', en: 'Administration of building' },
      { id: 'construction.market', zh: '建筑市场', en: 'Building trade' },
      { id: 'construction.quality', zh: '工程质量', en: 'Quality of works' },
      { id: 'construction.approval', zh: '建设项目审批', en: 'Approval of projects' },
      { id: 'construction.planning', zh: '城乡规划', en: 'Town and country planning' },
      { id: 'construction.municipal', zh: '城市建设和市政管理', en: 'Streets and municipal works' },
    ],
  },
  {
    id: 'labour',
    zh: '劳动和社会保障',
    en: 'Labour and social security',
    values: [
      { id: 'labour.relations', zh: '劳动关系', en: 'Employment relations' },
      { id: 'labour.wages', zh: '工资福利', en: 'Wages and benefits' },
      { id: 'labour.protection', zh: '劳动保护', en: 'Safety and health at work' },
      { id: 'labour.employment', zh: '就业培训', en: 'Jobs and training' },
      { id: 'labour.employee-insurance', zh: '城镇职工社会保险', en: 'Social insurance of employees' },
      { id: 'labour.resident-insurance', zh: '城镇居民社会保险', en: 'Social insurance of residents' },
      { id: 'labour.insurance-funds', zh: '社保基金管理', en: 'Social insurance funds' },
      { id: 'labour.retirement', zh: '退休政策及待遇', en: 'Retirement and pensions' },
      { id: 'labour.human-resources', zh: '人力资源', en: 'Human resources' },
    ],
  },
  {
    id: 'civil',
    zh: '民政',
    en: 'Civil affairs',
    values: [
      { id: 'civil.special-care', zh: '优抚', en: 'Special care for those who served' },
      { id: 'civil.calamity-and-donations', zh: '救灾募捐', en: 'Calamity relief and donations' },
      { id: 'civil.social-assistance', zh: '社会救助', en: 'Social assistance' },
      { id: 'civil.welfare', zh: '福利慈善', en: 'Welfare and charity' },
      { id: 'civil.associations', zh: '民间组织', en: 'Associations' },
      { id: 'civil.grassroots-elections', zh: '基层选举和社区建设', en: 'Grassroots elections and communities' },
      { id: 'civil.veterans', zh: '复退安置', en: 'Placement of demobilised soldiers' },
      { id: 'civil.officers', zh: '军转安置', en: 'Placement of former officers' },
      { id: 'civil.place-names', zh: '区划地名', en: 'Divisions and place names' },
      { id: 'civil.social-services', zh: '社会服务', en: 'Social services' },
    ],
  },
  {
    id: 'health',
    zh: '卫生计生',
    en: 'Health and family planning',
    values: [
      { id: 'health.medical-supervision', zh: '医政监管', en: 'Supervision of hospitals' },
      { id: 'health.medical-disputes', zh: '医患纠纷', en: 'Disputes with hospitals' },
      { id: 'health.public-health', zh: '公共卫生', en: 'Public health' },
      { id: 'health.food-and-drugs', zh: '食品药品监管', en: 'Food and drugs' },
      { id: 'health.family-planning', zh: '人口计生', en: 'Population and family planning' },
    ],
  },
  {
    id: 'education',
    zh: '教育文体',
    en: 'Education, culture and sport',
    values: [
      { id: 'education.system', zh: '教育体制', en: 'Education system' },
      { id: 'education.administration', zh: '教育行政管理', en: 'Administration of schools' },
      { id: 'education.fees', zh: '教育收费', en: 'School fees' },
      { id: 'education.admissions', zh: '考试招生', en: 'Examinations and admissions' },
      { id: 'education.drop-outs', zh: '失学辍学', en: 'Children out of school' },
      { id: 'education.teachers', zh: '教师队伍和待遇', en: 'Teachers and their pay' },
      { id: 'education.culture', zh: '文化', en: 'Culture' },
      { id: 'education.sport', zh: '体育', en: 'Sport' },
      { id: 'education.heritage', zh: '文物管理', en: 'Heritage' },
    ],
  },
  {
    id: 'justice',
    zh: '政法',
    en: 'Courts, police and law',
    values: [
      { id: 'justice.litigation', zh: '诉讼', en: 'Litigation' },
      { id: 'justice.arbitration-and-mediation', zh: '仲裁与调解', en: 'Arbitration and mediation' },
      { id: 'justice.reconsideration', zh: '行政复议', en: 'Administrative reconsideration' },
      { id: 'justice.legal-services', zh: '法律服务', en: 'Legal services' },
      { id: 'justice.criminal-cases', zh: '刑案侦破', en: 'Criminal investigation' },
      { id: 'justice.public-order', zh: '社会治安', en: 'Public order' },
      { id: 'justice.household-register', zh: '户籍证件', en: 'Household register and papers' },
      { id: 'justice.traffic', zh: '交通管理', en: 'Traffic police' },
      { id: 'justice.sentences', zh: '刑罚执行', en: 'Serving of sentences' },
      { id: 'justice.police-conduct', zh: '警务督察', en: 'Conduct of the police' },
      { id: 'justice.legislation', zh: '法制建设', en: 'Making of rules' },
    ],
  },
  {
    id: 'environment',
    zh: '环境保护',
    en: 'Environment',
    values: [
      { id: 'environment.pollution', zh: '环境污染', en: 'Pollution' },
      { id: 'environment.administration', zh: '环保管理', en: 'Administration of the environment' },
    ],
  },
  {
    id: 'transport',
    zh: '交通运输',
    en: 'Transport',
    values: [
      { id: 'transport.passengers-and-goods', zh: '客货运输', en: 'Passengers and goods' },
      { id: 'transport.taxis', zh: '出租车管理', en: 'Taxis' },
      { id: 'transport.post', zh: '邮政管理', en: 'Post and parcels' },
    ],
  },
  {
    id: 'technology',
    zh: '科技与信息产业',
    en: 'Science and information industry',
    values: [
      { id: 'technology.science', zh: '科学技术', en: 'Science and technology' },
      { id: 'technology.digital', zh: '信息化建设', en: 'Digital public works' },
      { id: 'technology.telecoms', zh: '电信', en: 'Telecommunications' },
      { id: 'technology.intellectual-property', zh: '知识产权', en: 'Intellectual property' },
    ],
  },
  {
    id: 'economy',
    zh: '经济管理',
    en: 'Economic administration',
    values: [
      { id: 'economy.planning', zh: '宏观调控', en: 'Planning and prices' },
      { id: 'economy.state-assets', zh: '国资监管', en: 'State assets' },
      { id: 'economy.finance-and-tax', zh: '金融财税', en: 'Finance and taxes' },
      { id: 'economy.insurance-and-securities', zh: '保险证券期货', en: 'Insurance, securities and futures' },
      { id: 'economy.market', zh: '市场监管', en: 'Market supervision' },
      { id: 'economy.quality', zh: '质监检验检疫', en: 'Quality and quarantine' },
      { id: 'economy.work-safety', zh: '安全生产', en: 'Work safety' },
      { id: 'economy.energy', zh: '能源管理', en: 'Energy' },
      { id: 'economy.bankruptcy', zh: '企业破产', en: 'Bankrupt enterprises' },
    ],
  },
  {
    id: 'commerce',
    zh: '商贸旅游',
    en: 'Commerce and tourism',
    values: [
      { id: 'commerce.trade', zh: '商业贸易', en: 'Trade' },
      { id: 'commerce.tourism', zh: '旅游管理', en: 'Tourism' },
    ],
  },
  {
    id: 'discipline',
    zh: '纪检监察',
    en: 'Discipline and supervision',
    values: [
      { id: 'discipline.bribery', zh: '贪污贿赂', en: 'Embezzlement and bribery' },
      { id: 'discipline.abuse-of-power', zh: '滥用职权', en: 'Abuse of power' },
      { id: 'discipline.dereliction', zh: '失职渎职', en: 'Dereliction of duty' },
      { id: 'discipline.conduct', zh: '干部作风', en: 'Conduct of officials' },
      { id: 'discipline.sanctions', zh: '党政处分', en: 'Disciplinary sanctions' },
    ],
  },
  {
    id: 'personnel',
    zh: '组织人事',
    en: 'Organisation and personnel',
    values: [
      { id: 'personnel.appointments', zh: '选拔任用', en: 'Appointments' },
      { id: 'personnel.recruitment', zh: '招录辞退', en: 'Recruitment and dismissal' },
      { id: 'personnel.posts', zh: '编制职位', en: 'Establishment and posts' },
      { id: 'personnel.reform', zh: '机构改革', en: 'Reform of organs' },
      { id: 'personnel.retired-cadres', zh: '离休', en: 'Retired cadres' },
    ],
  },
  {
    id: 'governance',
    zh: '党务政务',
    en: 'Party and government affairs',
    values: [
      { id: 'governance.party-building', zh: '党的建设', en: 'Party building' },
      { id: 'governance.political-system', zh: '政治体制', en: 'Political system' },
      { id: 'governance.public-opinion', zh: '宣传舆论', en: 'Publicity and public opinion' },
      { id: 'governance.peoples-and-faiths', zh: '民族宗教', en: 'Peoples and faiths' },
      { id: 'governance.mass-organisations', zh: '群众团体', en: 'Mass organisations' },
      { id: 'governance.overseas', zh: '港澳台侨', en: 'Hong Kong, Macao, Taiwan and overseas Chinese' },
      { id: 'governance.defence-and-diplomacy', zh: '国防外交', en: 'Defence and diplomacy' },
      { id: 'governance.leaders', zh: '领导事务', en: 'Matters for leaders' },
    ],
  },
  {
    id: 'other',
    zh: '其他',
    en: 'Other',
    values: [
      { id: 'other.feelings', zh: '表达情感', en: 'Thanks and feelings' },
      { id: 'other.legacies', zh: '历史遗留问题', en: 'Matters left from history' },
      { id: 'other.other', zh: '其他', en: 'Other' },
    ],
  },
] as const satisfies readonly CategoryBranch[]

export interface CategoryValue {
  readonly id: string
  readonly zh: string
  readonly en: string
}
export interface CategoryBranch extends CategoryValue {
  readonly values: readonly CategoryValue[]
}

export type CategoryBranchId = (typeof categoryTree)[number]['id']
/** A second-level value: what a petition is classified as. */
export type CategoryId = (typeof categoryTree)[number]['values'][number]['id']

/** All second-level values, in the order of the tree. */
export const categories: readonly CategoryValue[] = categoryTree.flatMap(
  (branch): readonly CategoryValue[] => branch.values,
)

const byId = new Map<string, CategoryValue>([...categoryTree, ...categories].map((value) => [value.id, value]))

/** Looks up a value of either level; undefined when there is none. */
export const findCategory = (id: string): CategoryValue | undefined => byId.get(id)

/** Reads the id of a second-level value; null for anything else. */
export function parseCategoryId(text: string): CategoryId | null {
  return text.includes('.') && byId.has(text) ? (text as CategoryId) : null
}

/** The first-level value above a second-level one. */
export const branchOf = (id: CategoryId): CategoryBranchId => id.slice(0, id.indexOf('.')) as CategoryBranchId
