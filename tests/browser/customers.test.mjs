// The customer base: the model by hand and fitted, the published numbers, files of every kind.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answer, box, drag, dragByTouch, figure, handle, holds, isSaved, press, reads, rowsOf, textOf, type, undo, unfold, until } from "./acts.mjs";
import { HEADING as CSV, million } from "./purchases.mjs";
import { axe, root, sidewaysScroll, startSite } from "./support.mjs";

const SLOW = 60_000;

let site;
let folder;
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), "customers-"));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await site.stop();
});

const data = (page) => page.locator(".data");
const opened = (page) => data(page).locator(".finding");
const trouble = (page) => data(page).locator("[role=alert]");

/** Waits, also where the machine is busy. */
const eventually = (page, check, given) => page.waitForFunction(check, given, { timeout: SLOW });
const says = (page, place, part) =>
  eventually(page, ([place, part]) => document.querySelector(place)?.innerText.includes(part), [place, part]);

/** The page with its made-up customers. */
async function openCustomers(options) {
  const page = await site.open({ hash: "#/customers", ...options });
  const start = (options?.language ?? "zh") === "en" ? "Of 1,500" : "1,500 位客户里";
  await says(page, ".answer", start);
  return page;
}

/** Gives the page a file, as a choice in its dialog would. */
async function give(page, content, name = "purchases.csv") {
  const file = join(folder, name);
  writeFileSync(file, content);
  await page.locator('.data input[type="file"]').setInputFiles(file, { timeout: SLOW });
}

async function readIt(page, name) {
  await page.getByRole("button", { name: "就这样读", exact: true }).click({ timeout: SLOW });
  await says(page, ".data .finding", `${name}：`);
}

/** The purchases of the first 39 weeks of the published records, as a shop would export them. */
function cdnow() {
  const text = readFileSync(join(root, "tests/data/cases/data/CDNOW_sample.txt"), "utf8");
  const rows = text.trim().split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const first = rows.filter(([, , date]) => date <= "19970930");
  return CSV + first.map(([id, , date, , amount]) => `${id},${date.replace(/(....)(..)(..)/, "$1-$2-$3")},${amount}\n`).join("");
}

async function typeAll(page, boxes) {
  for (const [name, text] of Object.entries(boxes)) await type(box(page, name), text);
}

const PARAMETERS = ["r 购买率的形状", "α 购买率的尺度（周）", "a 离开的形状", "b 留下的形状"];
const forecast = (page) => page.locator(".one .finding");

test("the published predictions through the page", async () => {
  const page = await openCustomers();
  await typeAll(page, {
    "r 购买率的形状": "0.242593", "α 购买率的尺度（周）": "4.413532", "a 离开的形状": "0.792886", "b 留下的形状": "2.425752",
    "p 单笔的形状": "6.25", "q 客户间的形状": "3.74", "v 客户间的尺度": "15.45", "预计未来（周）": "1",
  });
  const rows = [["26", "30.86", "31", "0.7106"], ["29", "37.71", "38", "0.6624"], ["18", "35.14", "35.86", "0.4249"]];
  for (const [repeats, recency, age, expected] of rows) {
    await typeAll(page, { "回购次数 x": repeats, "首购到末购 t（周）": recency, "首购到现在 T（周）": age });
    await until(() => textOf(forecast(page)), (text) => text.includes(`预计买 ${expected} 次`));
  }
  await typeAll(page, { "回购次数 x": "2", "首购到末购 t（周）": "30.43", "首购到现在 T（周）": "38.86", "平均每次花（元）": "22.35", "预计未来（周）": "39" });
  await until(() => textOf(forecast(page)), (text) => /72\.66%/.test(text) && /1\.22/.test(text) && /24\.6[67] 元/.test(text));
  await until(() => page.getByRole("math").getAttribute("aria-label"), /= 0\.7266/);
  await page.close();
});

