// A salesperson with a client's numbers: own offers, files, two tabs, no network, no storage.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  PAGES, SAMPLES, answer, box, choose, drag, figure, goTo, handle, holds, isSaved, keptCase, openSample, press, reads, region, type, undo, until,
} from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
let folder;
before(async () => {
  site = await startSite();
  folder = await mkdtemp(join(tmpdir(), "customer-value-"));
});
after(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

const KEY = "customer-value.case";
const FIRST = "星巴克，净价值 +20 元，比便利店多 7.8 元。";
const SAVED = "已保存";
const REPLACED = "换成了另一个案例。";
const costs = (page) => region(page, "客户付出什么");
const priceBox = (page) => box(costs(page), "星巴克·价格（元）");
const message = (page) => page.locator(".messages .message");
const stored = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);

/** Everything a case shows: what the boxes hold on both pages, and both answers. */
async function everything(page) {
  const shown = {};
  for (const name of ["终身价值", "感知价值"]) {
    await goTo(page, name);
    await reads(page.getByRole("navigation").locator("[aria-current=page]"), name);
    shown[name] = await page.locator("main").getByRole("textbox").evaluateAll((boxes) =>
      boxes.map((place) => [place.ariaLabel, place.value]));
    shown[`${name}, answer`] = await answer(page).innerText();
  }
  shown.title = await box(page, "案例名称").inputValue();
  return shown;
}

/** A client's case: names, prices, scores, currency and the customer's side. */
async function enterTheClientsNumbers(page) {
  await type(page.getByRole("textbox", { name: "案例名称" }), "北方物流 2026");
  for (const [k, name] of ["我们的方案", "对手甲", "什么也不买"].entries()) {
    await type(page.getByRole("textbox", { name: "方案·名称" }).nth(k), name);
  }
  await page.getByRole("combobox", { name: "货币" }).selectOption({ label: "美元 ($)" });
  await type(box(page, "满分方案值（美元）"), "12万");
  for (const [name, price] of [["我们的方案", "48000"], ["对手甲", "4.1万"], ["什么也不买", "0"]]) {
    await type(box(costs(page), `${name}·价格（美元）`), price);
  }
  await type(box(page, "口味·分量"), "0");
  await goTo(page, "终身价值");
  await type(box(page, "保持率（%）"), "9成");
  await type(box(page, "每期购买次数"), "2");
  await goTo(page, "感知价值");
}

async function saveFile(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "案例文件", "保存")]);
  const path = join(folder, name);
  await download.saveAs(path);
  return { path, name: download.suggestedFilename(), text: await readFile(path, "utf8") };
}

async function openFile(page, path) {
  await page.getByRole("button", { name: "案例文件" }).click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "打开")]);
  await chooser.setFiles(path);
}

/** Drops a file on the page as from the desktop. */
async function dropFile(page, name, text) {
  const data = await page.evaluateHandle(([title, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], title, { type: "application/json" }));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent("main", "dragover", { dataTransfer: data });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
}

test("a client's case is saved, and opens in another browser with all it had, chosen or dropped", async () => {
  const page = await site.open();
  await enterTheClientsNumbers(page);
  const file = await saveFile(page, "client.json");
  const wanted = await everything(page);
  await page.close();

  assert.equal(file.name, "北方物流 2026.json");
  const { app, version, case: saved } = JSON.parse(file.text);
  assert.deepEqual([app, version], ["customer-value", 1]);
  assert.equal(saved.title, "北方物流 2026");
  assert.equal(saved.currency, "USD");
  assert.deepEqual(saved.offers.map(({ name, price }) => [name, price]), [["我们的方案", 48000], ["对手甲", 41000], ["什么也不买", 0]]);
  assert.equal(saved.customer.retention, 0.9);
  assert.equal(saved.criteria[0].weight, 0);
  assert.deepEqual(saved.criteria[0].name, { zh: "口味", en: "Taste" });

  for (const bring of [(other) => openFile(other, file.path), (other) => dropFile(other, file.name, file.text)]) {
    const other = await site.open();
    await bring(other);
    await reads(message(other), new RegExp(`^${REPLACED}`));
    assert.deepEqual(await everything(other), wanted);
    await isSaved(other);
    assert.deepEqual(await keptCase(other), saved);
    await press(other, "知道了");
    await until(() => message(other).count(), 0);
    await undo(other);
    await reads(answer(other), FIRST);
    await other.close();
  }
});

