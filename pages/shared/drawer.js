// On a phone pages and filters lie in a drawer over the page. Who chooses a page there wants to see it: the drawer closes.
if (!window.datelineDrawer) {
  window.datelineDrawer = true;
  const narrow = matchMedia("(max-width: 767.98px)");  // from 768 px on Streamlit sets the drawer beside the page
  addEventListener("click", (event) => {
    if (!narrow.matches || !event.target.closest?.('[data-testid="stSidebarNavLink"]')) return;
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click());
  });
}