test("by hand first, then fitted, and back by undo", async () => {
  const page = await openCustomers();
  const histogram = figure(page, "回购次数：数据与模型");
  await histogram.getByRole("button", { name: "表", exact: true }).click();
  const before = await rowsOf(histogram);
  assert.equal(before.length, 9);
  await page.locator(".inputs").getByRole("button", { name: "MBG/NBD", exact: true }).click();
  await until(async () => (await rowsOf(histogram))[1][2], (cell) => cell !== before[1][2]);
  await undo(page);
  await press(page, "拟合");
  await until(() => box(page, PARAMETERS[0]).inputValue(), (text) => text !== "0.5");
  await until(() => textOf(page.locator(".fits .finding")), /BG\/NBD/);
  await undo(page);
  await holds(box(page, PARAMETERS[0]), "0.5");
  await page.close();
});

test("the customer asked about: boxes, mouse, keys and touch to the same place", async () => {
  const page = await openCustomers({ touch: true });
  const story = figure(page, "一位客户的沉默");
  const now = handle(story, "首购到现在 T");
  await until(() => now.count(), 1);
  await now.focus();
  await page.keyboard.press("ArrowRight");
  await holds(box(page, "首购到现在 T（周）"), "53");
  const settled = () => box(page, "首购到现在 T（周）").inputValue().then(Number);
  await drag(page, now, { x: 40 });
  const far = await until(settled, (weeks) => weeks > 53);
  await undo(page);
  const back = await until(settled, (weeks) => weeks < far);
  await dragByTouch(page, now, { x: 40 });
  await until(settled, (weeks) => Math.abs(weeks - back - (far - 53)) <= 1);
  const map = page.getByRole("figure").filter({ has: page.getByRole("slider", { name: "首购到末购 t", exact: true }) });
  const recency = map.locator(".grab").first();
  await recency.focus();
  await page.keyboard.press("ArrowLeft");
  await holds(box(page, "首购到末购 t（周）"), "29");
  await typeAll(page, { "首购到末购 t（周）": "90" });
  await until(() => textOf(forecast(page)), /互相矛盾/);
  await page.close();
});

/** Forty customers whose record is too short to tell how many leave: the shape and scale grow without end. */
function forty() {
  let rows = CSV;
  for (let k = 0; k < 200; k += 1) {
    const date = new Date(Date.UTC(2024, 0, 5 + ((k * 37) % 361)));
    rows += `C${k % 40},${date.toISOString().slice(0, 10)},${100 + ((k * 53) % 400)}\n`;
  }
  return rows;
}

test("what the data do not settle is said under the answer, and the boxes fit as well as the fit", async () => {
  const page = await openCustomers();
  assert.equal(await page.locator(".head .trouble-words").first().innerText(), "");
  await give(page, forty(), "forty.csv");
  await readIt(page, "forty.csv");
  await says(page, ".answer", "40 位客户里");
  const fits = async () => (await rowsOf(page.locator(".fits"))).slice(1).map((row) => Number(row[1].replace("−", "-").replace(",", "")));
  const best = Math.max(...await fits());
  await until(() => textOf(page.locator(".fits")), (text) => {
    const now = /现在框里的参数 (−?[\d.,]+)/.exec(text)?.[1];
    return Math.abs(Number(now?.replace("−", "-").replace(",", "")) - best) < 0.3;
  });
  await reads(page.locator(".head .trouble-words"), /定不下 .*粗略参考/);
  await page.close();
});

test("after a reload the page says whose parameters these are, and takes those of the customers shown", async () => {
  const page = await openCustomers();
  await give(page, cdnow(), "cdnow.csv");
  await readIt(page, "cdnow.csv");
  await until(() => page.locator(".elsewhere").count(), 0);
  await isSaved(page);
  await page.reload();
  await says(page, ".answer", "1,500 位客户里");
  await until(() => textOf(page.locator(".elsewhere")), /按“cdnow.csv”拟合的.*文件不会保存/);
  await press(page, "改用眼前客户的参数");
  await until(() => page.locator(".elsewhere").count(), 0);
  await undo(page);
  await until(() => page.locator(".elsewhere").count(), 1);
  await page.close();
});

