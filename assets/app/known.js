/* The second, small slider: the page as known on a day. Its places are the days on which something became known, so one
   step is one day that matters; the marks above the track tell how much became known on each. */
(function () {
  "use strict";
  const h = React.createElement;
  const COLUMNS = 240;

  /* Days as an outline of columns, the tallest 1; of many days, the most of each column. */
  function marks(days) {
    const count = Math.min(COLUMNS, days.length);
    const tall = new Array(count).fill(0);
    days.forEach(function (day, i) {
      const column = Math.floor((i * count) / days.length);
      tall[column] = Math.max(tall[column], day[2]);
    });
    const most = Math.log(1 + Math.max(...tall));
    return tall.map(function (n, i) {
      const x = (i * 1000) / count; // where the slider's knob is for that day: its last place is now
      return "M" + x.toFixed(1) + " 20V" + (20 - 20 * Math.log(1 + n) / most).toFixed(1);
    }).join("");
  }

  /* The first place of each year, as far as the words have room. */
  function years(days) {
    const found = [];
    days.forEach(function (day, i) {
      const year = day[0].slice(0, -6);
      const last = found[found.length - 1];
      if (last && last.year === year) return;
      if (!last || (i - last.i) / days.length > 0.1) found.push({ year: year, i: i });
    });
    return found;
  }

  function place(i, days) { return { left: (i * 100) / days.length + "%" }; }

  function DaySlider(props) {
    const days = props.days || [];
    const chosen = days.findIndex(function (day) { return day[0] === props.value; });
    const nearest = chosen < 0 && props.value ? days.findLastIndex(function (day) { return day[0] <= props.value; }) : chosen;
    const [moving, setMoving] = React.useState(null);
    const [playing, setPlaying] = React.useState(false);
    const timer = React.useRef(0);
    const outline = React.useMemo(function () { return marks(days); }, [days]);
    const at = moving !== null ? moving : !props.value ? days.length : Math.max(0, nearest);
    const words = at >= days.length ? "now" : chosen < 0 && moving === null ? props.value : days[at][1];
    function told(to, soon) {
      setMoving(to);
      clearTimeout(timer.current);
      timer.current = setTimeout(function () {
        setMoving(null);
        props.setProps({ value: to >= days.length ? null : days[to][0] });
      }, soon ? 0 : 60);
    }
    React.useEffect(function () {
      if (!playing) return undefined;
      if (at >= days.length) return setPlaying(false);
      const step = Math.max(1, Math.round(days.length / 90));
      const next = setTimeout(function () { told(Math.min(days.length, at + step), true); }, 900);
      return function () { clearTimeout(next); };
    }, [playing, at]);
    if (days.length < 2) return null;
    const now = at >= days.length;
    return h("div", { className: "known" + (now ? "" : " known-past"), role: "group", "aria-label": props.label },
      h("label", { htmlFor: props.id + "-range" }, props.label),
      h("output", { htmlFor: props.id + "-range" }, words),
      h("div", { className: "known-track" },
        h("svg", { viewBox: "0 0 1000 20", preserveAspectRatio: "none", "aria-hidden": true },
          h("path", { d: outline })),
        h("input", { id: props.id + "-range", type: "range", min: 0, max: days.length, step: 1, value: at, "aria-valuetext": words,
          onChange: function (event) { setPlaying(false); told(Number(event.target.value)); } }),
        h("div", { className: "known-years", "aria-hidden": true }, years(days).map(function (found) {
          return h("span", { key: found.year, style: place(found.i, days) }, found.year);
        }))),
      h("button", { type: "button", "aria-pressed": playing, onClick: function () { if (now) told(0, true); setPlaying(!playing); } }, playing ? "Pause" : "Play"),
      h("button", { type: "button", disabled: now, onClick: function () { setPlaying(false); told(days.length, true); } }, "Now"));
  }

  window.timeline_page = Object.assign(window.timeline_page || {}, { DaySlider: DaySlider });
})();
