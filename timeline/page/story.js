/* The story in the form, length and view that the reader asks for, put together from passages that stand alone. */
function timelineStory(data, rows, options) {
  "use strict";
  var told = data.story, box = document.getElementById("story");
  var BUDGET = { short: 8, standard: 21, long: 55 };
  var WORDS = {
    chronicle: "Chronicle", brief: "Brief", standfirst: "Standfirst", headline: "Headline", explainer: "Thread by thread",
    perspective: "One actor’s part", "led-to": "What led to the chosen event", sides: "Both sides of the chosen event",
    steps: "Steps", outlook: "Outlook"
  };
  var forms = Object.keys(WORDS).filter(function (form) { return told.texts.some(function (t) { return t[0] === form; }); });
  var state = { form: forms.indexOf(options.form) < 0 ? forms[0] : options.form, length: options.length, actor: "", view: [], chosen: null };
  var alone = new Map(told.alone), order = told.alone.map(function (pair) { return pair[0]; }), whole = rows.length;

  function text(form, length, about) {
    return told.texts.find(function (t) { return t[0] === form && t[1] === length && t[2] === about; });
  }
  var known = new Map();
  function eventsOf(passage) {
    if (!known.has(passage)) {
      var seen = new Set();
      passage[1].forEach(function (p) { p.forEach(function (n) { told.sentences[n][2].forEach(function (row) { seen.add(row); }); }); });
      known.set(passage, Array.from(seen));
    }
    return known.get(passage);
  }

  /* What the view allows of `texts`: passages that lie in it whole, and, for what matters most outside of their
     stretches of time, sentences that stand alone. As [first row, heading, paragraphs], in order of date. */
  function fitting(texts, view, most) {
    var inside = new Set(view), told = 0, out = [];
    function free(from, to) { return !out.some(function (part) { return part[0] <= to && part[3] >= from; }); }
    texts.forEach(function (t) {
      t[3].forEach(function (passage) {
        var some = eventsOf(passage), from = Math.min.apply(null, some), to = Math.max.apply(null, some);
        if (!some.length || told + some.length > most + 3 || !free(from, to)) return;
        if (some.some(function (row) { return !inside.has(row); })) return;
        told += some.length;
        out.push([from, t[0] === "explainer" ? "" : passage[0], passage[1], to]);
      });
    });
    order.forEach(function (row) {
      if (told >= most || !inside.has(row) || !alone.get(row).length || !free(row, row)) return;
      told += 1;
      out.push([row, "", [alone.get(row)], row]);
    });
    out.sort(function (a, b) { return a[0] - b[0]; });
    out.left = view.length - told;
    return out.length ? out : null;
  }

  /* A thread at a time: its own section where that fits whole. */
  function byThread(view, most) {
    var out = [], left = 0, threads = data.scene.threads.concat([{ title: "" }]), thread = data.scene.columns.thread;
    threads.forEach(function (one, number) {
      var mine = view.filter(function (row) { return thread[row] === (number < threads.length - 1 ? number : -1); });
      if (!mine.length) return;
      var some = fitting([text("explainer", state.length, "")].filter(Boolean), mine, Math.max(1, Math.round(most * mine.length / view.length)));
      (some || []).forEach(function (part, i) { out.push([0, i ? "" : one.title, part[2]]); });
      left += some ? some.left : mine.length;
    });
    out.left = left;
    return out;
  }

  function parts() {
    var view = state.view, full = view.length === whole, most = BUDGET[state.length] || 21, form = state.form;
    var follows = form === "chronicle" || form === "explainer";
    var about = form === "perspective" ? state.actor : form === "led-to" || form === "sides" ? state.chosen || "" : "";
    if (follows && !full) {
      if (form === "explainer") return byThread(view, most);
      var names = ["chronicle", "explainer", "stretch"];
      return fitting(names.map(function (name) {
        return told.texts.filter(function (t) { return t[0] === name && (t[1] === state.length || name === "stretch"); });
      }).reduce(function (a, b) { return a.concat(b); }), view, most);
    }
    var t = text(form, follows ? state.length : "", about) || text(form, "standard", about);
    if (!t) return null;
    var out = t[3].map(function (passage) { return [0, passage[0], passage[1], 0, passage[2]]; });
    out.left = follows ? t[4] : 0;
    return out;
  }

  function missing() {
    if (state.form === "chronicle") return "The events in view are too light for a text of their own; they are in the list.";
    if (state.form === "perspective") return "Choose whose part to tell.";
    if (!state.chosen) return "Choose an event in the timeline first.";
    return state.form === "sides" ? "This page has no two sides of the chosen event." : "This page does not tell what led to the chosen event.";
  }

  function make(tag, words, name) {
    var element = document.createElement(tag);
    if (words) element.textContent = words;
    if (name) element.className = name;
    return element;
  }

  function sentence(n) {
    var s = told.sentences[n], span = make("span", "", "told"), row = s[2][0], link = make(row === undefined ? "span" : "a");
    if (row !== undefined) { link.href = "#ev-" + rows[row].id; span.dataset.t = s[2].map(function (r) { return rows[r].id; }).join(" "); }
    link.dir = "auto";
    link.className = "sentence";
    if (s[1]) link.append(make("b", s[0].slice(0, s[1])));
    link.append(s[0].slice(s[1]));
    span.append(link);
    if (s[3].length) {
      var marks = make("sup");
      s[3].forEach(function (number) { var a = make("a", String(number)); a.href = "#s" + number; marks.append(a); });
      span.append(marks);
    }
    return span;
  }

  var last = "", waiting = 0;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 120);
  }

  /* What is the same stays as it is, and keeps its place. */
  function draw() {
    var list = parts(), nodes = [], now = JSON.stringify([list || missing(), list && list.left, state.view.length > 0]);
    if (now === last) return;
    last = now;
    if (!state.view.length) nodes.push(make("p", "Nothing in this view. Zoom out, or clear the search.", "empty"));
    else if (!list) nodes.push(make("p", missing(), "empty"));
    else list.forEach(function (part) {
      if (part[1]) {
        var head = make("h3"), view = part[4];
        if (view) {
          var link = make("a", "▸ " + part[1]);
          link.href = view[2] < 0 ? "#view" : "#ev-" + rows[view[2]].id;
          link.dataset.window = view[0] + "," + view[1];
          head.append(link);
        } else head.textContent = part[1];
        nodes.push(head);
      }
      part[2].forEach(function (paragraph) {
        var p = make("p");
        paragraph.forEach(function (n) { p.append(sentence(n), " "); });
        nodes.push(p);
      });
    });
    if (list && list.left > 0) nodes.push(make("p", list.left + " more event" + (list.left > 1 ? "s" : "") + " of this view not told here. Zoom in, or choose a longer text, to read more.", "left-out"));
    box.replaceChildren.apply(box, nodes);
    options.drawn(box);
  }

  function choice(name, label, pairs) {
    var wrap = make("label", "", "choice"), select = make("select");
    pairs.forEach(function (pair) { var o = make("option", pair[1]); o.value = pair[0]; select.append(o); });
    select.setAttribute("aria-label", label);
    select.value = state[name];
    select.addEventListener("change", function () { state[name] = select.value; shown(); draw(); });
    wrap.append(label + " ", select);
    return wrap;
  }

  var lengths = choice("length", "Length", [["short", "Short"], ["standard", "Standard"], ["long", "Long"]]);
  var actors = choice("actor", "Actor", [["", "Whose part?"]].concat(Object.entries(told.actors)));
  function shown() {
    lengths.hidden = state.form !== "chronicle" && state.form !== "explainer";
    actors.hidden = state.form !== "perspective";
  }
  var bar = make("div", "", "controls screen");
  bar.append(choice("form", "Form", forms.map(function (f) { return [f, WORDS[f]]; })), lengths, actors);
  box.before(bar);
  shown();

  return {
    /* The rows in view, in order of date. */
    view: function (view) { state.view = view; if (last) later(); else draw(); },
    chosen: function (id) { state.chosen = id; if (state.form === "led-to" || state.form === "sides") draw(); }
  };
}
