/**
 * Notes (ExcelApi 1.18) for the genuine client, which stops at 1.15 on npm: the objects of newer clients, built from
 * the client's own parts, so that the requests equal those of a newer client.
 */
interface ClientObject {
  readonly context: unknown;
  _handleResult(value: Readonly<Record<string, unknown>>): void;
}
type Maker<T = ClientObject> = new (context: unknown, path: unknown) => T;
interface Batch {
  createPropertyObject(type: Maker, parent: object, name: string, isCollection: boolean, flags: number): ClientObject;
  createMethodObject(
    type: Maker,
    parent: object,
    name: string,
    kind: number,
    args: readonly unknown[],
    isCollection: boolean,
    invalidAfter: boolean,
    byId: string | null,
    flags: number,
  ): ClientObject;
  createChildItemObject<T>(type: Maker<T>, hasIndexer: boolean, parent: object, item: object, index: number): T;
  invokeMethod(
    target: object,
    name: string,
    kind: number,
    args: readonly unknown[],
    flags: number,
    result: number,
  ): unknown;
  invokeSetProperty(target: object, name: string, value: unknown, flags: number): void;
}

export function addNotes(): void {
  const world = globalThis as unknown as {
    Excel: { Worksheet: { prototype: object }; Range: Maker; ChartFill: { prototype: object } };
    OfficeExtension: { ClientObject: Maker; BatchApiHelper: Batch };
  };
  const { ClientObject, BatchApiHelper: batch } = world.OfficeExtension;
  const load = (target: object, paths: string): void => {
    (target as { context: { load: (object: object, paths: string) => void } }).context.load(target, paths);
  };

  class Note extends ClientObject {
    private known: Readonly<Record<string, unknown>> = {};
    get _className(): string {
      return 'Note';
    }
    get authorName(): unknown {
      return this.known['AuthorName'];
    }
    get content(): unknown {
      return this.known['Content'];
    }
    set content(text: unknown) {
      batch.invokeSetProperty(this, 'Content', text, 0);
    }
    delete(): void {
      batch.invokeMethod(this, 'Delete', 0, [], 0, 0);
    }
    getLocation(): ClientObject {
      return batch.createMethodObject(world.Excel.Range, this, 'GetLocation', 0, [], false, false, null, 0);
    }
    override _handleResult(value: Readonly<Record<string, unknown>>): void {
      this.known = { ...this.known, ...value };
    }
  }
  class NoteCollection extends ClientObject {
    items: Note[] = [];
    get _className(): string {
      return 'NoteCollection';
    }
    get _isCollection(): boolean {
      return true;
    }
    add(address: string, content: string): ClientObject {
      return batch.createMethodObject(Note, this, 'Add', 0, [address, content], false, true, null, 0);
    }
    getItem(address: string): ClientObject {
      return batch.createMethodObject(Note, this, 'GetItem', 1, [address], false, false, null, 0);
    }
    load(paths: string): void {
      load(this, paths);
    }
    override _handleResult(value: Readonly<Record<string, unknown>>): void {
      const found = value['_Items'];
      if (!Array.isArray(found)) return;
      this.items = found.map((item: Readonly<Record<string, unknown>>, n) => {
        const note = batch.createChildItemObject<Note>(Note, true, this, item, n);
        note._handleResult(item);
        return note;
      });
    }
  }
  Object.assign(world.Excel.ChartFill.prototype, {
    getSolidColor(this: object) {
      return batch.invokeMethod(this, 'GetSolidColor', 0, [], 0, 0);
    },
  });
  const sheet = world.Excel.Worksheet.prototype as Record<string, unknown>;
  const made = new WeakMap<object, ClientObject>();
  Object.defineProperty(sheet, 'notes', {
    configurable: true,
    get(this: object) {
      let notes = made.get(this);
      if (!notes) made.set(this, (notes = batch.createPropertyObject(NoteCollection, this, 'Notes', true, 0)));
      return notes;
    },
  });
  const handle = sheet['_handleResult'] as (value: Readonly<Record<string, unknown>>) => void;
  sheet['_handleResult'] = function (this: { notes: NoteCollection }, value: Readonly<Record<string, unknown>> | null) {
    handle.call(this, value as Readonly<Record<string, unknown>>);
    if (value?.['Notes'] !== undefined) this.notes._handleResult(value['Notes'] as Readonly<Record<string, unknown>>);
  };
}
