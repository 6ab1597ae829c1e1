/* The command palette: one box that finds events, people, threads, sources, forms of the story and parts of the page.
   Ctrl+K or Command+K opens it, and / where the focus is in the timeline or what is read beside it: a letter alone that
   works anywhere would be pressed by speech input. The server does the finding, so a hundred thousand events weigh nothing here. */
(function () {
  "use strict";
  const h = React.createElement;
  const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

  function isReading(element) {
    return element.closest("#view, .reading, .pane-more") && !element.matches("input, textarea, select");
  }

  /* Calls `open` for the keys that open the palette. */
  function useKeys(open) {
    React.useEffect(function () {
      function key(event) {
        const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
        const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && isReading(event.target);
        if ((!letter && !slash) || document.querySelector("dialog[open]")) return;
        event.preventDefault();
        open();
      }
      document.addEventListener("keydown", key);
      return function () { document.removeEventListener("keydown", key); };
    }, []);
  }

  /* What the server finds for `text` in the view of the address, with the text it is for; null until it has answered. */
  function useFound(text, open) {
    const [found, setFound] = React.useState(null);
    React.useEffect(function () {
      if (!open) return undefined;
      const stop = new AbortController();
      const view = new URLSearchParams(window.location.search);
      view.set("text", text);
      const timer = setTimeout(function () {
        fetch("find.json?" + view, { signal: stop.signal })
          .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(new Error(answer.status)); })
          .then(function (answer) { setFound(Object.assign(answer, { text: text })); },
            function (error) { if (error.name !== "AbortError") setFound({ groups: [], failed: true, text: text }); });
      }, found ? 60 : 0);
      return function () { clearTimeout(timer); stop.abort(); };
    }, [text, open]);
    return found;
  }

  function Palette(props) {
    const dialog = React.useRef(null), opener = React.useRef(null);
    const [open, setOpen] = React.useState(false);
    const [text, setText] = React.useState("");
    const [at, setAt] = React.useState(0);
    const [hasty, setHasty] = React.useState(false);
    const found = useFound(text, open);
    const groups = (found && found.groups) || [];
    const entries = groups.flatMap(function (group) { return group.entries; });
    function show() {
      opener.current = document.activeElement;
      setText("");
      setHasty(false);
      setOpen(true);
      dialog.current.showModal();
    }
    useKeys(show);
    const late = !found || found.text !== text;
    React.useEffect(function () {
      setAt(0);
      // Enter was pressed before the answer to what had been typed was there.
      if (hasty && !late) choose(entries[0]);
      if (!late) setHasty(false);
    }, [found]);
    React.useEffect(function () {
      const option = dialog.current.querySelector('[aria-selected="true"]');
      if (option) option.scrollIntoView({ block: "nearest" });
    }, [at, found]);
    function choose(entry) {
      if (!entry) return;
      dialog.current.close();
      window.timeline_page.go(entry.go);
      window.timeline_page.reveal(entry.go);
    }
    function key(event) {
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, entries.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
      if (event.key === "Enter") late ? setHasty(true) : choose(entries[at]);
      else if (to === undefined || !entries.length) return;
      else setAt((to + entries.length) % entries.length);
      event.preventDefault();
    }
    return h(React.Fragment, null,
      h("button", { id: props.id, type: "button", className: "palette-open", "aria-haspopup": "dialog", "aria-keyshortcuts": MAC ? "Meta+K" : "Control+K", onClick: show },
        h("span", null, props.label), h("kbd", { "aria-hidden": true }, MAC ? "⌘K" : "Ctrl K")),
      h("dialog", { className: "palette", ref: dialog, "aria-label": props.label,
        onClose: function () { setOpen(false); if (opener.current && opener.current.isConnected) opener.current.focus({ preventScroll: true }); },
        onClick: function (event) { if (event.target === dialog.current) dialog.current.close(); } },
        open ? body(props, text, setText, groups, entries, at, setAt, late ? null : found, key, choose) : null));
  }

  function body(props, text, setText, groups, entries, at, setAt, found, key, choose) {
    const list = props.id + "-list";
    let number = -1;
    return h("div", { className: "palette-in" },
      h("input", { type: "text", role: "combobox", autoFocus: true, autoComplete: "off", spellCheck: false, value: text, placeholder: "An event, a person, a thread, a source …",
        "aria-label": props.label, "aria-expanded": entries.length > 0, "aria-controls": list, "aria-autocomplete": "list",
        "aria-activedescendant": entries.length ? list + "-" + at : undefined, onKeyDown: key,
        onChange: function (event) { setText(event.target.value); } }),
      h("div", { id: list, role: "listbox", "aria-label": "What was found", tabIndex: -1 }, groups.map(function (group) {
        const title = list + "-" + group.id;
        return h("div", { key: group.id, role: "group", "aria-labelledby": title },
          h("div", { id: title, role: "presentation", className: "palette-group" }, group.words),
          group.entries.map(function (entry) {
            number += 1;
            const mine = number;
            return h("div", { key: entry.id, id: list + "-" + mine, role: "option", "aria-selected": mine === at,
              onMouseMove: function () { if (mine !== at) setAt(mine); }, onClick: function () { choose(entry); } },
              h("span", { dir: "auto" }, entry.words), entry.detail ? h("small", { dir: "auto" }, entry.detail) : null);
          }));
      })),
      h("p", { className: "palette-foot", role: "status" }, foot(found, entries, text)));
  }

  function foot(found, entries, text) {
    if (!found) return "Looking …";
    if (found.failed) return "The server does not answer.";
    if (!entries.length) return "Nothing is called “" + text + "”. Try one word of it.";
    return (found.meant ? "Nothing is called “" + text + "”; this is for “" + found.meant + "”. " : "") + "↑ ↓ to choose, Enter to go, Escape to close";
  }

  window.timeline_page = Object.assign(window.timeline_page || {}, { Palette: Palette });
})();
