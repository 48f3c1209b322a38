import { configuredProviders } from '@/app/_server/auth/providers'
import { buttonLook } from '@/app/_ui/button-look'

/**
 * One button for each configured provider. A plain form without an action of ours: it leaves for next-auth's route, which
 * leads on to the provider, with or without JavaScript.
 */
export function ProviderForms({
  next,
  verb = 'Sign in with',
  leaveOut,
}: {
  next?: string | null
  verb?: string
  leaveOut?: ReadonlySet<string>
}) {
  const providers = configuredProviders().filter(({ id }) => !leaveOut?.has(id))
  if (providers.length === 0) return null
  return (
    <div className="space-y-2">
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          {next && <input type="hidden" name="next" value={next} />}
          <button type="submit" className={`${buttonLook('secondary', false)} w-full`}>
            {verb} {name}
          </button>
        </form>
      ))}
    </div>
  )
}
