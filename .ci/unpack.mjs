/**
 * The page as one file holds its scripts packed by LZMA, the page's first, then the engine's. This one runs in the
 * page, where it unpacks and runs the page's script, and as a worker, where it unpacks all and gives the engine's
 * script back. Its two imports are parts of the package, which hands out packing and unpacking only together.
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
  const length = Number(packed.dataset.page);
  const script = document.createElement('script');
  // The page's policy knows the script by its hash. The last bytes may come with some of what follows them.
  script.textContent = new globalThis.TextDecoder().decode(unpacked(packed.textContent, length).subarray(0, length));
  document.body.append(script);
} else
  globalThis.onmessage = ({ data: { packed, page } }) => globalThis.postMessage(unpacked(packed, null).subarray(page));
