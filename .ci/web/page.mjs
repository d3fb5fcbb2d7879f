// Drives exported web pages in a real browser with the network off. See check.mjs.
import {pathToFileURL} from "node:url";
import {createRequire} from "node:module";
import path from "node:path";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// open shows a page of the folder, and keeps what it asks for and what goes wrong in it.
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, bypassCSP: false, ...options});
  await context.setOffline(true);
  const page = await context.newPage();
  page.faults = [];
  page.on("request", r => { if (!r.url().startsWith("file:")) page.faults.push("asks for " + r.url()); });
  page.on("pageerror", e => page.faults.push(String(e)));
  page.on("console", m => { if (m.type() === "error" || m.type() === "warning") page.faults.push(m.text()); });
  page.on("dialog", d => { page.faults.push("a dialog: " + d.message()); d.dismiss(); });
  await page.goto(pathToFileURL(file).href);
  if (options.javaScriptEnabled !== false) await page.waitForFunction(() => document.documentElement.dataset.ready);
  return page;
}

const text = (page, id) => page.locator("#" + id).innerText();
const shown = (page, selector) => page.locator(selector).filter({visible: true}).count();
const near = (a, b, by) => Math.abs(a - b) <= by;

// accessible gives the faults that matter to people who see little, hear the page or use no mouse. The page's own rules forbid
// foreign scripts, so the checker is brought in by the browser itself.
async function accessible(browser, file, options) {
  const page = await open(browser, file, {...options, bypassCSP: true});
  await page.addScriptTag({path: axe});
  const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
  await page.context().close();
  return found.violations.filter(v => v.impact === "serious" || v.impact === "critical").map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + (n.any[0]?.message || "")).join(" | ")}`);
}

export function tests({browser, dir, pictures, equal, ok, figure}) {
  const sample = path.join(dir, "sample.html");
  const keep = (page, name) => page.screenshot({path: path.join(pictures, name + ".png")});
  return {
    async "the page is ready within a second, and asks for nothing"() {
      const page = await open(browser, sample);
      const ms = Number(await page.evaluate(() => document.documentElement.dataset.ready));
      figure("HTML page of the sample: interactive after", ms, "ms");
      ok(ms <= 1000, `ready after ${ms} ms`);
      equal(page.faults, []);
      await keep(page, "page-light");
      await page.context().close();
    },
    async "what it counts is what the table says"() {
      const page = await open(browser, sample);
      const n = await page.evaluate(() => [...document.querySelectorAll("#events tr")].reduce((n, r) => n + Number(r.dataset.n), 0));
      const quotes = await page.locator("#quotes > li").count();
      const said = await text(page, "count");
      ok(said.startsWith(`${n} events · ${quotes} quotes`), `the card says ${said}; the table has ${n} and ${quotes}`);
      ok((await shown(page, ".mark")) >= 3, "there are marks");
      await page.context().close();
    },
    async "the slider is dragged, and map, quotes and sentences follow"() {
      const page = await open(browser, sample);
      const before = [await shown(page, ".quote"), await shown(page, ".told")];
      const b = await page.locator("#slider").boundingBox();
      await page.mouse.move(b.x + 12, b.y + b.height / 2);
      await page.mouse.down();
      await page.mouse.move(b.x + b.width * 0.3, b.y + b.height / 2, {steps: 8});
      await page.mouse.move(b.x + b.width * 0.5, b.y + b.height / 2, {steps: 8});
      await page.mouse.up();
      const after = [await shown(page, ".quote"), await shown(page, ".told")];
      ok(after[0] < before[0] && after[1] < before[1], `shown before ${before}, after ${after}`);
      ok((await text(page, "date")) !== "All days", "the card names days");
      const value = await page.locator("#slider").getAttribute("aria-valuetext");
      ok(/^\w{3} \d+ \w+ \d{4}\. .*event/.test(value), `for a screen reader the slider says ${value}`);
      equal(page.faults, []);
      await keep(page, "page-dragged");
      await page.context().close();
    },
    async "play goes from day to day, and stops"() {
      const page = await open(browser, sample);
      await page.locator("#speed").selectOption("900");
      await page.locator("#play").click();
      const one = await text(page, "date");
      await page.waitForFunction(was => document.getElementById("date").innerText !== was, one);
      equal(await text(page, "play"), "Pause");
      await page.locator("#play").click();
      const two = await text(page, "date");
      await page.waitForTimeout(1100);
      equal(await text(page, "date"), two);
      await page.context().close();
    },
    async "a click on a mark opens what was told of it, and Escape closes that and gives the focus back"() {
      const page = await open(browser, sample);
      await page.locator(".mark").last().click();
      const n = await page.locator("#told > li").count();
      ok(n >= 1, "the card tells nothing");
      ok(/event/.test(await text(page, "h-card")), "the card counts");
      equal(await page.evaluate(() => document.activeElement.id), "card");
      await keep(page, "page-card");
      await page.keyboard.press("Escape");
      equal(await shown(page, "#card"), 0);
      equal(await page.evaluate(() => document.activeElement.className), "mark");
      await page.context().close();
    },
    async "the place of a sentence leads to its mark"() {
      const page = await open(browser, sample);
      const chip = page.locator(".told button.where").first();
      await chip.click();
      equal(await shown(page, "#card"), 1);
      ok((await page.locator(".chosen").count()) >= 1, "the sentence is marked as chosen");
      await page.context().close();
    },
    async "search narrows everything, also without marks of letters, and Escape ends it"() {
      const page = await open(browser, sample);
      await page.keyboard.press("/");
      await page.keyboard.type("KURSK");
      const found = await page.locator("#found").innerText();
      ok(/^\d+ events?, \d+ quotes? found$/.test(found), `told: ${found}`);
      const rows = await page.evaluate(() => [...document.querySelectorAll(".told")].filter(x => !x.hidden && x.offsetParent).length);
      ok(rows >= 1 && rows < await page.locator(".told").count(), `${rows} sentences`);
      await page.keyboard.press("Escape");
      equal(await page.locator("#found").innerText(), "");
      await page.context().close();
    },
    async "keys: step, first, last, all, enlarge, move; none acts while somebody types"() {
      const page = await open(browser, sample);
      const date = () => text(page, "date");
      await page.locator("h1").click();
      await page.keyboard.press("ArrowRight");
      const first = await date();
      ok(first !== "All days", "right goes to the first day");
      await page.keyboard.press("ArrowRight");
      ok((await date()) !== first, "right goes on");
      await page.keyboard.press("Home");
      equal(await date(), first);
      await page.keyboard.press("a");
      equal(await date(), "All days");
      const box = () => page.locator("#ground").getAttribute("viewBox").then(s => s.split(" ").map(Number));
      const was = await box();
      await page.keyboard.press("+");
      ok((await box())[2] < was[2] * 0.8, "plus enlarges");
      await page.keyboard.press("0");
      ok(near((await box())[2], was[2], 2), "0 shows all");
      await page.keyboard.press("+");
      await page.locator("#canvas").focus();
      const still = await box();
      await page.keyboard.press("ArrowRight");
      ok((await box())[0] > still[0] + 5, "right moves the map that has the focus");
      equal(await date(), "All days");
      await page.locator("#find").fill("");
      await page.locator("#find").focus();
      await page.keyboard.type("a+0 ");
      equal(await date(), "All days");
      await page.context().close();
    },
    async "the keyboard reaches everything, with a ring that is seen"() {
      const page = await open(browser, sample);
      const seen = new Set();
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        const x = await page.evaluate(() => {
          const e = document.activeElement, s = getComputedStyle(e), ring = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
          return {what: e.id || e.className.split(" ")[0] || e.tagName, ring};
        });
        if (x.what === "BODY") break;
        ok(x.ring, `${x.what} shows no ring`);
        seen.add(x.what);
      }
      for (const what of ["skip", "find", "dark", "canvas", "mark", "in", "out", "fit"]) ok(seen.has(what), `${what} is not reached: ${[...seen]}`);
      await page.context().close();
    },
    async "the wheel and the hand move the map, and marks stay at their places"() {
      const page = await open(browser, sample);
      const at = () => page.evaluate(() => {
        const b = [...document.querySelectorAll(".mark")].pop().getBoundingClientRect(), v = document.getElementById("ground").viewBox.baseVal, r = document.getElementById("map").getBoundingClientRect();
        return [v.x + (b.x + b.width / 2 - r.x) / r.width * v.width, v.y + (b.y + b.height / 2 - r.y) / r.height * v.height];
      });
      const was = await at();
      const r = await page.locator("#canvas").boundingBox();
      await page.mouse.move(r.x + 400, r.y + 300);
      await page.mouse.wheel(0, -300);
      await page.mouse.down();
      await page.mouse.move(r.x + 340, r.y + 260, {steps: 5});
      await page.mouse.up();
      await page.waitForTimeout(100);
      const is = await at();
      ok(near(was[0], is[0], 1.5) && near(was[1], is[1], 1.5), `a mark stood at ${was} and stands at ${is}`);
      await page.context().close();
    },
    async "without its script it is a table that can be read"() {
      const page = await open(browser, sample, {javaScriptEnabled: false});
      ok(await page.locator("#events tr").first().isVisible(), "the table is not seen");
      ok(await page.locator(".quote").first().isVisible(), "the quotes are not seen");
      ok(await page.locator("svg .still circle").first().isVisible(), "the map has no marks");
      equal(await shown(page, ".needs-js"), 0);
      await page.screenshot({path: path.join(pictures, "page-no-script.png")});
      await page.context().close();
    },
    async "light, dark, a telephone and less motion: no serious fault for people with other senses or hands"() {
      const found = [];
      for (const [name, o] of Object.entries({light: {}, dark: {colorScheme: "dark"}, telephone: {viewport: {width: 390, height: 844}, reducedMotion: "reduce"}, "no script": {}})) {
        if (name === "no script") continue;
        for (const v of await accessible(browser, sample, o)) found.push(`${name}: ${v}`);
      }
      equal(found, []);
    },
    async "on a telephone nothing is cut off at the side"() {
      const page = await open(browser, sample, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, deviceScaleFactor: 2});
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      ok(over <= 0, `the page is ${over} px too wide`);
      await keep(page, "page-telephone");
      await page.screenshot({path: path.join(pictures, "page-telephone-whole.png"), fullPage: true});
      equal(page.faults, []);
      await page.context().close();
    },
    async "dark looks dark, and the map with it"() {
      const page = await open(browser, sample, {colorScheme: "dark"});
      const c = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector(".land")).fill]);
      for (const x of c) ok(x.match(/\d+/g).slice(0, 3).every(n => n < 90), `${c}`);
      await keep(page, "page-dark");
      await page.locator("#dark").click();
      equal(await text(page, "dark"), "Dark");
      await page.context().close();
    },
    async "on paper: the map, the quotes and the whole table, light, without buttons"() {
      const page = await open(browser, sample, {colorScheme: "dark"});
      await page.pdf({path: path.join(pictures, "page-print.pdf"), format: "A4", margin: {top: "14mm", bottom: "14mm", left: "14mm", right: "14mm"}, printBackground: false});
      await page.emulateMedia({media: "print"});
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      equal(await shown(page, ".btn"), 0);
      ok(await page.locator("#events tr").last().isVisible(), "the table is closed");
      equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      await page.context().close();
    },
    async "an empty view says why"() {
      const page = await open(browser, path.join(dir, "empty.html"));
      ok((await page.locator("#events").textContent()).includes("Nothing is visible in these days."), "it does not say why");
      equal(page.faults, []);
      await keep(page, "page-empty");
      await page.context().close();
    },
    async "what articles hold acts nowhere: scripts, formulas, control characters, names of 10,000 letters, right to left, emoji"() {
      for (const options of [{}, {viewport: {width: 390, height: 844}}]) {
        const page = await open(browser, path.join(dir, "nasty.html"), options);
        equal(page.faults, []);
        equal(await page.evaluate(() => [document.querySelectorAll("script").length, document.querySelectorAll("img, iframe, object, embed, b > script").length, [...document.querySelectorAll("a")].filter(a => !/^(https?:|file:)/.test(a.href)).length]), [3, 0, 0]);
        ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "a long name makes the page too wide");
        ok((await page.evaluate(() => document.body.innerText)).includes("</script><script>alert(1)"), "the words themselves are to be read");
        ok(!/[\u0000-\u0008\u000e-\u001f\u202a-\u202e]/.test(await page.evaluate(() => document.documentElement.outerHTML)), "control characters");
        await keep(page, options.viewport ? "page-nasty-telephone" : "page-nasty");
        await page.context().close();
      }
    },
    async "2,000 events: a step is quick"() {
      const page = await open(browser, path.join(dir, "many.html"));
      const ms = await page.evaluate(async () => {
        const list = [];
        for (let i = 0; i < 25; i++) {
          const t = performance.now();
          document.getElementById("next").click();
          document.body.offsetHeight;
          list.push(performance.now() - t);
          await new Promise(requestAnimationFrame);
        }
        return list.sort((a, b) => a - b)[12];
      });
      figure("HTML page of 2,000 events: a step, median", Math.round(ms * 10) / 10, "ms");
      ok(ms < 200, `${ms} ms a step`);
      equal(page.faults, []);
      await page.context().close();
    },
  };
}
