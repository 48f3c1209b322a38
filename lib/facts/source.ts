/** How sure a statement is: read off the responsible body, read elsewhere, derived by us, or not known. */
export const CONFIDENCES = ['official', 'secondary', 'inferred', 'unknown'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What kind of place a statement was read in. It decides the confidence: see `confidenceOfKind`. */
export const SOURCE_KINDS = [
  'official',
  'directory',
  'grant',
  'press',
  'mirror',
  'classification',
  'told',
  'own',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Where a statement was read. `year` null means the copy read bears no date. */
export type Source = {
  title: string
  url: string | null
  year: number | null
}

/** The one confidence scale of the app, from the kind of the source (DESIGN.md, facts). */
export function confidenceOfKind(kind: SourceKind): Confidence {
  switch (kind) {
    case 'official':
    case 'told':
      return 'official'
    case 'directory':
    case 'grant':
    case 'press':
    case 'mirror':
    case 'own':
      return 'secondary'
    case 'classification':
      return 'inferred'
  }
}
