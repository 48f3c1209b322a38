import 'server-only'
import type { AuthOptions, Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { withAuthScope } from '@/db/access'
import { addIdentity, addMember, findByIdentity, findLogin } from '@/db/queries/accounts'
import { normalizeEmail } from '@/lib/account/email'
import { securityMail } from '@/lib/account/mail-texts'
import { AFTER_SIGN_IN, safeNextPath } from '@/lib/account/next-path'
import { env } from '@/lib/io/env'
import { log } from '@/lib/io/log'
import { getViewer } from '../auth'
import { sendMailLater } from '../mail'
import { arrive, choicePath } from './arrival'
import { guessedZone } from './guessed-zone'

/** The OpenID Connect providers that the operator has set, by the id that stands in addresses and in `identities`. */
export function configuredProviders(): { id: string; name: string }[] {
  const { oidc, google } = env()
  return [
    ...(oidc ? [{ id: 'oidc', name: oidc.name }] : []),
    ...(google ? [{ id: 'google', name: 'Google' }] : []),
  ]
}

/** A provider's name for a page, also when it is no longer configured. */
export function providerName(id: string): string {
  return (
    configuredProviders().find((provider) => provider.id === id)?.name ??
    (id === 'google' ? 'Google' : 'OpenID Connect')
  )
}

type Claims = Profile & { email_verified?: boolean | string }

function provider(
  id: string,
  name: string,
  issuer: string,
  client: { clientId: string; clientSecret: string },
): OAuthConfig<Claims> {
  return {
    id,
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    ...client,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: {
      // The id token is enough where it names the address; many providers keep that for the userinfo endpoint.
      async request({ tokens, client }) {
        const claims = typeof tokens.id_token === 'string' ? readClaims(tokens.id_token) : {}
        if (typeof claims.email === 'string') return claims
        return { ...claims, ...(await client.userinfo(tokens.access_token ?? '')) }
      },
    },
    profile: (claims) => ({
      id: String(claims.sub ?? ''),
      name: claims.name ?? null,
      email: claims.email ?? null,
    }),
  }
}

/** Reads an id token whose signature, issuer, audience and nonce the client has just checked. */
function readClaims(idToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

/** Why a provider's answer did not sign anyone in; words for each are on the sign-in page. */
export type Refusal = 'unverified' | 'taken'

type Outcome = { sessionId: string } | { path: string }

/**
 * Whose account the identity opens: the one it is linked to, else the signed-in member's, else the one that has its
 * address, else a new one. The last two ask that the provider vouches for the address.
 */
async function welcome(providerId: string, claims: Claims, next: string): Promise<Outcome> {
  const subject = String(claims.sub ?? '')
  const viewer = await getViewer()
  const known = await withAuthScope((scope) => findByIdentity(scope, providerId, subject))
  if (viewer && !viewer.isGuest) {
    if (known && known !== viewer.userId) return refused('taken')
    if (!known) {
      await withAuthScope((scope) =>
        addIdentity(scope, { provider: providerId, subject, userId: viewer.userId }),
      )
      if (viewer.email) sendMailLater(securityMail(viewer.email, 'linked', providerName(providerId)))
    }
    return { path: '/settings?done=linked' }
  }
  const userId = known ?? (await joinByAddress(providerId, subject, claims))
  if (!userId) return refused('unverified')
  const { sessionId, isChoiceOpen } = await arrive(userId)
  return isChoiceOpen ? { path: choicePath(next) } : { sessionId }
}

async function joinByAddress(providerId: string, subject: string, claims: Claims): Promise<string | null> {
  const email = normalizeEmail(claims.email)
  // Some providers send the text "true". Anything else is no promise.
  if (!email || !(claims.email_verified === true || claims.email_verified === 'true')) return null
  const zone = await guessedZone()
  const { userId, isNew } = await withAuthScope(async (scope) => {
    const login = await findLogin(scope, email)
    const name = typeof claims.name === 'string' ? claims.name.slice(0, 120) : null
    const userId =
      login?.userId ??
      (await addMember(scope, { email, passwordHash: null, name, zone, isZoneChosen: false }))
    await addIdentity(scope, { provider: providerId, subject, userId })
    return { userId, isNew: !login }
  })
  if (!isNew) sendMailLater(securityMail(email, 'linked', providerName(providerId)))
  return userId
}

function refused(reason: Refusal): Outcome {
  return { path: `/sign-in?error=${reason}` }
}

/**
 * next-auth's settings for one request. It runs the OpenID Connect exchange; who the person is, is decided above, and its
 * token is the same as everywhere: a session id and nothing else.
 */
export function authOptions(): AuthOptions {
  const { oidc, google, authSecret, appUrl } = env()
  let sessionId: string | undefined
  let target = AFTER_SIGN_IN
  return {
    secret: authSecret,
    session: { strategy: 'jwt', maxAge: 400 * 24 * 60 * 60 },
    useSecureCookies: appUrl.startsWith('https://'),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      ...(oidc ? [provider('oidc', oidc.name, oidc.issuer, oidc)] : []),
      ...(google ? [provider('google', 'Google', 'https://accounts.google.com', google)] : []),
    ],
    callbacks: {
      redirect({ url, baseUrl }) {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url
        target = safeNextPath(path) ?? AFTER_SIGN_IN
        return baseUrl + target
      },
      async signIn({ account, profile }) {
        if (!account || !profile?.sub) return false
        const outcome = await welcome(account.provider, profile, target)
        if ('path' in outcome) return appUrl + outcome.path
        sessionId = outcome.sessionId
        return true
      },
      jwt: () => (sessionId ? { sid: sessionId } : {}),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      // Its messages quote what providers send; the code says enough.
      error: (code) => log.warn({ event: 'auth_error', code }, 'Sign-in by a provider failed'),
      warn: (code) => log.debug({ event: 'auth_warning', code }),
      debug: () => {},
    },
  }
}
