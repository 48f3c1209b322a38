/** A mail's Message-ID: the same for each attempt at it, so that one that arrives twice is known for one. */
export function messageIdOf(id: string, domain: string): string {
  return `<reminder-${id}@${domain}>`
}

/** The part of a From line behind the @: 'Locus <locus@example.org>' is 'example.org'. */
export function domainOf(from: string): string {
  return /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
}
