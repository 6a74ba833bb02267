// Draws the figure that Python sends, keeps the reader's zoom, and reports window, width and what is picked or asked.
// Python answers a new window with a figure laid out for it. It moves the window only where the reader did something
// else than zoom: a filter of dates, the way back. Each such move has a number of its own.
// component.py puts axis.js, overview.js and list.js before this file.

const charts = new WeakMap();

// dashboard.py asks for Plotly's script before anything else (plotly_script.py); here it is only waited for.
async function loadPlotly() {
  while (!window.loadingPlotly) await new Promise((again) => setTimeout(again, 20));
  return window.loadingPlotly;
}

export default function (component) {
  const { data, parentElement } = component;
  let chart = charts.get(parentElement);
  if (!chart) {
    chart = makeChart(parentElement, data);
    charts.set(parentElement, chart);
  }
  chart.component = component;
  draw(chart, data);
  return () => {
    forget(chart);
    chart.observer.disconnect();
    chart.deaf();
    if (window.Plotly) window.Plotly.purge(chart.plot);
    charts.delete(parentElement);
  };
}

function makeChart(root, data) {
  const plot = root.querySelector(".timeline-plot");
  const chart = { root, plot, data, window: data.window, move: data.move, picked: data.picked, width: 0, ready: false, timer: 0, page: location.pathname };
  for (const button of root.querySelectorAll("button[data-do]")) {
    button.onclick = () => act(chart, button.dataset.do);
  }
  listenToEnds(chart, root.querySelector(".timeline-ends"));
  listenToOverview(chart);
  const deaf = listenToList(chart), fit = () => fitScreen(chart);
  addEventListener("resize", fit);
  chart.deaf = () => { deaf(); removeEventListener("resize", fit); };
  chart.observer = new ResizeObserver(() => resized(chart));
  chart.observer.observe(plot);
  return chart;
}

// What is typed for both ends is one step, told when both are left or with Enter: Back leads to what was shown before.
function listenToEnds(chart, place) {
  const ends = [...place.querySelectorAll("input")];
  const tell = () => {
    if (chart.typed) ask(chart, "typed", ends.map((input) => input.value));
    chart.typed = false;
  };
  place.oninput = () => { chart.typed = true; };
  place.onkeydown = (event) => { if (event.key === "Enter") tell(); };
  place.onfocusout = (event) => { if (!place.contains(event.relatedTarget)) tell(); };
}

async function draw(chart, data) {
  chart.data = data;
  if (data.move !== chart.move) {
    forget(chart);
    [chart.window, chart.move] = [data.window, data.move];
  }
  drawOverview(chart);
  drawLanes(chart);
  showWords(chart);
  fitScreen(chart);
  followPick(chart, chart.picked, data.picked);
  chart.picked = data.picked;
  let Plotly;
  try {
    Plotly = await loadPlotly();
  } catch (error) {
    chart.plot.textContent = `The timeline cannot be drawn: ${error.message}. Reload the page to try again.`;
    // The rest of the page waits for a drawn timeline; it has the same events as a list.
    if (!chart.failed) report(chart);
    chart.failed = true;
    return;
  }
  if (chart.data !== data) return;
  const layout = { ...data.figure.layout, autosize: true };
  const grid = { tickmode: "array", tickvals: gridOf(chart.window, plotWidth(chart)) };
  layout.xaxis = { ...layout.xaxis, ...grid, range: chart.window.slice() };
  layout.dragmode = matchMedia("(pointer: coarse)").matches ? false : "pan";
  await Plotly.react(chart.plot, data.figure.data, layout, {
    displayModeBar: false, scrollZoom: false, responsive: false, doubleClick: false,
  });
  showWindow(chart, chart.window);
  light(chart, null);
  if (!chart.ready) listen(chart);
  // What tests and benchmarks wait for: how often the figure has been drawn.
  const shown = chart.root.querySelector(".timeline").dataset;
  shown.times = Number(shown.times || 0) + 1;
  shown.drawn = data.drawn;
}

