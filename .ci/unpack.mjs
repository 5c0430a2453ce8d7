/**
 * The page as one file holds its styles and scripts packed by PPMd, and the engine's. This script runs in the page,
 * where it unpacks and inserts the page's style and script, and at the same time as a worker, which unpacks the
 * engine's script and returns it.
 */
import { unpack } from './ppmd.mjs';

/** `packed`: in Base64, for a page holds no bytes; `memory`: in words; `length`: of the text, in bytes. */
function unpacked({ packed, memory, length }) {
  const letters = globalThis.atob(packed);
  const bytes = new Uint8Array(letters.length);
  // Uint8Array.from takes ten times as long, and the page waits.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return unpack(bytes, memory, length);
}

const { document, Blob, TextDecoder, URL, Worker } = globalThis;

/** The text and the sizes of an element, which is removed: it takes memory, and nothing reads it again. */
function taken(id) {
  const element = document.getElementById(id);
  element.remove();
  const sizes = Object.entries(element.dataset).map(([name, size]) => [name, Number(size)]);
  return { packed: element.textContent, ...Object.fromEntries(sizes) };
}

/** The engine's script, from a worker that runs this script. */
function engineScript() {
  const worker = new Worker(URL.createObjectURL(new Blob([taken('unpacker').packed], { type: 'text/javascript' })));
  const script = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(taken('packed-engine'));
  return script.finally(() => worker.terminate());
}

if (document) {
  globalThis.engineScript = engineScript();
  const { script, ...page } = taken('packed-page');
  const bytes = unpacked(page);
  // The page's policy holds the hashes of both.
  const insert = (name, part) => {
    const element = document.createElement(name);
    element.textContent = new TextDecoder().decode(part);
    document.body.append(element);
  };
  insert('style', bytes.subarray(script));
  insert('script', bytes.subarray(0, script));
} else globalThis.onmessage = ({ data }) => globalThis.postMessage(unpacked(data));
