/**
 * Who takes part in petition work from outside the organs (参与信访工作的社会力量), and what they can help with. 工会、共青团、妇联 and other mass
 * organisations, social organisations and others are named in art. 5 and 15 (2) of the Regulations [A]; 人大代表、政协委员、老党员、老干部, lawyers,
 * social workers and psychologists are practice [D] (docs/adr/0042).
 */
export const helperKinds = [
  { id: 'tradeUnion', zh: '工会', en: 'Trade union' },
  { id: 'youthLeague', zh: '共青团', en: 'Youth league' },
  { id: 'womensFederation', zh: '妇联', en: 'Women’s federation' },
  { id: 'massOrganisation', zh: '其他人民团体', en: 'Other mass organisation' },
  { id: 'socialOrganisation', zh: '社会组织', en: 'Social organisation' },
  { id: 'delegate', zh: '人大代表', en: 'People’s congress delegate' },
  { id: 'consultativeMember', zh: '政协委员', en: 'Consultative conference member' },
  { id: 'veteranMember', zh: '老党员', en: 'Veteran party member' },
  { id: 'retiredCadre', zh: '老干部', en: 'Retired cadre' },
  { id: 'lawyer', zh: '律师', en: 'Lawyer' },
  { id: 'socialWorker', zh: '社会工作者', en: 'Social worker' },
  { id: 'psychologist', zh: '心理咨询师', en: 'Psychologist' },
  { id: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type HelperKind = (typeof helperKinds)[number]['id']

export const helperSkills = [
  { id: 'law', zh: '法律政策', en: 'Law and policy' },
  { id: 'mediation', zh: '调解劝和', en: 'Mediation' },
  { id: 'counselling', zh: '心理疏导', en: 'Counselling' },
  { id: 'labour', zh: '劳动关系', en: 'Labour relations' },
  { id: 'land', zh: '土地山林', en: 'Land and forest' },
  { id: 'housing', zh: '房屋征收', en: 'Housing and expropriation' },
  { id: 'family', zh: '婚姻家庭', en: 'Family' },
  { id: 'medical', zh: '医疗', en: 'Medicine' },
  { id: 'finance', zh: '经济纠纷', en: 'Money and contracts' },
  { id: 'care', zh: '帮扶救助', en: 'Relief and care' },
  { id: 'language', zh: '方言和少数民族语言', en: 'Dialects and minority languages' },
] as const satisfies readonly { id: string; zh: string; en: string }[]
export type HelperSkill = (typeof helperSkills)[number]['id']
