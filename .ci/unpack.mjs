/**
 * The page as one file holds its styles and scripts packed by LZMA: the page's first, then the engine's. This script
 * runs in the page, where it unpacks and inserts the page's style and script, and as a worker, where it unpacks
 * everything and returns the engine's script. Its two imports are parts of the package, which offers packing and
 * unpacking only together.
 */
import { Decoder } from '../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';

/** In bytes, roughly. */
const SCRIPTS = 2_000_000;
/** Where the head of LZMA says how many bytes there are. */
const LENGTH_AT = 5;

/** `packed`: in Base64, for a page holds no bytes. `length`: the first bytes that are wanted; null for all. */
function unpacked(packed, length) {
  const letters = globalThis.atob(packed);
  const bytes = new Uint8Array(letters.length);
  // Uint8Array.from takes ten times as long, and the page waits.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  if (length !== null) new DataView(bytes.buffer).setBigUint64(LENGTH_AT, BigInt(length), true);
  const scripts = new OutputBuffer(length ?? SCRIPTS);
  new Decoder().decompress(new InputBuffer(bytes), scripts);
  return scripts.toArray();
}

const { document } = globalThis;
if (document) {
  const packed = document.getElementById('packed');
  const [script, length] = [Number(packed.dataset.script), Number(packed.dataset.page)];
  const bytes = unpacked(packed.textContent, length);
  // The page's policy holds the hashes of both. The decoder may return some bytes of the engine behind them.
  const insert = (name, from, to) => {
    const element = document.createElement(name);
    element.textContent = new globalThis.TextDecoder().decode(bytes.subarray(from, to));
    document.body.append(element);
  };
  insert('style', script, length);
  insert('script', 0, script);
} else
  globalThis.onmessage = ({ data: { packed, page } }) => globalThis.postMessage(unpacked(packed, null).subarray(page));
