/* The page beyond its own text: mounts the timeline, narrows story and events to what is in view, opens cards.
   Everything is text nodes; nothing is fetched. Without this script the page reads whole. */
(function () {
  "use strict";
  var root = document.documentElement;
  var byId = function (id) { return document.getElementById(id); };
  var list = byId("events"), story = byId("story"), note = byId("wait");
  var MOST = 300;

  var DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;,=/?@^_`{|}~";

  /* Base 85, five characters for four bytes. */
  function bytesOf(text) {
    var value = new Uint8Array(128), bytes = new Uint8Array(text.length / 5 * 4), word = 0, to = 0;
    for (var d = 0; d < 85; d++) value[DIGITS.charCodeAt(d)] = d;
    for (var i = 0; i < text.length; i++) {
      word = word * 85 + value[text.charCodeAt(i)];
      if (i % 5 < 4) continue;
      bytes[to++] = word >>> 24; bytes[to++] = word >>> 16; bytes[to++] = word >>> 8; bytes[to++] = word;
      word = 0;
    }
    return bytes;
  }

  function inflate(name) {
    var element = byId(name), bytes = bytesOf(element.textContent).subarray(0, +element.dataset.bytes);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }

  /* The engine is an inline script of the page, kept compressed; the policy knows its hash. */
  function run(source) {
    var script = document.createElement("script");
    script.textContent = source;
    document.head.append(script);
  }

  var TAGS = ("a b blockquote br code dd div dl dt em figcaption figure h3 li ol p q section span strong sup time ul").split(" ");
  var NAMES = { className: "class" };

  function draw(node) {
    if (!Array.isArray(node)) return document.createTextNode(String(node));
    var element = document.createElement(TAGS.indexOf(node[0]) < 0 ? "span" : node[0]);
    Object.keys(node[1]).forEach(function (name) {
      var value = String(node[1][name]);
      if (name === "href" ? /^(https?:\/\/|#)/i.test(value) : /^(className|dir|lang|id)$/.test(name))
        element.setAttribute(NAMES[name] || name, value);
    });
    if (node[0] === "a" && /^http/i.test(node[1].href || "")) {
      element.target = "_blank";
      element.rel = "noopener noreferrer";
    }
    node[2].forEach(function (child) { element.append(draw(child)); });
    return element;
  }

  function cardOf(id) { return byId("ev-" + id); }

  Promise.all([inflate("engine"), inflate("scene")]).then(function (texts) {
    run(texts[0]);
    var data = JSON.parse(texts[1]);
    if (data[1]) data[0].columns.text = data[1].map(function (pair) { return pair[0]; });
    start(data[0], data[1] && data[1].map(function (pair) { return pair[1]; }));
  }).catch(function (error) { console.warn("The picture stays still here: " + error.message); });

  function start(scene, cards) {
    var options = JSON.parse(byId("options").textContent);
    var c = scene.columns, starts = floats(c.start), ends = floats(c.end);
    var row = new Map(c.id.map(function (id, i) { return [id, i]; }));
    var blocks = new Map(), chosen = null, view = null, matched = null, query = "", selecting = false;

    function floats(column) {
      var text = atob(column.b64), bytes = new Uint8Array(text.length);
      for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
      return new Float64Array(bytes.buffer);
    }

    /* The events that a paragraph of the story tells: those that its sentences lead to. */
    function told(p) { return p.dataset.t.split(" "); }
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

    direct(story);
    story.querySelectorAll("p").forEach(function (p) {
      var ids = Array.from(p.querySelectorAll('a[href^="#ev-"]'), function (a) { return a.getAttribute("href").slice(4); });
      if (ids.length) p.dataset.t = ids.join(" ");
    });

    function inSight() {
      var w = view.window, out = [];
      for (var i = 0; i < scene.count; i++)
        if (starts[i] < w[1] && ends[i] > w[0] && (!matched || matched.has(c.id[i]))) out.push(i);
      return out;
    }

    function count(number) {
      return number === scene.count ? scene.count + " events" : number + " of " + scene.count + " events in view";
    }

    function narrow() {
      var rows = inSight(), shown = new Set(rows.map(function (i) { return c.id[i]; }));
      story.querySelectorAll("p[data-t]").forEach(function (p) {
        p.hidden = !told(p).some(function (id) { return shown.has(id); });
      });
      story.querySelectorAll("section").forEach(function (s) { s.hidden = !s.querySelector("p[data-t]:not([hidden])"); });
      byId("none").hidden = !!story.querySelector("p[data-t]:not([hidden])");
      if (!cards) build(rows);
      else list.querySelectorAll(".ev").forEach(function (d) { d.hidden = !shown.has(d.dataset.id); });
      byId("count").textContent = count(rows.length);
      if (note) note.textContent = rows.length > MOST ? "The first " + MOST + " of " + rows.length + " events in view; zoom in or search to see the others." : "";
    }

    if (cards) {
      list.replaceChildren.apply(list, c.id.map(function (_, i) { return entry(i); }));
      c.id.forEach(function (id, i) { put(id, cards[i]); });
    } else list.replaceChildren();

    function put(id, nodes) {
      var card = cardOf(id);
      if (card && !card.childNodes.length) card.append.apply(card, nodes.map(draw));
      if (card) direct(card);
    }

    /* A large store keeps its cards in blocks and has a row in the page for events in view only. */
    function build(rows) {
      var open = chosen !== null && row.has(chosen) && rows.indexOf(row.get(chosen)) >= MOST ? [row.get(chosen)] : [];
      list.replaceChildren.apply(list, rows.slice(0, MOST).concat(open).map(entry));
      if (chosen !== null) reveal(chosen);
    }

    function entry(i) {
      var details = document.createElement("details"), summary = document.createElement("summary");
      var time = document.createElement("time"), card = document.createElement("div");
      details.className = "ev";
      details.dataset.id = c.id[i];
      time.textContent = c.when[i];
      summary.append(time, c.title[i]);
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
      story.querySelectorAll(".chosen").forEach(function (p) { p.classList.remove("chosen"); });
      story.querySelectorAll("p[data-t]").forEach(function (p) {
        if (told(p).indexOf(id) >= 0) { p.classList.add("chosen"); into(p, story, 60); }
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
      if (id !== null) {
        var open = cardOf(id);
        if (open && open.parentNode.hidden) view.update({ filter: "", selected: id });
        view.update({ selected: id });
        if (!cards && !cardOf(id)) build(inSight());
        selecting = false;
        reveal(id);
        try { history.replaceState(null, "", "#ev-" + id); } catch (_) { /* a sandboxed frame has no address */ }
      } else view.update({ selected: null });
      selecting = false;
    }

    var place = byId("view");
    place.hidden = false;
    root.classList.add("live");
    view = timelineView.mount(place, scene, {
      window: options.window,
      filter: options.filter,
      height: options.height || undefined,
      onWindow: narrow,
      onSelect: function (id) { if (id !== null) select(id); else chosen = null; },
      onFilter: filter
    });
    filter(options.filter || "");

    function filter(text) {
      query = text;
      matched = text ? new Set(timelineView.matchQuery(scene, text)) : null;
      narrow();
    }

    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest('a[href^="#ev-"]');
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      select(link.getAttribute("href").slice(4));
    });
    list.addEventListener("toggle", function (event) {
      if (event.target.open && event.target.dataset.id) select(event.target.dataset.id);
    }, true);
    if (location.hash.indexOf("#ev-") === 0 && row.has(decodeURIComponent(location.hash.slice(4))))
      select(decodeURIComponent(location.hash.slice(4)));
    resized();
  }

  /* Told to the page around a frame, which alone knows how high to make it. Nothing but a number leaves the page. */
  function resized() {
    if (window.parent === window) return;
    var tell = function () {
      window.parent.postMessage({ type: "timeline:resize", height: Math.ceil(root.getBoundingClientRect().height) }, "*");
    };
    new ResizeObserver(tell).observe(root);
    tell();
  }
})();
