// How fast the page starts and answers: `node tests/browser/speed.mjs [names of pages]`. Prints, judges
// nothing.
//
// The processor is slowed down four times, as on a weak laptop. For every keystroke and every move
// of a drag three times are taken in the page itself:
// - work: all that the page runs for it, from the first listener to the end of painting the canvas,
//   without the wait for the screen's next frame;
// - frame: the whole of the frame that shows it, with the browser's style, layout, painting and
//   handing over;
// - wait: from the event to the end of that frame, all included.
// Beside them stands a page that has one box and one canvas and draws ten bars on it, measured the
// same way: what the browser itself takes. On a machine that
// does other things too these times are long; what the browser counts in the thread's own time is
// not: scripts, and style with layout, as means a step.
import { PAGES, goTo } from "./acts.mjs";
import { startSite } from "./support.mjs";

const SLOWER = 4;
const STARTS = 7;
const STEPS = 80;
const EVENTS = ["keydown", "input", "pointermove"];

/** Runs in the page before anything else: takes the times. */
function takeTimes(events) {
  const clock = () => performance.now();
  const meter = { steps: [], frame: null };
  globalThis.meter = meter;
  let step = null;
  const begin = (event) => {
    step ??= { at: event.timeStamp, handling: 0, painting: 0 };
    step.begun = clock();
  };
  const end = () => {
    step.handling += clock() - step.begun;
  };
  for (const name of events) {
    addEventListener(name, begin, { capture: true });
    // A microtask is over before the next listener: what the page put off is in the time too.
    addEventListener(name, end);
  }
  const nextFrame = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (paint) => nextFrame((time) => {
    const begun = clock();
    paint(time);
    if (step) step.painting += clock() - begun;
  });
  /** The step that began last, once the frame that shows it is done. */
  meter.finish = () => new Promise((done) => {
    nextFrame(() => nextFrame(() => {
      const shown = new MessageChannel();
      shown.port1.onmessage = () => {
        const finished = step;
        step = null;
        done(finished);
      };
      shown.port2.postMessage(null);
    }));
  });
  // The frame in which the page painted.
  meter.watch = () => {
    step = null;
    const look = () => nextFrame(() => {
      const begun = clock();
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        if (!step || step.shown !== undefined) return;
        step.shown = clock();
        step.frame = step.shown - begun;
      };
      after.port2.postMessage(null);
      look();
    });
    look();
  };
  const keep = (instance) => {
    meter.memory = instance.exports.memory;
    return instance;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      keep(made.instance ?? made);
      return made;
    };
  }
  addEventListener("customer-value:ready", () => {
    meter.ready = clock();
    nextFrame(() => nextFrame(() => {
      meter.drawn = clock();
    }));
  });
}

const prepare = (slower) => async (page) => {
  await page.addInitScript(takeTimes, EVENTS);
  page.debug = await page.context().newCDPSession(page);
  await page.debug.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.debug.send("Emulation.setCPUThrottlingRate", { rate: slower });
};

async function measureStart(site, slower) {
  const page = await site.open({ prepare: prepare(slower) });
  await page.waitForFunction(() => globalThis.meter.drawn);
  const times = await page.evaluate(() => [globalThis.meter.ready, globalThis.meter.drawn]);
  await page.close();
  return times;
}

/** Does `act(k)` for every step and returns what each has taken. */
async function measureSteps(page, act) {
  await page.evaluate(() => globalThis.meter.watch());
  const steps = [];
  const before = await threadTimes(page);
  for (let k = 0; k < STEPS; k += 1) {
    await act(k);
    const step = await page.evaluate(() => globalThis.meter.finish());
    if (step) steps.push({ ...step, work: step.handling + step.painting, wait: step.shown - step.at });
  }
  const after = await threadTimes(page);
  steps.thread = after.map((time, part) => (time - before[part]) / STEPS);
  return steps;
}

/** What the page's thread has spent on scripts, and on style and layout, in ms. */
async function threadTimes(page) {
  const { metrics } = await page.debug.send("Performance.getMetrics");
  const of = (name) => 1000 * metrics.find((metric) => metric.name === name).value;
  return [of("ScriptDuration"), of("RecalcStyleDuration") + of("LayoutDuration")];
}

/** Takes the last digit away and types it again, over and over: every key changes the number. */
async function typeInto(page, box) {
  await box.click();
  await page.keyboard.press("End");
  const last = (await box.inputValue()).at(-1) ?? "5";
  return measureSteps(page, (k) => page.keyboard.press(k % 2 === 0 ? "Backspace" : last));
}

