/**
 * The page as one file holds its styles and scripts packed by PPMd: the page's first, then the engine's. This script
 * runs in the page, where it unpacks and inserts the page's style and script, and at the same time as a worker, which
 * unpacks everything and returns the engine's script.
 */
import { unpack } from './ppmd.mjs';

/** `packed`: in Base64, for a page holds no bytes; `memory`: in words; `length`: the first bytes that are wanted. */
function unpacked(packed, memory, length) {
  const letters = globalThis.atob(packed);
  const bytes = new Uint8Array(letters.length);
  // Uint8Array.from takes ten times as long, and the page waits.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return unpack(bytes, memory, length);
}

/** The engine's script, from a worker that runs this script. */
function engineFrom(worker, message) {
  const script = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message: reason }) => reject(new Error(reason));
  });
  worker.postMessage(message);
  return script.finally(() => worker.terminate());
}

const { document, Blob, URL } = globalThis;
if (document) {
  const [element, self] = ['packed', 'unpacker'].map((id) => document.getElementById(id));
  const packed = element.textContent;
  const [memory, script, page, length] = element.dataset.sizes.split(' ').map(Number);
  const address = URL.createObjectURL(new Blob([self.textContent], { type: 'text/javascript' }));
  globalThis.engineScript = engineFrom(new globalThis.Worker(address), { packed, memory, page, length });
  // Both take memory, and nothing reads them again.
  element.remove();
  self.remove();
  const bytes = unpacked(packed, memory, page);
  // The page's policy holds the hashes of both.
  const insert = (name, from, to) => {
    const inserted = document.createElement(name);
    inserted.textContent = new globalThis.TextDecoder().decode(bytes.subarray(from, to));
    document.body.append(inserted);
  };
  insert('style', script, page);
  insert('script', 0, script);
} else
  globalThis.onmessage = ({ data: { packed, memory, page, length } }) =>
    globalThis.postMessage(unpacked(packed, memory, length).subarray(page));
