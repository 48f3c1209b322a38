/** A mail as text: `link` stands in `text` too and is kept apart for the operator's console. `html` says the same. */
export type Mail = { to: string; subject: string; text: string; html?: string; link: string | null }

const NOT_YOU = 'If this was not you, do nothing: without the link nothing happens.'

/** To someone who asked for an account; the address is not proven, so it holds nothing but the link. */
export function signUpMail(to: string, link: string): Mail {
  return {
    to,
    link,
    subject: 'Confirm your address for Locus',
    text: lines(
      'Someone, probably you, asked for a Locus account with this address.',
      'Open this link to confirm the address and choose a password. It works once, within 24 hours:',
      link,
      NOT_YOU,
    ),
  }
}

/** The same request for an address that has an account: only its owner learns so. */
export function alreadyMemberMail(to: string, links: { join: string; signIn: string; reset: string }): Mail {
  return {
    to,
    link: links.join,
    subject: 'You already have a Locus account',
    text: lines(
      'Someone, probably you, asked for a Locus account with this address. There is one already.',
      `Sign in with your password:\n${links.signIn}`,
      `Or set a new password:\n${links.reset}`,
      `Or open this link to sign in once without it, and to keep what you entered as a guest. It works once, within 24 hours:\n${links.join}`,
      NOT_YOU,
    ),
  }
}

export function resetMail(to: string, link: string): Mail {
  return {
    to,
    link,
    subject: 'Set a new password for Locus',
    text: lines(
      'Open this link to choose a new password. It works once, within one hour, and signs out every browser:',
      link,
      NOT_YOU,
    ),
  }
}

/** To the present address of an account that is to move to `newEmail`. */
export function oldAddressMail(to: string, newEmail: string, link: string): Mail {
  return {
    to,
    link,
    subject: 'Confirm the change of your Locus address',
    text: lines(
      `Your Locus account is to move from this address to ${newEmail}.`,
      'It moves once both addresses have confirmed. Open this link to agree; it works once, within 24 hours:',
      link,
      'If this was not you, do not open it, and change your password: someone could ask for this only while signed in.',
    ),
  }
}

export function newAddressMail(to: string, link: string): Mail {
  return {
    to,
    link,
    subject: 'Confirm your new address for Locus',
    text: lines(
      'Someone, probably you, wants to use this address for a Locus account.',
      'It is used once both the old and the new address have confirmed. Open this link; it works once, within 24 hours:',
      link,
      NOT_YOU,
    ),
  }
}

/** To an address that has an account of its own when another account wants to move there. */
export function addressTakenMail(to: string): Mail {
  return {
    to,
    link: null,
    subject: 'Your address was asked for in Locus',
    text: lines(
      'Someone asked to use this address for another Locus account. It belongs to yours, so nothing will happen.',
      'If it was you: sign in with this address, or delete the account that has it first.',
    ),
  }
}

/** After a change that could be someone else's doing. */
export function securityMail(to: string, what: 'password' | 'address' | 'linked', detail = ''): Mail {
  const sentences = {
    password: 'The password of your Locus account was changed, and every other browser was signed out.',
    address: `Your Locus account now has the address ${detail}. This address no longer signs in.`,
    linked: `Your Locus account can now be opened with ${detail} too.`,
  }
  return {
    to,
    link: null,
    subject: 'A change to your Locus account',
    text: lines(
      sentences[what],
      'If this was not you, set a new password from the sign-in page at once, and look at Settings.',
    ),
  }
}

function lines(...paragraphs: string[]): string {
  return `${paragraphs.join('\n\n')}\n`
}