function listen(chart) {
  chart.ready = true;
  chart.plot.on("plotly_click", (event) => {
    const id = event.points.map((point) => point.customdata).find(Boolean);
    if (Array.isArray(id)) comeCloser(chart, id);
    else if (id) pick(chart, id);
  });
  chart.plot.on("plotly_hover", (event) => lightRow(event.points[0].customdata));
  chart.plot.on("plotly_unhover", () => lightRow(null));
  // A label is as good as its mark; Plotly itself knows only of marks, and lies over all of it.
  let pressed = null;
  chart.plot.addEventListener("pointerdown", (event) => { pressed = event; }, true);
  chart.plot.addEventListener("click", (event) => {
    const still = pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < 4;
    const id = still && labelAt(chart.plot, event.clientX, event.clientY);
    if (id) pick(chart, id);
  }, true);
  chart.plot.on("plotly_relayouting", () => showWindow(chart, rangeOf(chart)));
  chart.plot.on("plotly_relayout", (change) => {
    if (change["xaxis.range[0]"] === undefined && change["xaxis.range"] === undefined) return;
    setWindow(chart, rangeOf(chart));
  });
  // Zoom with Ctrl or Cmd and the wheel; a plain wheel scrolls the lanes and the page.
  chart.plot.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    act(chart, event.deltaY < 0 ? "in" : "out");
  }, { passive: false });
  // The first report says that the timeline is drawn, besides its width.
  chart.width = Math.round(chart.plot.clientWidth);
  report(chart);
}

function rangeOf(chart) {
  const { range } = chart.plot.layout.xaxis;
  return range.map(timeOf);
}

function labelAt(plot, x, y) {
  const labels = plot.querySelectorAll(".scatterlayer .trace:last-child .textpoint text");
  const trace = plot._fullData.findLast((trace) => trace.name === "labels");
  for (const [place, text] of trace ? [...labels].entries() : []) {
    const box = text.getBoundingClientRect();
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return trace.customdata[place];
  }
  return null;
}

function act(chart, how) {
  const [start, end] = chart.window, [first, last] = chart.data.extent, span = end - start;
  if (how === "more") return ask(chart, "many", chart.data.more[1]);
  const { overview } = chart.data;
  const moves = {
    in: closer(chart),
    out: [start - span * 0.33, end + span * 0.33],
    all: [first, last],
    focus: chart.data.focus,
    left: [start - span * 0.5, end - span * 0.5],
    right: [start + span * 0.5, end + span * 0.5],
    before: [first, Math.max(overview.start, first + 1)],
    after: [Math.min(overview.end, last - 1), last],
  };
  return showRange(chart, ...moves[how]);
}

// Three fifths of the window, around the middle one of the events in it: not into an empty middle.
function closer({ window: [start, end], plot }) {
  const half = (end - start) * 0.3;
  const seen = (plot._fullData ?? []).filter((trace) => trace.mode === "markers").flatMap((trace) => Array.from(trace.x))
    .map(timeOf).filter((x) => x >= start && x <= end).sort((a, b) => a - b);
  const middle = seen.length ? seen[Math.floor(seen.length / 2)] : (start + end) / 2;
  const centre = Math.min(Math.max(middle, start + half), end - half);
  return [centre - half, centre + half];
}

// To the events of a number, which lie between two times, with room on both sides.
function comeCloser(chart, [first, last]) {
  const room = Math.max((last - first) * 0.2, SHORTEST);
  showRange(chart, first - room, last + room);
}

function showRange(chart, a, b) {
  if (!chart.ready) return;
  if (b - a < SHORTEST) [a, b] = [(a + b) / 2 - SHORTEST / 2, (a + b) / 2 + SHORTEST / 2];
  showWindow(chart, [a, b]);
  window.Plotly.relayout(chart.plot, { "xaxis.range": [a, b], "xaxis.tickvals": gridOf([a, b], plotWidth(chart)) });
}

function setWindow(chart, range) {
  if (Math.abs(range[0] - chart.window[0]) < 1 && Math.abs(range[1] - chart.window[1]) < 1) return;
  chart.window = range;
  report(chart);
}

function resized(chart) {
  const width = Math.round(chart.plot.clientWidth);
  if (!chart.ready || !width || Math.abs(width - chart.width) < 4) return;
  chart.width = width;
  window.Plotly.Plots.resize(chart.plot);
  drawScale(chart);
  showWindow(chart, chart.window);
  if (width !== chart.data.width) report(chart);
}

// A reader who has gone to another page in between is told nothing of it: what is asked for a page that is left may
// reach the server amid the run of the next one, and leave that blank. What waits to be told is seen by the tests.
function report(chart) {
  forget(chart);
  chart.root.querySelector(".timeline").dataset.waiting = "true";
  chart.timer = setTimeout(() => {
    forget(chart);
    if (!chart.plot.isConnected || location.pathname !== chart.page) return;
    const width = chart.width || Math.round(chart.plot.clientWidth);
    // With the time, so that the same window once more is news: the reader may have been elsewhere in between.
    chart.component.setStateValue("window", [...chart.window.map(Math.round), width, Date.now()]);
  }, 80);
}

function forget(chart) {
  clearTimeout(chart.timer);
  delete chart.root.querySelector(".timeline").dataset.waiting;
}
