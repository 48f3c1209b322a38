// Read by Node versions that Locus does not run on, so this file and the two commands keep to old syntax.

/** The sentence that refuses this Node, or null when it will do. */
export function refusal(version) {
  const numbers = String(version).split('.')
  const major = Number(numbers[0])
  const minor = Number(numbers[1])
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return (
    'Locus needs Node 20.19 or newer and this is Node ' +
    version +
    ': install a newer one, for example from nodejs.org, and start again.'
  )
}
