// Tells Python which of the links that filter was followed (followed.js hears them), as soon as it is there.
export default function (component) {
  const links = window.datelineLinks;
  const tell = links.tell = (followed) => component.setTriggerValue("followed", followed);
  if (links.waiting) tell(links.waiting);
  links.waiting = null;
  return () => { if (links.tell === tell) links.tell = null; };
}
