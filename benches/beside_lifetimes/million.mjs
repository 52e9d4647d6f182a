// A file of a million purchases, from dropping it on the page to fitted models, beside the same done
// by the Python library lifetimes from a cold start. `scripts/million` calls this.
//
// node million.mjs PYTHON. The page is the one in `dist`, or in the folder that DIST names.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { million } from "../../tests/browser/purchases.mjs";
import { startSite } from "../../tests/browser/support.mjs";

const python = process.argv[2];
const quick = Boolean(process.env.BENCH_QUICK);
const runs = Number(process.env.RUNS ?? 3);
const theirRuns = quick ? runs : 1;
const LONG = 50;
const PATIENCE = 20 * 60_000;
const NAME = "million.csv";
const script = fileURLToPath(new URL("whole_file.py", import.meta.url));

const load = () => loadavg()[0].toFixed(1);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (ms) => (ms === undefined ? "–" : `${(ms / 1000).toPrecision(ms < 10_000 ? 2 : 3)} s`);
const mega = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** Runs in the page: notes every frame, and when each thing is first seen; gives up where it is told to. */
function takeNotes([name, stopWhile]) {
  const said = (place) => document.querySelector(place)?.textContent ?? "";
  const button = (words) => [...document.querySelectorAll(".data button")].find((one) => one.textContent === words);
  const notes = { frames: [], tasks: [], at: {}, words: new Set() };
  globalThis.notes = notes;
  const note = (what, when = performance.now()) => {
    notes.at[what] ??= when;
  };
  addEventListener("drop", (event) => note("dropped", event.timeStamp), { capture: true });
  addEventListener("click", (event) => {
    if (event.target.closest("button") === button("就这样读")) note("begun", event.timeStamp);
    if (event.target.closest("button") === button("取消")) note("stopped", event.timeStamp);
  }, { capture: true });
  new PerformanceObserver((list) => notes.tasks.push(...list.getEntries().map((entry) => entry.duration)))
    .observe({ type: "longtask", buffered: false });
  let last;
  const look = (time) => {
    if (notes.at.dropped !== undefined && last !== undefined) notes.frames.push({ time, ms: time - last });
    last = time;
    if (button("就这样读")) note("offered");
    const progress = said(".progress [role=status]");
    if (progress && /\d/.test(progress)) note("reading");
    if (notes.at.reading && progress && !/\d/.test(progress)) note("fitting");
    if (stopWhile && notes.at[stopWhile] !== undefined && notes.at.stopped === undefined) button("取消")?.click();
    if (notes.at.stopped && !document.querySelector(".progress")) note("gone");
    if (said(".data .finding").startsWith(name)) note("fitted");
    // Until every customer's value is worked out the answer is still that of the made-up ones.
    if (notes.at.fitted && /^(?!1,500)\d/.test(said(".answer"))) note("shown");
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Drops the file onto the page, as a hand does. */
async function drop(page, file) {
  const debug = await page.context().newCDPSession(page);
  const given = { x: 640, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } };
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await debug.send("Input.dispatchDragEvent", { type, ...given });
  }
  await debug.detach();
}

const seen = (page, what) =>
  page.waitForFunction((what) => globalThis.notes.at[what] !== undefined, what, { timeout: PATIENCE });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click({ timeout: PATIENCE });

/** Opens the page with its made-up customers; resolves to it and how long it took to be ready. */
async function openPage(site, stopWhile) {
  const prepare = (page) => page.addInitScript(() => addEventListener("customer-value:ready", () => {
    globalThis.readyAfter = performance.now();
  }));
  const page = await site.open({ hash: "#/customers", prepare });
  const ready = await page.evaluate(() => globalThis.readyAfter);
  await page.waitForFunction(() => document.querySelector(".answer")?.textContent.startsWith("1,500"), null, { timeout: PATIENCE });
  await page.evaluate(takeNotes, [NAME, stopWhile]);
  return { page, ready };
}

