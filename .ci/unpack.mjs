/**
 * A worker of the page as one file: gives the engine's script, which stands there packed by LZMA, back as it was built.
 * Its two imports are parts of the package, which hands out packing and unpacking only together.
 */
import { Decoder } from '../node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from '../node_modules/lzma1/lib/streams.js';

/** Of the script, roughly, before the first bytes are seen. */
const CAPACITY = 2_000_000;

/** `data`: in Base64, for a page holds no bytes. */
globalThis.onmessage = ({ data }) => {
  const packed = Uint8Array.from(globalThis.atob(data), (letter) => letter.charCodeAt(0));
  const script = new OutputBuffer(CAPACITY);
  new Decoder().decompress(new InputBuffer(packed), script);
  globalThis.postMessage(script.toArray());
};
