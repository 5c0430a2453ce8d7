/**
 * Performs one request of the genuine client, action by action; actions before a failing one stay done, as in Excel.
 */
import { FarError, type Around, type Far, type Json, type Member, type Table } from './far';
import { BadShape } from './formats';
import { TABLES } from './members';
import { cellAt, type SimSheet } from './model';
import { columns, rows } from './ranges';

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: {
    readonly Arguments?: readonly Json[];
    readonly ReferencedObjectPathIds?: readonly (number | null)[];
  };
}
interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ObjectPath['ArgumentInfo'];
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}
export interface ResponseBody {
  readonly Results: { ActionId: number; Value: Json }[];
  readonly TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number };
}

/** A member that this simulation lacks; it must fail the test. */
export class UnknownMember extends Error {}

export interface Limits {
  readonly supports: (version: string) => boolean;
  /** The action at which the batch fails, once. */
  readonly failsAt: (index: number, action: string) => boolean;
  /** Members that this Excel refuses, such as `Range.Group`. */
  readonly refuses: (place: string) => boolean;
}

/** Members that change looks, which a protected sheet may permit; the locked state of a cell is never among them. */
const LOOKS = /^(?:Range\.(?:NumberFormat|SetCellProperties)|Range(?:Format|Fill|Font|Border)\.\w+)$/;

/** Whether a protected sheet permits the change. */
function isPermitted(far: Far, sheet: SimSheet, name: string): boolean {
  const { permits } = sheet;
  if (/^(?:Note|Comment)/.test(far.kind)) return permits.notes;
  if (far.kind === 'ColumnFormat') return permits.widths;
  if (far.kind === 'Range' && (name === 'Formulas' || name === 'Values'))
    return far.areas.every((area) =>
      rows(area).every((row) =>
        columns(area).every((column) => {
          const { protection } = cellAt(sheet, row, column).format;
          return typeof protection === 'object' && protection?.['locked'] === false;
        }),
      ),
    );
  return permits.formats && LOOKS.test(`${far.kind}.${name}`);
}