test("who is worth most and who is worth a call stand under the answer", async () => {
  const page = await openCustomers();
  const named = page.locator(".standouts p");
  await until(() => named.count(), 2);
  const [best, call] = await named.allInnerTexts();
  assert.match(best, /^最值钱 (C\d+（值 [\d,]+ 元，沉默 \d+ 周，还在 \d+%）、?){3}$/);
  assert.match(call, /^最该挽留 (C\d+（.*?）、?){3}$/);
  for (const [, share] of call.matchAll(/还在 (\d+)%/g)) assert.ok(Number(share) <= 75, call);
  const { y, height } = await named.last().boundingBox();
  assert.ok(y + height < 720, "on the first screen");
  await unfold(page);
  const list = page.locator(".base .customers");
  await until(async () => (await rowsOf(list))[1]?.[0].split(" ")[0], /C\d+/.exec(best)[0]);
  await page.close();
});

test("a box refuses what is no number and the last good numbers stay", async () => {
  const page = await openCustomers();
  const r = box(page, PARAMETERS[0]);
  const said = await textOf(answer(page));
  for (const text of ["呵呵", "-1", "1e400", ""]) {
    await type(r, text);
    await until(() => r.getAttribute("aria-invalid"), "true");
    assert.equal(await textOf(answer(page)), said, text);
  }
  await type(r, "０．５");
  await until(() => r.getAttribute("aria-invalid"), "false");
  await holds(r, "0.5");
  await page.close();
});

test("the published file gives the published parameters and predictions", async () => {
  const page = await openCustomers();
  await give(page, cdnow(), "cdnow.csv");
  await readIt(page, "cdnow.csv");
  assert.match(await textOf(opened(page)), /2,357 位客户，.*946 位来过不止一次/);
  // In its record Pareto/NBD or MBG/NBD may fit a little better: the published one is chosen.
  await page.getByRole("button", { name: "用它: BG/NBD", exact: true }).click();
  const published = [0.242593, 4.413532, 0.792886, 2.425752];
  for (const [k, name] of PARAMETERS.entries()) {
    await until(() => box(page, name).inputValue(), (text) => Math.abs(Number(text) / published[k] - 1) < 0.005);
  }
  await typeAll(page, { "预计未来（周）": "1", "回购次数 x": "26", "首购到末购 t（周）": "30.86", "首购到现在 T（周）": "31" });
  await until(() => textOf(forecast(page)), (text) => Math.abs(Number(/预计买 ([\d.]+) 次/.exec(text)?.[1]) / 0.710623 - 1) < 0.005);
  await page.close();
});

/** GBK of a few characters, for a file as an older program writes it. */
const GBK = { 客: [0xbf, 0xcd], 户: [0xbb, 0xa7], 日: [0xc8, 0xd5], 期: [0xc6, 0xda], 金: [0xbd, 0xf0], 额: [0xb6, 0xee], 张: [0xd5, 0xc5], 三: [0xc8, 0xfd], 李: [0xc0, 0xee], 四: [0xcb, 0xc4] };
const gbk = (text) => Buffer.from([...text].flatMap((c) => GBK[c] ?? [c.charCodeAt(0)]));

test("another encoding, separator and decimals are recognised; the list keeps its Chinese and runs no formula", async () => {
  const page = await openCustomers();
  let rows = "客户;日期;金额\n";
  for (let k = 0; k < 40; k += 1) rows += `${k % 2 ? "张三" : "李四"}${k % 16};2024-0${1 + (k % 9)}-1${k % 10};${10 + k},50\n`;
  rows += "=cmd();2024-01-05;3,00\n坏;32.13.2024;1,00\n".replace("坏", "x");
  await give(page, gbk(rows), "账单.csv");
  const preview = page.getByRole("region", { name: "这样读，对吗？" }).first();
  await until(() => preview.count(), 1);
  await until(() => textOf(preview), /李四/);
  await readIt(page, "账单.csv");
  assert.match(await textOf(data(page)), /有 1 行没有用上.*日期读不懂 1/);
  await unfold(page);
  await says(page, ".base .customers tbody", "张三");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "导出全部为 CSV")]);
  const sheet = readFileSync(await download.path(), "utf8");
  assert.ok(sheet.startsWith('\ufeff"客户","购买次数"'));
  assert.match(sheet, /"张三1",/);
  assert.match(sheet, /"'=cmd\(\)",/);
  assert.doesNotMatch(sheet, /(^|,)"?[=+@]/m);
  await page.close();
});

