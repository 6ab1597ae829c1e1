/* The controls beside the timeline: native elements, which keyboards and screen readers know. */
(function () {
  "use strict";
  const h = React.createElement;

  function Choice(props) {
    if (props.hidden) return null;
    return h("select", { id: props.id, className: "choice choice-" + props.id, "aria-label": props.label, title: props.label, value: props.value || "",
      onChange: function (event) { props.setProps({ value: event.target.value }); } },
      (props.options || []).map(function (pair) { return h("option", { key: pair[0], value: pair[0] }, pair[1]); }));
  }

  /* Walks through the steps of a story: each moves the picture to its window and its event. */
  function StepPlayer(props) {
    const [at, setAt] = React.useState(-1);
    const [on, setOn] = React.useState(false);
    const steps = props.steps || [];
    function go(place) {
      if (place < 0 || place >= steps.length) return setOn(false);
      setAt(place);
      window.timeline_page.go({ event: steps[place][0], window: steps[place][1] });
    }
    React.useEffect(function () {
      if (!on) return undefined;
      const timer = setTimeout(function () { go(at + 1); }, at < 0 ? 0 : 5000);
      return function () { clearTimeout(timer); };
    }, [on, at]);
    if (!steps.length) return null;
    return h("span", { className: "player", role: "group", "aria-label": "Steps" },
      h("button", { type: "button", disabled: at <= 0, onClick: function () { go(at - 1); } }, "Back"),
      h("button", { type: "button", "aria-pressed": on, onClick: function () { setOn(!on); } }, on ? "Pause" : "Play"),
      h("button", { type: "button", disabled: at >= steps.length - 1, onClick: function () { go(at + 1); } }, "Next"),
      h("output", null, at < 0 ? steps.length + " steps" : "Step " + (at + 1) + " of " + steps.length));
  }

  /* A small menu: texts of the story to take away. `choices` is a list of [words, address]. */
  function CopyMenu(props) {
    const [said, say] = React.useState("");
    const fold = React.useRef(null);
    function copy(address) {
      fetch(address).then(function (answer) {
        return answer.text().then(function (text) {
          if (!answer.ok) throw new Error(text);
          return navigator.clipboard.writeText(text);
        });
      }).then(function () { say("Copied"); }, function () { say("Could not copy"); });
      fold.current.open = false;
      fold.current.firstChild.focus();
      setTimeout(function () { say(""); }, 2500);
    }
    function key(event) {
      if (event.key !== "Escape" || !fold.current.open) return;
      event.preventDefault();
      fold.current.open = false;
      fold.current.firstChild.focus();
    }
    function left(event) { if (!fold.current.contains(event.relatedTarget)) fold.current.open = false; }
    return h("details", { id: props.id, className: "menu", ref: fold, onKeyDown: key, onBlur: left },
      h("summary", null, said || props.label),
      h("div", null, (props.choices || []).map(function (pair) {
        return h("button", { key: pair[0], type: "button", onClick: function () { copy(pair[1]); } }, pair[0]);
      })),
      h("span", { className: "unseen", role: "status" }, said));
  }

  /* WAI-ARIA tabs: arrows choose, Home and End go to the first and last. `tabs` is a list of [value, words]. */
  function Tabs(props) {
    const tabs = props.tabs || [];
    const at = Math.max(0, tabs.findIndex(function (tab) { return tab[0] === props.value; }));
    const list = React.useRef(null);
    function key(event) {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = (to + tabs.length) % tabs.length;
      props.setProps({ value: tabs[next][0] });
      list.current.children[next].focus();
    }
    return h("div", { id: props.id, className: "tabs", role: "tablist", "aria-label": props.label, ref: list, onKeyDown: key },
      tabs.map(function (tab, i) {
        return h("button", { key: tab[0], type: "button", role: "tab", id: props.id + "-" + (tab[0] || "first"), "aria-selected": i === at,
          "aria-controls": props.panel, tabIndex: i === at ? 0 : -1, onClick: function () { props.setProps({ value: tab[0] }); } }, tab[1]);
      }));
  }

  window.timeline_page = Object.assign(window.timeline_page || {}, { Choice: Choice, CopyMenu: CopyMenu, StepPlayer: StepPlayer, Tabs: Tabs });
})();
