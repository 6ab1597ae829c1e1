/* The address bar, and the server behind it. */
(function () {
  "use strict";
  const h = React.createElement;
  const ONE_GESTURE = 2000; // ms

  const windowOf = function (search) { return new URLSearchParams(search).get("window") || ""; };
  const queryOf = function (search) { return new URLSearchParams(search).get("q") || ""; };

  /* Which of the parts that change bit by bit has changed, when nothing else has. */
  function glided(before, after) {
    return ["window", "q"].filter(function (name) {
      const rest = [before, after].map(function (search) {
        const values = new URLSearchParams(search);
        values.delete(name);
        return values.toString();
      });
      return rest[0] === rest[1] && (name === "q" ? queryOf : windowOf)(before) !== (name === "q" ? queryOf : windowOf)(after);
    })[0];
  }

  /* Reads the address into `came`, [search, n], when the page opens and at Back and Forward; writes `write` into it.
     A gesture that goes on (a zoom in several turns of the wheel, a word being typed) keeps one entry of the history, and
     so does an address that is only written more plainly than it came. `write` is [search, is it the state that came, n of
     what had come when it was asked for]; one that an older address asked for is late, and left. */
  function Address(props) {
    const known = React.useRef({ search: null, count: 0, last: "", time: 0 });
    function read() {
      const mine = known.current;
      if (mine.search === window.location.search) return;
      Object.assign(mine, { search: window.location.search, count: mine.count + 1, last: "read", time: Date.now() });
      props.setProps({ came: [mine.search, mine.count] });
    }
    React.useEffect(function () {
      read();
      window.addEventListener("popstate", read);
      return function () { window.removeEventListener("popstate", read); };
    }, []);
    React.useEffect(function () {
      const mine = known.current;
      const [search, plainer, count] = props.write || [];
      if (typeof search !== "string" || search === mine.search || count < mine.count) return;
      const part = glided(mine.search || "", search);
      const soon = Date.now() - mine.time < ONE_GESTURE;
      const goesOn = mine.last === "read" ? plainer || (soon && part === "window" && windowOf(mine.search)) : soon && part && part === mine.last;
      const address = window.location.pathname + search + (goesOn ? window.location.hash : "");
      window.history[goesOn ? "replaceState" : "pushState"](null, "", address);
      Object.assign(mine, { search: search, last: part || "", time: Date.now() });
    }, [props.write]);
    return null;
  }

  /* Asks once a second which version the server has, tells a change, and says it when there is no answer. */
  function Pulse(props) {
    const [gone, setGone] = React.useState(false);
    React.useEffect(function () {
      let missed = 0, back = 0, last = props.version;
      const timer = setInterval(function () {
        if (document.hidden) return;
        fetch("version", { cache: "no-store" })
          .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(new Error(answer.status)); })
          .then(function (text) {
            if (missed > 1) back += 1; // what was asked meanwhile had no answer: ask all of it again
            missed = 0;
            setGone(false);
            const version = back ? text + "+" + back : text;
            if (version !== last) props.setProps({ version: (last = version) });
          }, function () {
            missed += 1;
            if (missed > 1) setGone(true);
          });
      }, 1000);
      return function () { clearInterval(timer); };
    }, []);
    return h("div", { id: props.id, role: "alert" }, gone
      ? h("div", { className: "banner banner-error" }, h("strong", null, "The server does not answer."),
        " What you see stays; new views cannot be told until it is back. If you have ended it, start it again with ",
        h("code", null, "timeline serve"), ": this page will notice.")
      : null);
  }

  window.timeline_page = Object.assign(window.timeline_page || {}, { Address: Address, Pulse: Pulse });
})();
