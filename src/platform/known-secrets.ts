/** What everybody tries first. Compared without case, without signs, and without digits at the end. */
const known = new Set(
  `admin administrator change changeit changeme citus client clientsecret default demo example guest letmein oidc openid
   accesskey minio minioadmin minioadminpassword miniopassword miniosecret minioroot objectstore owner pass passw0rd
   passwd password postgres postgresql qwerty replaceme root rustfsadmin s3rver s3secret secret secretaccesskey secretkey smtp sso
   supersecret test testing todo user welcome xinfang xinqiao yoursecret yoursecretaccesskey yoursecretkey
   wjalrxutnfemik7mdengbpxrficyexamplekey`.split(/\s+/),
)

const bareOf = (secret: string): string => secret.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether a secret of the configuration is none: a word of every manual, or a row of the same or of consecutive signs. */
export function isKnownSecret(secret: string): boolean {
  const bare = bareOf(secret)
  if (known.has(bare) || known.has(bare.replace(/\d+$/, ''))) return true
  const codes = [...bare].map((sign) => sign.codePointAt(0) ?? 0)
  // after 9 comes 0
  const steps = new Set(codes.slice(1).map((code, at) => (((code - (codes[at] ?? 0)) % 10) + 10) % 10))
  return codes.length > 0 && steps.size < 2
}

/** The passwords in an address: before the host, and as a parameter. What cannot be read is taken as it stands. */
export function passwordsIn(address: string): readonly string[] {
  if (!URL.canParse(address)) return []
  const { password, searchParams } = new URL(address)
  return [plain(password), searchParams.get('password') ?? ''].filter((each) => each !== '')
}

function plain(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}
