// What every page does by itself: tells a change to those who do not see it, copies the address of what is shown, and says
// to all of the page whether it is light or dark, which Streamlit says to a part of it.
if (!window.datelineTell) {
  const live = document.createElement("p");
  live.className = "dl-live";
  live.setAttribute("role", "status");
  live.setAttribute("aria-live", "polite");
  document.body.append(live);
  window.datelineTell = (words) => { if (live.textContent !== words) live.textContent = words; };
  addEventListener("click", async (event) => {
    const button = event.target.closest?.(".dl-copy");
    if (!button) return;
    // What a button holds, a passage with its source, or else the link to what is shown.
    const { words = location.href } = button.dataset, label = button.dataset.label ??= button.textContent;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      // Without leave to write, or on a page that came over plain http: by the old way.
      const field = Object.assign(document.createElement("textarea"), { value: words });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    button.textContent = "Copied";
    window.datelineTell(button.dataset.words ? "Copied, with where it comes from" : "The link to this view is copied");
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  const shade = () => {
    const app = document.querySelector(".stApp"), scheme = app && getComputedStyle(app).colorScheme;
    if (scheme) document.documentElement.style.colorScheme = scheme;
  };
  shade();
  new MutationObserver(shade).observe(document.querySelector(".stApp"), { attributes: true, attributeFilter: ["class"] });
}
