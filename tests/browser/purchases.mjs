// Purchases as a shop would export them, for the tests and for the measurement.

export const HEADING = "客户编号,日期,金额\n";

const ROWS = 1_000_000;
/** Days on which customers came, and days the shop looks back on. */
const [JOINED, DAYS] = [84, 546];

/** Random numbers that are the same every time: evenly spread, exponential, gamma. */
function chance() {
  let state = 12345;
  const even = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state + 0.5) / 2147483648;
  };
  const normal = () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
  /** Marsaglia and Tsang (2000). */
  const gamma = (shape, rate) => {
    if (shape < 1) return gamma(shape + 1, rate) * even() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(even()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v / rate;
    }
  };
  return { even, gamma, wait: (rate) => -Math.log(even()) / rate };
}

/**
 * A million purchases in the order of time, of the customers of an online music shop: they buy, leave
 * and spend as its published parameters say, which are by the week.
 */
export function million() {
  const { even, gamma, wait } = chance();
  const rows = [];
  for (let id = 1; rows.length < ROWS; id += 1) {
    const [often, leaving, spending] = [gamma(0.553, 7 * 10.578), gamma(0.606, 7 * 11.669), gamma(3.74, 15.44)];
    const first = Math.floor(JOINED * even());
    const end = Math.min(DAYS, first + wait(leaving));
    for (let day = first; day < end && rows.length < ROWS; day = Math.ceil(day + wait(often))) {
      rows.push({ day, id, amount: Math.max(0.01, gamma(6.25, spending)) });
    }
  }
  rows.sort((a, b) => a.day - b.day);
  const dates = Array.from({ length: DAYS + 1 }, (_, k) => new Date(Date.UTC(2024, 0, 1 + k)).toISOString().slice(0, 10));
  return HEADING + rows.map(({ day, id, amount }) => `${id},${dates[day]},${amount.toFixed(2)}\n`).join("");
}
