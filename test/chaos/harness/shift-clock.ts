// Preloaded into a worker (`node --import`): its clock is off by CLOCK_SHIFT_MS. Only the clock on the
// wall; like a real one that is wrong, it runs at the usual speed.
const shiftMs = Number(process.env.CLOCK_SHIFT_MS);
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (date, args) =>
    Reflect.construct(date, args.length === 0 ? [RealDate.now() + shiftMs] : args),
  apply: (date) => new date(RealDate.now() + shiftMs).toString(),
  get: (date, name) =>
    name === 'now' ? () => RealDate.now() + shiftMs : Reflect.get(date, name, date),
});
