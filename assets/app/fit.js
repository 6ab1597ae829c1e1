/* Where there is room for two columns, the timeline is as tall as the window leaves, and the story beside it as well. */
(function () {
  "use strict";
  const WIDE = window.matchMedia("(min-width: 1200px)");
  const LEAST = 300, MOST = 1100;
  const AROUND = 212; // pixels of the picture that are not the stage, before it can be measured

  function Fit() {
    React.useEffect(function () {
      const beside = document.querySelector(".beside");
      const picture = document.querySelector(".picture");
      let told = 0;
      function fit() {
        const root = document.querySelector("#view .tl-root"), stage = document.querySelector("#view .tl-stage");
        if (!WIDE.matches) {
          beside.style.removeProperty("--tall");
          if (told) window.dash_clientside.set_props("view", { height: (told = 0) });
          return;
        }
        const top = beside.getBoundingClientRect().top + window.scrollY;
        const tall = Math.max(520, Math.min(window.innerHeight - Math.min(top, 220) - 58, 1400));
        beside.style.setProperty("--tall", tall + "px");
        const around = root && stage ? picture.offsetHeight - stage.offsetHeight : AROUND;
        const height = Math.round(Math.max(LEAST, Math.min(MOST, tall - around)));
        if (Math.abs(height - told) > 1) window.dash_clientside.set_props("view", { height: (told = height) });
      }
      const watch = new ResizeObserver(fit);
      watch.observe(document.documentElement);
      watch.observe(picture);
      window.addEventListener("resize", fit);
      return function () { watch.disconnect(); window.removeEventListener("resize", fit); };
    }, []);
    return null;
  }

  window.timeline_page = Object.assign(window.timeline_page || {}, { Fit: Fit });
})();
