/** The program's own sources as data, for tests of the import rules: the imports of each file and the names it uses. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** Path below src/, with slashes: core/model/decimal.ts */
  readonly path: string;
  readonly text: string;
  /**
   * Imports and re-exports: `core/model/decimal` for one of the program's files, the bare name (`node:fs`, `fflate`)
   * otherwise.
   */
  readonly imports: readonly string[];
  /**
   * Names that the file declares or uses freely, properties that it reads, and `new Date()` if it reads the clock:
   * `document`, `.toFixed`.
   */
  readonly names: ReadonlySet<string>;
}

const root = join(__dirname, '..', '..', 'src');

export function sourceFiles(): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

export function sourceFile(path: string, text: string): SourceFile {
  const resolve = (name: string): string => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name);
  return {
    path,
    text,
    imports: ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => resolve(fileName)),
    names: namesIn(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)),
  };
}

function namesIn(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && (node.arguments ?? []).length === 0)
      names.add(`new ${node.expression.getText(tree)}()`);
    if (ts.isIdentifier(node)) names.add(isPropertyName(node) ? `.${node.text}` : node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

/**
 * Whether the identifier is the property of an object and not a free name: `a.name`, `{ name: 1 }`, `readonly name:
 * string`.
 */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent))
    return parent.name === node;
  if (ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent)) return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}
