// Hands exported files to the programs that they are for, by exact version from npm: TimelineJS, Leaflet, MapLibre. The files
// and the programs come from a host that is only made up; whatever is asked of another one is refused and told.
import {readFileSync, existsSync, statSync} from "node:fs";
import path from "node:path";

const here = path.join(import.meta.dirname || path.dirname(new URL(import.meta.url).pathname), "node_modules");
const types = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json", ".geojson": "application/json", ".csv": "text/csv", ".html": "text/html", ".png": "image/png"};
const IMPORTS = `<script type="importmap">{"imports":{"dompurify":"/npm/dompurify/dist/purify.es.mjs","wicg-inert":"/npm/wicg-inert/dist/inert.esm.js"}}</script>`;

// find gives the file behind a path of the made-up host. Scripts are named without their ending, as bundlers allow.
function find(dir, url) {
  const p = decodeURIComponent(new URL(url).pathname), file = p.startsWith("/npm/") ? path.join(here, p.slice(5)) : path.join(dir, p.replace("/data/", ""));
  for (const f of [file, file + ".js", path.join(file, "index.js")]) if (existsSync(f) && statSync(f).isFile()) return f;
  return null;
}

// open shows a page that a script fills. faults collects what goes wrong; pages of scripts may ask for fonts, which they do not get.
async function open(browser, dir, body) {
  const page = await browser.newPage({viewport: {width: 1280, height: 800}});
  page.faults = [];
  page.on("pageerror", e => page.faults.push(String(e)));
  page.on("console", m => { if (m.type() === "error" && !/Failed to load resource|ERR_FAILED/.test(m.text())) page.faults.push(m.text()); });
  page.on("dialog", d => { page.faults.push("a dialog: " + d.message()); d.dismiss(); });
  await page.route("**/*", r => {
    const url = r.request().url();
    if (url === "http://peers.test/") return r.fulfill({contentType: "text/html", body});
    if (!url.startsWith("http://peers.test/")) return r.abort();
    const file = find(dir, url);
    if (!file && url.endsWith(".less")) return r.fulfill({contentType: "text/javascript", body: ""});
    if (!file) return r.fulfill({status: 404, body: ""});
    const less = file.endsWith(".less");
    return r.fulfill({contentType: less ? "text/javascript" : types[path.extname(file)] || "application/octet-stream", body: less ? "" : readFileSync(file)});
  });
  await page.goto("http://peers.test/");
  return page;
}

export function tests({browser, dir, pictures, equal, ok}) {
  const json = name => JSON.parse(readFileSync(path.join(dir, name)));
  // timeline shows a file in TimelineJS, and gives what it made of it.
  async function timeline(file, picture) {
    const page = await open(browser, dir, `<!doctype html><meta charset="utf-8">${IMPORTS}<link rel="stylesheet" href="/npm/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="t" style="width:1200px;height:700px"></div><script type="module">
import {Timeline} from "/npm/@knight-lab/timelinejs/index.js";
window.tl = new Timeline("t", "http://peers.test/data/${file}", {hash_bookmark: false, font: null});
</script>`);
    await page.waitForFunction(() => window.tl && tl.config && tl.config.events, null, {timeout: 20000});
    const out = await page.evaluate(() => ({events: tl.config.events.length, title: !!tl.config.title, messages: tl.config.messages || {},
      days: tl.config.events.map(e => e.start_date.data.year + "-" + (e.start_date.data.month || "") + "-" + (e.start_date.data.day || ""))}));
    if (picture) {
      await page.waitForSelector(".tl-timemarker", {state: "attached", timeout: 20000});
      await page.waitForTimeout(800);
      out.markers = await page.locator(".tl-timemarker").count();
      await page.screenshot({path: path.join(pictures, picture + ".png")});
    }
    out.faults = page.faults;
    await page.close();
    return out;
  }
  const plain = d => [d.year, d.month || "", d.day || ""].join("-");
  return {
    async "TimelineJS loads our JSON: every event, on its day, without an error"() {
      const want = json("sample.json").events.map(e => plain(e.start_date)).sort();
      const got = await timeline("sample.json", "timelinejs");
      equal(got.faults, []);
      equal(got.messages.errors || [], []);
      equal(got.days.sort(), want);
      equal(got.markers, want.length);
    },
    async "TimelineJS loads our CSV: every event, on its day, without an error"() {
      const want = json("sample.json").events.map(e => plain(e.start_date)).sort();
      const got = await timeline("sample-timelinejs-csv.csv", "timelinejs-csv");
      equal(got.faults, []);
      equal(got.messages.errors || [], []);
      equal(got.days.sort(), want);
    },
    async "TimelineJS shows what articles hold as words, whatever that is"() {
      for (const file of ["nasty.json", "nasty-timelinejs-csv.csv"]) {
        const got = await timeline(file, "timelinejs-nasty");
        equal(got.faults, []);
        ok(got.events >= 1, `${file}: no event`);
      }
    },
    async "Leaflet shows our GeoJSON: a mark for each place, on the map"() {
      const page = await open(browser, dir, `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/npm/leaflet/dist/leaflet.css"><div id="m" style="width:1200px;height:700px"></div><script src="/npm/leaflet/dist/leaflet.js"></script>
<script>fetch("/data/sample.geojson").then(r => r.json()).then(d => {
  const map = L.map("m"), layer = L.geoJSON(d, {pointToLayer: (f, at) => L.circleMarker(at, {color: f.properties["marker-color"]})}).addTo(map);
  map.fitBounds(layer.getBounds());
  window.got = {marks: layer.getLayers().length, features: d.features.length, placed: d.features.filter(f => f.geometry).length};
});</script>`);
      await page.waitForFunction(() => window.got);
      const got = await page.evaluate(() => got);
      ok(got.placed > 10 && got.marks === got.placed, JSON.stringify(got));
      equal(await page.locator("path.leaflet-interactive").count(), got.placed);
      equal(page.faults, []);
      await page.close();
    },
    async "MapLibre shows our GeoJSON"() {
      const page = await open(browser, dir, `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/npm/maplibre-gl/dist/maplibre-gl.css"><div id="m" style="width:800px;height:500px"></div><script type="module">
import * as maplibre from "/npm/maplibre-gl/dist/maplibre-gl.mjs";
const map = new maplibre.Map({container: "m", center: [36, 51], zoom: 3.5, attributionControl: false, style: {version: 8, sources: {s: {type: "geojson", data: "http://peers.test/data/sample.geojson"}},
  layers: [{id: "p", type: "circle", source: "s", paint: {"circle-radius": 6, "circle-color": ["get", "marker-color"]}}]}});
map.on("error", e => { window.fault = String(e.error || e); });
map.on("idle", () => { window.got = map.queryRenderedFeatures({layers: ["p"]}).length; });
</script>`);
      await page.waitForFunction(() => window.got !== undefined || window.fault, null, {timeout: 30000});
      equal(await page.evaluate(() => window.fault || ""), "");
      ok(await page.evaluate(() => got) >= 3, "no marks are drawn");
      await page.close();
    },
    async "the map as SVG is drawn by a browser, with nothing that acts"() {
      for (const file of ["sample.svg", "nasty.svg"]) {
        const page = await open(browser, dir, `<!doctype html><meta charset="utf-8"><body style="margin:0">` + readFileSync(path.join(dir, file)));
        ok(await page.locator("svg path").count() > 3, `${file}: no ground`);
        equal(await page.locator("svg script, svg foreignObject, svg a").count(), 0);
        equal(page.faults, []);
        await page.screenshot({path: path.join(pictures, file + ".png")});
        await page.close();
      }
    },
  };
}
