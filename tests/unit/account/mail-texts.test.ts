import { expect, test } from 'vitest'
import {
  addressTakenMail,
  alreadyMemberMail,
  newAddressMail,
  oldAddressMail,
  resetMail,
  securityMail,
  signUpMail,
} from '@/lib/account/mail-texts'

const LINK = 'https://locus.example.org/sign-up/abc'
const mails = [
  signUpMail('ana@example.org', LINK),
  alreadyMemberMail('ana@example.org', { join: LINK, signIn: `${LINK}1`, reset: `${LINK}2` }),
  resetMail('ana@example.org', LINK),
  oldAddressMail('ana@example.org', 'new@example.org', LINK),
  newAddressMail('ana@example.org', LINK),
  addressTakenMail('ana@example.org'),
  securityMail('ana@example.org', 'password'),
]

test.each(mails)(
  '“$subject” carries its link on a line of its own and says what to do if it was not asked for',
  (mail) => {
    expect(mail.to).toBe('ana@example.org')
    if (mail.link) expect(mail.text.split('\n')).toContain(mail.link)
    expect(mail.text).toMatch(/If (this was not|it was) you|nothing will happen/)
  },
)

test('a mail to an address that is not proven names nothing that a stranger typed', () => {
  // A link-less text line that a stranger could fill would make Locus send their words.
  expect(signUpMail('ana@example.org', LINK).text).not.toContain('ana@example.org')
  expect(newAddressMail('ana@example.org', LINK).text).not.toContain('@')
})
