// Tells Python which of the links that filter was followed (followed.js hears them), as soon as it is there.
const AT_REST = 100;  // milliseconds: while a page is turned this is set up, taken away and set up again

export default function (component) {
  const links = window.datelineLinks;
  const tell = links.tell = (followed) => component.setTriggerValue("followed", followed);
  if (links.waiting) setTimeout(() => {
    if (links.tell !== tell || !links.waiting) return;
    tell(links.waiting);
    links.waiting = null;
  }, AT_REST);
  return () => { if (links.tell === tell) links.tell = null; };
}
