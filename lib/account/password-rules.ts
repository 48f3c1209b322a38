/** Length is what protects a password; ten is the floor, and a sentence fits under the ceiling. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200

/** Passwords of ten and more that lead every list of leaked ones; the shorter ones fall to the floor. */
const COMMON = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '9876543210',
  '12345678910',
  '123456789a',
  'a123456789',
  '123456789q',
  '1234567891',
  '1q2w3e4r5t',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'q1w2e3r4t5',
  'qwertyuiop',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'asdfghjkl1',
  'asdfghjkl;',
  'zxcvbnm123',
  'abcdefghij',
  'abcdefghijk',
  'abcd123456',
  'abc1234567',
  'password12',
  'password123',
  'password1234',
  'password12345',
  'passw0rd123',
  'p@ssw0rd123',
  'p@ssword123',
  'mypassword',
  'mypassword1',
  'letmein123',
  'letmein1234',
  'welcome123',
  'welcome1234',
  'iloveyou12',
  'iloveyou123',
  'iloveyou1234',
  'administrator',
  'admin12345',
  'admin123456',
  'changeme123',
  'football123',
  'baseball123',
  'sunshine123',
  'princess123',
  'superman123',
  'michael123',
  'monkey1234',
  'dragon1234',
  'master1234',
  'trustno1234',
  'residency1',
  'residency123',
  'genetics123',
  'medicalgenetics',
  'locus12345',
])

export type PasswordFault = 'short' | 'long' | 'address' | 'common'

export const PASSWORD_SENTENCES: Readonly<Record<PasswordFault, string>> = {
  short: `Use ${PASSWORD_MIN} characters or more. Four unrelated words are easy to remember.`,
  long: `Use at most ${PASSWORD_MAX} characters.`,
  address: 'Use something other than your mail address.',
  common: 'This is one of the first passwords that anyone would try. Choose another.',
}

/** The same typed text always gives the same bytes, whichever keyboard or system wrote it. */
export function normalizePassword(password: string): string {
  return password.normalize('NFKC')
}

/** What is wrong with a new password, or null. Length, not being the address and not being common are the only rules. */
export function passwordFault(password: string, email: string | null): PasswordFault | null {
  const text = normalizePassword(password)
  const length = [...text].length
  if (length < PASSWORD_MIN) return 'short'
  if (length > PASSWORD_MAX) return 'long'
  const lower = text.toLowerCase()
  if (email && (lower === email || lower === email.slice(0, email.lastIndexOf('@')))) return 'address'
  if (COMMON.has(lower) || new Set(lower).size <= 2) return 'common'
  return null
}