export function interpret(body: RequestBody, outside: Omit<Around, 'object'>, limits: Limits): ResponseBody {
  const found = new Map<number, Far>();
  const response: ResponseBody = { Results: [], TraceIds: [] };

  let place = '';
  const around: Around = {
    ...outside,
    object: (argument) => {
      const id = typeof argument === 'object' && argument !== null && 'object' in argument ? argument['object'] : null;
      if (typeof id !== 'number') throw new FarError('InvalidArgument', 'the argument is no object');
      return resolve(id);
    },
  };

  const memberOf = (far: Far, name: string): Member<Far> => {
    place = `${far.kind}.${name}`;
    const member = (TABLES[far.kind] as unknown as Table<Far>).members[name];
    if (!member) throw new UnknownMember(`the simulated Excel knows no ${far.kind}.${name}`);
    if (limits.refuses(place)) throw new FarError('GeneralException', `${place} is refused`);
    if (!limits.supports(member.since ?? '1.1'))
      throw new FarError('ApiNotFound', `${far.kind}.${name} came with ExcelApi ${member.since ?? '1.1'}`);
    return member;
  };
  const guard = (far: Far, member: Member<Far>, name: string): void => {
    const sheet = 'sheet' in far ? far.sheet : null;
    if (member.writes && sheet?.protected && !isPermitted(far, sheet, name))
      throw new FarError('AccessDenied', 'the sheet is protected');
    if (member.writes && around.book.readOnly) throw new FarError('AccessDenied', 'the workbook is read-only');
    if (sheet && !around.book.sheets.includes(sheet)) throw new FarError('ItemNotFound', 'the sheet is gone');
  };
  const argumentsOf = (info: ObjectPath['ArgumentInfo']): readonly Json[] => {
    const ids = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((argument, at) => ((ids[at] ?? 0) === 0 ? argument : { object: argument }));
  };

  const resolve = (id: number): Far => {
    const known = found.get(id);
    if (known) return known;
    const path = body.ObjectPaths[id.toString()];
    if (!path) throw new UnknownMember(`no object path ${id.toString()}`);
    const far = follow(path);
    found.set(id, far);
    return far;
  };
  const follow = (path: ObjectPath): Far => {
    if (path.ObjectPathType === 1) return { kind: 'Workbook' };
    if (path.ObjectPathType === 2 && path.Name === 'Microsoft.InternalService.AddinInternalService')
      return { kind: 'AddinInternalService' };
    if (path.ObjectPathType === 2 && path.Name === 'Microsoft.AppRuntime.AppRuntimeService')
      return { kind: 'AppRuntimeService' };
    if (path.ObjectPathType === 7) return { kind: 'Null' };
    if (![3, 4, 5].includes(path.ObjectPathType))
      throw new UnknownMember(`object path of type ${path.ObjectPathType.toString()} ${path.Name}`);
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (parent.kind === 'Null') return parent;
    const name = path.ObjectPathType === 5 ? 'Indexer' : path.Name;
    const member = memberOf(parent, name);
    if (!member.object) throw new UnknownMember(`${parent.kind}.${name} leads to no object`);
    guard(parent, member, name);
    return member.object(parent, argumentsOf(path.ArgumentInfo), around);
  };

  const read = (far: Far, select: readonly string[]): Json => {
    if (far.kind === 'Null') return null;
    const items = (TABLES[far.kind] as unknown as Table<Far>).items?.(far, around);
    if (items) return { _Items: items.map(({ id, far: item }) => ({ _Id: id, ...(read(item, select) as object) })) };
    guard(far, {}, '');
    const nested = new Map<string, string[]>();
    const value: Record<string, Json> = {};
    for (const path of select) {
      const [first = '', ...rest] = path.split('/');
      const name = first.slice(0, 1).toUpperCase() + first.slice(1);
      if (rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), rest.join('/')]);
      else if (name !== 'IsNullObject') {
        const member = memberOf(far, name);
        if (!member.get) throw new UnknownMember(`${far.kind}.${name} cannot be loaded`);
        value[name] = member.get(far, around);
      }
    }
    for (const [name, paths] of nested) {
      const member = memberOf(far, name);
      if (!member.object) throw new UnknownMember(`${far.kind}.${name} leads to no object`);
      value[name] = read(member.object(far, [], around), paths);
    }
    return value;
  };

  const perform = (action: Action): Json | undefined => {
    // The trace's id is sent back; the client then calls its callback for the actions done so far.
    if (action.ActionType === 5) {
      response.TraceIds.push(action.Id);
      return null;
    }
    const far = resolve(action.ObjectPathId);
    if (far.kind === 'Null') return null;
    if (action.ActionType === 1) return {};
    if (action.ActionType === 2) {
      if (action.QueryInfo?.Expand || action.QueryInfo?.Top || action.QueryInfo?.Skip)
        throw new UnknownMember('expand, top and skip');
      return read(far, action.QueryInfo?.Select ?? []);
    }
    const member = memberOf(far, action.Name);
    guard(far, member, action.Name);
    const args = argumentsOf(action.ArgumentInfo);
    if (action.ActionType === 3 && member.call) return member.call(far, args, around);
    if (action.ActionType === 4 && member.set) {
      member.set(far, args[0] ?? null, around);
      return undefined;
    }
    throw new UnknownMember(`${far.kind}.${action.Name} by an action of type ${action.ActionType.toString()}`);
  };

  for (const [index, action] of body.Actions.entries()) {
    try {
      place = 'made to fail';
      if (limits.failsAt(index, action.Name))
        throw new FarError('GeneralException', `made to fail at action ${index.toString()}`);
      const value = perform(action);
      if (value !== undefined) response.Results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      if (!(error instanceof FarError) && !(error instanceof BadShape)) throw error;
      response.Error = {
        Code: error instanceof FarError ? error.code : 'InvalidArgument',
        Message: error.message,
        Location: place,
        ActionIndex: index,
      };
      return response;
    }
  }
  return response;
}
