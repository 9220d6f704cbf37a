// What the pages do beyond HTML and htmx: hear that something changed, and say that a form is sent. Pages work without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const live = root.dataset.live;
  const heard = (word) => {
    if (word === "locked") location.reload();
    else if (window.htmx) htmx.trigger(document.body, "changed");
  };
  let wait = 500;
  const listen = () => {
    const socket = new WebSocket(`ws://${location.host}${live}`);
    let open = false;
    socket.onopen = () => { if (wait > 500) heard("changed"); open = true; wait = 500; };
    socket.onmessage = (message) => heard(message.data);
    socket.onclose = () => {
      if (!open) wait = Math.min(wait * 2, 30000);
      setTimeout(listen, wait);
    };
  };
  if (live) listen();

  // On a small screen the menu is folded, so that the page begins with what it is about; where there is room it is shown.
  const menu = document.querySelector(".menu details");
  const small = matchMedia("(max-width: 59.99rem)");
  const fold = () => { if (menu) menu.open = !small.matches; };
  fold();
  small.addEventListener("change", fold);

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
    setTimeout(() => { delete form.dataset.sent; form.removeAttribute("aria-busy"); }, 10000);
  });
  // What was typed just before a form was sent is no draft any more: it would come back after it was taken up.
  document.addEventListener("htmx:config:request", (event) => {
    if (event.target.closest?.("form")?.dataset.sent) event.preventDefault();
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }));
})();
