// The chronology beside the timeline is plain HTML of the page; what is pressed in it is heard here.

function listenToList(chart) {
  const pressed = (event) => {
    const place = event.target.closest?.("[data-event], [data-ask], [data-follow], .dl-chronology li");
    // All of a row opens its event, but what is a link in it.
    const button = place?.matches("li") ? place.querySelector("[data-event]") : place;
    if (!button || button.dataset.follow || !button.closest(".dl-chronology")) return;
    if (button.dataset.event) pick(chart, button.dataset.event);
    else ask(chart, button.dataset.ask, button.dataset.value);
  };
  const pointed = (event) => light(chart, event.target.closest?.(".dl-chronology li")?.querySelector("[data-event]")?.dataset.event);
  document.addEventListener("click", pressed);
  document.addEventListener("keydown", stepByKey);
  document.addEventListener("pointerover", pointed);
  return () => {
    document.removeEventListener("click", pressed);
    document.removeEventListener("keydown", stepByKey);
    document.removeEventListener("pointerover", pointed);
  };
}

// Up and down lead from row to row, and beside the evidence, where its own ways are, from event to event; elsewhere they scroll.
function stepByKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], { target } = event;
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !target.closest) return;
  let to = null;
  if (target.matches(".dl-chronology .dl-row")) {
    const rows = [...document.querySelectorAll(".dl-chronology .dl-row")];
    to = rows[rows.indexOf(target) + step];
    to?.focus();
  } else if (target.closest(".st-key-ways")) {
    to = document.querySelector(`.st-key-${step > 0 ? "next" : "previous"}_event button:not(:disabled)`);
    to?.click();
  }
  if (to) event.preventDefault();
}

function pick(chart, id) {
  chart.component.setTriggerValue("picked", id);
}

function ask(chart, name, value) {
  chart.component.setTriggerValue("asked", { name, value });
}

// A ring around the marks of the row that the pointer is on.
function light(chart, id) {
  if (id === chart.lit) return;
  chart.lit = id;
  const place = chart.root.querySelector(".timeline-scroll"), rings = [];
  place.querySelectorAll(".timeline-lit").forEach((ring) => ring.remove());
  const drawn = chart.plot._fullLayout;
  if (!id || !drawn) return;
  for (const trace of chart.plot._fullData) {
    if (trace.type !== "scatter" || trace.name === "labels" || !trace.customdata) continue;
    trace.customdata.forEach((other, i) => {
      const x = other === id ? drawn.xaxis.d2p(trace.x[i]) : -1;
      if (x < 0 || x > drawn.xaxis._length) return;
      const ring = document.createElement("i");
      ring.className = "timeline-lit";
      ring.style.left = `${drawn._size.l + x}px`;
      ring.style.top = `${drawn._size.t + drawn.yaxis.d2p(trace.y[i])}px`;
      rings.push(ring);
    });
  }
  place.append(...rings);
}

function lightRow(id) {
  document.querySelectorAll(".dl-chronology .lit").forEach((row) => row.classList.remove("lit"));
  if (typeof id === "string") document.querySelector(`.dl-chronology [data-event="${CSS.escape(id)}"]`)?.closest("li").classList.add("lit");
}

// Who goes on by keys is where he was: at the evidence of what he picked, and back at its row. Both come after the timeline.
function followPick(chart, before, now) {
  if (before === now) return;
  let tries = 40;
  const look = () => {
    const to = now ? document.querySelector(".st-key-card button") : document.querySelector(`.dl-chronology [data-event="${CSS.escape(before)}"]`);
    if (!to) return void (tries-- > 0 && setTimeout(look, 50));
    const side = to.closest(".st-key-side");
    if (now && side) side.scrollTop = 0;
    else to.scrollIntoView({ block: "nearest" });
    // What was pressed may be there still for a moment, or gone already.
    const { activeElement } = document, left = now ? ".dl-chronology" : ".st-key-ways";
    if (activeElement === document.body || activeElement?.closest(left)) to.focus({ preventScroll: true });
  };
  look();
}
