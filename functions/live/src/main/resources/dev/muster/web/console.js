// The trainer's console, beside what muster.js does for all live pages: it keeps open what was opened, gives a form that was
// sent its new key, lets the clock run on between two looks at the server, and copies links.
"use strict";
(() => {
  const opened = new Set();

  // ---- what was opened stays open when the page around it is renewed

  function noteOpened(event) {
    const details = event.target;
    if (details.id) {
      details.open ? opened.add(details.id) : opened.delete(details.id);
    }
  }

  function openAgain() {
    for (const id of opened) {
      const details = document.getElementById(id);
      if (details && !details.open) {
        details.open = true;
      }
    }
  }

  // ---- forms

  // What is kept across a renewal (hx-preserve) is kept by its id: without it, what the server made anew comes in.
  function letGo(kept) {
    opened.delete(kept.id);
    kept.removeAttribute("id");
  }

  function beforeSwap(event) {
    const form = event.detail.requestConfig && event.detail.requestConfig.elt;
    const failed = event.detail.xhr.status >= 400;
    // What was refused comes back as the page itself, with the reason on it.
    if (form && form.tagName === "FORM" && failed && event.detail.xhr.responseText.includes('id="console"')) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
    if (form && form.tagName === "FORM" && !failed) {
      const kept = form.closest("[hx-preserve]");
      if (kept) {
        letGo(kept);
      }
    }
    for (const kept of document.querySelectorAll("details[hx-preserve]:not([open])")) {
      kept.removeAttribute("id");
    }
  }

  // A form that is kept while the page is renewed around it acts on what the page shows now.
  function sendFreshEpoch(event) {
    const epoch = event.detail.elt.tagName === "FORM" && event.detail.elt.elements.epoch;
    if (epoch && epoch.dataset.kept !== "true") {
      event.detail.parameters.epoch = document.getElementById("live").dataset.epoch;
    }
  }

  // Whoever was refused has now seen how things are, and may send again.
  function renewEpoch(event) {
    const form = event.detail.requestConfig && event.detail.requestConfig.elt;
    const live = document.getElementById("live");
    if (form && form.id && live && event.detail.xhr.status >= 400) {
      const epoch = document.querySelector("#" + CSS.escape(form.id) + " [name=epoch]");
      if (epoch) {
        epoch.value = live.dataset.epoch;
      }
    }
  }

  // ---- the clock

  // What the renewed part says of the clock, for everything that reads it off the live part.
  function takeOver() {
    const fresh = document.getElementById("console");
    const live = document.getElementById("live");
    if (fresh && live) {
      Object.assign(live.dataset, fresh.dataset);
    }
  }

  let asOf = 0;
  let seenAt = 0;

  function noteClock() {
    const now = document.getElementById("live").dataset.now;
    if (now !== asOf) {
      asOf = now;
      seenAt = Date.now();
    }
  }

  function drillSeconds() {
    const { running, drill, speed } = document.getElementById("live").dataset;
    return Number(drill) + (running === "true" ? ((Date.now() - seenAt) / 1000) * Number(speed) : 0);
  }

  function clockWords(seconds) {
    const minutes = Math.floor(seconds / 60);
    return Math.floor(minutes / 60) + ":" + String(minutes % 60).padStart(2, "0");
  }

  function moveNow(seconds) {
    const line = document.querySelector("line.now");
    if (line) {
      const { from, to, length } = line.dataset;
      const x = Number(from) + (to - from) * Math.min(1, Math.max(0, seconds / length));
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
    }
  }

  function tick() {
    const face = document.querySelector(".reading");
    if (face) {
      noteClock();
      face.textContent = clockWords(Math.max(0, drillSeconds()));
      moveNow(drillSeconds());
    }
  }

  // ---- links to copy

  // Only where the page came over TLS or from this machine has a browser a clipboard for scripts.
  async function copy(source) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(source.value || source.href);
      return true;
    }
    source.select ? source.select() : getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }

  async function copyLink(event) {
    const button = event.target.closest("[data-copy]");
    if (button && await copy(document.getElementById(button.dataset.copy)).catch(() => false)) {
      button.nextElementSibling.textContent = JSON.parse(document.body.dataset.words).copied;
    }
  }

  function showCopyButtons() {
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = false;
    }
  }

  showCopyButtons();
  document.addEventListener("click", copyLink);
  document.addEventListener("toggle", noteOpened, true);
  document.addEventListener("htmx:configRequest", sendFreshEpoch);
  document.addEventListener("htmx:beforeSwap", beforeSwap);
  document.addEventListener("htmx:afterSwap", takeOver, true);
  document.addEventListener("htmx:afterSwap", renewEpoch);
  document.addEventListener("htmx:afterSettle", () => { openAgain(); tick(); });
  setInterval(tick, 1000);
})();
