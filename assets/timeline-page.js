/* What the page does in the browser beside the timeline view itself: text trees.

   Dash spends milliseconds on every component, and a story has thousands of elements. A tree is one component: nested
   lists of [tag, attributes, children] that React draws at once. Only the tags and attributes below are drawn, texts are
   text nodes, and addresses are http(s) or stay in the page. */
(function () {
  "use strict";
  var TAGS = new Set(
    ("a article b blockquote br code dd details div dl dt em figcaption figure h2 h3 li ol p pre q section span strong " +
      "summary sup table tbody td th thead time tr ul").split(" ")
  );
  var ATTRIBUTES = new Set("className dateTime dir href id lang open rel role scope tabIndex target title".split(" "));

  function attributes(given, key, chosen) {
    var kept = { key: key };
    Object.keys(given).forEach(function (name) {
      if (name === "href" && !/^(https?:\/\/|[?#/](?!\/))/i.test(given.href)) return;
      if (ATTRIBUTES.has(name) || /^(aria|data)-[a-z-]+$/.test(name)) kept[name] = given[name];
    });
    if (chosen && given["data-told"] === chosen) kept.className = (kept.className || "") + " chosen";
    return kept;
  }

  function draw(node, key, chosen) {
    if (node === null || node === undefined) return null;
    if (!Array.isArray(node)) return String(node);
    if (!TAGS.has(node[0])) return null;
    var children = node[2].map(function (child, i) {
      return draw(child, i, chosen);
    });
    return React.createElement.apply(null, [node[0], attributes(node[1], key, chosen)].concat(children));
  }

  /* Scrolls the tree's own box, and nothing else, so that the chosen passage is in sight. */
  function reveal(box) {
    var passage = box.querySelector(".chosen");
    if (!passage || box.scrollHeight <= box.clientHeight) return;
    var gap = passage.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (gap < 40 || gap > box.clientHeight - 80) box.scrollTop += gap - box.clientHeight / 3;
  }

  var clicks = 0;

  /* A plain click on a link to an event chooses it here; with a modifier key the browser follows the address. */
  function choose(event, setProps) {
    var link = event.target.closest("a[data-event]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    clicks += 1;
    var window_ = (link.getAttribute("data-window") || "").split(",").map(Number);
    var asked = [link.getAttribute("data-event"), clicks];
    setProps({ asked: window_.length === 2 ? asked.concat([window_]) : asked });
  }

  function Tree(props) {
    var box = React.useRef(null);
    React.useEffect(function () { reveal(box.current); }, [props.chosen, props.tree]);
    var drawn = React.useMemo(
      function () {
        return (props.tree || []).map(function (node, i) { return draw(node, i, props.chosen); });
      },
      [props.tree, props.chosen]
    );
    var own = { id: props.id, className: props.className, ref: box, tabIndex: 0, role: "region", "aria-label": props.label,
      onClick: function (event) { choose(event, props.setProps); } };
    if (props.live) own["aria-live"] = "polite";
    return React.createElement("div", own, drawn);
  }

  var h = React.createElement;

  function Choice(props) {
    if (props.hidden) return null;
    return h("label", { className: "choice" }, h("span", null, props.label),
      h("select", { id: props.id, value: props.value || "", onChange: function (event) { props.setProps({ value: event.target.value }); } },
        (props.options || []).map(function (pair) { return h("option", { key: pair[0], value: pair[0] }, pair[1]); })));
  }

  /* The slider's last place is now. What is chosen is told once the hand rests. */
  function DaySlider(props) {
    var days = props.days || [];
    var chosen = days.findIndex(function (day) { return day[0] === props.value; });
    var state = React.useState(null), moving = state[0], setMoving = state[1];
    var timer = React.useRef(0);
    var at = moving !== null ? moving : chosen < 0 ? days.length : chosen;
    var words = at >= days.length ? "now" : days[at][1];
    function told(place) {
      setMoving(place);
      clearTimeout(timer.current);
      timer.current = setTimeout(function () {
        setMoving(null);
        props.setProps({ value: place >= days.length ? null : days[place][0] });
      }, 150);
    }
    if (!days.length) return null;
    return h("div", { className: "day-slider" },
      h("label", { htmlFor: props.id + "-range" }, props.label),
      h("input", { id: props.id + "-range", type: "range", min: 0, max: days.length, step: 1, value: at, "aria-valuetext": words,
        onChange: function (event) { told(Number(event.target.value)); } }),
      h("output", { htmlFor: props.id + "-range" }, words),
      h("button", { type: "button", hidden: at >= days.length, onClick: function () { told(days.length); } }, "Now"));
  }

  function CopyButton(props) {
    var state = React.useState(""), said = state[0], say = state[1];
    function copy() {
      fetch(props.address).then(function (answer) {
        return answer.text().then(function (text) {
          if (!answer.ok) throw new Error(text);
          return navigator.clipboard.writeText(text);
        });
      }).then(function () { say("Copied"); }, function () { say("Could not copy"); });
      setTimeout(function () { say(""); }, 2500);
    }
    return h("button", { type: "button", id: props.id, onClick: copy, "aria-live": "polite" }, said || props.label);
  }

  window.timeline_page = { Tree: Tree, Choice: Choice, DaySlider: DaySlider, CopyButton: CopyButton };
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    timeline_page: { same: function (value) { return value; } },
  });
})();
