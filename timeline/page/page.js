/* The page beyond its own text: mounts the timeline, narrows story and events to what is in view, opens cards.
   Everything is text nodes; nothing is fetched. */
function timelinePage(data, inflate) {
  "use strict";
  var root = document.documentElement;
  var byId = function (id) { return document.getElementById(id); };
  var list = byId("events"), note = byId("wait"), place = byId("view");
  var options = JSON.parse(byId("options").textContent);
  var scene = data.scene, c = scene.columns, cards = data.cards;
  var MOST = 300;
  var TAGS = "a b blockquote br code dd div dl dt em figcaption figure h3 li ol p q section span strong sup time ul".split(" ");

  /* A small store says id, date and title once, in the list that readers without script have. */
  if (cards) readList();
  var starts = floats(c.start), ends = floats(c.end), flags = octets(c.flags), statuses = octets(c.status);
  var rows = c.id.map(function (id, i) { return { id: id, title: c.title[i], when: c.when[i] }; });
  var row = new Map(c.id.map(function (id, i) { return [id, i]; }));
  var blocks = new Map(), chosen = null, view = null, matched = null, selecting = false, story = null, storyBox = byId("story");

  function octets(column) {
    var text = atob(column.b64), bytes = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  function floats(column) { return new Float64Array(octets(column).buffer); }

  /* A disputed or unconfirmed event says so wherever it is named; 128 is the scene's bit for a dispute. */
  function doubtOf(i) {
    var word = flags[i] & 128 ? "disputed" : scene.statuses[statuses[i]], mark = document.createElement("i");
    mark.textContent = " (" + word + ")";
    return word === scene.statuses[0] ? null : mark;
  }

  function readList() {
    c.id = []; c.when = []; c.title = [];
    Array.from(list.children).forEach(function (entry) {
      var line = entry.querySelector("summary") || entry;
      c.id.push((entry.querySelector(".card") || entry).id.slice(3));
      c.when.push(line.firstChild.textContent);
      c.title.push(line.childNodes[1].textContent);
    });
  }

  /* A tree is a text, or ["tag.class", attributes if any, …children]; a link to an event is drawn from its row. */
  function draw(node) {
    if (!Array.isArray(node)) return document.createTextNode(String(node));
    var name = node[0].split("."), element = document.createElement(TAGS.indexOf(name[0]) < 0 ? "span" : name[0]);
    var has = node[1] && typeof node[1] === "object" && !Array.isArray(node[1]), given = has ? node[1] : {};
    if (name[1]) element.className = name[1];
    Object.keys(given).forEach(function (key) {
      var value = String(given[key]);
      if (key === "href" ? /^(https?:\/\/|#)/i.test(value) : /^(dir|lang|id)$/.test(key)) element.setAttribute(key, value);
    });
    if (name[0] === "a" && /^http/i.test(given.href || "")) {
      element.target = "_blank";
      element.rel = "noopener noreferrer";
    }
    node.slice(has ? 2 : 1).forEach(function (child) { element.append(draw(child)); });
    if (name[0] === "e") related(element, rows[node[1]]);
    return element;
  }

  function related(element, one) {
    var link = document.createElement("a"), date = document.createElement("b");
    link.href = "#ev-" + one.id;
    date.textContent = one.when;
    link.append(date, " ", one.title);
    element.replaceChildren(link);
  }

  function cardOf(id) { return byId("ev-" + id); }

  /* With the script, a number is a link to the source itself: one click from a statement to who says so. */
  function direct(element) {
    element.querySelectorAll('a[href^="#s"]').forEach(function (mark) {
      var source = byId(mark.getAttribute("href").slice(1)), link = source && source.querySelector("a");
      if (!link) return;
      mark.title = source.textContent;
      mark.setAttribute("aria-label", "Source " + mark.textContent + ": " + source.textContent);
      mark.href = link.href;
      mark.target = "_blank";
      mark.rel = "noopener noreferrer";
    });
  }

  function put(id, nodes) {
    var card = cardOf(id);
    if (card && nodes && !card.childNodes.length) card.append.apply(card, nodes.map(draw));
    if (card) direct(card);
  }

  if (cards) {
    list.replaceChildren.apply(list, Array.from(list.children).map(function (old, i) { return cards[i] ? entry(i) : old; }));
    c.id.forEach(function (id, i) { put(id, cards[i]); });
    /* What the search looks into besides the titles is what the cards say. */
    c.text = c.id.map(function (id) {
      var said = cardOf(id).querySelectorAll(".summary, blockquote, .people li");
      return Array.from(said, function (e) { return e.textContent; }).join("\n").toLowerCase();
    });
  } else list.replaceChildren();

  function inSight() {
    var w = view.window, out = [];
    for (var i = 0; i < scene.count; i++)
      if (starts[i] < w[1] && ends[i] > w[0] && (!matched || matched.has(c.id[i]))) out.push(i);
    return out;
  }

  function said(number) { return number.toLocaleString("en"); }

  function narrow() {
    var seen = inSight(), shown = new Set(seen.map(function (i) { return c.id[i]; }));
    if (story) story.view(seen);
    if (!cards) build(seen);
    else list.querySelectorAll(".ev").forEach(function (d) { d.hidden = !shown.has(d.lastChild.id.slice(3)); });
    byId("count").textContent = (seen.length === scene.count ? "" : said(seen.length) + " of ") + said(scene.count) + " events" + (seen.length === scene.count ? "" : " in view");
    if (note) note.textContent = !cards && seen.length > MOST ? "The first " + MOST + " of " + said(seen.length) + " events in view; zoom in or search to see the others." : "";
  }

  /* A large store keeps its cards in blocks and has a row in the page for events in view only. */
  function build(seen) {
    var open = chosen !== null && row.has(chosen) && seen.indexOf(row.get(chosen)) >= MOST ? [row.get(chosen)] : [];
    list.replaceChildren.apply(list, seen.slice(0, MOST).concat(open).map(entry));
    if (chosen !== null) reveal(chosen);
  }

  function entry(i) {
    var details = document.createElement("details"), summary = document.createElement("summary");
    var time = document.createElement("time"), card = document.createElement("div");
    details.className = "ev";
    time.textContent = c.when[i];
    summary.append(time, c.title[i]);
    if (doubtOf(i)) summary.append(doubtOf(i));
    card.className = "card";
    card.id = "ev-" + c.id[i];
    details.append(summary, card);
    return details;
  }

  function fill(id) {
    var card = cardOf(id), i = row.get(id);
    if (cards || !card || card.childNodes.length) return;
    var n = Math.floor(i / options.block);
    if (!blocks.has(n)) blocks.set(n, inflate("cards-" + n).then(JSON.parse));
    blocks.get(n).then(function (trees) { put(id, trees[i % options.block]); });
  }

  function reveal(id) {
    var card = cardOf(id);
    if (!card) return;
    fill(id);
    list.querySelectorAll(".ev[open]").forEach(function (d) { if (d !== card.parentNode) d.open = false; });
    card.parentNode.open = true;
    into(card.parentNode, list, 8);
    mark(storyBox);
  }

  /* The sentences that tell the chosen event. */
  function mark(box) {
    direct(box);
    box.querySelectorAll(".chosen").forEach(function (p) { p.classList.remove("chosen"); });
    if (chosen === null) return;
    box.querySelectorAll(".told[data-t]").forEach(function (s, i) {
      if (s.dataset.t.split(" ").indexOf(chosen) < 0) return;
      if (!box.querySelector(".chosen")) into(s, box, 60);
      s.classList.add("chosen");
    });
  }

  /* Scrolls the pane, and nothing else; where the panes stand below each other, the page. */
  function into(element, pane, above) {
    if (pane.scrollHeight > pane.clientHeight + 1) {
      var gap = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      if (gap < 0 || gap > pane.clientHeight - 120) pane.scrollTop += gap - above;
    } else if (pane === list && !selecting) element.scrollIntoView({ block: "nearest" });
  }

  function select(id) {
    if (id === chosen || selecting) return;
    chosen = id;
    selecting = true;
    var open = cardOf(id);
    if (open && open.parentNode.hidden) view.update({ filter: "" });
    view.update({ selected: id });
    if (!cards && !cardOf(id)) build(inSight());
    if (story) story.chosen(id);
    selecting = false;
    reveal(id);
    try { history.replaceState(null, "", "#ev-" + id); } catch (_) { /* a sandboxed frame has no address */ }
  }

  function filter(text) {
    matched = text ? new Set(timelineView.matchQuery(scene, text)) : null;
    narrow();
  }

  place.hidden = false;
  root.classList.add("live");
  view = timelineView.mount(place, scene, {
    window: options.window,
    filter: options.filter,
    height: options.height || undefined,
    scale: options.scale,
    amounts: options.amounts,
    onWindow: narrow,
    onSelect: function (id) { if (id !== null) select(id); else chosen = null; },
    onFilter: filter
  });
  options.drawn = mark;
  if (data.story) story = timelineStory(data, rows, options);
  filter(options.filter || "");

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#ev-"], a[data-window]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.window) view.update({ window: link.dataset.window.split(",").map(Number) });
    if (link.getAttribute("href").indexOf("#ev-") === 0) select(link.getAttribute("href").slice(4));
  });
  list.addEventListener("toggle", function (event) {
    var card = event.target.lastChild;
    if (event.target.open && card && card.id) select(card.id.slice(3));
  }, true);
  var asked = location.hash.indexOf("#ev-") === 0 ? decodeURIComponent(location.hash.slice(4)) : "";
  if (row.has(asked)) select(asked);

  /* Told to the page around a frame, which alone knows how high to make it. Nothing but a number leaves the page. */
  if (window.parent !== window) {
    var tell = function () {
      window.parent.postMessage({ type: "timeline:resize", height: Math.ceil(root.getBoundingClientRect().height) }, "*");
    };
    new ResizeObserver(tell).observe(root);
    tell();
  }
}
