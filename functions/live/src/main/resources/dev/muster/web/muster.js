// What live pages do beyond the server's HTML: ask for news and merge it in, count down, keep drafts, send when there is a
// line. Everything works without it too, only not by itself. No library but htmx; the words come with the page.
(() => {
  'use strict';

  const ACTIVE = 3000;
  const IDLE = 10000;
  const HIDDEN = 20000;
  const QUIET = 10 * 60000;
  const ANSWER = 15000;

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
    const busy = live().dataset.running === 'true' && Date.now() - changed < QUIET;
    return document.hidden ? HIDDEN : busy ? ACTIVE : IDLE;
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
      flush();
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
    if (fresh.length) {
      byId('news').textContent = say('new', fresh.join('; '));
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
    const form = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
    all('time[data-local]:not([data-told])').forEach((one) => {
      one.dataset.told = form.format(new Date(one.dateTime));
      one.append(` = ${one.dataset.told} (${Intl.DateTimeFormat().resolvedOptions().timeZone})`);
    });
  }

  // ---- forms: what people type is kept until it is sent

  const FIXED = new Set(['do', 'key', 'clientAt']);

  const subject = (form) => (form.elements.answers || form.elements.inject || { value: '' }).value;
  const draftOf = (form) => `draft:${form.dataset.draft}:${subject(form)}`;
  const typed = (form) => [...new FormData(form)].filter(([name]) => !FIXED.has(name));
  const worthKeeping = (form) => all('textarea, input:not([type="hidden"], [type="search"])', form)
    .some((field) => (field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value.trim()));

  function keepDraft(form) {
    if (worthKeeping(form)) {
      shelf.put(draftOf(form), typed(form));
    } else {
      shelf.drop(draftOf(form));
    }
  }

  function fillForm(form, pairs) {
    const values = new Map();
    pairs.forEach(([name, value]) => values.set(name, [...(values.get(name) || []), value]));
    [...form.elements].filter((field) => field.name && !FIXED.has(field.name) && values.has(field.name)).forEach((field) => {
      const given = values.get(field.name);
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = given.includes(field.value);
      } else {
        field.value = given[0];
      }
    });
    afterTyping(form);
  }

  function restoreDraft(form) {
    const kept = shelf.get(draftOf(form));
    if (kept) {
      fillForm(form, kept);
    }
  }

  function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0')).join('');
  }

  /** As good as new, for the next thing: another key, nothing typed, about nothing. */
  function emptyForm(form) {
    form.reset();
    form.elements.key.value = newKey();
    ['answers', 'inject', 'steps'].forEach((name) => {
      const field = form.elements[name];
      if (field && field.type === 'hidden' && form.closest('.sheet')) {
        field.value = '';
      }
    });
    all('textarea', form).forEach((box) => { box.value = ''; });
    all('input[type="checkbox"]', form).forEach((box) => { box.checked = false; });
    afterTyping(form);
  }

  /** What follows from what stands in a form. */
  function afterTyping(form) {
    const note = form.querySelector('[data-approval-note]');
    if (note) {
      const chosen = form.elements.audience.selectedOptions[0];
      note.hidden = !(chosen && chosen.dataset.approval === 'true') || form.elements.sendAnyway.checked;
    }
    const count = form.querySelector('[data-count]');
    if (count) {
      const ticked = all('input[name="steps"]:checked', form).length;
      count.textContent = ticked ? say('ticked', ticked) : '';
    }
    showAbout(form);
  }

  function showAbout(form) {
    const box = form.querySelector('[data-aboutbox]');
    if (!box) {
      return;
    }
    const card = subject(form) && byId(`i-${subject(form)}`);
    box.hidden = !subject(form);
    if (card) {
      box.querySelector('[data-heading]').textContent = card.dataset.news;
      const quote = card.querySelector('.came').cloneNode(true);
      box.querySelector('[data-quote]').replaceChildren(quote);
    }
  }

  function fault(form, text) {
    let line = form.querySelector('.error');
    if (!line && text) {
      line = document.createElement('p');
      line.className = 'error';
      line.id = `error-${form.elements.key.value}`;
      line.setAttribute('role', 'alert');
      form.prepend(line);
    }
    const box = form.querySelector('textarea, input:not([type="hidden"])');
    if (line) {
      line.hidden = !text;
      line.textContent = text;
    }
    if (box && text) {
      box.setAttribute('aria-invalid', 'true');
      box.setAttribute('aria-errormessage', line.id);
    } else if (box) {
      box.removeAttribute('aria-invalid');
    }
  }

  // ---- sheets: a form that several buttons lead to

  function fill(form, values) {
    Object.entries(values).forEach(([name, value]) => {
      const field = form.elements[name];
      if (name === 'steps') {
        all('input[name="steps"]', form).forEach((box) => { box.checked = box.checked || value.includes(box.value); });
      } else if (field) {
        field.value = value;
      }
    });
  }

  function openSheet(name, values) {
    const form = byId(`form-${name}`);
    const about = values.answers || values.inject || '';
    if (about !== subject(form)) {
      keepDraft(form);
      emptyForm(form);
    }
    fill(form, values);
    restoreDraft(form);
    afterTyping(form);
    show(name, about);
    (form.querySelector('textarea') || form).focus();
  }

  /** Where we are stands in the address, so that a reload leads back here. */
  function show(name, about) {
    location.hash = name;
    history.replaceState(null, '', `${location.pathname}${about ? `?inject=${encodeURIComponent(about)}` : ''}#${name}`);
  }

  function useTemplate(link) {
    const form = byId('form-write');
    const box = form.elements.text;
    const text = byId(link.dataset.copy).textContent.trim();
    const values = JSON.parse(link.dataset.fill);
    box.value = box.value.trim() ? `${box.value.trim()}\n\n${text}` : text;
    fill(form, subject(form) ? { steps: values.steps || [] } : values);
    keepDraft(form);
    afterTyping(form);
    show('write', subject(form));
    box.focus();
  }

  // ---- sending: each thing waits in the outbox until it is answered; its key makes it count once

  let sending = false;
  let again = null;
  const outbox = () => shelf.get('outbox') || [];
  const bodyOf = (entry) => new URLSearchParams(entry.body);

  function submit(form, button) {
    const body = new URLSearchParams(new FormData(form));
    if (button && button.name) {
      body.append(button.name, button.value);
    }
    const entry = {
      key: body.get('key'), label: button && button.name ? button.textContent : form.dataset.outbox, draft: form.dataset.draft ? draftOf(form) : '', form: form.id, tried: false,
    };
    if (outbox().some((one) => one.key === entry.key)) {
      return;
    }
    if (!('first' in form.dataset)) {
      body.append('clientAt', new Date().toISOString());
    }
    entry.body = body.toString();
    shelf.put('outbox', 'first' in form.dataset ? [entry, ...outbox()] : [...outbox(), entry]);
    fault(form, '');
    busy(form, true);
    flush();
  }

  function busy(form, is) {
    all('button', form).forEach((button) => {
      button.setAttribute('aria-disabled', String(is));
      button.classList.toggle('sending', is);
    });
  }

  const formOf = (entry) => all('form[data-outbox]').find((form) => form.elements.key && form.elements.key.value === entry.key);

  function take(entry) {
    shelf.put('outbox', outbox().filter((one) => one.key !== entry.key));
  }

  async function flush() {
    clearTimeout(again);
    if (sending || !live()) {
      return;
    }
    sending = true;
    try {
      while (outbox().length && await send(outbox()[0])) { /* the next one */ }
    } finally {
      sending = false;
      showOutbox();
    }
    if (outbox().length) {
      again = setTimeout(flush, 5000);
    }
  }

  /** Whether the line is good enough for the next one. */
  async function send(entry) {
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), ANSWER);
    try {
      const answer = await fetch(location.pathname, {
        method: 'POST',
        body: bodyOf(entry),
        headers: { Accept: 'application/json' },
        signal: stop.signal,
      });
      if (answer.ok) {
        sent(entry, await answer.json());
        return true;
      }
      if (answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status)) {
        refused(entry, await answer.json().catch(() => ({})));
        return true;
      }
    } catch { /* no line, or no answer in time */ } finally {
      clearTimeout(limit);
    }
    postponed(entry);
    return false;
  }

  function sent(entry, receipt) {
    const form = formOf(entry);
    take(entry);
    if (entry.draft) {
      shelf.drop(entry.draft);
    }
    const more = receipt.counted === false ? say('uncounted') : receipt.state === 'draft' ? say('draft') : '';
    tell(`${entry.label}: ${say('sent')} ${more}`);
    if (form) {
      busy(form, false);
      emptyForm(form);
      if (form.closest('.sheet')) {
        show('now', '');
      }
    }
    poll();
  }

  function refused(entry, problem) {
    take(entry);
    const why = [problem.detail || problem.title || '', problem.realContact || ''].join(' ').trim();
    const form = formOf(entry) || giveBack(entry);
    if (form) {
      busy(form, false);
      form.elements.key.value = newKey();
      fault(form, say('refused', why));
      if (form.closest('.sheet')) {
        show(form.closest('.sheet').id, subject(form));
      }
    } else {
      tell(say('refused', why));
    }
    poll();
  }

  /** The text waits in the outbox; its form is free for the next thing. */
  function postponed(entry) {
    showLine('offline');
    const form = formOf(entry);
    if (form && !entry.tried) {
      busy(form, false);
      emptyForm(form);
      if (form.closest('.sheet')) {
        show('now', '');
      }
    }
    shelf.put('outbox', outbox().map((one) => (one.key === entry.key ? { ...one, tried: true } : one)));
  }

  function giveBack(entry) {
    const form = entry.form && byId(entry.form);
    if (!form) {
      return null;
    }
    keepDraft(form);
    emptyForm(form);
    fillForm(form, [...bodyOf(entry)]);
    keepDraft(form);
    return form;
  }

  function cancel(entry) {
    take(entry);
    const form = giveBack(entry);
    showOutbox();
    tell(say('cancelled'));
    if (form && form.closest('.sheet')) {
      show(form.closest('.sheet').id, subject(form));
    }
  }

  function excerpt(entry) {
    const body = bodyOf(entry);
    const text = body.get('text') || body.get('evidence') || body.get('what') || body.get('reason') || '';
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
  }

  function showOutbox() {
    const box = byId('outbox');
    if (!box) {
      return;
    }
    const waiting = outbox().filter((entry) => entry.tried);
    box.hidden = !waiting.length;
    box.replaceChildren(...waiting.map((entry) => {
      const line = document.createElement('p');
      line.append(`${say('waiting')} ${entry.label}. ${excerpt(entry)} `);
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = say('cancel');
      button.addEventListener('click', () => cancel(entry));
      line.append(button);
      return line;
    }));
  }

  function tell(text) {
    const line = byId('said');
    if (line) {
      line.hidden = false;
      line.textContent = text;
      clearTimeout(tell.timer);
      tell.timer = setTimeout(() => { line.hidden = true; }, 8000);
    }
  }

  // ---- searching in a list

  function filter(field) {
    const root = field.dataset.filter ? byId(field.dataset.filter) : field.closest('details');
    const wanted = field.value.trim().toLocaleLowerCase();
    all('[data-find]', root).forEach((one) => { one.hidden = !one.textContent.toLocaleLowerCase().includes(wanted); });
    all('[data-group]', root).forEach((group) => { group.hidden = !group.querySelector('[data-find]:not([hidden])'); });
  }

  // ---- leaving a device that others use

  function leave(event) {
    if (outbox().length && !window.confirm(say('leave'))) {
      event.preventDefault();
      return;
    }
    shelf.clear();
  }

  // ---- one listener for each thing that people do

  function onClick(event) {
    const link = event.target.closest('a[data-sheet], a[data-copy], a[data-leave], a[data-unbind], #alarm');
    if (!link || event.ctrlKey || event.metaKey) {
      return;
    }
    if (link.id === 'alarm') {
      switchAlarm();
    } else if ('leave' in link.dataset) {
      leave(event);
    } else {
      event.preventDefault();
      if ('copy' in link.dataset) {
        useTemplate(link);
      } else if ('unbind' in link.dataset) {
        unbind(link.closest('form'));
      } else {
        openSheet(link.dataset.sheet, JSON.parse(link.dataset.fill || '{}'));
      }
    }
  }

  /** What was written stays; it is only about nothing any more. */
  function unbind(form) {
    shelf.drop(draftOf(form));
    (form.elements.answers || form.elements.inject).value = '';
    keepDraft(form);
    afterTyping(form);
    show(form.closest('.sheet').id, '');
  }

  function onSubmit(event) {
    const form = event.target;
    if (form.dataset.confirm && !window.confirm(form.dataset.confirm)) {
      event.preventDefault();
      return;
    }
    if (!('outbox' in form.dataset)) {
      // A plain form leads on to another page by itself; a second click adds nothing.
      if (form.dataset.sent) {
        event.preventDefault();
      }
      form.dataset.sent = 'yes';
      return;
    }
    event.preventDefault();
    if (!form.querySelector('.sending')) {
      submit(form, event.submitter);
    }
  }

  function onInput(event) {
    const form = event.target.closest('form');
    if ('filter' in event.target.dataset) {
      filter(event.target);
    } else if (form && form.dataset.draft) {
      keepDraft(form);
      afterTyping(form);
    }
  }

  function afterNews() {
    setClocks();
    tick();
    showLocalTimes();
    tellNews();
  }

  function start() {
    all('[data-script]').forEach((one) => { one.hidden = false; });
    remember(live());
    afterNews();
    all('form[data-draft]').forEach((form) => { restoreDraft(form); afterTyping(form); });
    showAlarm();
    showOutbox();
    flush();
    setInterval(tick, 1000);
    timer = setTimeout(poll, pace());
    document.addEventListener('click', onClick);
    document.addEventListener('input', onInput);
    document.addEventListener('htmx:configRequest', ({ detail }) => {
      if (detail.elt === live() && tag) {
        detail.headers['If-None-Match'] = tag;
      }
    });
    document.addEventListener('htmx:afterRequest', afterAsking);
    document.addEventListener('htmx:afterSwap', afterNews);
    document.addEventListener('visibilitychange', () => document.hidden || poll());
    document.addEventListener('pointerdown', () => shelf.get('alarm') && ready(), { once: true });
    window.addEventListener('online', () => { poll(); flush(); });
    window.addEventListener('offline', () => showLine('offline'));
  }

  document.addEventListener('submit', onSubmit);
  if (live()) {
    start();
  }
})();