test("the list is sorted, filtered, paged, and tells a story", async () => {
  const page = await openCustomers();
  await unfold(page);
  const list = page.locator(".base .customers");
  const column = async (k) => (await rowsOf(list)).slice(1).map((row) => Number(row[k].replace(/,/g, "")));
  await until(() => column(6), (values) => values.length === 20 && values.every((value, k) => k === 0 || values[k - 1] >= value));
  await list.getByRole("button", { name: "购买次数", exact: true }).click();
  await until(() => column(1), (values) => values.length === 20 && values.every((value, k) => k === 0 || values[k - 1] >= value));
  await press(page, "下一页");
  await reads(page.getByText(/第 21–40 位/), "第 21–40 位，共 1,500 位");
  await page.getByLabel("按名字找").fill("C0007");
  await until(async () => (await rowsOf(list)).length, 2);
  await page.getByRole("button", { name: "看故事: C0007", exact: true }).click();
  await until(() => figure(page, "C0007 的故事").count(), 1);
  await page.close();
});

test("the first press on the odds puts those about to leave first; a story comes into view", async () => {
  const page = await openCustomers();
  await unfold(page);
  const list = page.locator(".base .customers");
  await until(() => list.locator("tbody tr").count(), 20);
  await list.getByRole("button", { name: "还在的可能", exact: true }).click();
  const odds = async () => (await rowsOf(list)).slice(1).map((row) => parseFloat(row[4]));
  await until(odds, (values) => values.length === 20 && values[0] < 20 && values.every((value, k) => k === 0 || values[k - 1] <= value));
  const edges = (place) => place.evaluateAll((cells) => cells.map((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return Math.round(range.getBoundingClientRect().right);
  }));
  const [heads, cells] = [await edges(list.locator("thead th:not(:first-child)")), await edges(list.locator("tbody tr:first-child td:not(.act)"))];
  heads.forEach((edge, k) => assert.ok(Math.abs(edge - cells[k]) <= 2, `${heads} over ${cells}`));
  const first = (await rowsOf(list))[1][0].split(" ")[0];
  await page.getByRole("button", { name: `看故事: ${first}`, exact: true }).click();
  const told = page.locator(".told");
  await until(() => told.evaluate((place) => document.activeElement === place && place.getBoundingClientRect().top), (top) => top >= 0 && top < 200);
  await until(() => textOf(told.locator("h3")), `${first} 的故事`);
  await page.close();
});

test("on a phone the list keeps its button in view and the fits keep their words whole", async () => {
  const page = await openCustomers({ width: 390 });
  await unfold(page);
  const list = page.locator(".base .customers");
  await until(() => list.locator("tbody tr").count(), 20);
  for (const place of [list, page.locator(".base .fits .grid")]) {
    assert.ok(await place.evaluate((grid) => grid.scrollWidth <= grid.clientWidth + 1));
  }
  const narrow = await page.locator(".fits tbody td:nth-child(3)").evaluateAll((cells) => cells.map((cell) => cell.clientWidth));
  assert.ok(narrow.every((width) => width > 250), String(narrow));
  await page.close();
});

const many = (count, row) => Array.from({ length: count }, (_, k) => row(k)).join("");
const good = (k) => `${k % 7},2024-01-${String(1 + (k % 28)).padStart(2, "0")},5\n`;
const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

