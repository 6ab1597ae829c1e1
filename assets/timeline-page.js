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
    React.useEffect(function () {
      box.current.querySelectorAll("[data-told]").forEach(function (node) {
        node.classList.toggle("lit", node.getAttribute("data-told") === props.lit);
      });
    }, [props.lit, props.tree, props.chosen]);
    function point(event) {
      var told = event.target.closest("[data-told]");
      var id = told ? told.getAttribute("data-told") : null;
      if (id !== (props.hovered || null)) props.setProps({ hovered: id });
    }
    var own = { id: props.id, onMouseOver: point, onFocus: point, onMouseLeave: function () { props.setProps({ hovered: null }); }, className: props.className, ref: box, tabIndex: 0, role: "region", "aria-label": props.label,
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

  /* Walks through the steps of a story: each moves the picture to its window and its event. */
  function StepPlayer(props) {
    var state = React.useState(-1), at = state[0], setAt = state[1];
    var playing = React.useState(false), on = playing[0], setOn = playing[1];
    var steps = props.steps || [];
    function go(place) {
      if (place < 0 || place >= steps.length) return setOn(false);
      setAt(place);
      clicks += 1;
      props.setProps({ asked: [steps[place][0], clicks, steps[place][1]] });
    }
    React.useEffect(function () {
      if (!on) return undefined;
      var timer = setTimeout(function () { go(at + 1); }, at < 0 ? 0 : 5000);
      return function () { clearTimeout(timer); };
    }, [on, at]);
    if (!steps.length) return null;
    return h("span", { className: "player", role: "group", "aria-label": "Steps" },
      h("button", { type: "button", disabled: at <= 0, onClick: function () { go(at - 1); } }, "Back"),
      h("button", { type: "button", "aria-pressed": on, onClick: function () { setOn(!on); } }, on ? "Pause" : "Play"),
      h("button", { type: "button", disabled: at >= steps.length - 1, onClick: function () { go(at + 1); } }, "Next"),
      h("output", null, at < 0 ? steps.length + " steps" : "Step " + (at + 1) + " of " + steps.length));
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

  window.timeline_page = { Tree: Tree, Choice: Choice, DaySlider: DaySlider, CopyButton: CopyButton, StepPlayer: StepPlayer };
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    timeline_page: { same: function (value) { return value; } },
  });
})();
