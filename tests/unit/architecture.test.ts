import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/*
 * The house has three floors and every arrow points down: app knows db and lib, db knows lib, lib knows nobody. This
 * test reads the import lines (types too) and says where a file that breaks the rule belongs.
 */

const ROOT = resolve(import.meta.dirname, '../..')
const PURE_PACKAGES = [
  'zod',
  'date-fns',
  '@date-fns/tz',
  'csv-parse',
  'd3-scale',
  'd3-shape',
  'd3-geo',
  'diff',
]

/** Exceptions, each with its reason. This list only shrinks. */
const EXCEPTIONS: readonly { file: string; imports: string; why: string }[] = []

type SourceFile = { path: string; text: string; isClient: boolean; imports: readonly string[] }

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, isClient: /^\s*(['"])use client\1/.test(text), imports: importsOf(path, text) }
    })
}

/** Imported modules: project files as paths from the root without an ending, packages as they are named. */
function importsOf(path: string, text: string): string[] {
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"]*?\bfrom\s*(['"])([^'"]+)\1/gm),
    ...text.matchAll(/^\s*import\s*(['"])([^'"]+)\1/gm),
    ...text.matchAll(/\bimport\(\s*(['"])([^'"]+)\1/g),
  ].map((match) => match[2] ?? '')
  return found.map((name) => {
    if (name.startsWith('@/')) return name.slice(2)
    if (name.startsWith('.'))
      return relative(ROOT, resolve(ROOT, dirname(path), name))
        .split(sep)
        .join('/')
    return name
  })
}

const isProjectPath = (name: string) => /^(app|db|lib|tests|public)\//.test(name)
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
const under = (name: string, ...folders: string[]) =>
  folders.some((folder) => name === folder || name.startsWith(`${folder}/`))

type Rule = {
  layer: string
  holds: (file: SourceFile) => boolean
  allows: (name: string, file: SourceFile) => boolean
  says: string
}

const RULES: readonly Rule[] = [
  {
    layer: 'lib/<domain>',
    holds: (file) => under(file.path, 'lib') && !under(file.path, 'lib/io', 'lib/launch'),
    allows: (name) =>
      isProjectPath(name)
        ? under(name, 'lib') && !under(name, 'lib/io', 'lib/launch')
        : PURE_PACKAGES.includes(packageOf(name)),
    says: 'Domain code is pure: it imports other lib/<domain> files and the pure libraries only. What needs the outside belongs in lib/io, db or app.',
  },
  {
    layer: 'lib/io',
    holds: (file) => under(file.path, 'lib/io'),
    allows: (name) =>
      !under(name, 'db', 'app', 'tests', 'lib/launch') &&
      !['react', 'next', 'drizzle-orm'].includes(packageOf(name)),
    says: 'lib/io knows no table and no route. A read or write of rows belongs in db/queries.',
  },
  {
    layer: 'lib/launch',
    holds: (file) => under(file.path, 'lib/launch'),
    allows: (name) => name.startsWith('node:') || under(name, 'lib/launch'),
    says: 'The launcher runs before anything is installed: Node modules only. What it starts goes into a process of its own.',
  },
  {
    layer: 'db',
    holds: (file) => under(file.path, 'db'),
    allows: (name) =>
      !under(name, 'app', 'tests', 'lib/launch') && !['react', 'next', 'next-auth'].includes(packageOf(name)),
    says: 'db knows nothing of requests or pages. What needs the request belongs in app/_server.',
  },
  {
    layer: 'db outside access.ts',
    holds: (file) => under(file.path, 'db') && file.path !== 'db/access.ts',
    allows: (name) => name !== 'db/client',
    says: 'Only db/access.ts opens the pool. A query takes a scope and uses scope.tx.',
  },
  {
    layer: 'app/_server',
    holds: (file) => under(file.path, 'app/_server'),
    allows: (name) => !isProjectPath(name) || under(name, 'app/_server', 'lib', 'db/queries', 'db/access'),
    says: 'app/_server calls db/queries through db/access; it knows no table, no route and no component.',
  },
  {
    layer: 'routes',
    holds: (file) => under(file.path, 'app') && !under(file.path, 'app/_server', 'app/_ui') && !file.isClient,
    allows: (name) =>
      isProjectPath(name)
        ? under(name, 'app', 'lib', 'db/queries', 'db/access') && !under(name, 'lib/launch')
        : packageOf(name) !== 'drizzle-orm' && packageOf(name) !== 'postgres',
    says: 'A route reads the request, calls db/queries and renders. Tables and operators stay in db/.',
  },
  {
    layer: 'app/_ui',
    holds: (file) => under(file.path, 'app/_ui'),
    allows: (name) =>
      !under(name, 'db', 'lib/io', 'lib/launch', 'app/_server', 'tests') &&
      (!isProjectPath(name) || under(name, 'lib', 'app/_ui')),
    says: 'Shared components are free of data access: pass the data down from the route.',
  },
  {
    layer: 'client files',
    holds: (file) => under(file.path, 'app') && file.isClient,
    allows: (name) => !under(name, 'db', 'lib/io', 'lib/launch', 'app/_server') && packageOf(name) !== 'zod',
    says: 'A client file imports lib/<domain> rules, app/_ui and its own actions: no data access, and no zod at run time.',
  },
]

/** A `import type` line vanishes before the browser; client files may name types from anywhere that has no run time. */
function typeOnlyImports(file: SourceFile): ReadonlySet<string> {
  const types = [...file.text.matchAll(/^\s*import\s+type\b[^'"]*?\bfrom\s*(['"])([^'"]+)\1/gm)].map(
    (match) => match[2] ?? '',
  )
  return new Set(importsOf(file.path, types.map((name) => `import '${name}'`).join('\n')))
}

const files = ['app', 'db', 'lib'].flatMap(sourceFiles)

describe('who may import whom', () => {
  for (const rule of RULES) {
    test(rule.layer, () => {
      const held = files.filter(rule.holds)
      const broken = held.flatMap((file) => {
        const typesOnly = rule.layer === 'client files' ? typeOnlyImports(file) : new Set<string>()
        return file.imports
          .filter((name) => name !== 'server-only' && !typesOnly.has(name) && !rule.allows(name, file))
          .filter(
            (name) =>
              !EXCEPTIONS.some((exception) => exception.file === file.path && exception.imports === name),
          )
          .map((name) => `${file.path} imports ${name}. ${rule.says}`)
      })
      expect(held.length, `no file is in ${rule.layer}: the rule guards nothing`).toBeGreaterThan(0)
      expect(broken).toEqual([])
    })
  }

  test('client files reach no zod through the files they import', () => {
    const byPath = new Map(files.map((file) => [file.path.replace(/(\/index)?\.(tsx?|mjs)$/, ''), file]))
    const chains: string[] = []
    for (const start of files.filter((file) => file.isClient)) {
      const seen = new Set<string>([start.path])
      const queue: { file: SourceFile; chain: string }[] = [{ file: start, chain: start.path }]
      for (let next = queue.shift(); next; next = queue.shift()) {
        const types = typeOnlyImports(next.file)
        for (const name of next.file.imports) {
          if (types.has(name)) continue
          if (packageOf(name) === 'zod') chains.push(`${next.chain} > zod`)
          const file = byPath.get(name)
          const isAction = file && /^\s*(['"])use server\1/.test(file.text)
          if (file && !isAction && !seen.has(file.path)) {
            seen.add(file.path)
            queue.push({ file, chain: `${next.chain} > ${file.path}` })
          }
        }
      }
    }
    expect(chains, 'keep the rules apart from the schemas').toEqual([])
  })

  test('a "use server" file exports actions only', () => {
    const loose = files
      .filter((file) => /^\s*(['"])use server\1/.test(file.text))
      .flatMap((file) =>
        [...file.text.matchAll(/^export\s+(?:async\s+)?(?:const|function|class|let)\s+(\w+)/gm)]
          .map((match) => match[1] ?? '')
          .filter((name) => !name.endsWith('Action'))
          .map((name) => `${file.path} exports ${name}: every export there is a public endpoint`),
      )
    expect(loose).toEqual([])
  })

  test('domain code reads no clock, no chance and no environment', () => {
    const impure = files
      .filter((file) => under(file.path, 'lib') && !under(file.path, 'lib/io', 'lib/launch'))
      .flatMap((file) =>
        [/\bnew Date\(\)/, /\bDate\.now\(/, /\bMath\.random\(/, /\bprocess\.env\b/, /\brandomUUID\(/]
          .filter((pattern) => pattern.test(stripComments(file.text)))
          .map((pattern) => `${file.path} uses ${pattern.source}: pass it in as an argument`),
      )
    expect(impure).toEqual([])
  })

  test('nothing imports "server-only" as a bare string', () => {
    expect(
      files.filter((file) => /^\s*(['"])server-only\1\s*;?\s*$/m.test(file.text)).map((file) => file.path),
    ).toEqual([])
  })

  test('lib has no import cycle', () => {
    const lib = new Map(
      files
        .filter((file) => under(file.path, 'lib'))
        .map((file) => [file.path.replace(/\.(tsx?|mjs)$/, ''), file]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
        return
      }
      if (done.has(path)) return
      for (const name of lib.get(path)?.imports ?? []) if (lib.has(name)) visit(name, [...trail, path])
      done.add(path)
    }
    for (const path of lib.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })
})

describe('the guard itself', () => {
  test('sees static, type, side-effect, re-exported and dynamic imports', () => {
    const text = [
      "import { a } from '@/db/client'",
      "import type { B } from '../lib/x'",
      "import 'next'",
      "export { c } from 'drizzle-orm/pg-core'",
      "const d = await import('postgres')",
      "import {\n  e,\n  f,\n} from 'zod'",
    ].join('\n')
    expect(importsOf('app/page.tsx', text).toSorted()).toEqual(
      ['db/client', 'drizzle-orm/pg-core', 'lib/x', 'next', 'postgres', 'zod'].toSorted(),
    )
  })

  test('refuses what the table forbids', () => {
    const forbidden: readonly [string, string, string][] = [
      ['lib/<domain>', 'lib/fit/x.ts', 'react'],
      ['lib/<domain>', 'lib/fit/x.ts', 'lib/io/env'],
      ['db', 'db/queries/x.ts', 'app/_server/auth'],
      ['db outside access.ts', 'db/queries/x.ts', 'db/client'],
      ['routes', 'app/(app)/list/page.tsx', 'db/schema/cycles'],
      ['app/_ui', 'app/_ui/x.tsx', 'app/(app)/list/actions'],
      ['client files', 'app/(app)/list/x.tsx', 'zod'],
    ]
    for (const [layer, path, name] of forbidden) {
      const rule = RULES.find((candidate) => candidate.layer === layer)
      const file: SourceFile = { path, text: '', isClient: layer === 'client files', imports: [name] }
      expect(rule?.holds(file), `${layer} holds ${path}`).toBe(true)
      expect(rule?.allows(name, file), `${path} must not import ${name}`).toBe(false)
    }
  })
})

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
