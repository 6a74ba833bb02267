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
  document.addEventListener("pointerover", pointed);
  return () => {
    document.removeEventListener("click", pressed);
    document.removeEventListener("pointerover", pointed);
  };
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
    if (document.activeElement === document.body) to.focus({ preventScroll: true });
  };
  look();
}