/** Files of no use: what each is, its bytes, and a part of what is said. */
const DAMAGED = [
  ["nothing", "", "空的"],
  ["blanks", "  \r\n \n", "空的"],
  ["only a heading", CSV, "文件是空的|没有一列像日期|没有一列说明"],
  ["a million empty lines", "\n".repeat(1_000_000), "空的"],
  ["one column of names", "客户\n甲\n乙\n丙\n", "一列"],
  ["one column of dates", "日期\n2024-01-01\n2024-01-02\n", "一列"],
  ["no dates", "客户,金额\n甲,5\n乙,6\n", "日期"],
  ["words only", "我们的客户很好，\n他们常来。\n", "一列|日期"],
  ["a workbook", bytes([0x50, 0x4b, 3, 4], Buffer.alloc(500, 7)), "另存为 CSV"],
  ["an old workbook", bytes([0xd0, 0xcf, 0x11, 0xe0], Buffer.alloc(500, 7)), "另存为 CSV"],
  ["a web page called csv", "<html><body><table><tr><td>1</td></tr></table></body></html>", "网页"],
  ["XML", "<?xml version='1.0'?><rows/>", "网页"],
  ["a PDF", "%PDF-1.7\n%âãÏÓ\n", "不是文字"],
  ["a PNG", bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], Buffer.alloc(200)), "不是文字"],
  ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0], Buffer.alloc(200)), "不是文字"],
  ["a GIF", "GIF89a......", "不是文字"],
  ["a gzip", bytes([0x1f, 0x8b, 8, 0], Buffer.alloc(100, 3)), "不是文字"],
  ["zero bytes", Buffer.alloc(4096), "不是文字"],
  ["noise", Buffer.from(Array.from({ length: 5000 }, (_, k) => (k * 7919 + (k >> 3) * 131) % 32)), "不是文字|日期|一列"],
  ["50 MB in one line", Buffer.alloc(50_000_000, "a"), "一列|长过"],
  ["a quote that never closes", `${CSV}"1,2024-01-01,5\n${many(60_000, () => "1,2024-01-01,55555\n")}`, "长过|日期|一列"],
  ["a quote that never closes further down", `${CSV}${many(9000, good)}"1,2024-01-01,5\n${many(120_000, good)}`, "长过"],
  ["five thousand columns", `a${",b".repeat(5000)}\n${`1${",2024-01-01".repeat(5000)}\n`}`, "4096|一列"],
  ["a zero byte in the middle", bytes(`${CSV}${many(9000, good)}`, [0], many(100, good)), "零字节|不是文字"],
  ["dates that are none", `${CSV}1,2024-13-45,5\n2,2024-99-01,5\n`, "日期"],
  ["all dates in the future", `${CSV}${many(30, (k) => `${k},2199-01-0${1 + (k % 9)},5\n`)}`, "明天以后"],
  ["no names", `${CSV}${many(30, (k) => `,2024-01-0${1 + (k % 9)},5\n`)}`, "没写客户|是谁买的"],
  ["rounded numbers", `手机号,日期,金额\n${many(30, (k) => `1.38E+10,2024-01-0${1 + (k % 9)},5\n`)}`, "认不出|是谁买的"],
  ["a database", "SQLite format 3\0 and so on", "不是文字"],
  ["a 7z", bytes([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], Buffer.alloc(100, 5)), "不是文字"],
  ["garbled names", bytes(CSV, ...Array.from({ length: 30 }, (_, k) => bytes("\ufffd\ufffd", `,2024-01-0${1 + (k % 9)},5\n`))), "乱码|是谁买的"],
  ["JSON", '[{"customer":"1","date":"2024-01-01"}]', ""],
  ["a program", "int main() {\n  return 0;\n}\n", "一列|日期"],
];

test("files of no use end in a sentence and leave the page as it was", async () => {
  const page = await openCustomers();
  const [said, base] = [await textOf(answer(page)), await textOf(opened(page))];
  const silent = [];
  for (const [what, content, part] of DAMAGED) {
    await give(page, content, "damaged.csv");
    const preview = page.getByRole("button", { name: "就这样读", exact: true });
    await eventually(page, () => document.querySelector(".data [role=alert]").innerText || document.querySelector(".preview"));
    if (await preview.count()) {
      await preview.click();
      await eventually(page, () => document.querySelector(".data [role=alert]").innerText || /^damaged/.test(document.querySelector(".data .finding").innerText));
    }
    const words = await textOf(trouble(page));
    if (!words.includes("页面没有改动") || !new RegExp(part).test(words)) silent.push(`${what}: ${words}`);
    assert.equal(await textOf(opened(page)), base, what);
    assert.equal(await textOf(answer(page)), said, what);
  }
  assert.deepEqual(silent, []);
  assert.ok(DAMAGED.length >= 30);
  await page.close();
});

