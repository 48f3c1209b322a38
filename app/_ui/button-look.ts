export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

const KINDS: Record<ButtonKind, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  secondary: 'border-edge bg-panel text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft',
  danger: 'border-bad bg-panel text-bad hover:bg-bad-soft',
}

/** One look for what acts, whether it is a button, a submit button or a link. */
export function buttonLook(kind: ButtonKind, isSmall: boolean): string {
  const size = isSmall
    ? 'min-h-8 px-2.5 py-1 text-sm'
    : 'min-h-10 px-4 py-2 text-base pointer-coarse:min-h-11'
  return `inline-flex items-center justify-center gap-2 rounded-md border font-medium no-underline select-none aria-disabled:opacity-60 disabled:opacity-60 ${size} ${KINDS[kind]}`
}
