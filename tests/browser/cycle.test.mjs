// The life cycle: the worked examples typed into the page, its handles, its measures.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, box, drag, dragByTouch, figure, handle, holds, press, reads, rowsOf, type, undo, until, wayTo } from "./acts.mjs";
import { axe, sidewaysScroll, startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const openPage = (options) => site.open({ hash: "#/cycle", height: 700, ...options });
const curves = (page) => figure(page, "收入、成本与两块面积");
const flag = (page) => page.locator(".head .flag");
const point = (k, part) => `第 ${k} 点·${part}`;
const revenue = (k) => point(k, "每年收入");
const cost = (k) => point(k, "每年成本");
const sums = (page) => page.locator(".cycle .sum").allInnerTexts();
const measure = (page, name) => page.locator(".measure").filter({ has: page.getByRole("button", { name, exact: true }) });
const near = (wanted, slack) => (found) => Math.abs(Number(String(found).replaceAll(",", "")) - wanted) <= slack;

test("E10: crossing, money back, both areas and the net", async () => {
  const page = await openPage();
  await reads(answer(page), "第 1.286 年起每年赚钱，第 2.414 年收回投入，4 年共值 8,000 元。");
  await reads(flag(page), "A 是垫进去的 −2,142.86 元，B 是赚回来的 +10,142.86 元。");
  await until(() => sums(page), ["0", "−2,000", "−1,250", "2,500", "8,000"]);
  // Typed anew from other numbers, it comes out the same.
  const illustration = page.getByText("这一页的数还是示意");
  await until(() => illustration.count(), 1);
  for (const [k, [r, c]] of [[1, [5, 5]], [4, [1, 9]]]) {
    await type(box(page, `${revenue(k)}（元）`), String(r));
    await type(box(page, `${cost(k)}（元）`), String(c));
  }
  await until(() => illustration.count(), 0);
  await type(box(page, `${revenue(1)}（元）`), "0");
  await type(box(page, `${cost(1)}（元）`), "3千");
  await type(box(page, `${revenue(4)}（元）`), "1万");
  await type(box(page, `${cost(4)}（元）`), "５０００");
  await reads(answer(page), /^第 1\.286 年起每年赚钱，第 2\.414 年/);
  const formula = page.locator(".formula [role=math]");
  await until(() => formula.getAttribute("aria-label"), /= 10,142.86 − 2,142.86 = 8,000/);
  await until(() => formula.getAttribute("aria-label"), /t1 = 1 \+ \(1,000\) \/ \(1,000 \+ 2,500\) = 1.286/);
  const bars = curves(page);
  await bars.getByRole("button", { name: "表", exact: true }).click();
  await until(async () => (await rowsOf(bars)).slice(-2), [
    ["3", "10,000", "5,000", "5,000", "2,500"],
    ["4", "12,000", "6,000", "6,000", "8,000"],
  ]);
  await page.close();
});

test("every point is dragged: by mouse, finger and keyboard to the same place, and one step back", async () => {
  const page = await openPage({ touch: true });
  const place = curves(page);
  await until(() => place.locator(".grab").count(), 10);
  const there = box(page, `${revenue(3)}（元）`);
  const grab = handle(place, revenue(3));
  const way = await wayTo(place, { name: revenue(3), now: 7000, to: 9000 }, { name: cost(3), now: 4500 });
  await drag(page, grab, way);
  await until(() => there.inputValue(), near(9000, 100));
  await undo(page);
  await holds(there, "7,000");
  await dragByTouch(page, grab, way);
  await until(() => there.inputValue(), near(9000, 100));
  await undo(page);
  await holds(there, "7,000");
  await grab.focus();
  for (let k = 0; k < 20; k += 1) await page.keyboard.press("ArrowUp");
  await holds(there, "9,000");
  await reads(answer(page), /4 年共值 10,000 元。$/);
  await handle(place, cost(1)).focus();
  await page.keyboard.press("PageDown");
  await holds(box(page, `${cost(1)}（元）`), "2,000");
  await page.close();
});

test("E9: four stages, by their boxes and by their borders", async () => {
  const page = await openPage();
  await press(page, "按四个阶段");
  await reads(answer(page), "第 1 年起每年赚钱，第 1.667 年收回投入，4 年共值 5,500 元。");
  await until(() => sums(page), ["−1,000", "1,500", "4,500", "500"]);
  const setUp = box(page, "建立期·时长（年）");
  await type(setUp, "0.5");
  await reads(answer(page), /3\.5 年共值 6,000 元。$/);
  await type(box(page, "成熟期·时长（年）"), "2");
  await reads(answer(page), /4 年共值 7,500 元。$/);
  await undo(page);
  await undo(page);
  await reads(answer(page), /共值 5,500 元。$/);
  const place = curves(page);
  const way = await wayTo(place, { name: "建立期·时长", now: 1, to: 0.5 }, { name: "成长期·时长", now: 2 });
  await drag(page, handle(place, "建立期·时长"), way);
  await until(() => setUp.inputValue(), near(0.5, 0.1));
  await undo(page);
  await holds(setUp, "1");
  await handle(place, "建立期·时长").focus();
  for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowLeft");
  await holds(setUp, "0.5");
  await reads(answer(page), /共值 6,000 元。$/);
  await handle(place, "成熟期·每年收入").focus();
  await page.keyboard.press("ArrowUp");
  await holds(box(page, "成熟期·每年收入（元）"), "4,020");
  // The curves have kept their numbers, and the stages theirs.
  await press(page, "按曲线上的点");
  await reads(answer(page), /4 年共值 8,000 元。$/);
  await press(page, "按四个阶段");
  await holds(setUp, "0.5");
  await page.close();
});

test("E9 and E11: what can be done, each alone and together, beside before", async () => {
  const page = await openPage();
  await reads(measure(page, "交叉销售").locator(".measure-head b"), "+2,500 元");
  await press(page, "交叉销售");
  await reads(answer(page), "第 1.222 年起每年赚钱，第 2.2 年收回投入，4 年共值 10,500 元。");
  await reads(flag(page), "A 是垫进去的 −2,111.11 元，B 是赚回来的 +12,611.11 元。 和原来比：净值 +2,500 元（8,000 → 10,500），起赚 1.286 年 → 1.222 年，回本 2.414 年 → 2.2 年。");
  // The handles stay on the curve that was typed.
  await until(() => handle(curves(page), revenue(5)).getAttribute("aria-valuetext"), "12,000 元");
  await type(box(page, "交叉销售·每年多收入（元）"), "2000");
  await reads(flag(page), /净值 \+5,000 元/);
  await type(box(page, "交叉销售·从第几年起（年）"), "9");
  await reads(measure(page, "交叉销售").locator(".remark").first(), "用不上：那时候客户已经走了。");
  await reads(answer(page), /共值 8,000 元。$/);
  await undo(page);
  await press(page, "交叉销售");
  await press(page, "按四个阶段");
  await press(page, "早一点建立关系");
  await reads(answer(page), /3\.5 年共值 6,000 元。$/);
  await press(page, "成熟期留久一点");
  await reads(answer(page), /4 年共值 7,500 元。$/);
  await reads(flag(page), /净值 \+2,000 元（5,500 → 7,500）/);
  await type(box(page, "建立期缩短（年）"), "1.5");
  await reads(measure(page, "早一点建立关系").locator(".remark").first(), "用不上：建立期没有这么长。");
  await page.close();
});

test("E12: 250 by stage of buying, half of the second makes 220", async () => {
  const page = await openPage();
  const place = page.locator("section.fold").filter({ has: page.locator(".fold-head", { hasText: "购买五阶段的成本" }) });
  await place.locator(".fold-head").click();
  const says = (wanted) => reads(place.locator(".finding"), wanted);
  await says("一次购买一共花 250 元。信息收集省下 50%，就是 220 元（−12%）。");
  await place.getByRole("combobox", { name: "在哪个阶段省" }).selectOption({ label: "方案评估" });
  await says("一次购买一共花 250 元。方案评估省下 50%，就是 205 元（−18%）。");
  await undo(page);
  await says(/就是 220 元（−12%）。$/);
  const search = box(place, "信息收集·成本（元）");
  const bars = figure(page, "购买五阶段的成本");
  const way = await wayTo(bars, { name: "信息收集·成本", now: 60, to: 80 }, { name: "方案评估·成本", now: 90 });
  await drag(page, handle(bars, "信息收集·成本"), way);
  await until(() => search.inputValue(), near(80, 1));
  await undo(page);
  await holds(search, "60");
  await handle(bars, "信息收集·成本").focus();
  await page.keyboard.press("ArrowRight");
  await holds(search, "61");
  await undo(page);
  await press(page, "按购买阶段降成本");
  await reads(answer(page), /4 年共值 10,160 元。$/);
  for (const name of ["问题认识", "信息收集", "方案评估", "购买决策", "购后行为"]) await type(box(place, `${name}·成本（元）`), "0");
  await reads(measure(page, "按购买阶段降成本").locator(".remark").first(), /五个购买阶段的成本都是零/);
  await page.close();
});

test("what has no answer says why: no crossing, never back, nothing, out of order, no time", async () => {
  const page = await openPage();
  for (const k of [1, 2, 3, 4, 5]) await type(box(page, `${revenue(k)}（元）`), "0");
  await reads(answer(page), "4 年里成本一直高过收入，两条线不相交，一共亏 18,000 元。");
  await type(box(page, `${revenue(5)}（元）`), "7000");
  await reads(answer(page), /年起每年赚钱，但 4 年里收不回投入，4 年共亏/);
  await type(box(page, `${revenue(5)}（元）`), "0");
  for (const k of [1, 2, 3, 4, 5]) await type(box(page, `${cost(k)}（元）`), "0");
  await reads(answer(page), /^收入和成本都是零/);
  await type(box(page, `${point(2, "第几年")}（年）`), "3.5");
  await reads(answer(page), /^各点的年份要从早到晚/);
  await reads(page.locator(".head figure"), /各点的年份要从早到晚/);
  await page.getByRole("button", { name: "EN" }).click();
  await reads(answer(page), /The years of the points must rise/);
  await undo(page);
  await reads(answer(page), /^Revenue and cost are all zero/);
  await press(page, "by four stages");
  for (const name of ["Set-up", "Growth", "Maturity", "Decline"]) await type(box(page, `${name} · Length (years)`), "0");
  await reads(answer(page), /There is no time at all/);
  await undo(page);
  await reads(answer(page), /It pays from the start; over 0\.5 years the customer is worth ¥500\.$/);
  await page.close();
});

test("points come and go; the years may be moved", async () => {
  const page = await openPage();
  await page.getByRole("button", { name: "再加一点" }).click();
  await holds(box(page, `${point(6, "第几年")}（年）`), "5");
  await reads(answer(page), /5 年共值 14,000 元。$/);
  await page.getByRole("button", { name: "第 1 点: 行操作", exact: true }).click();
  await page.locator(".menu .list").getByRole("button", { name: "删除", exact: true }).click();
  await until(() => sums(page), (found) => found.length === 5);
  await undo(page);
  await undo(page);
  await type(box(page, `${point(5, "第几年")}（年）`), "5");
  await reads(answer(page), /5 年共值 13,500 元。$/);
  await page.close();
});

test("bad text leaves the last result", async () => {
  const page = await openPage();
  const there = box(page, `${revenue(3)}（元）`);
  for (const text of ["abc", "−1", "1e400", ""]) {
    await type(there, text);
    await until(() => there.getAttribute("aria-invalid"), "true");
    await reads(answer(page), /4 年共值 8,000 元。$/);
  }
  await type(there, "７０００");
  await until(() => there.getAttribute("aria-invalid"), (invalid) => invalid !== "true");
  await page.close();
});

for (const language of ["zh-CN", "en"]) {
  test(`with everything open it is sound and narrow enough, ${language}`, async () => {
    const page = await openPage({ language, width: 320 });
    await page.locator(".fold-head").click();
    for (const entry of [0, 1]) {
      await page.locator(".choice .switch button").nth(entry).click();
      for (const button of await page.locator(".measure .switch button").all()) await button.click();
      assert.deepEqual(await axe(page), []);
      assert.equal(await sidewaysScroll(page), 0);
    }
    await page.close();
  });
}
