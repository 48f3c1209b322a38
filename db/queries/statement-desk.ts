import 'server-only'
import { asPlainTyping } from '@/lib/statement/eras-text'
import type { Statement } from '@/lib/statement/statement'
import type { WriteInput } from '@/lib/statement/statement-input'
import type { Scope } from '../access'
import { dismissFinding, returnFinding } from './finding-dismissals'
import { getVersion, keepVersion } from './statement-versions'
import { lockStatement, writeStatement } from './statements'

type EditScope = Scope<'documents:read' | 'documents:write'>

export type Settled =
  | { state: 'saved'; stored: Statement; kept: number | null }
  /** Nothing was replaced; what was sent is kept as this version. */
  | { state: 'conflict'; stored: Statement; kept: number | null }

/**
 * What the editor's form asks for, in one transaction: the text is saved with every button, so that none of them loses what
 * was typed. Where another window saved another text meanwhile, both stay: the stored one where it is and the sent one as a
 * version, until the person chooses ('mine' or 'theirs').
 */
export async function settleStatement(
  scope: EditScope,
  { id, stamp, text: sent, name, intent }: WriteInput,
): Promise<Settled> {
  const before = await lockStatement(scope, id)
  if (intent.kind === 'dismiss') await dismissFinding(scope, intent)
  if (intent.kind === 'return') await returnFinding(scope, intent.key)
  const text = intent.kind === 'plain' ? asPlainTyping(sent) : sent
  if (intent.kind === 'theirs') {
    const kept = await keepVersion(scope, id, { text, origin: 'other_window' })
    return { state: 'saved', stored: before, kept }
  }
  if (intent.kind === 'mine') await keepVersion(scope, id, { text: before.text, origin: 'set_aside' })
  const { isConflict, stored } = await writeStatement(scope, {
    id,
    text,
    stamp: intent.kind === 'mine' ? before.stamp : stamp,
  })
  if (isConflict) {
    const kept = await keepVersion(scope, id, { text, origin: 'other_window' })
    return { state: 'conflict', stored, kept }
  }
  const isKept = intent.kind === 'save' || intent.kind === 'mine'
  const kept = isKept ? await keepVersion(scope, id, { text, origin: 'saved', name }) : null
  return { state: 'saved', stored, kept }
}

/**
 * Puts a version's text in the place of what stands there, which is kept first. Throws not_found for a version that is not
 * of this statement. What another window wrote meanwhile is kept in the same way, so nothing needs refusing.
 */
export async function bringBackVersion(
  scope: EditScope,
  id: string,
  versionId: string,
): Promise<number | null> {
  const before = await lockStatement(scope, id)
  const version = await getVersion(scope, id, versionId)
  if (version.text === before.text) return version.number
  await keepVersion(scope, id, { text: before.text, origin: 'set_aside' })
  await writeStatement(scope, { id, text: version.text, stamp: before.stamp })
  return keepVersion(scope, id, {
    text: version.text,
    origin: 'restored',
    name: `from version ${version.number}`,
  })
}
