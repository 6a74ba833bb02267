// Hears the links that filter (links.py), in the page and in whatever lies over it, from before the first is drawn. What
// tells Python (links.js) comes later, and goes and comes back while a page is turned: a click in between waits for it. The
// browser would follow the link by itself, which loads the whole page again.
// What is to be opened in a new tab or window is left to the browser.
if (!window.datelineLinks) {
  const links = window.datelineLinks = { tell: null, waiting: null };
  addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-follow]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { follow: name, value, page = "" } = link.dataset;
    if (links.tell) links.tell({ name, value, page });
    else links.waiting = { name, value, page };
  });
}
