/**
 * What an office's own template may name: texts, tables and lists, each with its Vietnamese name and how it is taken
 * from the result. A test holds the list in the README to the same names.
 */
import type { DocumentTable } from '../model/document';
import { plainKey } from '../values/fold-text';

interface TemplateName {
  readonly name: string;
}

/** The names that are allowed at one level, in addition to those of the enclosing levels. */
export interface TemplateLevel {
  readonly texts: readonly TemplateName[];
  readonly tables: readonly TemplateName[];
  readonly lists: readonly (TemplateName & { readonly level: TemplateLevel })[];
}

/** The values for one thing, by template key. A text is null if it is unknown. */
export interface TemplateScope {
  readonly texts: ReadonlyMap<string, () => string | null>;
  readonly tables: ReadonlyMap<string, () => DocumentTable>;
  readonly lists: ReadonlyMap<string, () => readonly TemplateScope[]>;
}

/** The name without case, diacritics and surrounding blanks: «{ đơn vị }» is «{Đơn vị}». */
export const templateKey = (name: string): string => plainKey(name);

type Text<T> = readonly [name: string, of: (thing: T) => string | null];
type Table<T> = readonly [name: string, of: (thing: T) => DocumentTable];

/** A list whose entries have their own level of names. */
interface TemplateList<T> extends TemplateName {
  readonly level: TemplateLevel;
  readonly of: (thing: T) => readonly TemplateScope[];
}

interface Names<T> {
  readonly level: TemplateLevel;
  readonly scopeOf: (thing: T) => TemplateScope;
}

export function namesOf<T>(
  texts: readonly Text<T>[],
  tables: readonly Table<T>[] = [],
  lists: readonly TemplateList<T>[] = [],
): Names<T> {
  const named = ([name]: readonly [string, unknown]): TemplateName => ({ name });
  return {
    level: { texts: texts.map(named), tables: tables.map(named), lists },
    scopeOf: (thing) => ({
      texts: new Map(texts.map(([name, of]) => [templateKey(name), () => of(thing)])),
      tables: new Map(tables.map(([name, of]) => [templateKey(name), () => of(thing)])),
      lists: new Map(lists.map(({ name, of }) => [templateKey(name), () => of(thing)])),
    }),
  };
}

export const listOf = <T, E>(
  name: string,
  { level, scopeOf }: Names<E>,
  of: (thing: T) => readonly E[],
): TemplateList<T> => ({ name, level, of: (thing) => of(thing).map(scopeOf) });
