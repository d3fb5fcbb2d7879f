// The page's own script. It reads the table of events and the list of quotes, and shows of them what the chosen days and the
// words that are searched let through: on the map, on the timeline and in the lists. It fetches nothing and keeps nothing.
"use strict";
(() => {
const $ = id => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const SVG = "http://www.w3.org/2000/svg";
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

/* ---- words in the language of the page, by the English ones ---- */

// say fills the places of words: say("Up to {{.Day}}", {Day: "5 March"}). What tells two keys of one English word apart is dropped.
function say(english, places = {}) {
  const words = data.words.say[english] ?? english.replace(/ \([a-z, ]+\)$/, "");
  return words.replace(/\{\{\.(\w+)\}\}/g, (all, name) => places[name] ?? all);
}
// many counts: the page gives an example of each form of the plural, and the browser knows which form a number asks for.
const plural = new Intl.PluralRules(data.words.language), forms = {};
for (const noun in data.words.counts) {
  forms[noun] = {};
  for (const x of data.words.counts[noun]) forms[noun][plural.select(x.n)] ??= x.w;
}
const many = (n, noun) => (forms[noun][plural.select(n)] ?? forms[noun].other).replace("{n}", n);

// el makes an element: el("li", {class: "x"}, "words", child).
function el(name, attributes, ...children) {
  const e = name.startsWith("svg:") ? document.createElementNS(SVG, name.slice(4)) : document.createElement(name);
  for (const k in attributes) e.setAttribute(k, attributes[k]);
  e.append(...children);
  return e;
}

/* ---- what there is ---- */

const number = s => s === undefined ? null : Number(s);
const fold = s => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// An item is a row of the table or a quote.
function read(node, kind) {
  const d = node.dataset;
  return {
    node, kind, article: Number(d.a), start: Number(d.s), dated: "d" in d, from: number(d.f), to: number(d.t), mark: number(d.m), place: number(d.p),
    open: "o" in d, actor: "x" in d, country: "c" in d, n: Number(d.n || 1), words: fold(node.textContent), share: 1,
  };
}
const events = [...$("events").querySelectorAll("tr[data-a]")].map(n => read(n, "event"));
const quotes = [...$("quotes").children].map(n => read(n, "quote"));
const all = events.concat(quotes);
all.forEach((x, i) => { x.index = i; });

/* ---- days: whole numbers since 1 January 1970, never instants ---- */

const DAY = 86400000, MONTHS = "January February March April May June July August September October November December".split(" ");
const SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "), WEEK = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
function civil(day) {
  const d = new Date(day * DAY);
  return {year: d.getUTCFullYear(), month: d.getUTCMonth(), date: d.getUTCDate(), week: d.getUTCDay()};
}
const yearWords = y => y >= 100 ? String(y) : y > 0 ? say("{{.Year}} CE", {Year: y}) : say("{{.Year}} BCE", {Year: 1 - y});

// dated words a day by a pattern that each language has for itself: "12. März 2025". Many bend a month that has a day.
function dated(pattern, day, from) {
  const c = civil(day), words = say(pattern), bent = words.includes("[day]"), may = c.month === 4 ? bent ? "May (short, of a day)" : "May (short)" : SHORT[c.month];
  return words.replace(/\[(weekday|from|day|month|mon|year)\]/g, (all, name) => ({
    weekday: () => say(WEEK[c.week]), from: () => from, day: () => c.date, month: () => say(MONTHS[c.month] + (bent ? " (of a day)" : "")), mon: () => say(may), year: () => yearWords(c.year),
  })[name]());
}
const long = day => dated("[weekday] [day] [month] [year]", day);
const short = day => dated("[day] [mon] [year]", day);

// span is "10–12 Mar 2025", "28 Feb – 2 Mar 2025", with both years where they differ.
function span(a, b) {
  const x = civil(a), y = civil(b);
  if (x.year !== y.year) return `${short(a)} – ${short(b)}`;
  return x.month === y.month ? dated("[from]–[day] [mon] [year]", b, x.date) : `${dated("[day] [mon]", a)} – ${short(b)}`;
}

/* ---- what is shown ---- */

const state = {day: data.axis[0], width: "all", search: [], chosen: null, mark: null};

function period() {
  switch (state.width) {
  case "all": return null;
  case "so": return [-Infinity, state.day];
  }
  return [state.day - Number(state.width), state.day + Number(state.width)];
}

// share is how much of the days of an item lies in a period, 0 to 1. An open end counts as a year.
function share(x, p) {
  if (!p) return 1;
  if (!x.dated) return 0;
  const from = x.from ?? x.to - 364, to = x.to ?? x.from + 364;
  if (from > p[1] || to < p[0]) {
    return (x.from === null && p[0] <= x.to || x.to === null && p[1] >= x.from) ? 1 / 365 : 0;
  }
  return (Math.min(to, p[1]) - Math.max(from, p[0]) + 1) / (to - from + 1);
}
const found = x => state.search.every(w => x.words.includes(w));

function show() {
  const p = period();
  for (const x of all) {
    x.hit = found(x);
    x.share = x.hit ? share(x, p) : 0;
  }
  tellDate(p);
  listQuotes();
  listSentences();
  drawMarks();
  drawNow(p);
  if (state.mark !== null) fillCard();
}

const sum = list => list.reduce((n, x) => n + x.n, 0);

function tellDate(p) {
  const seen = events.filter(x => x.share > 0), likely = sum(seen.filter(x => x.share >= .5)), possible = sum(seen) - likely;
  let head = say("All days");
  if (p && p[0] === p[1]) head = long(p[0]);
  else if (p && p[0] === -Infinity) head = say("Up to {{.Day}}", {Day: short(p[1])});
  else if (p) head = span(p[0], p[1]);
  const places = new Set(seen.filter(x => x.mark !== null && !x.actor).map(x => x.mark)).size;
  const count = (possible ? say("{{.Likely}} likely, {{.Events}} possible", {Likely: many(likely, "event"), Events: possible}) : many(likely, "event")) +
    ` · ${many(quotes.filter(x => x.share > 0).length, "quote")} · ${many(places, "place")}`;
  $("date").textContent = head;
  $("count").textContent = count;
  slider.setAttribute("aria-valuetext", `${long(state.day)}. ${count}`);
  state.said = `${head}: ${count}`;
  $("found").textContent = state.search.length ? say("{{.What}} found", {What: `${many(sum(events.filter(x => x.hit)), "event")}, ${many(quotes.filter(x => x.hit).length, "quote")}`}) : "";
}

// announce tells a screen reader what is shown, once it rests.
let news;
function announce() {
  clearTimeout(news);
  news = setTimeout(() => { $("news").textContent = state.said; }, 500);
}

function listQuotes() {
  let any = false;
  for (const q of quotes) {
    q.node.hidden = !q.share;
    q.node.classList.toggle("quiet", q.share < .5);
    q.node.classList.toggle("chosen", q === state.chosen);
    any = any || q.share > 0;
  }
  noQuotes.hidden = any;
}
const noQuotes = document.querySelector(".quotes .empty") || el("p", {class: "empty"}, say("No quotes on these days.")); // said already where there is none at all
$("quotes").after(noQuotes);

/* ---- the sentences, in the order of each article ---- */

const sentences = new Map(); // article:start -> its element, made once
for (const x of [...events].sort((a, b) => a.article - b.article || a.start - b.start)) {
  const key = x.article + ":" + x.start;
  if (!sentences.has(key)) {
    const words = el("p", {class: "sentence", dir: "auto"}, ...x.node.querySelector(".sentence").cloneNode(true).childNodes);
    sentences.set(key, {node: el("li", {class: "told"}, words, el("p", {class: "meta"})), items: [], article: x.article});
  }
  sentences.get(key).items.push(x);
}
const shelves = data.articles.map((a, i) => {
  const list = el("ol", {});
  const node = el("section", {class: "a" + i % 7, "aria-label": a.t || say("Untitled")}, el("h3", {dir: "auto"}, a.t || say("Untitled")), el("p", {class: "src"}, a.s), list);
  for (const s of sentences.values()) if (s.article === i) list.append(s.node);
  $("read").append(node);
  return node;
});
const noSentences = el("p", {class: "empty"}, say("Nothing is told of these days."));
$("read").append(noSentences);

function listSentences() {
  const used = new Set();
  for (const s of sentences.values()) {
    const seen = s.items.filter(x => x.share > 0);
    s.node.hidden = !seen.length;
    if (!seen.length) continue;
    used.add(s.article);
    const key = seen.map(x => x.index).join();
    s.node.classList.toggle("quiet", seen.every(x => x.share < .5));
    s.node.classList.toggle("chosen", seen.includes(state.chosen));
    if (s.key === key) continue; // the same days and places as before
    s.key = key;
    const meta = s.node.lastChild, chips = new Map();
    for (const x of seen) for (const c of [x.node.cells[0], x.node.cells[1]]) for (const chip of c.children) chips.set(chip.className + chip.textContent, [chip, x]);
    meta.replaceChildren(...[...chips.values()].map(([chip, x]) => placeButton(chip, x)));
  }
  shelves.forEach((n, i) => { n.hidden = !used.has(i); });
  noSentences.hidden = used.size > 0;
}

// placeButton makes the chip of a place lead to its mark.
function placeButton(chip, x) {
  if (!chip.classList.contains("where") || x.mark === null) return chip.cloneNode(true);
  const b = el("button", {class: chip.className, dir: "auto", title: say("Show on the map")}, chip.textContent);
  b.addEventListener("click", () => choose(x));
  return b;
}
for (const x of all) {
  const chip = x.node.querySelector("span.where");
  if (chip && x.mark !== null && x.kind === "quote") chip.replaceWith(placeButton(chip, x));
}

// choose goes to the mark of an item and opens its card.
function choose(x) {
  state.chosen = x;
  if (x.mark !== null) {
    reveal(x.mark);
    openCard(x.mark);
  }
  show();
}

/* ---- the map ---- */

const box = $("view"), ground = $("ground"), [wholeW, wholeH] = data.map;
const view = {x: wholeW / 2, y: wholeH / 2, k: 1}; // the middle, in px of the whole map, and px of the screen for each
let paper = null; // the size of the map while it is printed
const size = () => paper || {w: box.clientWidth || 1, h: box.clientHeight || 1};
const least = () => { const s = size(); return Math.max(s.w / wholeW, s.h / wholeH); };
const MOST = 12;

function place() {
  const s = size();
  view.k = Math.min(MOST, Math.max(least(), view.k));
  const w = s.w / view.k, h = s.h / view.k;
  view.x = Math.min(wholeW - w / 2, Math.max(w / 2, view.x));
  view.y = Math.min(wholeH - h / 2, Math.max(h / 2, view.y));
  ground.setAttribute("viewBox", `${view.x - w / 2} ${view.y - h / 2} ${w} ${h}`);
  ground.style.setProperty("--k", view.k);
}
const onScreen = m => { const s = size(); return [(m.x - view.x) * view.k + s.w / 2, (m.y - view.y) * view.k + s.h / 2]; };

let drawn = 0;
function redraw() {
  place();
  cancelAnimationFrame(drawn);
  drawn = requestAnimationFrame(drawMarks);
}

// fit shows all places that something happened at; where there are none, all marks.
function fit() {
  const near = new Set(events.filter(x => x.mark !== null && !x.actor && !x.country).map(x => x.mark));
  const list = near.size ? [...near].map(i => data.marks[i]) : data.marks;
  const s = size();
  if (list.length) {
    const xs = list.map(m => m.x), ys = list.map(m => m.y), left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
    view.x = (left + right) / 2;
    view.y = (top + bottom) / 2 - 10 / view.k;
    view.k = Math.min(1.5, Math.max(60, s.w - 150) / Math.max(1, right - left), Math.max(60, s.h - 170) / Math.max(1, bottom - top));
  }
  redraw();
}

function zoom(by, x, y) {
  const s = size(), dx = (x ?? s.w / 2) - s.w / 2, dy = (y ?? s.h / 2) - s.h / 2, was = view.k;
  view.k = Math.min(MOST, Math.max(least(), view.k * by));
  view.x += dx / was - dx / view.k;
  view.y += dy / was - dy / view.k;
  redraw();
}
function pan(dx, dy) { view.x -= dx / view.k; view.y -= dy / view.k; redraw(); }

// reveal brings a mark into view, if it is not.
function reveal(i) {
  const s = size(), [x, y] = onScreen(data.marks[i]);
  if (x < 60 || y < 60 || x > s.w - 60 || y > s.h - 60) { view.x = data.marks[i].x; view.y = data.marks[i].y; redraw(); }
}

// namedAt are the sentences that only name the place of a mark, each once.
function namedAt(m, p) {
  const seen = new Set();
  return (m.named || []).filter(x => {
    const [from, to] = x.w, key = x.a + x.t, words = x.t.toLowerCase();
    if (seen.has(key) || !state.search.every(w => words.includes(w)) || !share({dated: from !== null || to !== null, from, to}, p)) return false;
    return seen.add(key);
  });
}

// standing says what stands at each mark now.
function standing() {
  const p = period(), at = data.marks.map((m, i) => ({i, m, n: 0, filled: false, open: true, ring: false, country: true, share: 0, items: []}));
  for (const x of all) {
    if (x.mark === null || !x.share) continue;
    const a = at[x.mark];
    a.items.push(x);
    a.share = Math.max(a.share, x.share);
    if (x.kind === "event") a.n += x.n;
    if (x.actor) a.ring = true;
    else {
      a.filled = true;
      a.open = a.open && (x.open && x.kind === "event");
      a.country = a.country && x.country;
    }
  }
  if (!state.search.length) data.marks.forEach((m, i) => (m.w || []).forEach(([from, to]) => {
    const s = share({dated: from !== null || to !== null, from, to}, p);
    if (s > 0) { at[i].ring = true; at[i].share = Math.max(at[i].share, s); }
  }));
  data.marks.forEach((m, i) => { // places that the articles only name
    if (at[i].filled || at[i].ring) return;
    at[i].names = namedAt(m, p);
    at[i].named = at[i].names.length > 0;
    if (at[i].named) at[i].share = 1;
  });
  return at.filter(a => a.filled || a.ring || a.named).sort((a, b) => b.filled - a.filled || b.n - a.n || a.i - b.i);
}

// grouped puts marks that stand too close to be told apart into one.
function grouped(at) {
  const out = [];
  for (const a of at) {
    const [x, y] = onScreen(a.m);
    const near = out.find(o => Math.hypot(o.x - x, o.y - y) < 27);
    if (!near) { out.push({...a, x, y, all: [a]}); continue; }
    near.all.push(a);
    near.n += a.n;
    near.open = near.open && (a.open || !a.filled);
    near.filled = near.filled || a.filled;
    near.ring = near.ring || a.ring;
    near.named = near.named || a.named;
    near.country = false;
    near.share = Math.max(near.share, a.share);
  }
  return out;
}

function radius(g) {
  const grown = Math.min(18, 6.3 + 1.9 * Math.log2(Math.max(1, g.n)));
  return g.all.length > 1 ? Math.max(10.5, grown) : g.filled ? Math.max(7, grown) : g.ring ? 9 : 6.5;
}

// sign draws a mark of the same shapes as every other map of the program (geo/mark).
function sign(g, chosen) {
  const svg = el("svg:svg", {width: 1, height: 1, "aria-hidden": "true"});
  const disc = (r, c) => svg.append(el("svg:circle", {r, class: c}));
  const ring = (r, w, c) => svg.append(el("svg:circle", {r, "stroke-width": w, class: c}));
  const card = (half, off, c) => svg.append(el("svg:rect", {x: off - half, y: -off - half, width: 2 * half, height: 2 * half, rx: half * .42, class: c}));
  const r = radius(g) + (chosen ? 2.5 : 0), pile = g.all.length > 1;
  if (chosen) { disc(r + 10, "s-glow"); ring(r + 7, 2.8, "s-rim"); }
  if (pile) {
    const half = r * .93, c = g.filled ? "s-fill" : g.ring ? "s-speak" : "s-named";
    card(half + 1, 3.6, c + " s-card");
    if (g.filled && g.ring) { card(half + 4, 0, "s-edge"); card(half + 3.2, 0, "s-speak"); card(half + 1.2, 0, "s-ground"); }
    card(half, 0, c + " s-card");
    if (g.filled && g.open) card(half - 2.6, 0, "s-edge");
    if (!g.filled) card(half - 2.2, 0, "s-ground");
  } else if (g.filled) {
    if (g.ring) { disc(r + 6.5, "s-ground"); ring(r + 4.5, 3, "s-line"); }
    disc(r + 1.8, "s-edge"); disc(r, "s-fill");
    if (g.open) disc(r - 2.6, "s-edge");
  } else if (!g.ring) {
    disc(r + 1.4, "s-edge"); ring(r - .9, 1.8, "s-grey");
  } else {
    disc(r + 1.4, "s-edge"); disc(r - 1, "s-ground"); ring(r - 1.5, 3, "s-line");
  }
  if (!pile && g.filled && g.country) ring(r + (g.ring ? 6.5 : 2) + 2.5, 1.7, "s-thin");
  const n = g.n > 1 && g.filled ? g.n : pile ? g.all.length : 0;
  if (n) {
    const t = n > 999 ? "999+" : String(n), fs = r * [1.25, 1.25, 1.02, .82, .66][t.length];
    svg.append(el("svg:text", {y: fs * .36, "font-size": fs, class: "s-num" + (g.open && g.filled ? " open" : g.filled ? "" : g.ring ? " speak" : " grey")}, t));
  }
  return svg;
}

function label(g) {
  const parts = [g.all.length > 1 ? g.all.map(a => a.m.n).join(", ") : g.m.n];
  if (g.n) parts.push(many(g.n, "event"));
  if (g.filled && g.open) parts.push(say("planned, denied or only claimed"));
  if (g.ring) parts.push(say("somebody speaks or acts from here"));
  if (g.named && !g.filled && !g.ring) parts.push(say("only named: nothing is told to happen here"));
  if (g.country && g.filled) parts.push(say("only the country is known"));
  return parts.join(": ");
}

const pens = new Map();
function width(text, font) {
  const key = font + text;
  if (!pens.has(key)) {
    pens.pen = pens.pen || document.createElement("canvas").getContext("2d");
    pens.pen.font = font;
    pens.set(key, pens.pen.measureText(text).width);
  }
  return pens.get(key);
}

function drawMarks() {
  const s = size(), had = document.activeElement && document.activeElement.dataset.mark, taken = [];
  const free = b => b[0] > 2 && b[1] > 2 && b[2] < s.w - 2 && b[3] < s.h - 2 && taken.every(t => b[2] < t[0] || b[0] > t[2] || b[3] < t[1] || b[1] > t[3]);
  const r0 = box.getBoundingClientRect();
  for (const e of $("map").querySelectorAll(".datecard, .legend, .credit, .zoom")) {
    const r = e.getBoundingClientRect();
    if (!paper) taken.push([r.left - r0.left, r.top - r0.top, r.right - r0.left, r.bottom - r0.top]);
  }
  const at = standing(), list = grouped(at).filter(g => g.x > -30 && g.y > -30 && g.x < s.w + 30 && g.y < s.h + 30);
  for (const g of list) { const r = radius(g) + 5; taken.push([g.x - r, g.y - r, g.x + r, g.y + r]); }
  const nodes = list.map(g => {
    const chosen = g.all.some(a => a.i === state.mark), r = radius(g), hit = 2 * Math.max(14, r + 4);
    const b = el("button", {class: "mark" + (g.share < .5 ? " quiet" : ""), "data-mark": g.i}, sign(g, chosen), el("span", {class: "sr"}, label(g)));
    b.style.cssText = `width:${hit}px;height:${hit}px;transform:translate(${g.x - hit / 2}px, ${g.y - hit / 2}px)`;
    const name = g.m.n + (g.all.length > 1 ? " +" + (g.all.length - 1) : ""), w = Math.min(260, width(name, "700 13.5px system-ui")) + 6, d = r + 9;
    const spot = [[d, -9], [-d - w, -9], [-w / 2, -d - 18], [-w / 2, d], [d * .7, d * .5], [-d * .7 - w, d * .5]].find(([x, y]) => free([g.x + x, g.y + y, g.x + x + w, g.y + y + 18]));
    if (spot) {
      taken.push([g.x + spot[0], g.y + spot[1], g.x + spot[0] + w, g.y + spot[1] + 18]);
      const t = el("b", {dir: "auto", "aria-hidden": "true"}, name);
      t.style.cssText = `left:${spot[0] + hit / 2}px;top:${spot[1] + hit / 2}px`;
      b.append(t);
    }
    b.addEventListener("click", () => {
      if (g.all.length > 1 && view.k < MOST / 1.5) { view.x = g.m.x; view.y = g.m.y; zoom(2); focusMark(g.i); return; }
      openCard(g.i);
      show();
    });
    return b;
  });
  $("marks").replaceChildren(...nodes.reverse());
  if (had !== undefined) focusMark(Number(had));
  namesOfGround(free, taken, s);
  const places = new Set(events.filter(x => x.share > 0 && x.place !== null).map(x => x.place));
  for (const a of areas) a.classList.toggle("off", !places.has(Number(a.dataset.p)));
  drawLegend(list);
}
const areas = [...ground.querySelectorAll(".area")];
function focusMark(i) { const b = $("marks").querySelector(`[data-mark="${i}"]`); if (b) b.focus({preventScroll: true}); }

// Names of countries, seas, regions and towns stand where no mark and no other name does.
const names = [...ground.querySelectorAll(".nm:not(.still)")].map(node => {
  const fs = node.matches(".country") ? 13 : node.matches(".sea") ? 11.5 : node.matches(".city") ? 12 : node.matches(".region") ? 10.5 : 11;
  const lines = [...node.childNodes].map(c => c.textContent);
  return {node, x: Number(node.getAttribute("x")), y: Number(node.getAttribute("y")), fs, lines,
    wide: node.matches(".country") ? 1.3 : node.matches(".sea") ? 1.2 : 1};
});
function namesOfGround(free, taken, s) {
  const said = new Set(data.marks.map(m => m.n));
  for (const n of names) {
    const [x, y] = onScreen(n);
    let ok = x > 0 && y > 0 && x < s.w && y < s.h && !said.has(n.lines.join(" "));
    if (ok) {
      const w = Math.max(...n.lines.map(l => width(l, n.fs + "px system-ui"))) * n.wide / 2 + 4, h = n.fs * 1.2;
      const b = [x - w, y - h, x + w, y + h * (n.lines.length - 1) + 4];
      ok = free(b);
      if (ok) { taken.push(b); said.add(n.lines.join(" ")); }
    }
    n.node.classList.toggle("off", !ok);
  }
}

function drawLegend(list) {
  const one = {n: 1, all: [1]};
  const kinds = [
    [say("something happened here"), {...one, filled: true}, g => g.filled && !g.open],
    [say("planned, denied or only claimed"), {...one, filled: true, open: true}, g => g.filled && g.open],
    [say("somebody speaks or acts from here"), {...one, ring: true}, g => g.ring],
    [say("only named: nothing is told to happen here"), {...one, named: true}, g => g.named && !g.filled && !g.ring],
    [say("only the country is known"), {...one, filled: true, country: true}, g => g.filled && g.country],
    [say("several places"), {n: 0, all: [1, 2], filled: true}, g => g.all.length > 1],
  ].filter(k => list.some(k[2]));
  const key = kinds.map(k => k[0]).join();
  if (drawLegend.key === key) return;
  drawLegend.key = key;
  $("legend").replaceChildren(...kinds.map(k => {
    const svg = sign(k[1]);
    svg.setAttribute("viewBox", "-13 -13 26 26");
    return el("li", {}, svg, k[0]);
  }));
}

/* ---- the card of a place ---- */

function openCard(i) {
  state.mark = i;
  fillCard();
  $("card").hidden = false;
  $("card").focus({preventScroll: true});
}
function closeCard() {
  const i = state.mark;
  if (i === null) return false;
  state.mark = state.chosen = null;
  $("card").hidden = true;
  show();
  focusMark(i);
  return true;
}
function fillCard() {
  const items = all.filter(x => x.mark === state.mark && x.share > 0);
  const n = sum(items.filter(x => x.kind === "event")), q = items.filter(x => x.kind === "quote").length;
  $("h-card").replaceChildren(data.marks[state.mark].n, el("small", {}, `${many(n, "event")}, ${many(q, "quote")}`));
  $("told").replaceChildren(...items.slice(0, 60).map(x => {
    const words = el("p", {class: "sentence", dir: "auto"});
    const from = x.kind === "event" ? x.node.cells[2] : x.node.querySelector("blockquote");
    words.append(...from.cloneNode(true).childNodes);
    const by = x.kind === "quote" ? [x.node.querySelector("strong").cloneNode(true)] : [];
    return el("li", {class: x.share < .5 ? "quiet" : ""}, words, el("p", {class: "meta"}, ...by, x.node.querySelector(".day").cloneNode(true), el("span", {class: "src", dir: "auto"}, data.articles[x.article].t)));
  }));
  const names = items.length ? [] : namedAt(data.marks[state.mark], period());
  if (names.length) $("h-card").lastChild.textContent = say("only named: nothing is told to happen here");
  $("told").append(...names.slice(0, 60).map(x => el("li", {}, el("p", {class: "sentence", dir: "auto"}, x.t), el("p", {class: "meta"}, el("span", {class: "src", dir: "auto"}, data.articles[x.a].t)))));
  if (!items.length && !names.length) $("told").append(el("li", {}, say("Nothing on these days.")));
}

/* ---- the timeline ---- */

const slider = $("slider"), [first, last] = data.axis;
slider.min = first; slider.max = last; slider.value = first;
const LANE = 19, THUMB = 9;
let now, left = 0, wide = 1;
const across = day => left + THUMB + (Math.min(last, Math.max(first, day)) - first) / Math.max(1, last - first) * (wide - 2 * THUMB);

function drawLanes() {
  const w = $("lanes").clientWidth || 1, n = data.articles.length;
  left = w > 640 ? 180 : 18;
  wide = w - left - 12;
  const svg = el("svg:svg", {height: n * LANE + 4, viewBox: `0 0 ${w} ${n * LANE + 4}`, "aria-hidden": "true"});
  now = el("svg:g", {class: "now"}, el("svg:rect", {y: 0, height: n * LANE + 4}), el("svg:line", {y1: 0, y2: n * LANE + 4}));
  svg.append(now);
  data.articles.forEach((a, i) => {
    const y = i * LANE + 11, g = el("svg:g", {class: "a" + i % 7});
    g.append(el("svg:circle", {cx: 7, cy: y, r: 4.5, class: "tick"}));
    if (left > 100) {
      let t = a.t || say("Untitled");
      while (t.length > 3 && width(t, "12px system-ui") > left - 40) t = t.slice(0, -2).trimEnd();
      g.append(el("svg:text", {x: 18, y: y + 4}, t === a.t ? t : t + "…"), el("svg:title", {}, a.t));
    }
    g.append(el("svg:line", {x1: left, x2: left + wide, y1: y, y2: y, class: "rule"}));
    svg.append(g);
  });
  for (const x of events) {
    if (!x.dated) continue;
    const y = x.article * LANE + 11, from = across(x.from ?? first), to = across(x.to ?? last);
    const far = (x.from ?? x.to) > last || (x.to ?? x.from) < first;
    const cls = "tick a" + x.article % 7 + (x.open ? " open" : "") + (far ? " far" : "");
    x.tick = to - from > 3 ? el("svg:rect", {x: from - 4, y: y - 4, width: to - from + 8, height: 8, rx: 4, class: cls + " bar"}) : el("svg:circle", {cx: from, cy: y, r: 5, class: cls});
    x.tick.append(el("svg:title", {}, x.node.cells[0].textContent + " " + x.node.cells[1].textContent + ": " + x.node.cells[2].textContent));
    x.tick.addEventListener("click", () => { step(x.from ?? x.to); choose(x); });
    svg.append(x.tick);
  }
  data.articles.forEach((a, i) => {
    if (a.p === undefined || a.p < first || a.p > last) return;
    const x = across(a.p), y = i * LANE + 11;
    svg.append(el("svg:path", {class: "pub", d: `M${x} ${y - 6.5}l5 6.5l-5 6.5l-5-6.5z`}, el("svg:title", {}, say("published {{.Day}}", {Day: short(a.p)}))));
  });
  $("lanes").replaceChildren(svg);
  slider.style.left = left + "px";
  slider.style.width = wide + "px";
  drawAxis(w);
}

function drawAxis(w) {
  const axis = $("axis"), marks = [], days = last - first + 1, most = Math.max(2, Math.floor(wide / 86));
  axis.setAttribute("viewBox", `0 0 ${w} 24`);
  const steps = [1, 2, 7, 14, 31, 92, 183, 366, 366 * 2, 366 * 5, 366 * 10, 366 * 50, 366 * 100], step = steps.find(s => days / s <= most) || Math.ceil(days / most);
  let was = -Infinity;
  for (let d = first; d <= last; d += step) {
    let at = d;
    if (step >= 28) { const c = civil(d); at = Math.round(Date.UTC(c.year, step >= 366 ? 0 : c.month, 1) / DAY); } // months and years begin on their first day
    if (at < first || across(at) - was < 70) continue;
    was = across(at);
    const c = civil(at), words = step >= 366 ? yearWords(c.year) : step >= 28 ? dated("[mon] [year]", at) : dated(marks.length ? "[day] [mon]" : "[day] [mon] [year]", at);
    marks.push(el("svg:line", {x1: was, x2: was, y1: 0, y2: 5}), el("svg:text", {x: Math.min(w - 20, Math.max(24, was)), y: 18}, words));
  }
  axis.replaceChildren(...marks);
}

function drawNow(p) {
  slider.value = state.day;
  now.style.display = p ? "" : "none";
  if (p) {
    const a = across(p[0] - .4), b = across(p[1] + .4);
    now.firstChild.setAttribute("x", a);
    now.firstChild.setAttribute("width", Math.max(2, b - a));
    now.lastChild.setAttribute("x1", across(state.day));
    now.lastChild.setAttribute("x2", across(state.day));
  }
  for (const x of events) if (x.tick) x.tick.style.opacity = x.share > 0 ? "" : .25;
}

/* ---- steps and play ---- */

// stops are the days to step through: those that something is known to have happened on, to a week at most.
function stops() {
  const days = new Set();
  for (const x of events) if (x.hit && x.dated && x.from !== null && x.to !== null && x.to - x.from <= 7) days.add(x.from);
  if (!days.size) for (const x of all) if (x.hit && x.dated) days.add(x.from ?? x.to);
  return [...days].sort((a, b) => a - b);
}
function step(day) {
  state.day = day;
  if (state.width === "all") { state.width = "1"; $("width").value = "1"; }
  show();
  announce();
}
function go(by) {
  const list = stops();
  if (!list.length) return false;
  if (state.width === "all") { step(by > 0 ? list[0] : list[list.length - 1]); return true; }
  const next = by > 0 ? list.find(d => d > state.day) : list.findLast(d => d < state.day);
  if (next === undefined) return false;
  step(next);
  return true;
}

let timer = 0;
function play(on) {
  clearInterval(timer);
  timer = 0;
  $("play").textContent = say(on ? "Pause" : "Play");
  if (!on) return;
  const list = stops();
  if (state.width === "all" || !list.some(d => d > state.day)) { if (list.length) step(list[0]); }
  timer = setInterval(() => { if (!go(1)) play(false); }, Number($("speed").value));
}
const pause = () => { if (timer) play(false); };
function showAll() { state.width = "all"; $("width").value = "all"; show(); announce(); }

/* ---- hands ---- */

let moved = 0; // the slider may move many times in a frame
slider.addEventListener("input", () => { pause(); cancelAnimationFrame(moved); moved = requestAnimationFrame(() => step(Number(slider.value))); });
$("play").addEventListener("click", () => play(!timer));
$("back").addEventListener("click", () => { pause(); go(-1); });
$("next").addEventListener("click", () => { pause(); go(1); });
$("width").addEventListener("change", e => { state.width = e.target.value; show(); announce(); });
$("speed").addEventListener("change", () => { if (timer) play(true); });
$("in").addEventListener("click", () => zoom(1.6));
$("out").addEventListener("click", () => zoom(1 / 1.6));
$("fit").addEventListener("click", fit);
$("close").addEventListener("click", closeCard);
$("dark").addEventListener("click", () => wear(!document.documentElement.classList.contains("dark")));
$("search").addEventListener("submit", e => { e.preventDefault(); const b = $("read").querySelector("li:not([hidden])"); if (b) b.scrollIntoView({block: "nearest", behavior: calm ? "auto" : "smooth"}); });
$("find").addEventListener("input", e => { state.search = fold(e.target.value).split(/\s+/).filter(Boolean); show(); announce(); });

function wear(dark) {
  document.documentElement.classList.toggle("dark", dark);
  $("dark").setAttribute("aria-pressed", dark);
  $("dark").textContent = say(dark ? "Light" : "Dark");
}

const canvas = $("canvas"), hands = new Map();
canvas.addEventListener("pointerdown", e => { hands.set(e.pointerId, [e.clientX, e.clientY]); canvas.setPointerCapture(e.pointerId); canvas.classList.add("moving"); });
canvas.addEventListener("pointermove", e => {
  const was = hands.get(e.pointerId);
  if (!was) return;
  const other = [...hands.entries()].find(([id]) => id !== e.pointerId);
  if (other) {
    const r = box.getBoundingClientRect(), d = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) || 1;
    zoom(d([e.clientX, e.clientY], other[1]) / d(was, other[1]), (e.clientX + other[1][0]) / 2 - r.left, (e.clientY + other[1][1]) / 2 - r.top);
  } else pan(e.clientX - was[0], e.clientY - was[1]);
  hands.set(e.pointerId, [e.clientX, e.clientY]);
});
for (const gone of ["pointerup", "pointercancel"]) canvas.addEventListener(gone, e => { hands.delete(e.pointerId); if (!hands.size) canvas.classList.remove("moving"); });
box.addEventListener("wheel", e => {
  if (e.target.closest(".card")) return;
  e.preventDefault();
  const r = box.getBoundingClientRect();
  zoom(Math.exp(-e.deltaY * (e.deltaMode ? .03 : .0016)), e.clientX - r.left, e.clientY - r.top);
}, {passive: false});
canvas.addEventListener("dblclick", e => { const r = box.getBoundingClientRect(); zoom(e.shiftKey ? .5 : 2, e.clientX - r.left, e.clientY - r.top); });
canvas.addEventListener("keydown", e => {
  const by = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]}[e.key];
  if (by && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); e.stopPropagation(); pan(...by); }
});

