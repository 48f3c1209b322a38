import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ACTIONS, type ActionAccess } from '../access-matrix'
import type { SentForm } from './forms'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')

/** One endpoint that the build made of an action. */
export type BuiltAction = { id: string; place: string; name: string; access: ActionAccess }

/**
 * Every action that the server under test answers to, by the id that a browser sends, from the manifest of its own build:
 * what is not in the matrix is an action that nobody classified. A server of one's own says by LOCUS_E2E_BUILD where its
 * build lies.
 */
export function builtActions(): BuiltAction[] {
  const folder = process.env.LOCUS_E2E_BUILD ?? '.locus/test/build'
  const manifest = JSON.parse(
    readFileSync(resolve(ROOT, folder, 'server', 'server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { filename: string; exportedName: string }> }
  return Object.entries(manifest.node).map(([id, { filename, exportedName: name }]) => {
    const place = filename.replace(/^app|\.tsx?$|\([^/]*\)\//g, '')
    const access = Object.entries(ACTIONS[place] ?? {}).find(([, names]) => names?.includes(name))?.[0]
    if (!access) throw new Error(`Say in tests/support/access-matrix.ts who may do ${name} of ${place}`)
    return { id, place, name, access: access as ActionAccess }
  })
}

/** The action that a form of a page's markup is sent to. */
export function actionOf({ fields }: SentForm): string | null {
  for (const [name, value] of fields) {
    if (/^\$ACTION_\d+:0$/.test(name)) return (JSON.parse(value) as { id: string }).id
    if (name.startsWith('$ACTION_ID_')) return name.slice('$ACTION_ID_'.length)
  }
  return null
}

/** What was typed and hidden in a form, without what names its action. */
export function answersIn({ fields }: SentForm): [string, string][] {
  return fields.filter(([name]) => !name.startsWith('$ACTION'))
}

/** The body of a call as a page's script makes it: an action's former state, and the form as its second argument. */
export function callBody(fields: readonly (readonly [string, string])[]): FormData {
  const body = new FormData()
  for (const [name, value] of fields) body.append(`_1_${name}`, value)
  body.append('0', JSON.stringify([{ status: 'idle' }, '$K1']))
  return body
}

/** What an action answered: the state that its form would show, or null where it led elsewhere. */
export type ActionAnswer = {
  status: number
  state: { status: string; code?: string } | null
  body: string
}

export function stateIn(body: string): ActionAnswer['state'] {
  for (const line of body.split('\n')) {
    const found = /^\d+:(\{"status":.*\})$/.exec(line)?.[1]
    if (found) return JSON.parse(found) as { status: string; code?: string }
  }
  return null
}
