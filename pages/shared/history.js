// One step of the reader is one step of the browser's history.
//
// A click on a page makes Streamlit push the page's bare address, and the run that follows pushes it once more with what
// is chosen; a way to another page pushes the new choice before the page. What is pushed without anything that the reader
// did in between, and turns a page just before or now, belongs to the same step and takes its place. So does what leads
// nowhere else: a run that was asked for before the browser had the new address writes that once more.
// A "change" is no act of its own: a field that a key or a pointer has changed also tells it when it goes with its page.
if (!window.datelineSteps) {
  window.datelineSteps = true;
  const push = history.pushState.bind(history);
  let acted = false, turned = true;
  for (const act of ["pointerdown", "keydown", "click", "wheel"]) {
    addEventListener(act, (event) => { acted ||= event.isTrusted; }, { capture: true, passive: true });
  }
  addEventListener("popstate", () => { acted = false; turned = true; }, true);
  history.pushState = (state, title, url) => {
    const to = new URL(url, location.href), turns = to.pathname !== location.pathname;
    if (to.href === location.href || (!acted && (turns || turned))) history.replaceState(state, title, url);
    else push(state, title, url);
    turned = turns;
    acted = false;
  };
}
