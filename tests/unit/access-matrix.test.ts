import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ACTIONS, type ActionAccess, HANDLERS, PAGES, SCOPES_OF } from '@/tests/support/access-matrix'
import { patternsOf } from '@/tests/support/e2e/routes'

/*
 * The matrix names every page, handler and action that the code has, and none that it has not. What each cell promises is
 * tried by tests/e2e/access-matrix.spec.ts, actions.spec.ts and isolation.spec.ts.
 */

const APP = resolve(import.meta.dirname, '../../app')

type ActionFile = { place: string; text: string; exported: string[] }

/** The files whose exports are endpoints. */
const actionFiles: ActionFile[] = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(APP, path), 'utf8') }))
  .filter(({ text }) => /^\s*(['"])use server\1/.test(text))
  .map(({ path, text }) => ({
    place: `/${path
      .replace(/\.tsx?$/, '')
      .split('/')
      .filter((part) => !part.startsWith('('))
      .join('/')}`,
    text,
    exported: [
      ...text.matchAll(/^export (?:default )?(?:async )?(?:const|function|let|var|class)\s+(\w+)/gm),
    ].map(([, name = '']) => name),
  }))

const SAY = 'Say in tests/support/access-matrix.ts who may'

test('every page and handler stands in the matrix, and nothing else does', () => {
  expect(
    patternsOf('page.tsx').filter((one) => !PAGES[one]),
    `${SAY} open these pages`,
  ).toEqual([])
  expect(
    patternsOf('route.ts').filter((one) => !HANDLERS[one]),
    `${SAY} ask these handlers`,
  ).toEqual([])
  expect(Object.keys(PAGES).toSorted()).toEqual(patternsOf('page.tsx'))
  expect(Object.keys(HANDLERS).toSorted()).toEqual(patternsOf('route.ts'))
})

test('every action stands in the matrix under its file, once, and nothing else does', () => {
  expect(actionFiles.length).toBeGreaterThan(30)
  for (const { place, exported } of actionFiles) {
    const classified = Object.values(ACTIONS[place] ?? {}).flat()
    expect(
      exported.filter((name) => !classified.includes(name)),
      `${SAY} do this of ${place}`,
    ).toEqual([])
    expect(classified.toSorted(), place).toEqual(exported.toSorted())
  }
  expect(Object.keys(ACTIONS).toSorted()).toEqual(actionFiles.map(({ place }) => place).toSorted())
})

test('no action is written inside a page or a component, where the matrix would not see it', () => {
  const hidden = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => /^\s+(['"])use server\1/m.test(readFileSync(join(APP, path), 'utf8')))
  expect(hidden).toEqual([])
})

test('a file of actions opens the scopes of what its actions reach, and no other', () => {
  for (const { place, text } of actionFiles) {
    const kinds = Object.keys(ACTIONS[place] ?? {}) as ActionAccess[]
    const allowed = kinds.flatMap((kind) => SCOPES_OF[kind])
    const opened = [...new Set([...text.matchAll(/\bwith\w*Scope\b/g)].map(([name]) => name))]
    expect(
      opened.filter((name) => !allowed.includes(name)),
      place,
    ).toEqual([])
    // An own action takes nobody's word for whose rows it is about.
    if (kinds.every((kind) => kind === 'own')) expect(text, place).not.toMatch(/\bapplicantId\b(?!:? viewer)/)
  }
})
