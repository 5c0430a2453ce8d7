/** A reader that lacks half of its words, a different half for every seed. */

export function knowsHalf(seed: number): (entry: string) => boolean {
  return (entry) => {
    let hash = (seed ^ 0x811c9dc5) >>> 0;
    for (let at = 0; at < entry.length; at++) hash = Math.imul(hash ^ entry.charCodeAt(at), 0x01000193) >>> 0;
    return ((hash ^ (hash >>> 13)) & 1) === 0;
  };
}
