/* Text trees. Dash spends milliseconds on every component, and a story has thousands of elements: a tree is one
   component, nested lists of [tag, attributes, children] that React draws at once. Only the tags and attributes below
   are drawn, texts are text nodes, and addresses are http(s) or stay in the page. */
(function () {
  "use strict";
  const TAGS = new Set(
    ("a article b blockquote br code dd details div dl dt em figcaption figure h2 h3 li nav ol p pre q section span " +
      "strong summary sup table tbody td th thead time tr ul").split(" ")
  );
  const ATTRIBUTES = new Set("className dateTime dir hidden href id lang open rel role scope tabIndex target title".split(" "));
  const h = React.createElement;

  function attributes(given, key, chosen) {
    const kept = { key: key };
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
    const children = node[2].map(function (child, i) { return draw(child, i, chosen); });
    return h(node[0], attributes(node[1], key, chosen), ...children);
  }

  /* Scrolls the tree's own box, and nothing else, so that the chosen passage is in sight. */
  function reveal(box) {
    const passage = box.querySelector(".chosen");
    if (!passage || box.scrollHeight <= box.clientHeight) return;
    const gap = passage.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (gap < 40 || gap > box.clientHeight - 80) box.scrollTop += gap - box.clientHeight / 3;
  }

  /* A link inside the box scrolls the box, not the page. */
  function toNote(event) {
    const link = event.target.closest('a[href^="#"]:not([data-event], [data-go])');
    const target = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!target) return;
    event.preventDefault();
    const fold = target.closest("details");
    if (fold) fold.open = true;
    target.scrollIntoView({ block: "nearest" });
  }

  function Tree(props) {
    const box = React.useRef(null);
    const drawn = React.useMemo(
      function () { return (props.tree || []).map(function (node, i) { return draw(node, i, props.chosen); }); },
      [props.tree, props.chosen]
    );
    React.useEffect(function () { reveal(box.current); }, [props.chosen, props.tree]);
    // A box that a card beside it has made smaller still shows the passage.
    React.useEffect(function () {
      const watch = new ResizeObserver(function () { reveal(box.current); });
      watch.observe(box.current);
      return function () { watch.disconnect(); };
    }, []);
    React.useEffect(function () { if (props.closes) box.current.scrollTop = 0; }, [props.tree]);
    React.useEffect(function () {
      box.current.querySelectorAll("[data-told]").forEach(function (node) {
        node.classList.toggle("lit", node.getAttribute("data-told") === props.lit);
      });
    }, [props.lit, props.tree, props.chosen]);
    function point(event) {
      const told = event.target.closest("[data-told]");
      const id = told ? told.getAttribute("data-told") : null;
      if (id !== (props.hovered || null)) props.setProps({ hovered: id });
    }
    const own = {
      id: props.id, className: props.className, ref: box, role: "region", "aria-label": props.label,
      onMouseOver: point, onFocus: point, onMouseLeave: function () { props.setProps({ hovered: null }); }, onClick: toNote,
    };
    // A region that is empty is no place to stop at.
    if (drawn.length) own.tabIndex = 0;
    if (props.live) own["aria-live"] = "polite";
    if (!props.tree) own["aria-busy"] = true;
    if (props.closes) own.hidden = !drawn.length;
    return h("div", own, props.closes && drawn.length ? close(props.closes) : null, drawn);
  }

  function close(words) {
    return h("button", { key: "close", type: "button", className: "close", "aria-label": words, title: words + " (Escape)",
      onClick: function () { window.timeline_page.go({ event: null }); } }, "×");
  }

  window.timeline_page = Object.assign(window.timeline_page || {}, { Tree: Tree });
})();
