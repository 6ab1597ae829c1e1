/* Ways of the page to another view: what a link, the palette or a button asks for becomes props of the page's parts.

   A link to an event, a window or an order is a real address, so it can be copied and opened in a tab; a plain click on
   it changes only what it names and leaves the rest of the view as it is at that moment. */
(function () {
  "use strict";
  const PLACES = {
    event: ["view", "selected"], window: ["view", "window"], query: ["view", "filter"], form: ["form", "value"],
    length: ["length", "value"], actor: ["actor", "value"], known: ["known", "value"], show: ["show", "value"],
    sort: ["sort", "data"], page: ["page", "data"], source: ["source", "data"],
  };

  /* `changes` has names of the address's parts and what they are to be. */
  function go(changes) {
    const parts = {};
    Object.keys(changes).forEach(function (name) {
      const [part, prop] = PLACES[name];
      parts[part] = Object.assign(parts[part] || {}, { [prop]: changes[name] });
    });
    Object.keys(parts).forEach(function (part) { window.dash_clientside.set_props(part, parts[part]); });
  }

  function asked(link) {
    const changes = JSON.parse(link.getAttribute("data-go") || "{}");
    if (link.hasAttribute("data-event")) changes.event = link.getAttribute("data-event");
    const days = (link.getAttribute("data-window") || "").split(",").map(Number);
    if (days.length === 2) changes.window = days;
    return changes;
  }

  /* With a modifier key the browser follows the address. */
  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest("a[data-event], a[data-go]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const changes = asked(link);
    go(changes);
    reveal(changes);
  });

  /* What is asked for below the fold is brought into sight. */
  function reveal(changes) {
    if (!changes.show && !changes.source) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const more = document.querySelector(".pane-more");
    if (more) more.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  }

  /* Escape closes the card, wherever the focus is, unless something nearer takes it. */
  document.addEventListener("keydown", function (event) {
    const card = document.getElementById("card");
    if (event.key !== "Escape" || event.defaultPrevented || !card || card.hidden) return;
    // In a search field it empties the field.
    if (event.target.matches("input[type=search], input[type=text], select")) return;
    if (document.querySelector("dialog[open], .tl-menu[open], .tl-picker:not([hidden])")) return;
    const inside = card.contains(document.activeElement);
    go({ event: null });
    if (inside) document.querySelector("#view .tl-stage").focus({ preventScroll: true });
  });

  /* Enter on the event that is chosen already goes on to its card. */
  document.addEventListener("keydown", function (event) {
    const card = document.getElementById("card");
    if (event.key !== "Enter" || !card || card.hidden) return;
    if (!event.target.matches("#view .tl-stage, #view .tl-events [aria-pressed=true]")) return;
    event.preventDefault();
    card.focus();
  });

  /* A fold is closed on paper too: everything that can be read is opened to print, and closed again after. */
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = [...document.querySelectorAll(".page details:not([open]):not(.tl-menu):not(.menu)")];
    opened.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); });

  window.timeline_page = Object.assign(window.timeline_page || {}, { go: go, reveal: reveal });
  window.dash_clientside = Object.assign(window.dash_clientside || {}, {
    timeline_page: {
      marked: function (selected, source, show) { return show === "sources" ? source : selected; },
      same: function (value) { return value; },
      sceneOf: function (day) { return "scene.json" + (day ? "?known=" + encodeURIComponent(day) : ""); },
      picked: function (data) {
        const point = data && data.points && data.points[0];
        return point && point.customdata && point.customdata.length > 1 ? point.customdata[0] : window.dash_clientside.no_update;
      },
    },
  });
})();
