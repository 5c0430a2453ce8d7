/**
 * Recently opened files with their last state, in the browser's database on this machine (IndexedDB). Names are stored
 * apart from contents, so that listing them is cheap.
 */
export interface KeptFile {
  /** Name, size and time of the file on disk, so that different files with the same name differ. */
  readonly id: string;
  readonly name: string;
  /** Time of keeping in milliseconds. */
  readonly when: number;
  readonly filled: boolean;
  readonly unsaved: boolean;
}

export interface KeptContent {
  readonly bytes: Uint8Array;
  /** Texts that were being typed. */
  readonly drafts: ReadonlyMap<string, unknown>;
}

export interface KeptFiles {
  /** The latest first. */
  list(): Promise<readonly KeptFile[]>;
  read(id: string): Promise<KeptContent | null>;
  keep(file: KeptFile, content: KeptContent): Promise<void>;
  forget(id: string): Promise<void>;
  forgetAll(): Promise<void>;
}

const DATABASE = 'cchc';
const FILES = 'files';
const CONTENTS = 'contents';
/** Number of files kept; files without unsaved changes are dropped first. */
const MOST_FILES = 8;
const MOST_BYTES = 32 << 20;

/** Null if the browser gives the page no database. */
export async function openKeptFiles(): Promise<KeptFiles | null> {
  try {
    return keptFiles(await opened());
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = window.indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    for (const store of [FILES, CONTENTS]) request.result.createObjectStore(store);
  };
  return answerOf(request);
}

function keptFiles(database: IDBDatabase): KeptFiles {
  const list = async (): Promise<readonly KeptFile[]> => {
    const all = await answerOf(database.transaction(FILES).objectStore(FILES).getAll() as IDBRequest<KeptFile[]>);
    return all.sort((a, b) => b.when - a.when);
  };
  const change = (doing: (files: IDBObjectStore, contents: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction([FILES, CONTENTS], 'readwrite');
    doing(transaction.objectStore(FILES), transaction.objectStore(CONTENTS));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  };
  const forget = (id: string): Promise<void> =>
    change((files, contents) => {
      files.delete(id);
      contents.delete(id);
    });
  return {
    list,
    forget,
    read: async (id) =>
      (await answerOf(
        database.transaction(CONTENTS).objectStore(CONTENTS).get(id) as IDBRequest<KeptContent | undefined>,
      )) ?? null,
    keep: async (file, content) => {
      if (content.bytes.length > MOST_BYTES) return;
      await change((files, contents) => {
        files.put(file, file.id);
        contents.put(content, file.id);
      });
      const all = await list();
      const least = [...all.filter(({ unsaved }) => unsaved), ...all.filter(({ unsaved }) => !unsaved)];
      for (const { id } of least.slice(MOST_FILES)) await forget(id);
    },
    forgetAll: () =>
      change((files, contents) => {
        files.clear();
        contents.clear();
      }),
  };
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
