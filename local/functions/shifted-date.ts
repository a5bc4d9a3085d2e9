/**
 * Makes `Date` tell the time of the movable clock, in this thread. The offset is in milliseconds.
 * @returns the machine's own time, for whoever must measure
 */
export function shiftDate(clock: SharedArrayBuffer): () => number {
  const offset = new BigInt64Array(clock);
  const Real = Date;
  const now = () => Real.now() + Number(Atomics.load(offset, 0));
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Real(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  return () => Real.now();
}
