// Both sides of one price: what a reader sees and does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PAGES, SAMPLES, answer, box, figure, goTo, handle, holds, openSample, press, reads, rowsOf, textOf, type, undo, unfold, until } from "./acts.mjs";
import { startSite } from "./support.mjs";

let site;
before(async () => {
  site = await startSite();
});
after(() => site.stop());

const openPage = (options) => site.open({ hash: "#/win-win", ...options });
const price = (page) => box(page, "星巴克·价格（元）");
const curves = (page) => figure(page, "一个价格，两边的得失");
/** A column of the prices side by side, by its heading. */
const column = async (page, name) => {
  const rows = await rowsOf(page.getByRole("region", { name: "这几个价格并排看" }));
  const place = rows[0].indexOf(name);
  return rows.map((cells) => cells[place]);
};

test("the price of the first page is the price of both sides", async () => {
  const page = await openPage();
  await reads(answer(page), /^25 元双方都得益；对双方最好的价格是 [\d.]+ 元：公司少得 [\d.]+万元，客户多得 [\d.]+万元。$/);
  // The gain of a purchase is the lead over the best rival: 7.8.
  await until(async () => (await column(page, "现在")).slice(1, 4), ["25", "7.8", "17"]);
  await goTo(page, "感知价值");
  await type(price(page), "20");
  await goTo(page, "双赢定价");
  await until(async () => (await column(page, "现在")).slice(1, 4), ["20", "12.8", "12"]);
  // A fifth cheaper: odds of choice × e^(2 · 0.2), odds of staying likewise.
  await until(async () => (await column(page, "现在")).slice(4, 6), ["39%", "81.74%"]);
  await until(async () => (await column(page, "今天")).slice(1, 6), ["25", "7.8", "17", "30%", "75%"]);
  await page.close();
});

test("mouse and keyboard bring the price to the same place, and one step brings it back", async () => {
  const page = await openPage();
  const grab = handle(curves(page));
  await grab.focus();
  for (let k = 0; k < 10; k += 1) await page.keyboard.press("ArrowLeft");
  await holds(price(page), "20");
  await page.keyboard.press("Tab");
  await undo(page);
  await holds(price(page), "25");
  const { x, width } = await curves(page).locator("canvas").boundingBox();
  assert.ok(width > 300 && x >= 0);
  const at = await grab.boundingBox();
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 - 40, at.y + at.height / 2, { steps: 4 });
  await page.mouse.up();
  await until(async () => Number(await price(page).inputValue()) < 25, true);
  await undo(page);
  await holds(price(page), "25");
  await page.close();
});

test("every page's price stands beside the others, with its question and the way to its page", async () => {
  const page = await openPage();
  const [firm, both] = [await column(page, "公司最好"), await column(page, "双方最好")].map((cells) => `${cells[1]} 元`);
  await unfold(page);
  const rows = page.locator(".named-prices li");
  const priceOf = async (question) => textOf(rows.filter({ hasText: question }).locator("b"));
  await until(() => rows.count(), 8);
  assert.equal(await priceOf("低于多少就亏本？"), "8 元");
  assert.equal(await priceOf("多少对公司一辈子最好？"), firm);
  assert.equal(await priceOf("多少对双方都最好？"), both);
  // 12 + 12.5 + 3.5 + 3.5 + 4.5 − 3.5; and 25 and the lead of 7.8.
  assert.equal(await priceOf("客户最多肯付多少？"), "32.5 元");
  assert.equal(await priceOf("涨到多少，客户会改选对手？"), "32.8 元");
  const [fair, profit, shared] = [await priceOf("多少才算公道？"), await priceOf("多少利润最多？"), await priceOf("好处按谈好的比例分，是多少？")];
  for (const [name, place, words] of [["价值图", ".head .flag", fair], ["细分", ".pricing .remark", profit], ["经济价值", ".more .finding", shared]]) {
    await goTo(page, name);
    await until(async () => (await page.locator(place).allInnerTexts()).join(" ").replace(/\s+/g, " "), (says) => says.includes(words));
  }
  await goTo(page, "双赢定价");
  await reads(rows.last(), /^32.8 元 涨到多少，客户会改选对手？ 感知价值/);
  // A dearer rival: we may be dearer too before the customer changes.
  await goTo(page, "感知价值");
  await type(box(page, "便利店·价格（元）"), "13");
  await reads(page.locator(".ties li", { hasText: "星巴克·价格" }), /33.5 元$/);
  await goTo(page, "双赢定价");
  await reads(rows.filter({ hasText: "改选对手" }).locator("b"), "33.5 元");
  await rows.first().getByRole("link").click();
  await reads(page.locator("h1"), PAGES.value.question.zh);
  await page.close();
});

test("far from today's price there is no estimate, but what to do", async () => {
  const page = await site.open();
  await openSample(page, SAMPLES.blank, "双赢定价");
  const ours = box(page, "我们的方案·价格（元）");
  await type(ours, "500");
  await reads(answer(page), /^500 元/);
  await type(ours, "501");
  await reads(answer(page), /^我们的价格是“今天的价格”的好几倍/);
  await press(page, "把现在的价格当作今天的");
  await reads(answer(page), /^501 元/);
  await page.close();
});

test("above the customer's worth the customer loses, below cost the firm", async () => {
  const page = await openPage();
  await type(price(page), "35");
  await reads(answer(page), /^35 元客户吃亏，留不住/);
  await type(price(page), "5");
  await reads(answer(page), /^5 元公司吃亏，撑不久/);
  const best = (await textOf(answer(page))).match(/对双方最好的价格是 ([\d.]+) 元/)[1];
  await press(page, "用对双方最好的价格");
  await reads(answer(page), /双方都得益.*就是现在的。$/);
  await holds(price(page), best);
  // The page of lifetime value keeps the retention of today's price.
  await page.getByText(/“终身价值”一页的保持率固定是 75%；这里价格变了/).waitFor();
  await press(page, "把现在的价格当作今天的");
  await until(async () => (await column(page, "现在")).slice(4, 6), ["30%", "75%"]);
  await page.close();
});

test("without any answer to the price it only splits the total", async () => {
  const page = await openPage();
  await type(box(page, "选择对价格的反应"), "0");
  await type(box(page, "保持率对价格的反应"), "0");
  const shares = async () => [(await column(page, "现在")).slice(4, 6), (await column(page, "双方最好")).slice(4, 6)];
  await until(shares, [["30%", "75%"], ["30%", "75%"]]);
  await page.close();
});

test("where there is no answer it says why, in both languages", async () => {
  const page = await openPage();
  await type(box(page, "今天的价格（元）"), "0");
  await reads(answer(page), "今天的价格是零：没有价格可以动。");
  await page.getByRole("button", { name: "EN" }).click();
  await reads(answer(page), /Today's price is zero/);
  await undo(page);
  await reads(answer(page), /^At ¥25 both sides gain/);
  await page.close();
  const points = await site.open();
  await openSample(points, SAMPLES.rules, "双赢定价");
  await reads(answer(points), /请在感知价值页上选“按金额”|双方/);
  await points.close();
});

test("bad text leaves the last result", async () => {
  const page = await openPage();
  const share = box(page, "今天选我们的（%）");
  for (const text of ["abc", "−1", "101", "1e400"]) {
    await type(share, text);
    await until(() => share.getAttribute("aria-invalid"), "true");
    await reads(answer(page), /^25 元双方都得益/);
  }
  await type(share, "３０");
  await until(() => share.getAttribute("aria-invalid"), (invalid) => invalid !== "true");
  await page.close();
});
