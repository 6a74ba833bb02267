// What stands around the figure: names of lanes, words, and how high all of it is.

function plotWidth(chart) {
  const { l, r } = chart.data.figure.layout.margin;
  return Math.max(chart.plot.clientWidth - l - r, 50);
}

function drawLanes(chart) {
  const { lanes, figure } = chart.data, place = chart.root.querySelector(".timeline-lanes");
  const left = figure.layout.margin.l, width = left > 20 ? left - 8 : chart.plot.clientWidth - 16;
  place.replaceChildren(...lanes.map((lane) => {
    const name = document.createElement(lane.ask ? "button" : "span"), n = document.createElement("small");
    name.className = "timeline-lane";
    name.append(lane.label, "\u00a0", n);
    n.textContent = lane.n.toLocaleString("en");
    Object.assign(name.style, { top: `${lane.top}px`, width: `${width}px` });
    if (lane.ask) {
      Object.assign(name, { type: "button", title: lane.title, onclick: () => ask(chart, lane.ask, lane.value) });
      name.dataset.do = "lane";
    }
    return name;
  }));
}

function showWords(chart) {
  const { data, root } = chart;
  root.querySelector(".dl-key").innerHTML = data.key;
  const wrong = root.querySelector(".timeline-wrong"), more = root.querySelector(".timeline-more");
  wrong.hidden = !data.wrong;
  wrong.textContent = data.wrong;
  more.hidden = !data.more;
  more.textContent = data.more ? data.more[0] : "";
  const said = root.querySelector(".timeline-said");
  if (said.textContent !== data.said) said.textContent = data.said;
  showEmpty(chart);
}

// Where nothing lies in the window: says so, and leads to the nearest events.
function showEmpty(chart) {
  const place = chart.root.querySelector(".timeline-empty"), { empty } = chart.data;
  place.hidden = !empty;
  for (const part of [".timeline-axis", ".timeline-scroll"]) chart.root.querySelector(part).style.visibility = empty ? "hidden" : "";
  if (!empty) return;
  place.querySelector("p").textContent = empty.words;
  place.querySelector(".timeline-ways").replaceChildren(...empty.ways.map(([words, start, end]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: words, onclick: () => showRange(chart, start, end) });
    return button;
  }));
}

// Axis, box and typed ends for a window, also while it is dragged.
function showWindow(chart, range) {
  const { l } = chart.data.figure.layout.margin, ends = chart.root.querySelectorAll(".timeline-ends input");
  drawAxis(chart.root.querySelector(".timeline-axis"), range, l, plotWidth(chart));
  showBox(chart, range);
  const words = [sayDay(range[0]), sayDay(Math.max(range[1] - 1, range[0]))];
  ends.forEach((input, i) => { if (input !== document.activeElement || !chart.data.wrong) input.value = words[i]; });
  // A button that would show what is shown already cannot be pressed.
  for (const [name, wanted] of [["all", chart.data.extent], ["focus", chart.data.focus]]) {
    chart.root.querySelector(`button[data-do="${name}"]`).disabled = wanted.every((end, i) => Math.abs(end - range[i]) < 60000);
  }
}

// Lanes and list end where the screen does, and scroll in themselves; on a phone the list goes on below.
function fitScreen(chart) {
  const place = chart.root.querySelector(".timeline-scroll"), main = document.querySelector('[data-testid="stMain"]');
  const room = (element, least) => Math.max(innerHeight - element.getBoundingClientRect().top - (main?.scrollTop ?? 0) - 20, least);
  const phone = innerWidth < 700, more = chart.data.more ? 40 : 0;
  place.style.maxHeight = `${phone ? Math.max(innerHeight * 0.48, 260) : room(place, 300 + more) - more}px`;
  const top = chart.root.querySelector(".timeline");
  document.documentElement.style.setProperty("--dl-side", phone ? "none" : `${room(top, 480)}px`);
}
