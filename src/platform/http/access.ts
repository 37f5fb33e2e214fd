import { posts as everyPost, type Post, type Viewer } from '../../kernel/viewer.ts'
import type { Access, Bilingual } from './endpoint.ts'
import { Problem } from './problem.ts'

const postNames: Readonly<Record<Post, Bilingual>> = {
  clerk: { zh: '经办人', en: 'clerk' },
  head: { zh: '负责人', en: 'head' },
  leader: { zh: '领导', en: 'leader' },
  supervisor: { zh: '督办人员', en: 'supervisor' },
  commissioner: { zh: '信访督查专员', en: 'inspection commissioner' },
  administrator: { zh: '系统管理员', en: 'administrator' },
  auditor: { zh: '审计人员', en: 'auditor' },
}

/** Whether somebody may call an endpoint at all. Throws a `Problem`: 401 for nobody known, 403 for the wrong one. */
export function admit(viewer: Viewer, access: Access): void {
  if (access === 'anyone') return
  if (viewer.kind === 'anyone') throw notSignedIn(access)
  if (access === 'petitioner-or-staff') return
  const wanted = access === 'petitioner' ? 'petitioner' : 'staff'
  if (viewer.kind !== wanted) throw notFor(wanted)
  if (viewer.kind === 'staff' && typeof access !== 'string' && !access.some((post) => viewer.posts.includes(post))) {
    throw needsPost(access)
  }
}

function notSignedIn(access: Access): Problem {
  const scheme = access === 'petitioner' || access === 'petitioner-or-staff' ? 'Petition' : 'Session'
  return new Problem('not-signed-in', { headers: { 'www-authenticate': `${scheme} realm="xinqiao"` } })
}

const notFor = (wanted: 'petitioner' | 'staff'): Problem =>
  new Problem('not-permitted', {
    detail:
      wanted === 'staff'
        ? { zh: '这一项只供工作人员使用。', en: 'This is for staff only.' }
        : { zh: '这一项只能由信访人凭查询密钥办理。', en: 'This is for the petitioner, with the petition’s key.' },
  })

function needsPost(access: readonly Post[]): Problem {
  const named = everyPost.filter((post) => access.includes(post)).map((post) => postNames[post])
  const zh = `这一项需要以下岗位之一：${named.map((name) => name.zh).join('、')}。`
  return new Problem('not-permitted', {
    detail: { zh, en: `This needs one of the posts: ${named.map((name) => name.en).join(', ')}.` },
  })
}
