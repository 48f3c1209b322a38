import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'

/** What the provider knows of one of its own people. */
export type ProviderAccount = { email?: string; email_verified?: boolean; name?: string }

export type OidcProvider = {
  issuer: string
  /** By the provider's own number for each; change it between two sign-ins to change what is vouched for. */
  accounts: Map<string, ProviderAccount>
  stop: () => Promise<void>
}

/**
 * A real OpenID Connect provider on loopback. Its one page asks for an account by name and presses through; as its
 * default is, the address stands in the userinfo answer and not in the id token.
 */
export async function startOidcProvider(client: {
  id: string
  secret: string
  redirectUri: string
}): Promise<OidcProvider> {
  const accounts = new Map<string, ProviderAccount>()
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`

  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['loopback-only'] },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/choose/${uid}` },
    // Consent was asked for nowhere: the tests are about signing in.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session.accountId ?? '',
        clientId: oidc.client.clientId,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    findAccount: (_context: Context, sub: string) => {
      const known = accounts.get(sub)
      return known && { accountId: sub, claims: () => ({ sub, ...known }) }
    },
  })

  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/choose/')) return answer(request, response)
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return response.end(
        `<!doctype html><title>Provider</title><form method="post"><label>Account <input name="account"></label><button>Continue</button></form>`,
      )
    }
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const accountId = new URLSearchParams(body).get('account') ?? ''
      void provider.interactionFinished(request, response, { login: { accountId } })
    })
  })

  return {
    issuer,
    accounts,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
