/** Zips for tests: plain ones, and every odd form that foreign files may have. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/hosts/xlsx-file/zip/crc32';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  /** Puts sizes and checksum after the data instead of in the local header. */
  readonly descriptor?: boolean;
  /** Puts sizes and offset in a zip64 block. */
  readonly zip64?: boolean;
  /** States a wrong decompressed size. */
  readonly statedSize?: number;
  readonly statedCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly level?: number;
}

export interface ZipOptions {
  readonly prefix?: Uint8Array;
  readonly comment?: string;
  readonly zip64End?: boolean;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function buildZip(
  parts: readonly ZipPart[],
  { prefix = new Uint8Array(0), comment = '', zip64End = false }: ZipOptions = {},
): Uint8Array {
  const chunks: Uint8Array[] = [prefix];
  const records: Uint8Array[] = [];
  let at = 0;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const part of parts) {
    const bytes = typeof part.bytes === 'string' ? utf8(part.bytes) : part.bytes;
    const data = part.stored ? bytes : deflateRawSync(bytes, { level: part.level ?? 6 });
    const name = utf8(part.name);
    const fields = { crc: part.statedCrc ?? crc32(bytes), packed: data.length, size: part.statedSize ?? bytes.length };
    const flags = (part.flags ?? 0x800) | (part.descriptor ? 8 : 0);
    const method = part.method ?? (part.stored ? 0 : 8);
    const offset = at;
    push(
      record(
        0x04034b50,
        [
          [20, 2],
          [flags, 2],
          [method, 2],
          [0x00210000, 4],
          [part.descriptor ? 0 : fields.crc, 4],
          [part.descriptor ? 0 : fields.packed, 4],
          [part.descriptor ? 0 : fields.size, 4],
          [name.length, 2],
          [0, 2],
        ],
        name,
      ),
    );
    push(data);
    if (part.descriptor)
      push(
        record(0x08074b50, [
          [fields.crc, 4],
          [fields.packed, 4],
          [fields.size, 4],
        ]),
      );
    const extra = part.zip64
      ? record(0x00180001, [
          [fields.size, 8],
          [fields.packed, 8],
          [offset, 8],
        ])
      : new Uint8Array(0);
    const full = 0xffffffff;
    records.push(
      record(
        0x02014b50,
        [
          [20, 2],
          [20, 2],
          [flags, 2],
          [method, 2],
          [0x00210000, 4],
          [fields.crc, 4],
          [part.zip64 ? full : fields.packed, 4],
          [part.zip64 ? full : fields.size, 4],
          [name.length, 2],
          [extra.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [part.zip64 ? full : offset, 4],
        ],
        name,
        extra,
      ),
    );
  }
  const central = at;
  records.forEach(push);
  const size = at - central;
  if (zip64End) {
    const end = at;
    push(
      record(0x06064b50, [
        [44, 8],
        [45, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [parts.length, 8],
        [parts.length, 8],
        [size, 8],
        [central, 8],
      ]),
    );
    push(
      record(0x07064b50, [
        [0, 4],
        [end, 8],
        [1, 4],
      ]),
    );
  }
  const full = zip64End ? 0xffffffff : null;
  push(
    record(
      0x06054b50,
      [
        [0, 2],
        [0, 2],
        [zip64End ? 0xffff : parts.length, 2],
        [zip64End ? 0xffff : parts.length, 2],
        [full ?? size, 4],
        [full ?? central, 4],
        [comment.length, 2],
      ],
      utf8(comment),
    ),
  );
  return joined(chunks);
}

function record(
  signature: number,
  fields: readonly (readonly [value: number, width: number])[],
  ...rest: Uint8Array[]
): Uint8Array {
  const bytes: number[] = [];
  for (const [value, width] of [[signature, 4] as const, ...fields]) {
    for (let n = 0, left = value; n < width; n++, left = Math.floor(left / 256)) bytes.push(left % 256);
  }
  return joined([Uint8Array.from(bytes), ...rest]);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