/** The whole file: when each thing was seen, the frames, the memory, and what was found. */
async function wholeFile(site, file) {
  const { page, ready } = await openPage(site);
  await drop(page, file);
  await seen(page, "offered");
  await press(page, "就这样读");
  await seen(page, "fitted");
  await seen(page, "shown");
  const notes = await page.evaluate(() => {
    const { at, frames, tasks } = globalThis.notes;
    return { at, frames, tasks };
  });
  const fits = await page.locator(".fits tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)));
  const said = await page.locator(".data .finding").innerText();
  const [memory] = /[\d,.]+ MB/.exec(await page.locator(".memory").innerText()) ?? ["–"];
  await page.close();
  return { ...notes, ready, fits, said, memory };
}

/** Gives up while `what` goes on; resolves to how long that took and whether the page is as before. */
async function giveUp(site, file, what) {
  const { page } = await openPage(site, what);
  const [answer, base] = await Promise.all([".answer", ".data .finding"].map((place) => page.locator(place).innerText()));
  await drop(page, file);
  await seen(page, "offered");
  await press(page, "就这样读");
  await page.waitForFunction(() => globalThis.notes.at.gone || globalThis.notes.at.fitted, null, { timeout: PATIENCE });
  const at = await page.evaluate(() => globalThis.notes.at);
  const same = answer === (await page.locator(".answer").innerText()) && base === (await page.locator(".data .finding").innerText());
  await page.close();
  return at.gone === undefined ? "over before it could be given up" : `gone after ${(at.gone - at.stopped).toFixed(0)} ms, ${same ? "and the page is as it was" : "BUT THE PAGE HAS CHANGED"}`;
}

/** The same by lifetimes, in a fresh process. */
function byLifetimes(file) {
  const begun = performance.now();
  const text = execFileSync(python, [script, file, ...(quick ? ["quick"] : [])], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  return { total: performance.now() - begun, ...JSON.parse(text.trim().split("\n").at(-1)) };
}

function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, k) => cell.padEnd(widths[k])).join(" | ")} |`;
  const [heading, ...rest] = rows.map(line);
  console.log([heading, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rest].join("\n"));
}

const folder = mkdtempSync(join(tmpdir(), "million-"));
const file = join(folder, NAME);
const text = million();
writeFileSync(file, text);
const size = Buffer.byteLength(text);

const site = await startSite();
console.log(`\n${cpus().length} × ${cpus()[0].model}, load ${load()} at the beginning (quiet: below 1)`);
console.log(`lifetimes 0.11.3, Chromium ${site.browser.version()}; 1,000,000 rows, ${mega(size)}; medians of ${runs} runs of the page and ${theirRuns} of lifetimes, each from a cold start\n`);
console.error("  the page …");
const ours = [];
for (let k = 0; k < runs; k += 1) ours.push(await wholeFile(site, file));
console.error("  giving up …");
const stopped = { reading: await giveUp(site, file, "reading"), fitting: await giveUp(site, file, "fitting") };
await site.stop();
console.error("  lifetimes …");
const theirs = [];
for (let k = 0; k < theirRuns; k += 1) theirs.push(byLifetimes(file));
rmSync(folder, { recursive: true });

const here = (from, to) => median(ours.map(({ at }) => at[to] - at[from]));
const there = (of) => median(theirs.map(of)) * 1000;
const ready = median(ours.map(({ ready }) => ready));
const total = median(ours.map(({ at }) => at.offered - at.dropped + (at.fitted - at.begun)));
const [their, our] = [theirs.at(-1), ours.at(-1)];
const allFits = Object.values(their.fits).reduce((sum, one) => sum + (one.seconds ?? 0), 0) * 1000;
const theirTotal = there(({ read, summed }) => read + summed) + allFits;
const theirWhole = median(theirs.map(({ total }) => total));
const beside = (theirs, ours) => `${seconds(ours)} (${(theirs / ours).toPrecision(3)}×)`;
const fitSeconds = (of) => (of.error ? of.error : seconds(of.seconds * 1000));

print([
  ["step", "lifetimes", "the page"],
  ["start, until it can take the file", seconds(there(({ imported }) => imported)), seconds(ready)],
  ["a look at the file: encoding, columns, first rows", "–", seconds(here("dropped", "offered"))],
  ["reading and summing up, by customer", seconds(there(({ read, summed }) => read + summed)), seconds(here("begun", "fitting"))],
  ["fitting all models below", seconds(allFits), seconds(here("fitting", "fitted"))],
  ...Object.entries(their.fits).map(([name, one]) => [`  ${name}`, fitSeconds(one), "in the line above"]),
  ["from the file to fitted models", seconds(theirTotal), beside(theirTotal, total)],
  ["the same with the start", seconds(theirWhole), beside(theirWhole, ready + total)],
  ["until every customer's value is on the page", "–", seconds(here("fitted", "shown"))],
  ["memory", `${mega(their.memory)} (the process)`, `${our.memory} (the worker)`],
]);

const WHILE = { dropped: "looking at the file", offered: "nothing went on", begun: "reading", fitting: "fitting", fitted: "working out the values" };
const during = ({ time }, at) =>
  Object.entries(WHILE).findLast(([since]) => at[since] !== undefined && at[since] < time)?.[1] ?? "looking at the file";
const frames = ours.flatMap(({ frames, at }) => frames.map((frame) => ({ ...frame, when: during(frame, at) })));
const longest = frames.reduce((one, other) => (other.ms > one.ms ? other : one));
const long = frames.filter(({ ms }) => ms > LONG);
const count = (when) => long.filter((frame) => frame.when === when).length;
const places = [...new Set(long.map(({ when }) => when))].map((when) => `${count(when)} while ${when}`);
const tasks = ours.flatMap(({ tasks }) => tasks);
console.log(`
The page's own thread, from the drop to the last value, all runs together: ${frames.length} frames, the longest
${longest.ms.toFixed(0)} ms while ${longest.when}, over ${LONG} ms: ${long.length}${places.length ? ` (${places.join(", ")})` : ""}; its longest task ${tasks.length ? `${Math.max(...tasks).toFixed(0)} ms` : `below ${LONG} ms`}, over ${LONG} ms: ${tasks.length}.`);
for (const [what, came] of Object.entries(stopped)) console.log(`Given up while ${what}: ${came}.`);
console.log(`\nWhat was found. The page: ${our.said}; lifetimes: ${their.customers.toLocaleString("en")} customers.`);
const likelihoods = Object.entries(their.fits).filter(([, { log_likelihood: found }]) => found !== undefined);
for (const [name, { log_likelihood: found }] of likelihoods) {
  const row = our.fits.find(([first]) => first === name);
  const mine = Number(row?.[1].replaceAll(",", "").replace("−", "-"));
  console.log(`  ${name}: log-likelihood, ours − theirs ${(mine - found).toFixed(1)} of ${found.toFixed(0)}; ours ${row?.[2].replace(/\s+/g, " ")}`);
}
console.log(`\nLoad ${load()} at the end.`);
