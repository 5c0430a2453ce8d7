/** JSON whose numbers are exact: JSON.stringify would print a Decimal as a double, 0.0000001 as 1e-7. */
import { toText, type Decimal } from '../core/values/decimal';

/** A number as its digits. */
class JsonNumber {
  constructor(readonly digits: string) {}
}

export type Json = null | boolean | string | JsonNumber | readonly Json[] | { readonly [key: string]: Json };

export const jsonNumber = (value: Decimal): JsonNumber => new JsonNumber(toText(value));
export const jsonCount = (value: number): JsonNumber => new JsonNumber(String(value));
export const orNull = (value: Decimal | null): JsonNumber | null => (value === null ? null : jsonNumber(value));

export function jsonText(value: Json): string {
  if (value instanceof JsonNumber) return value.digits;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(jsonText).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${jsonText(each)}`)
    .join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
