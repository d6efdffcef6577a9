// Keeps this window's workbook over reloads (IndexedDB, one entry a window). Another window has its own.

import type { WorkbookData } from '../../excel/workbook-data.ts';

const idKey = 'keybook-workbench.window';

/** This window's id; a duplicated tab, which inherits the id, gets one of its own. */
export async function windowId(): Promise<{ readonly id: string; readonly inherited: string | null }> {
  const known = sessionStorage.getItem(idKey);
  if (known !== null && (await take(known))) return { id: known, inherited: null };
  const id = crypto.randomUUID();
  sessionStorage.setItem(idKey, id);
  await take(id);
  return { id, inherited: known };
}

/** Holds the id as long as this page lives; false where another page holds it. */
function take(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`keybook-window-${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}

export async function loadBook(id: string): Promise<WorkbookData | null> {
  return (await asked('readonly', (books) => books.get(id) as IDBRequest<WorkbookData | undefined>)) ?? null;
}

export async function saveBook(id: string, book: WorkbookData): Promise<void> {
  await asked('readwrite', (books) => books.put(book, id));
}

async function asked<T>(mode: IDBTransactionMode, ask: (books: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await result(opened());
  try {
    return await result(ask(database.transaction('books', mode).objectStore('books')));
  } finally {
    database.close();
  }
}

function opened(): IDBOpenDBRequest {
  const request = indexedDB.open('keybook-workbench', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('books');
  return request;
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}
