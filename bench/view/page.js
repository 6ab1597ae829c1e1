// Draws the events with the one library that the address names: page.html?peer=ours&n=1000
const wanted = new URLSearchParams(location.search);
const peer = wanted.get('peer');
const n = wanted.get('n');
const area = document.getElementById('area');
const FIRST = 14610;
const DAYS = 6209;
const LANES = 12;
const DAY = 86400000;
const COLORS = ['#1d5c96', '#b0441c', '#0a7064', '#74479c', '#876000', '#a3306a', '#48596c', '#4c6b14'];

window.drawn = 0;
/** The frame after the next: what was asked for is then on the screen. */
const done = () => requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = performance.now())));
window.areaOf = () => (area.querySelector('.tl-stage') ?? area).getBoundingClientRect().toJSON();

let gaps = [];
let watching = 0;
window.watchFrames = () => {
  gaps = [];
  let last = performance.now();
  const tick = (now) => {
    gaps.push(now - last);
    last = now;
    watching = requestAnimationFrame(tick);
  };
  watching = requestAnimationFrame(tick);
};
window.seenFrames = () => {
  cancelAnimationFrame(watching);
  return gaps.slice(1);
};

const script = (src) => new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject })));
const style = (href) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
const json = (name) => fetch(`data/${name}-${n}.json`).then((r) => r.json());
const date = (day) => new Date(day * DAY);

/** The floor: a canvas, one rectangle a bin and lane, found by bisection; no text, no index, no DOM. */
async function floor() {
  const view = new DataView(await (await fetch(`data/floor-${n}.bin`)).arrayBuffer());
  const lanes = Array.from({ length: LANES }, () => []);
  for (let i = 0; i < view.byteLength; i += 5) lanes[view.getUint8(i + 4)].push(FIRST + view.getUint16(i, true));
  const canvas = area.appendChild(Object.assign(document.createElement('canvas'), { width: 1200, height: 600 }));
  const ctx = canvas.getContext('2d', { alpha: false });
  let from = FIRST;
  let span = DAYS;
  let asked = 0;
  const bound = (list, value, low) => {
    let a = low;
    let b = list.length;
    while (a < b) {
      const m = (a + b) >> 1;
      if (list[m] < value) a = m + 1;
      else b = m;
    }
    return a;
  };
  const draw = () => {
    asked = 0;
    ctx.fillStyle = '#fff';
    ctx.fillRect(0, 0, 1200, 600);
    const size = 2 ** Math.ceil(Math.log2((18 * span) / 1200));
    lanes.forEach((list, k) => {
      ctx.fillStyle = COLORS[k % 8];
      let low = bound(list, Math.floor(from / size) * size, 0);
      for (let b = Math.floor(from / size); b * size < from + span; b++) {
        const high = bound(list, (b + 1) * size, low);
        if (high > low) ctx.fillRect(((b * size - from) / span) * 1200, k * 50 + 44 - 2 * Math.log2(1 + high - low), (size / span) * 1200 - 1, 2 + 2 * Math.log2(1 + high - low));
        low = high;
      }
    });
  };
  const ask = () => (asked ||= requestAnimationFrame(draw));
  canvas.addEventListener('wheel', (e) => {
    e.preventDefault();
    const about = from + (span * e.offsetX) / 1200;
    const next = span * Math.exp(e.deltaY * 0.0016);
    from = about - ((about - from) * next) / span;
    span = next;
    ask();
  }, { passive: false });
  canvas.addEventListener('pointermove', (e) => {
    if (!e.buttons) return;
    from -= (e.movementX * span) / 1200;
    ask();
  });
  draw();
}

async function ours() {
  const [scene] = await Promise.all([fetch(`data/scene-${n}.bin`).then((r) => r.arrayBuffer()), script('../../assets/timeline-view.js')]);
  timelineView.mount(area, scene, { theme: 'light', controls: false });
  await new Promise(requestAnimationFrame);
}

async function vis() {
  style('node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css');
  const [rows] = await Promise.all([json('rows'), script('node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js')]);
  const groups = Array.from({ length: LANES }, (_, id) => ({ id, content: `Lane ${id + 1}` }));
  const items = rows.map(([start, length, group, content], id) => ({ id, group, content, start: date(start), ...(length ? { end: date(start + length) } : { type: 'point' }) }));
  await new Promise((resolve) => {
    const timeline = new (window.vis ?? {}).Timeline(area, items, groups, { height: 600, horizontalScroll: false });
    timeline.once('changed', resolve);
  });
}

async function plotly() {
  const [rows] = await Promise.all([json('rows'), script('node_modules/plotly.js-dist-min/plotly.min.js')]);
  const traces = Array.from({ length: LANES }, (_, k) => {
    const mine = rows.filter((r) => r[2] === k);
    return { type: 'scatter', mode: 'markers', name: `Lane ${k + 1}`, x: mine.map((r) => date(r[0])), y: mine.map(() => k), text: mine.map((r) => r[3]) };
  });
  await Plotly.newPlot(area, traces, { width: 1200, height: 600, dragmode: 'pan' }, { scrollZoom: true });
}

async function echarts_() {
  const [rows] = await Promise.all([json('rows'), script('node_modules/echarts/dist/echarts.min.js')]);
  area.style.height = '600px';
  const chart = echarts.init(area);
  const finished = new Promise((resolve) => chart.on('rendered', resolve));
  chart.setOption({
    animation: false,
    xAxis: { type: 'time' },
    yAxis: { type: 'value', max: LANES },
    tooltip: {},
    dataZoom: [{ type: 'inside', filterMode: 'none' }],
    series: [{ type: 'scatter', large: rows.length > 2000, data: rows.map((r) => [r[0] * DAY, r[2], r[3]]) }],
  });
  await finished;
}

({ floor, ours, vis, plotly, echarts: echarts_ })[peer]().then(done, (error) => console.error(error));
