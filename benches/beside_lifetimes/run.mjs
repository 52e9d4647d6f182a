// Times the models natively, in the browser and in the Python library lifetimes, on the same data and
// in the same run, and prints a table. `scripts/bench` prepares everything and calls this.
//
// node run.mjs FOLDER NATIVE PYTHON [NAME]: the folder with page and data, the two programs, and
// a part of a task's name where only some are wanted.
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSite } from "../../tests/browser/support.mjs";

const [folder, native, python, wanted = ""] = process.argv.slice(2);
const quick = Boolean(process.env.BENCH_QUICK);
const byProcessor = process.env.BENCH_CLOCK === "processor";
// The browser's clock ticks in steps of 0.1 ms: what is shorter than this, in ms, is repeated.
const SHORTEST = 50;
const script = fileURLToPath(new URL("with_lifetimes.py", import.meta.url));

// How many times as fast as lifetimes: what is aimed at, natively and in the browser.
const GOALS = { "bg-nbd": [25, 10], "gamma-gamma": [20, 10], "pareto-nbd": [60, 30], summary: [3, 1.5] };
const NAMES = { "bg-nbd": "BG/NBD", "gamma-gamma": "Gamma-Gamma", "pareto-nbd": "Pareto/NBD" };
const DATA = [
  { of: "CDNOW, 2,357 customers", file: "cdnow.csv", runs: 21, theirRuns: 7 },
  { of: "1,000,000 customers", file: "customers.csv", runs: 5, theirRuns: 3 },
];

const fits = DATA.flatMap(({ of, ...data }) =>
  Object.entries(NAMES).map(([task, name]) => ({ task, name: `${name}, ${of}`, ...data })));
const slow = ({ task, file }) => task === "pareto-nbd" && file === "customers.csv";
const tasks = [
  ...fits.map((task) => (slow(task) ? { ...task, theirRuns: quick ? 0 : 1 } : task)),
  { task: "summary", name: "summary of 1,000,000 rows", file: "purchases.csv", runs: 5, theirRuns: 3 },
].filter(({ name }) => name.includes(wanted));

const run = (program, ...given) =>
  JSON.parse(execFileSync(program, given, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim().split("\n").at(-1));

/** Seconds of each run, the numbers found, and the memory of the program in the end. */
async function inBrowser(site, { task, file, runs }) {
  const page = await site.open({ until: "loaded" });
  const debug = await page.context().newCDPSession(page);
  await debug.send("Performance.enable", { timeDomain: "threadTicks" });
  const thread = async () => {
    const { metrics } = await debug.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ThreadTime").value;
  };
  const once = async (times) => {
    const before = await thread();
    const found = await page.evaluate((times) => globalThis.run(times), times);
    const seconds = byProcessor ? ((await thread()) - before) / times : found.ms / 1000;
    return { ...found, seconds };
  };
  await page.waitForFunction(() => globalThis.run);
  await page.evaluate((given) => globalThis.prepare(...given), [task, file]);
  // The first run, in which the browser still compiles, only shows how long one takes.
  const first = await once(1);
  const times = Math.ceil(SHORTEST / Math.max(first.ms, 0.1));
  const all = [];
  for (let k = 0; k < runs; k += 1) all.push(await once(times));
  await page.close();
  return { ...all.at(-1), seconds: all.map(({ seconds }) => seconds) };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const mega = (found) => (found?.memory ? `${Math.round(found.memory / 1e6)}` : "–");
const time = (seconds) => (seconds < 0.1 ? `${(seconds * 1000).toPrecision(3)} ms` : `${seconds.toPrecision(3)} s`);
const times = (factor) => `${factor.toPrecision(factor < 10 ? 2 : 3)}×`;

function ours(found, theirs, goal) {
  const seconds = median(found.seconds);
  const factor = theirs ? `${times(median(theirs.seconds) / seconds)}, ` : "";
  return `${time(seconds)} (${factor}goal ${goal}×)`;
}

/** The log-likelihood against theirs, or whether the sums are the same. */
function difference(task, { numbers }, theirs) {
  if (!theirs) return "–";
  if (task !== "summary") return (numbers[0] - theirs.numbers[0]).toExponential(1);
  const same = numbers.every((number, k) => Math.abs(number - theirs.numbers[k]) <= 1e-9 * Math.abs(number));
  return same ? "same summary" : `differs: ${numbers} / ${theirs.numbers}`;
}

function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, k) => cell.padEnd(widths[k])).join(" | ")} |`;
  const [heading, ...rest] = rows.map(line);
  console.log([heading, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest].join("\n"));
}

const load = () => loadavg()[0].toFixed(1);

const rows = [["fit, or CSV", "lifetimes", "ours, native", "ours, in the browser", "log-likelihood, ours − theirs", "memory, MB: lifetimes, native, browser"]];
const unlike = [];
const site = await startSite({ folder });
console.log(`\n${cpus().length} × ${cpus()[0].model}, load ${load()} at the beginning (quiet: below 1)`);
console.log(`lifetimes 0.11.3, Chromium ${site.browser.version()}; medians of several runs, ${byProcessor ? "processor time" : "by the clock"}\n`);
for (const one of tasks) {
  const { task, name, file, runs, theirRuns } = one;
  console.error(`  ${name} …`);
  const path = join(folder, file);
  const theirs = theirRuns ? run(python, script, task, path, String(theirRuns)) : undefined;
  const here = run(native, task, path, String(runs));
  const there = await inBrowser(site, one);
  if (here.numbers.some((number, k) => number !== there.numbers[k])) unlike.push(name);
  const [goal, browserGoal] = GOALS[task];
  rows.push([
    name,
    theirs ? time(median(theirs.seconds)) : "left out",
    ours(here, theirs, goal),
    ours(there, theirs, browserGoal),
    difference(task, here, theirs),
    [theirs, here, there].map(mega).join(", "),
  ]);
}
await site.stop();
console.log();
print(rows);
console.log(`
Load ${load()} at the end. Memory: the greatest of the process, with the data, for Python and native; of
the program in the browser, its WebAssembly memory after all runs.
${unlike.length ? `Native and browser found different numbers: ${unlike.join("; ")}` : "Native and browser found the same numbers to the last bit."}`);
