// The responder's forms: what people type is kept until it is sent, and sent by itself when there is a line, once.
// Without this script the forms are plain forms.
(() => {
  'use strict';

  if (!window.muster) {
    return;
  }
  const { say, byId, all, shelf, poll, showLine } = window.muster;
  const ANSWER = 15000;
  const AGAIN = 5000;

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
    ['answers', 'inject'].forEach((name) => {
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
    if (sending) {
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
      again = setTimeout(flush, AGAIN);
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
    postponed();
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

  /** Without a line everything waits in the outbox; the forms are free for the next thing. */
  function postponed() {
    showLine('offline');
    outbox().filter((entry) => !entry.tried).forEach(freeForm);
    shelf.put('outbox', outbox().map((entry) => ({ ...entry, tried: true })));
  }

  function freeForm(entry) {
    const form = formOf(entry);
    if (form) {
      busy(form, false);
      emptyForm(form);
      if (form.closest('.sheet')) {
        show('now', '');
      }
    }
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
    const link = event.target.closest('a[data-sheet], a[data-copy], a[data-leave], a[data-unbind]');
    if (!link || event.ctrlKey || event.metaKey) {
      return;
    }
    if ('leave' in link.dataset) {
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
    if ('outbox' in form.dataset && !event.defaultPrevented) {
      event.preventDefault();
      if (!form.querySelector('.sending')) {
        submit(form, event.submitter);
      }
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

  all('form[data-draft]').forEach((form) => { restoreDraft(form); afterTyping(form); });
  showOutbox();
  flush();
  document.addEventListener('click', onClick);
  document.addEventListener('input', onInput);
  document.addEventListener('submit', onSubmit);
  document.addEventListener('muster:line', flush);
})();
