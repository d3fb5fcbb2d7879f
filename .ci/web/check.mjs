// Shows exported files to the programs that they are for, in a real browser, and prints a line of JSON for each check:
// {"name","fault"} or {"figure","value","unit"}. Started by app/export/formats/web_test.go.
//
//   node check.mjs FOLDER PICTURES [words of names]
import {deepStrictEqual} from "node:assert";
import {mkdirSync} from "node:fs";
import {execSync} from "node:child_process";
import {chromium} from "playwright-core";
import * as page from "./page.mjs";
import * as peers from "./peers.mjs";

const [dir, pictures, only = ""] = process.argv.slice(2);
mkdirSync(pictures, {recursive: true});
const found = process.env.CHROMIUM || execSync("command -v chromium || command -v chromium-browser || command -v google-chrome").toString().trim();
const browser = await chromium.launch({executablePath: found, args: ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]});
const say = o => console.log(JSON.stringify(o));
const kit = {
  browser, dir, pictures,
  equal: (a, b) => deepStrictEqual(a, b),
  ok: (x, why) => { if (!x) throw new Error(why); },
  figure: (name, value, unit) => say({figure: name, value, unit}),
};
for (const group of [page, peers]) {
  for (const [name, test] of Object.entries(group.tests(kit))) {
    if (!name.includes(only)) continue;
    try {
      await test();
      say({name});
    } catch (e) {
      say({name, fault: String(e.message || e).slice(0, 1500)});
    }
    for (const c of browser.contexts()) await c.close();
  }
}
await browser.close();
