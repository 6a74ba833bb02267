// Hears which words of a document's text a reader marks, with a mouse, a finger or the keyboard, and tells Python: the words,
// and some of what stands before them, by which they are told from the same words elsewhere.
const heard = new WeakMap(), SETTLED = 350, MOST = 2000, BEFORE = 200;

export default function (component) {
  const place = heard.get(component.parentElement);
  if (place) return void (place.component = component);
  const now = { component, told: "" };
  let waiting;
  const tell = () => {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const text = range.startContainer.parentElement?.closest(".dl-text");
    if (!text || !text.contains(range.endContainer)) return;
    const words = range.toString().slice(0, MOST);
    const ahead = document.createRange();
    ahead.setStart(text, 0);
    ahead.setEnd(range.startContainer, range.startOffset);
    const before = ahead.toString().slice(-BEFORE);
    if (words.trim().length < 2 || words + before === now.told) return;
    now.told = words + before;
    now.component.setTriggerValue("marked", { words, before });
  };
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, SETTLED);
  };
  heard.set(component.parentElement, now);
  document.addEventListener("selectionchange", wait);
  return () => {
    clearTimeout(waiting);
    document.removeEventListener("selectionchange", wait);
    heard.delete(component.parentElement);
  };
}