test("Ctrl+S saves the file too", async () => {
  const page = await site.open();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  assert.equal(download.suggestedFilename(), "一杯咖啡为什么值 25 元.json");
  await page.close();
});

const GOOD = { app: "customer-value", version: 1, case: {} };
const ROWS = (count) => JSON.stringify({ ...GOOD, case: { offers: Array.from({ length: count }, (_, id) => ({ id })) } });
const BAD_FILES = [
  ["damaged", '{"app":"customer-value","version":1,"case":{', /^这个文件坏了/],
  ["not JSON", "姓名,价格\r\n甲,20", /^这个文件坏了/],
  ["empty", "", /^这个文件坏了/],
  ["a number where a list should be", JSON.stringify({ ...GOOD, case: { offers: 5 } }), /^这个文件坏了/],
  ["of another program", '{"app":"another","version":1,"case":{}}', /^这不是客户价值的案例文件/],
  ["just a list", "[1,2,3]", /^这不是客户价值的案例文件/],
  ["newer", '{"app":"customer-value","version":99,"case":{}}', /^这个文件是更新版本的程序存的/],
  ["of too many rows", ROWS(6), /^这个文件里的行数太多/],
  ["huge", JSON.stringify({ ...GOOD, padding: "x".repeat(1_100_000) }), /^这个文件太大/],
];
test("files that are no case: each gets its sentence, in both languages, and the case stays as it was", async () => {
  const page = await site.open();
  await type(priceBox(page), "24");
  await isSaved(page);
  const before = await stored(page);
  for (const [what, text, sentence] of BAD_FILES) {
    const path = join(folder, "bad.json");
    await writeFile(path, text);
    for (const bring of [() => openFile(page, path), () => dropFile(page, "bad.json", text)]) {
      await bring();
      await reads(message(page), sentence).catch((error) => assert.fail(`${what}: ${error.message}`));
      await reads(message(page), /当前案例没有动/);
      await press(page, "EN");
      await reads(message(page), /The open case is untouched/);
      await press(page, "中文");
      await press(page, "知道了");
      await until(() => message(page).count(), 0);
    }
    await reads(answer(page), "星巴克，净价值 +21 元，比便利店多 8.8 元。");
    assert.equal(await stored(page), before, what);
  }
  await undo(page);
  await reads(answer(page), FIRST);
  await page.close();
});

test("undo in the message of a bad file does not undo something else", async () => {
  const page = await site.open();
  await type(priceBox(page), "24");
  await dropFile(page, "bad.json", "nothing");
  await reads(message(page), /^这个文件坏了/);
  assert.equal(await message(page).getByRole("button", { name: "撤销" }).count(), 0, "nothing was replaced, so there is nothing to take back");
  await page.close();
});

test("an odd but readable file is made whole", async () => {
  const page = await site.open();
  const odd = { ...GOOD, case: { title: "半份", offers: [{ name: "甲", price: 1e300 }, { name: "乙", scores: [7] }], criteria: [{ name: "质量", weight: 3 }], surprise: { deep: [1] } } };
  await dropFile(page, "odd.json", JSON.stringify(odd));
  await reads(message(page), new RegExp(`^${REPLACED}`));
  await holds(box(costs(page), "甲·价格（元）"), "1,000,000,000,000");
  await holds(box(page, "乙·质量·得分（分）"), "7");
  await goTo(page, "终身价值");
  await holds(box(page, "保持率（%）"), "80");
  await page.close();
});

test("text dropped on a box is not taken for a file", async () => {
  const page = await site.open();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "hello");
    return transfer;
  });
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await until(() => message(page).count(), 0);
  await page.close();
});

