// What every live page does beyond the server's HTML: asks for news and merges it in, counts down, tells of what is new.
// Everything works without it too, only not by itself. No library but htmx; the words come with the page.
(() => {
  'use strict';

  const ACTIVE = 3000;
  const READY = 4500;
  const IDLE = 10000;
  const HIDDEN = 20000;
  const QUIET = 10 * 60000;

  const words = JSON.parse(document.body.dataset.words || '{}');
  const say = (key, fact) => (words[key] || key).replace('{0}', fact);
  const byId = (id) => document.getElementById(id);
  const live = () => byId('live');
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];

  // ---- what this device keeps, under the name of the drill and the person

  const prefix = `muster:${live() ? live().dataset.me || location.pathname : ''}:`;
  const shelf = {
    get(name) {
      try { return JSON.parse(localStorage.getItem(prefix + name)); } catch { return null; }
    },
    put(name, value) {
      try { localStorage.setItem(prefix + name, JSON.stringify(value)); } catch { /* a full or closed store */ }
    },
    drop(name) {
      try { localStorage.removeItem(prefix + name); } catch { /* a closed store */ }
    },
    clear() {
      try {
        Object.keys(localStorage).filter((key) => key.startsWith(prefix)).forEach((key) => localStorage.removeItem(key));
      } catch { /* a closed store */ }
    },
  };

  // ---- merging: a part that the server left as it was stays the very element that it is, with its focus and its text

  const origin = new WeakMap();
  const plain = (element) => element.outerHTML.replace(/(name="key" value=")[^"]*/g, '$1');

  /** Remembers each part as the server wrote it. */
  function remember(element) {
    origin.set(element, plain(element));
    if (element.hasAttribute('data-parts')) {
      [...element.children].forEach(remember);
    }
  }

  function merge(old, fresh) {
    if (old.hasAttribute('data-keep') || origin.get(old) === plain(fresh)) {
      return old;
    }
    if (!old.hasAttribute('data-parts') || !fresh.hasAttribute('data-parts')) {
      fresh.open = old.open;
      old.replaceWith(fresh);
      remember(fresh);
      return fresh;
    }
    origin.set(old, plain(fresh));
    copyAttributes(old, fresh);
    mergeParts(old, fresh);
    return old;
  }

  function copyAttributes(old, fresh) {
    [...old.attributes].filter(({ name }) => !fresh.hasAttribute(name)).forEach(({ name }) => old.removeAttribute(name));
    [...fresh.attributes].forEach(({ name, value }) => old.setAttribute(name, value));
  }

  /** Children are matched by id; one is moved only if its place changed. */
  function mergeParts(old, fresh) {
    const wanted = [...fresh.children];
    const ids = new Set(wanted.map((part) => part.id));
    [...old.children].filter((part) => !ids.has(part.id)).forEach((part) => part.remove());
    wanted.forEach((part, place) => {
      let known = [...old.children].find((one) => one.id === part.id);
      if (known) {
        known = merge(known, part);
      } else {
        known = part;
        remember(part);
      }
      if (old.children[place] !== known) {
        old.insertBefore(known, old.children[place] || null);
      }
    });
  }

  if (window.htmx) {
    window.htmx.defineExtension('parts', {
      isInlineSwap: (style) => style === 'parts',
      handleSwap(style, target, fragment) {
        if (style !== 'parts') {
          return false;
        }
        merge(target, fragment.firstElementChild);
        return [];
      },
    });
  }

  // ---- asking for news

  let tag = null;
  let timer = null;
  let changed = Date.now();

  function pace() {
    const running = live().dataset.running === 'true';
    const fresh = Date.now() - changed < QUIET;
    // Where something may come at any moment, whoever looks sees it within five seconds.
    return document.hidden ? HIDDEN : running && fresh ? ACTIVE : running || fresh ? READY : IDLE;
  }

  function poll() {
    clearTimeout(timer);
    timer = setTimeout(poll, pace());
    live().dispatchEvent(new CustomEvent('muster:poll'));
  }

  function afterAsking({ detail: { xhr, elt } }) {
    if (elt !== live()) {
      return;
    }
    if (xhr.status === 200) {
      tag = xhr.getResponseHeader('ETag');
      changed = Date.now();
    }
    const lost = xhr.status === 0 || xhr.status >= 500;
    showLine(lost ? 'offline' : xhr.status >= 400 ? 'gone' : '');
    if (!lost) {
      document.dispatchEvent(new CustomEvent('muster:line'));
    }
  }

  function showLine(trouble) {
    const bar = byId('offline');
    if (bar) {
      bar.hidden = !trouble;
      bar.textContent = trouble ? say(trouble) : '';
    }
  }

  /** What came since the last look: told to screen readers, and by sound if somebody wants it. */
  let items = null;
  function tellNews() {
    const now = new Map(all('[data-item]').map((one) => [one.dataset.item, one.dataset.news]));
    const fresh = items ? [...now].filter(([id]) => !items.has(id)).map(([, news]) => news) : [];
    items = now;
    const line = byId('news');
    if (fresh.length && line) {
      line.textContent = say('new', fresh.join('; '));
      alarm();
    }
    const waiting = Number(live().dataset.waiting || 0);
    document.title = document.title.replace(/^(\(\d+\) )?/, waiting ? `(${waiting}) ` : '');
  }

  // ---- sound and vibration, once somebody has switched them on

  let sound = null;

  function ready() {
    const Context = window.AudioContext || window.webkitAudioContext;
    sound = sound || (Context ? new Context() : null);
    if (sound && sound.state === 'suspended') {
      sound.resume();
    }
  }

  function alarm() {
    if (!shelf.get('alarm')) {
      return;
    }
    if (navigator.vibrate) {
      navigator.vibrate([200, 100, 200]);
    }
    if (sound) {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      tone.frequency.value = 660;
      volume.gain.setValueAtTime(0.2, sound.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.5);
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + 0.5);
    }
  }

  function showAlarm() {
    const button = byId('alarm');
    if (button) {
      button.setAttribute('aria-pressed', String(Boolean(shelf.get('alarm'))));
    }
  }

  function switchAlarm() {
    shelf.put('alarm', !shelf.get('alarm'));
    showAlarm();
    ready();
    alarm();
  }

  // ---- clocks: the server says what they read, we let them run

  let ahead = 0;
  let anchor = 0;

  function setClocks() {
    anchor = Date.parse(live().dataset.now);
    ahead = anchor - Date.now();
  }

  const two = (number) => String(number).padStart(2, '0');
  const minutes = (seconds) => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}`;

  function story(seconds) {
    const days = Math.floor(seconds / 86400);
    const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}`;
    return days ? `D+${days} ${time}` : time;
  }

  function countdown(seconds) {
    const length = Math.abs(seconds);
    const text = length < 3600 ? minutes(length) : `${Math.floor(length / 3600)}:${two(Math.floor(length / 60) % 60)} h`;
    return seconds < 0 ? say('late', text) : text;
  }

  function write(selector, text) {
    all(selector).forEach((one) => { one.textContent = text; });
  }

  function tick() {
    const { running, drill, story: told, speed } = live().dataset;
    const now = running === 'true' ? Date.now() + ahead : anchor;
    const passed = ((now - anchor) / 1000) * Number(speed);
    write('[data-drill-time]', minutes(Number(drill) + passed));
    if (Number(told) >= 0) {
      write('[data-story-time]', story(Number(told) + passed));
    }
    all('time[data-until]').forEach((one) => {
      const left = Math.round((Date.parse(one.dateTime) - now) / 1000);
      one.textContent = countdown(left);
      one.parentElement.classList.toggle('late', left < 0);
      one.parentElement.classList.toggle('soon', left >= 0 && left < 60);
    });
  }

  /** A time as this device's owner reads it, beside the drill's own zone. */
  function showLocalTimes() {
    const { lang } = document.documentElement;
    const tongue = navigator.language.startsWith(lang) ? navigator.language : lang;
    const form = new Intl.DateTimeFormat(tongue, { dateStyle: 'medium', timeStyle: 'short' });
    all('time[data-local]:not([data-told])').forEach((one) => {
      one.dataset.told = form.format(new Date(one.dateTime));
      one.append(` = ${one.dataset.told} (${Intl.DateTimeFormat().resolvedOptions().timeZone})`);
    });
  }

  // ---- one listener for each thing that happens

  /** A plain form leads on to another page by itself; a second click adds nothing. */
  function onSubmit(event) {
    const form = event.target;
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) {
      event.preventDefault();
    } else if (!('outbox' in form.dataset)) {
      if (form.dataset.sent) {
        event.preventDefault();
      }
      form.dataset.sent = 'yes';
    }
  }

  function afterNews() {
    all('[data-script]').forEach((one) => { one.hidden = false; });
    showAlarm();
    setClocks();
    tick();
    showLocalTimes();
    tellNews();
  }

  function askedBefore({ detail }) {
    if (detail.elt === live() && tag) {
      detail.headers['If-None-Match'] = tag;
    }
  }

  function start() {
    remember(live());
    afterNews();
    setInterval(tick, 1000);
    timer = setTimeout(poll, pace());
    document.addEventListener('htmx:configRequest', askedBefore);
    document.addEventListener('htmx:afterRequest', afterAsking);
    document.addEventListener('htmx:afterSwap', afterNews);
    document.addEventListener('visibilitychange', () => document.hidden || poll());
    document.addEventListener('click', (event) => event.target.closest('#alarm') && switchAlarm());
    document.addEventListener('pointerdown', () => shelf.get('alarm') && ready(), { once: true });
    window.addEventListener('online', poll);
    window.addEventListener('offline', () => showLine('offline'));
    window.muster = { say, byId, all, shelf, poll, showLine };
  }

  document.addEventListener('submit', onSubmit);
  if (live()) {
    start();
  }
})();
