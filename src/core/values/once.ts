/** What several rules need is found once for each context. */
import type { RuleContext } from '../model/rule';

export function once<T extends object>(find: (context: RuleContext) => T): (context: RuleContext) => T {
  const known = new WeakMap<RuleContext, T>();
  return (context) => {
    const seen = known.get(context);
    if (seen) return seen;
    const fresh = find(context);
    known.set(context, fresh);
    return fresh;
  };
}