test("back to the sample, and back from it", async () => {
  const page = await site.open();
  await enterTheClientsNumbers(page);
  const wanted = await everything(page);
  await choose(page, "案例文件", "恢复案例原样");
  await reads(answer(page), FIRST);
  await reads(message(page), /^案例恢复了原样。/);
  await message(page).getByRole("button", { name: "撤销" }).click();
  await until(() => message(page).count(), 0);
  assert.deepEqual(await everything(page), wanted);
  await page.close();
});

test("in a blank case every number that only holds a place says so, until it is the client's", async () => {
  const page = await site.open();
  const legend = page.getByText("虚线框里还是占位的数，不是客户的；改过的框是实线。");
  await reads(page.locator("h1"), PAGES.perceived.question.zh);
  assert.equal(await legend.count(), 0, "the sample's numbers are whole");
  await openSample(page, SAMPLES.blank, PAGES.perceived.zh);
  await legend.waitFor();
  const [ours, theirs] = await Promise.all(["我们的方案", "对手的方案"].map((offer) =>
    box(costs(page), `${offer}·价格（元）`).elementHandle()));
  const marks = () => Promise.all([ours, theirs].map((each) => each.evaluate((field) => [
    field.getAttribute("aria-description"),
    getComputedStyle(field.parentElement).borderTopStyle,
  ])));
  await until(marks, [["还是占位的数", "dashed"], ["还是占位的数", "dashed"]]);
  await ours.fill("120");
  await until(marks, [[null, "solid"], ["还是占位的数", "dashed"]]);
  await page.getByRole("button", { name: "EN" }).click();
  await page.getByText("A number in a dashed box still holds a place").waitFor();
  await until(marks, [[null, "solid"], ["Still holds a place", "dashed"]]);
  await page.close();
});

test("a change is kept within half a second", async () => {
  const page = await site.open();
  await page.clock.install();
  await priceBox(page).fill("24");
  await isSaved(page, "正在保存");
  await page.clock.runFor(500);
  assert.equal((await keptCase(page)).offers[0].price, 24);
  await isSaved(page);
  await page.close();
});

test("leaving the page keeps the last change at once", async () => {
  const page = await site.open();
  await priceBox(page).fill("23");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
  assert.equal((await keptCase(page)).offers[0].price, 23);
  await priceBox(page).fill("22");
  await page.reload();
  await page.ready();
  await holds(priceBox(page), "22");
  await page.close();
});

/** A second tab of the same browser. */
async function openSecondTab(page) {
  const tab = await page.context().newPage();
  tab.setDefaultTimeout(10_000);
  await tab.goto(site.address);
  await reads(answer(tab), /净价值/);
  return tab;
}
const CONFLICT = /^这个案例在另一个标签页里改过了。/;

for (const [choice, price] of [["用那边的", "24"], ["用这边的", "25"]]) {
  test(`two tabs: the other one is told, and “${choice}” settles it`, async () => {
    const page = await site.open();
    const tab = await openSecondTab(page);
    await type(priceBox(page), "24");
    await isSaved(page);
    await reads(message(tab), CONFLICT);
    // Nothing of this tab overwrites the other's while that is open.
    await type(box(costs(tab), "便利店·价格（元）"), "11");
    await tab.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    assert.equal((await keptCase(page)).offers[0].price, 24);
    await press(tab, choice);
    await until(() => message(tab).count(), 0);
    await holds(priceBox(tab), price);
    await holds(box(costs(tab), "便利店·价格（元）"), choice === "用那边的" ? "12" : "11");
    await until(async () => (await keptCase(tab)).offers[0].price, Number(price));
    if (choice === "用这边的") await reads(message(page), CONFLICT);
    else assert.equal(await message(page).count(), 0, "the first tab need not be told of its own case");
    await page.close();
  });
}

