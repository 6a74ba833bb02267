// The strip above the timeline: how many events when over the whole time, and what is shown of it as a box to drag.

const SHORTEST = 2 * 86400000;
const SCALE = 84;

function drawOverview(chart) {
  const { overview } = chart.data, root = chart.root.querySelector(".timeline-overview");
  const { counts, before, after } = overview, most = Math.max(...counts, 1e-9);
  // By the root, so that a single event can be seen beside a thousand.
  const heights = counts.map((n) => n > 0 ? Math.max(40 * Math.sqrt(n / most), 2) : 0), width = 120 / counts.length;
  const steps = heights.map((height, i) => `V${(40 - height).toFixed(2)}H${((i + 1) * width).toFixed(2)}`).join("");
  root.querySelector("path").setAttribute("d", `M0,40${steps}V40Z`);
  for (const [name, n, words] of [["before", before, "‹ {} before"], ["after", after, "{} after ›"]]) {
    const button = root.querySelector(`[data-do="${name}"]`);
    button.hidden = !n;
    button.textContent = words.replace("{}", n.toLocaleString("en"));
  }
  drawScale(chart);
  showBox(chart, chart.window);
}

// Which times the strip is about: years, or months of them.
function drawScale(chart) {
  const { start, end } = chart.data.overview, scale = chart.root.querySelector(".timeline-scale"), width = scale.clientWidth;
  let before = null;
  scale.replaceChildren(...findTicks(start, end, Math.max(Math.floor(width / SCALE), 2)).flatMap(([at, words, year]) => {
    const x = (at - start) / (end - start) * width, tick = document.createElement("span");
    if (x > width - SCALE / 2) return [];
    tick.textContent = year === null || year === before ? words : `${words} ${sayYear(year)}`;
    tick.style.left = `${x}px`;
    before = year;
    return [tick];
  }));
}

function showBox(chart, [start, end]) {
  const { overview } = chart.data, whole = overview.end - overview.start;
  const box = chart.root.querySelector(".timeline-box"), share = (at) => Math.min(Math.max((at - overview.start) / whole, 0), 1);
  const left = Math.min(share(start), 0.98);
  box.style.left = `${left * 100}%`;
  box.style.width = `${Math.max(share(end) - left, 0.005) * 100}%`;
  box.setAttribute("aria-valuemin", 0);
  box.setAttribute("aria-valuemax", 100);
  box.setAttribute("aria-valuenow", Math.round(share((start + end) / 2) * 100));
  box.setAttribute("aria-valuetext", `${sayDay(start)} – ${sayDay(end - 1)}`);
}

// Dragging the box moves it, its edges stretch it, a press beside it brings it there; only where it is let go counts.
function listenToOverview(chart) {
  const span = chart.root.querySelector(".timeline-span"), box = chart.root.querySelector(".timeline-box");
  const timeAt = (x) => {
    const { left, width } = span.getBoundingClientRect(), { start, end } = chart.data.overview;
    return start + Math.min(Math.max((x - left) / width, 0), 1) * (end - start);
  };
  span.onpointerdown = (event) => {
    if (event.button) return;
    event.preventDefault();
    box.focus({ preventScroll: true });
    span.setPointerCapture(event.pointerId);
    const edge = event.target.dataset.edge, [start, end] = chart.window, half = (end - start) / 2;
    const outside = !box.contains(event.target), from = timeAt(event.clientX), middle = outside ? from : start + half;
    let wanted = outside ? [middle - half, middle + half] : [start, end];
    showBox(chart, wanted);
    span.onpointermove = (move) => {
      const by = timeAt(move.clientX) - from;
      if (edge === "start") wanted = [Math.min(start + by, end - SHORTEST), end];
      else if (edge === "end") wanted = [start, Math.max(end + by, start + SHORTEST)];
      else wanted = [middle - half + by, middle + half + by];
      showBox(chart, wanted);
    };
    span.onpointerup = span.onpointercancel = (up) => {
      span.onpointermove = span.onpointerup = span.onpointercancel = null;
      if (up.type === "pointerup" && wanted.some((at, i) => at !== chart.window[i])) showRange(chart, ...wanted);
      else showBox(chart, chart.window);
    };
  };
  box.onkeydown = (event) => {
    const [start, end] = chart.window, tenth = (end - start) / 10;
    const moves = {
      ArrowLeft: [start - tenth, end - tenth], ArrowRight: [start + tenth, end + tenth],
      ArrowDown: [start - tenth, end - tenth], ArrowUp: [start + tenth, end + tenth],
      "+": [start + tenth, end - tenth], "-": [start - tenth, end + tenth],
      Home: [chart.data.extent[0], chart.data.extent[0] + end - start], End: [chart.data.extent[1] - end + start, chart.data.extent[1]],
    };
    if (!moves[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    showRange(chart, ...moves[event.key]);
  };
}