// Single keys never act while somebody types, nor on a control that has a use for them.
document.addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const in_ = e.target.closest("input, select, textarea, button, summary, a");
  if (e.key === "Escape") {
    if (closeCard()) return;
    if (state.search.length) { $("find").value = ""; state.search = []; show(); }
    pause();
    return;
  }
  if (in_ && (in_.matches("input, select, textarea") || e.key === " " || e.key === "Enter")) return;
  const does = {
    " ": () => play(!timer), ArrowRight: () => { pause(); go(1); }, ArrowLeft: () => { pause(); go(-1); },
    Home: () => { pause(); const s = stops(); if (s.length) step(s[0]); }, End: () => { pause(); const s = stops(); if (s.length) step(s[s.length - 1]); },
    a: showAll, A: showAll, "/": () => $("find").focus(), "+": () => zoom(1.6), "=": () => zoom(1.6), "-": () => zoom(1 / 1.6), "0": fit,
  }[e.key];
  if (does) { e.preventDefault(); does(); }
});

// On paper the map has a size of its own, and shows all places; the table stands open.
let before = null;
addEventListener("beforeprint", () => {
  before = {open: $("all").open, x: view.x, y: view.y, k: view.k};
  $("all").open = true;
  closeCard();
  paper = {w: 660, h: 412};
  fit();
  drawMarks();
});
addEventListener("afterprint", () => {
  paper = null;
  $("all").open = before.open;
  view.x = before.x; view.y = before.y; view.k = before.k;
  redraw();
});
let across_ = 0;
new ResizeObserver(() => {
  if (paper) return;
  place();
  if (Math.abs(box.clientWidth - across_) > 1) { across_ = box.clientWidth; drawLanes(); show(); } else drawMarks();
}).observe(box);

/* ---- begin ---- */

$("all").open = false;
wear(matchMedia("(prefers-color-scheme: dark)").matches);
drawLanes();
across_ = box.clientWidth;
fit();
show();
document.documentElement.dataset.ready = Math.round(performance.now());
})();
