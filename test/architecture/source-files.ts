import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { parse } from 'vue/compiler-sfc'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Paths of our own sources from the root of the checkout; nothing generated. */
export function sourceFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: root }).map(path => path.replaceAll('\\', '/')).filter(path => !/^server\/store\/prisma\/|^web\/api\/schema\.d\.ts$/.test(path)).sort()
}

export function readSource(path: string): string {
  return readFileSync(root + path, 'utf8')
}

export interface Import {
  /** As written. */
  specifier: string
  isTypeOnly: boolean
  line: number
}

function scriptOf(path: string): string {
  const source = readSource(path)
  if (!path.endsWith('.vue'))
    return source
  const { script, scriptSetup } = parse(source, { sourceMap: false }).descriptor
  return [script?.content, scriptSetup?.content].join('\n')
}

function isTypeOnlyClause(clause: ts.ImportClause | undefined): boolean {
  if (!clause)
    return false
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : []
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && named.length > 0 && named.every(element => element.isTypeOnly))
}

const known = new Map<string, readonly Import[]>()

/** Every import of a file: declarations, re-exports, `import()` calls and `import('…')` types, as the compiler sees them. */
export function importsOf(path: string): readonly Import[] {
  const imports = known.get(path) ?? readImports(path, scriptOf(path))
  known.set(path, imports)
  return imports
}

function readImports(path: string, script: string): readonly Import[] {
  const source = ts.createSourceFile(path, script, { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, false, ts.ScriptKind.TS)
  const found: Import[] = []
  const add = (node: ts.Node, specifier: ts.Node | undefined, isTypeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ specifier: specifier.text, isTypeOnly, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 })
  }
  // Only these may stand anywhere else than at the top.
  const isDeep = /\bimport\s*\(/.test(script)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node, node.moduleSpecifier, isTypeOnlyClause(node.importClause))
    else if (ts.isExportDeclaration(node))
      add(node, node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true)
    if (isDeep || node === source)
      ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
