// Tells Python which of the links that filter was followed (followed.js hears them), as soon as it is there.
const SOON = 100;  // milliseconds
// While a page is turned this is set up, taken away and set up again, and what is told in between is lost.
const TURNING = '[data-testid="stApp"]:not([data-test-script-state="notRunning"])';

export default function (component) {
  const links = window.datelineLinks;
  const tell = links.tell = (followed) => component.setTriggerValue("followed", followed);
  const tellWaiting = () => {
    if (links.tell !== tell || !links.waiting) return;
    if (document.querySelector(TURNING)) return void setTimeout(tellWaiting, SOON);
    tell(links.waiting);
    links.waiting = null;
  };
  if (links.waiting) setTimeout(tellWaiting, SOON);
  return () => { if (links.tell === tell) links.tell = null; };
}