test("two tabs: both change at once, and neither is overwritten silently", async () => {
  const page = await site.open();
  const tab = await openSecondTab(page);
  await Promise.all([priceBox(page).fill("24"), priceBox(tab).fill("26")]);
  const conflicts = async () => (await message(page).count()) + (await message(tab).count());
  await until(conflicts, (count) => count >= 1);
  const kept = (await keptCase(page)).offers[0].price;
  const loser = kept === 24 ? tab : page;
  await reads(message(loser), CONFLICT);
  await holds(priceBox(loser), kept === 24 ? "26" : "24");
  await press(loser, "用这边的");
  await until(async () => (await keptCase(page)).offers[0].price, kept === 24 ? 26 : 24);
  await page.close();
});

test("two tabs: taking theirs can be undone", async () => {
  const page = await site.open();
  const tab = await openSecondTab(page);
  await type(priceBox(tab), "26");
  await reads(message(page), CONFLICT);
  await press(page, "用那边的");
  await holds(priceBox(page), "26");
  await page.locator("h1").click();
  await undo(page);
  await holds(priceBox(page), "25");
  await page.close();
});

/** Makes the browser's storage useless before the page starts. */
const forbidStorage = (page) => page.addInitScript(() => {
  Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
});
const fillStorage = (page) => page.addInitScript(() => {
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
});

for (const [what, prepare] of [["forbidden", forbidStorage], ["full", fillStorage]]) {
  test(`storage ${what}: the page works and says that it cannot save`, async () => {
    const page = await site.open({ prepare });
    await reads(answer(page), FIRST);
    await type(priceBox(page), "24");
    await isSaved(page, "这个浏览器不让保存，请用“保存”存成文件");
    await reads(answer(page), "星巴克，净价值 +21 元，比便利店多 8.8 元。");
    await press(page, "EN");
    await isSaved(page, "This browser does not let us save; use Save to keep a file");
    await press(page, "中文");
    const file = await saveFile(page, "kept.json");
    assert.equal(JSON.parse(file.text).case.offers[0].price, 24);
    await page.close();
  });
}

test("offline everything works", async () => {
  const page = await site.open();
  await page.context().setOffline(true);
  await type(priceBox(page), "24");
  await reads(answer(page), "星巴克，净价值 +21 元，比便利店多 8.8 元。");
  await goTo(page, "终身价值");
  await drag(page, handle(figure(page, "还在的客户")), { y: 20 });
  await until(async () => Number(await box(page, "保持率（%）").inputValue()), (found) => found < 75);
  await goTo(page, "案例库");
  await press(page, "打开这个案例: 卡特彼勒：贵一万美元，凭什么");
  await goTo(page, "感知价值");
  await reads(answer(page), "卡特彼勒，净价值 +10,000 美元，比对手多 10,000 美元。");
  await choose(page, "外观", "深色");
  await until(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
  const file = await saveFile(page, "offline.json");
  assert.equal(JSON.parse(file.text).case.sample, "caterpillar");
  await isSaved(page, SAVED);
  await page.close();
});

for (const [what, text] of [["broken", '{"app":"customer-value","ver'], ["of a newer version", '{"app":"customer-value","version":99,"case":{}}']]) {
  test(`a stored case that is ${what}: says so, opens the sample, keeps the text aside`, async () => {
    const page = await site.open({ storage: { [KEY]: text } });
    await reads(message(page), /^上次保存的案例读不出来，已另存一份，现在打开的是示例。/);
    await reads(answer(page), FIRST);
    assert.equal(await page.evaluate(() => localStorage.getItem("customer-value.case.broken")), text);
    await press(page, "知道了");
    await type(priceBox(page), "24");
    await isSaved(page);
    await page.reload();
    await page.ready();
    await until(() => message(page).count(), 0);
    await holds(priceBox(page), "24");
    assert.equal(await page.evaluate(() => localStorage.getItem("customer-value.case.broken")), text, "the text is still there");
    await page.close();
  });
}

test("what the page shows when it fails is the case as it stands", async () => {
  const page = await site.open();
  await type(priceBox(page), "24");
  await isSaved(page);
  const left = JSON.parse(await page.evaluate(() => globalThis.customerValueCase));
  assert.equal(left.case.offers[0].price, 24);
  await page.close();
});