/** Drags a handle to and fro, a little at a time. */
async function dragHandle(page, handle, along) {
  await handle.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await handle.boundingBox();
  const middle = [x + width / 2, y + height / 2];
  await page.mouse.move(...middle);
  await page.mouse.down();
  const steps = await measureSteps(page, (k) => {
    const off = 3 * (k % 20 < 10 ? k % 20 : 20 - (k % 20)) + 3;
    return page.mouse.move(middle[0] - (along === "x" ? off : 0), middle[1] - (along === "y" ? off : 0));
  });
  await page.mouse.up();
  return steps;
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (share, numbers) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))];
const three = (numbers) =>
  [at(0.5, numbers), at(0.95, numbers), Math.max(...numbers)].map((ms) => ms.toFixed(1).padStart(7)).join("");

function printSteps(name, steps) {
  const of = (part) => three(steps.map((step) => step[part]));
  console.log(`  ${name.padEnd(36)}${String(steps.length).padStart(4)}  |${of("work")}  |${of("handling")}  |${of("painting")}  |${of("frame")}  |${of("wait")}  |${steps.thread.map((ms) => ms.toFixed(1).padStart(7)).join("")}`);
}

async function printMemory(name, page) {
  const heap = await page.debug.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => globalThis.meter.memory?.buffer.byteLength ?? 0);
  const mega = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  console.log(`  ${name.padEnd(36)}JS ${mega(heap.usedSize)}, wasm ${mega(wasm)}`);
}

const wanted = process.argv.slice(2);
const wants = (name) => wanted.length === 0 || wanted.includes(name);

const site = await startSite();

console.log(`\nStart, cold, median of ${STARTS}: ms from navigation to ready, and to the first figure drawn`);
for (const slower of [1, SLOWER]) {
  const starts = [];
  for (let k = 0; k < STARTS; k += 1) starts.push(await measureStart(site, slower));
  const median = (part) => at(0.5, starts.map((times) => times[part])).toFixed(0);
  console.log(`  processor ÷ ${slower}: ready ${median(0)}, drawn ${median(1)}`);
}

console.log(`\nPer step at a processor ÷ ${SLOWER}, ms: median, 95th percentile, greatest`);
console.log(`  ${"".padEnd(36)}   n  |${"work".padStart(21)}  |${"handling".padStart(21)}  |${"painting".padStart(21)}  |${"frame".padStart(21)}  |${"wait".padStart(21)}  |   in the thread`);

const baseline = await site.open({
  prepare: async (page) => {
    await prepare(SLOWER)(page);
    await page.route("**/bare.html", (route) => route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><title>bare</title><label>Number <input></label>"
        + "<canvas width=1800 height=800 style='width:900px;height:400px'></canvas>",
    }));
  },
  hash: "bare.html",
  until: "loaded",
});
await baseline.evaluate(() => {
  const canvas = document.querySelector("canvas");
  const brush = canvas.getContext("2d");
  const paint = () => {
    brush.clearRect(0, 0, canvas.width, canvas.height);
    for (let k = 0; k < 10; k += 1) brush.fillRect(180 * k, 600 * Math.random(), 90, 200);
  };
  document.querySelector("input").addEventListener("input", () => requestAnimationFrame(paint));
});
await baseline.getByRole("textbox").fill("25");
printSteps("a box and ten bars, keys", await typeInto(baseline, baseline.getByRole("textbox")));
await baseline.close();

const page = await site.open({ prepare: prepare(SLOWER) });
const price = page.getByRole("textbox", { name: "星巴克·价格（元）" });
if (wants("perceived")) {
  printSteps("perceived value, keys in a price", await typeInto(page, price.first()));
  const weight = page.getByRole("textbox", { name: "口味·分量" });
  printSteps("perceived value, keys in a weight", await typeInto(page, weight));
  printSteps("perceived value, drag of a price", await dragHandle(page, page.getByRole("slider", { name: "星巴克·价格" }), "x"));
}
if (wants("lifetime")) {
  await goTo(page, PAGES.lifetime.zh);
  printSteps("lifetime value, keys in retention", await typeInto(page, page.getByRole("textbox", { name: "保持率（%）" })));
  printSteps("lifetime value, keys in the price", await typeInto(page, price));
  const curve = page.getByRole("figure", { name: "还在的客户" }).getByRole("slider");
  printSteps("lifetime value, drag of survival", await dragHandle(page, curve, "y"));
}

// On every other page the first number that can be typed, and the first handle of its figure.
for (const [name, { zh }] of Object.entries(PAGES)) {
  if (["perceived", "lifetime", "cases"].includes(name) || !wants(name)) continue;
  await goTo(page, zh);
  const number = page.locator("main .number .box input").first();
  await number.waitFor();
  printSteps(`${name}, keys`, await typeInto(page, number));
  const handle = page.locator("main .grab:not(.quiet)").first();
  if (!(await handle.count())) continue;
  const along = (await handle.getAttribute("aria-orientation")) === "vertical" ? "y" : "x";
  printSteps(`${name}, drag`, await dragHandle(page, handle, along));
}

console.log("\nMemory after all that");
await printMemory("the page", page);
await page.close();
await site.stop();
