// Hears the links that filter (links.py), in the page and in whatever lies over it, and tells Python which was followed.
// What is to be opened in a new tab or window is left to the browser.
const heard = new WeakMap();

export default function (component) {
  const place = heard.get(component.parentElement);
  if (place) return void (place.component = component);
  const now = { component };
  const follow = (event) => {
    const link = event.target.closest?.("[data-follow]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { follow: name, value, page } = link.dataset;
    now.component.setTriggerValue("followed", { name, value, page: page ?? "" });
  };
  heard.set(component.parentElement, now);
  document.addEventListener("click", follow);
  return () => {
    document.removeEventListener("click", follow);
    heard.delete(component.parentElement);
  };
}