test("mixed rows: what can be read is, the rest is listed by row", async () => {
  const page = await openCustomers();
  const rows = [
    "1,2024-01-01,5", "2,2024/1/2,￥1,5", "3,2024年1月3日,-5", "4,,5", ",2024-01-05,5", "5,2024-01-06,", "6,昨天,5", "7",
    "8,2999-01-01,5", "", "9,2024-01-09,0", "1,2024-02-01,5", "2,2024-02-02,6", "=1+1,2024-02-03,7",
  ];
  await give(page, `客户编号,日期,金额\n${rows.join("\n")}\n`, "mixed.csv");
  await readIt(page, "mixed.csv");
  const left = data(page).locator(".left-out");
  assert.match(await textOf(left), /有 [67] 行没有用上/);
  await left.locator("summary").click();
  const listed = (await rowsOf(left)).map(([row]) => row);
  assert.ok(["5", "6", "7", "8", "9"].every((row) => listed.includes(row)), String(listed));
  await reads(page.locator(".fits tbody tr").first(), /数据太少/);
  await page.close();
});

test("pasting, headings that repeat, and a column corrected by hand", async () => {
  const page = await openCustomers();
  await press(page, "粘贴表格");
  await page.getByLabel("从表格软件复制，贴在这里").fill(`编号\t编号\t日期\n${many(60, (k) => `${k}\tA${k % 9}\t2024-0${1 + (k % 9)}-11\n`)}`);
  await press(page, "读取粘贴的内容");
  await page.getByLabel("客户在").selectOption("1");
  await readIt(page, "粘贴表格");
  assert.match(await textOf(opened(page)), /9 位客户/);
  await page.getByLabel("按名字找").count();
  await press(page, "用模拟客户");
  await says(page, ".data .finding", "模拟的客户：1,500");
  await page.close();
});

test("a million rows: given up and taken; the page's own thread is never held up", async (context) => {
  const page = await openCustomers();
  const [said, base] = [await textOf(answer(page)), await textOf(opened(page))];
  const file = Buffer.from(million());
  const watch = () => page.evaluate(() => {
    globalThis.gaps = [];
    new PerformanceObserver((list) => globalThis.gaps.push(...list.getEntries().map((entry) => entry.duration)))
      .observe({ type: "longtask", buffered: false });
  });
  await give(page, file, "million.csv");
  await page.getByRole("button", { name: "就这样读", exact: true }).click({ timeout: SLOW });
  await page.getByRole("button", { name: "取消", exact: true }).click();
  await until(() => page.locator(".progress").count(), 0);
  assert.deepEqual([await textOf(answer(page)), await textOf(opened(page))], [said, base]);

  await give(page, file, "million.csv");
  const read = page.getByRole("button", { name: "就这样读", exact: true });
  await read.waitFor({ timeout: SLOW });
  await watch();
  const begun = Date.now();
  await read.click();
  await page.waitForFunction(() => document.querySelector(".data .finding").innerText.startsWith("million.csv"), null, { timeout: 10 * SLOW });
  const fitted = Date.now() - begun;
  await page.waitForFunction(() => !document.querySelector(".answer").innerText.startsWith("1,500"), null, { timeout: 10 * SLOW });
  const shown = Date.now() - begun;
  const gaps = await page.evaluate(() => globalThis.gaps);
  const mb = await page.locator(".memory").innerText();
  context.diagnostic(`${(file.length / 1e6).toFixed(1)} MB, 1,000,000 rows: read and three models fitted after ${fitted} ms, all values after ${shown} ms; ${mb}; longest tasks of the page over 50 ms: ${gaps.length ? gaps.map(Math.round).join(", ") : "none"}`);
  assert.match(await textOf(opened(page)), /1,000,000 笔/);
  await page.close();
});

test("both languages, in all widths, and nothing for axe to find", async () => {
  for (const [language, width] of [["zh-CN", 1280], ["en", 390], ["zh-CN", 320], ["en", 1920]]) {
    const page = await openCustomers({ language: language === "en" ? "en" : "zh-CN", width });
    await unfold(page);
    await until(() => page.locator(".base .customers tbody tr").count(), 20);
    assert.deepEqual(await axe(page), []);
    assert.equal(await sidewaysScroll(page), 0, `${language} ${width}`);
    await page.close();
  }
});
