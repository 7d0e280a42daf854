/* What the pages do in the browser: keys, updates in place, dialogs. Lists, filters and downloads work without it. */
(function () {
  'use strict';

  const POLL_MS = 30_000;
  const SETTLE_MS = 700;
  const RENEW_MS = 120_000;
  const EXPORT_POLL_MS = 400;

  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- worklist: counts change in place, rows never move under the cursor ---------------------------------------

  function rowsByStudy(within) {
    return new Map(all('a[data-study]', within).map((link) => [link.dataset.study, link.closest('tr')]));
  }

  function replaceCells(row, fresh) {
    const cells = [...row.cells];
    [...fresh.cells].forEach((cell, i) => {
      // The cell that has the focus stays: a reader must not lose her place.
      if (cells[i] && cells[i].innerHTML !== cell.innerHTML && !cells[i].contains(document.activeElement)) {
        cells[i].innerHTML = cell.innerHTML;
      }
    });
  }

  function offerNew(count) {
    const button = byId('show-new');
    button.hidden = count === 0;
    button.textContent = count === 1 ? button.dataset.one : button.dataset.many.replace('#', count);
  }

  async function refreshList() {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'error' }).catch(() => null);
    if (!answer || !answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = rowsByStudy(document);
    const now = rowsByStudy(fresh);
    shown.forEach((row, study) => {
      row.classList.toggle('row-stale', !now.has(study));
      if (now.has(study)) replaceCells(row, now.get(study));
    });
    byId('total').textContent = fresh.getElementById('total').textContent;
    offerNew([...now.keys()].filter((study) => !shown.has(study)).length);
  }

  let settling = 0;
  function soonRefreshList() {
    clearTimeout(settling);
    settling = setTimeout(refreshList, SETTLE_MS);
  }

  function stepRow(event) {
    const links = all('.table-cases a.case-link');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || links.length === 0 || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    const at = links.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step;
    if (links[next]) {
      event.preventDefault();
      links[next].focus();
    }
  }

  function listActions(texts) {
    return [
      { id: 'list.sitting', key: 's', label: texts.sitting, run: () => (byId('sitting-on') || byId('sit:start') || byId('unsit:end'))?.focus() },
      { id: 'list.search', key: '/', label: texts.search, run: () => byId('identity:patientId').focus() },
      { id: 'list.first', key: 'g', label: texts.first, run: () => document.querySelector('a.case-link')?.focus() },
      { id: 'list.fresh', key: 'n', label: texts.fresh, run: () => press('show-new') },
      { id: 'page.leave', key: 'q', label: texts.leave, run: () => byId('leave').focus() },
    ];
  }

  /** Told in the list of keys, never among the actions: Enter belongs to what has the focus. */
  function listKeys(texts) {
    return [
      { keys: ['ArrowDown', 'ArrowUp'], label: texts.rows },
      { keys: ['Enter'], label: texts.open },
    ];
  }

  function startWorklist() {
    const texts = byId('list-keys').dataset;
    window.MammoflowViewer.keys({ locale: texts.locale, keys: texts.keys, actions: listActions(texts), fixed: listKeys(texts) });
    document.addEventListener('keydown', stepRow);
    byId('show-new').addEventListener('click', () => location.reload());
    setInterval(() => document.hidden || refreshList(), POLL_MS);
    document.addEventListener('click', (event) => {
      const button = event.target.closest('[data-urgency]');
      if (!button) return;
      byId('urgency:study').value = button.dataset.study;
      byId('urgency:urgent').value = button.dataset.urgency;
      openDialog('urgency-dialog', button);
    });
  }

  // ---- case -----------------------------------------------------------------------------------------------------

  let lastOwnAction = 0;

  function currentCard() {
    const focused = document.activeElement.closest('.card-open');
    return focused || document.querySelector('.card-open');
  }

  function focusAct(act) {
    const button = currentCard()?.querySelector(`[data-act="${act}"]`);
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  }

  const press = (id) => byId(id)?.click();

  function focusFirst(selector) {
    const target = document.querySelector(selector);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** Of the decisions that can be taken back, the one nearest to where the reader is. */
  function focusUndo() {
    const undos = all('[data-act="undo"]');
    const button = document.activeElement.closest('article')?.querySelector('[data-act="undo"]') || undos[undos.length - 1];
    button?.focus();
    button?.scrollIntoView({ block: 'nearest' });
  }

  function actions(texts) {
    return [
      { id: 'page.confirm', key: 'c', label: texts.confirm, run: () => focusAct('confirm') },
      { id: 'page.reject', key: 'r', label: texts.reject, run: () => focusAct('reject') },
      { id: 'page.uncertain', key: 'u', label: texts.uncertain, run: () => focusAct('uncertain') },
      { id: 'page.assess', key: 'a', label: texts.assess, run: () => focusFirst('.scale [data-assess]') },
      { id: 'page.sign', key: 's', label: texts.sign, run: () => focusFirst('[id="sign:password"]') },
      { id: 'page.undo', key: 'Ctrl+z', label: texts.undo, run: focusUndo },
      { id: 'page.list', key: 'b', label: texts.list, run: () => press('route:list') },
      { id: 'page.next', key: 'n', label: texts.next, run: () => press('route:next') },
      { id: 'page.skip', key: 'j', label: texts.skip, run: () => press('route:skip') },
      { id: 'page.defer', key: 'd', label: texts.defer, run: () => press('defer') },
      { id: 'page.leave', key: 'q', label: texts.leave, run: () => byId('leave').focus() },
      { id: 'page.previous', key: 'p', label: texts.previous, run: () => press('route:previous') },
    ];
  }

  /** The viewer's keyboard map carries the page's keys too, so that one list shows all and each can be changed. */
  async function teachKeys(viewer, list, texts) {
    await customElements.whenDefined('mammoflow-viewer');
    list.forEach((action) => viewer.registerAction(action));
    viewer.listKeys([
      { keys: ['ArrowRight', 'ArrowLeft'], label: texts.scale },
      { keys: ['0 … 9'], label: texts.digit },
    ]);
  }

  /** In the scale a digit chooses its category; elsewhere digits keep their meaning. */
  function chooseCategory(event) {
    if (!document.activeElement?.matches('[data-assess]') || event.ctrlKey || event.altKey || event.metaKey) return;
    const scale = all('.scale [data-assess]');
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const target = step
      ? scale[(scale.indexOf(document.activeElement) + step + scale.length) % scale.length]
      : scale.find((button) => button.dataset.assess === event.key);
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    target.focus();
    if (!step) target.click();
  }

  function fill(form, values) {
    Object.entries(values).forEach(([name, value]) => (byId(`${form}:${name}`).value = value));
  }

  function startMarking(event) {
    if (event.target.closest('[data-mark]')) byId('viewer').viewer.choose('mark');
  }

  /** A card that is chosen, by a click anywhere on it or by Enter while it has the focus, leads the viewer to its image. */
  function showImage(event) {
    const card = event.target.closest('.card[data-image]');
    const control = event.target.closest('button, a, input, select, textarea, label, summary');
    if (!card || (control && !control.matches('.card-show'))) return;
    if (event.type === 'keydown' && (event.key !== 'Enter' || event.target !== card)) return;
    byId('viewer').viewer.showImage(card.dataset.image);
    all('.card[data-image]').forEach((other) => other.classList.toggle('card-chosen', other === card));
  }

  function askMissed(event) {
    const { sopInstanceUid, view, column, row } = event.detail;
    if (!document.querySelector('.scale [data-assess]')) return;
    // Not before the network was shown: the page says that the own opinion comes first, and leads there.
    if (!document.querySelector('[data-mark]')) return void focusFirst('.scale [data-assess]');
    fill('missed', { image: sopInstanceUid, column, row, comment: '', seen: byId('case-marks').dataset.seen });
    byId('missed-view').textContent = view;
    byId('missed-place').textContent = `${column} × ${row}`;
    openDialog('missed-dialog', document.querySelector('.mfv-active'));
  }

  function askRecall(event) {
    const button = event.target.closest('[data-recall]');
    if (!button) return;
    fill('recall', { image: button.dataset.recall, comment: '', seen: byId('case-marks').dataset.seen });
    byId('recall-view').textContent = button.dataset.view;
    openDialog('recall-dialog', button);
  }

  let revealed = '';
  let hung = null;
  let wanted = '';
  /** Whether the panel tells of an image that is not among those on show; asked for once. */
  function imageIsMissing(images) {
    if (!hung || !images || images === wanted || images.split(' ').every((image) => hung.includes(image))) return false;
    wanted = images;
    return true;
  }

  /**
   * After each update: the readers' marks on the images, the network's opinion when it is shown from now on, and images that
   * came after the viewer had fetched the case, maybe ahead.
   */
  function followPanel() {
    const state = byId('case-marks');
    const element = byId('viewer');
    if (!state || !element?.viewer) return;
    const url = element.getAttribute('case-url');
    const marks = () => element.viewer?.showMarks(JSON.parse(state.dataset.marks));
    if ((revealed && revealed !== state.dataset.revealed) || imageIsMissing(state.dataset.images)) {
      element.viewer.forget(url);
      element.viewer.load(url).then(marks);
    }
    revealed = state.dataset.revealed;
    marks();
  }

  let shownStudy = '';
  /** After each update: another case may have come in the place of the one on show; its pictures may be here already. */
  function followCase() {
    const now = byId('case-marks')?.dataset;
    if (!now) return;
    const moved = shownStudy && shownStudy !== now.study;
    shownStudy = now.study;
    if (moved) {
      hung = null;
      history.pushState(null, '', now.address);
      revealed = now.revealed;
      byId('viewer').setAttribute('case-url', now.url);
      byId('findings').scrollTop = 0;
    }
    // Faces leaves out an attribute that is empty.
    byId('viewer').setAttribute('next-case-url', now.next ?? '');
  }

  let renewed = 0;
  function renewByActivity() {
    if (Date.now() - renewed < RENEW_MS || typeof window.renewClaim !== 'function') return;
    renewed = Date.now();
    window.renewClaim();
  }

  function startCase(page) {
    renewed = Date.now();
    followCase();
    window.addEventListener('popstate', () => location.reload());
    teachKeys(byId('viewer'), actions(page.dataset), page.dataset).then(followPanel);
    byId('viewer').addEventListener('mammoflow-ready', (event) => {
      hung = event.detail.images;
      followPanel();
    });
    byId('viewer').addEventListener('mammoflow-mark', askMissed);
    document.addEventListener('click', askRecall);
    document.addEventListener('click', startMarking);
    byId('viewer').closest('.case-body').addEventListener('click', showImage);
    byId('viewer').closest('.case-body').addEventListener('keydown', showImage);
    document.addEventListener('keydown', chooseCategory, true);
    ['keydown', 'pointerdown', 'wheel', 'mammoflow-activity'].forEach((name) =>
      document.addEventListener(name, renewByActivity, { passive: true }),
    );
  }

  function caseChanged(study) {
    if (study === shownStudy && Date.now() - lastOwnAction > 3000) byId('changed').hidden = false;
  }

  /** What was refused for something that is missing: on to the field that lacks it, which tells so by its description. */
  function focusMissing() {
    const told = all('.field-error').find((error) => error.textContent.trim());
    if (!told) return false;
    const place = byId(told.id.replace(/-error$/, ''));
    const field = place.matches('input, select, textarea') ? place : place.querySelector('.card-open') || place.querySelector('button');
    if (!field) return false;
    if (field.matches('input, select, textarea')) field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', told.id);
    const folded = field.closest('details');
    if (folded) folded.open = true;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** An update replaces what had the focus: on to what is to be done next. Never onto a verdict: none is preselected. */
  function keepFocus() {
    if (focusMissing()) return;
    if (document.activeElement !== document.body) return;
    const next = document.querySelector('.card-open') || document.querySelector('.assess-missing [data-assess]')
      || byId('sign:password') || byId('route:next');
    next?.focus();
  }

  // ---- everywhere -----------------------------------------------------------------------------------------------

  /**
   * With its closing the browser gives the focus back to what had it before, at once. Where nothing had it, because a key opened
   * the dialog, that is made what opens it: else the hidden field keeps the focus for a moment, and takes the next key.
   */
  function openDialog(id, opener) {
    if (document.activeElement === document.body) opener?.focus({ preventScroll: true });
    byId(id).showModal();
  }

  function startDialogs() {
    document.addEventListener('click', (event) => {
      const opener = event.target.closest('[data-opens]');
      const closer = event.target.closest('[data-closes]');
      if (opener) openDialog(opener.dataset.opens, opener);
      if (closer && (closer.type === 'button' || closer.form.checkValidity())) byId(closer.dataset.closes).close();
    });
  }

  /** Short addresses: what is not filtered by does not stand in them. */
  function dropBlanks(form) {
    form.addEventListener('submit', () =>
      all('input, select', form).forEach((field) => (field.disabled = field.value === '')),
    );
    window.addEventListener('pageshow', () => all('input, select', form).forEach((field) => (field.disabled = false)));
  }

  /** Proof of inference: the words come with the page, the outcome from the server. */
  function startReplays(table) {
    table.addEventListener('click', async (event) => {
      const button = event.target.closest('[data-replay]');
      if (!button) return;
      const told = button.parentElement.querySelector('[role=status]');
      const words = byId('replay-words').dataset;
      button.disabled = true;
      told.textContent = words.running;
      const answer = await fetch(`api/v1/findings/${button.dataset.replay}/replays`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      }).catch(() => null);
      button.disabled = false;
      if (!answer || !answer.ok) return void (told.textContent = words.failed);
      const replay = await answer.json();
      told.textContent = words[replay.outcome.toLowerCase()];
      told.className = `replay-${replay.outcome.toLowerCase()}`;
      told.title = replay.reason;
    });
  }

  /** A reader's own keys are hers on every machine. Those of another page's actions stay as they are. */
  function keepKeys(event) {
    const { single, keys } = event.detail;
    fetch('api/v1/desk/preferences', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ singleKeys: single, keys }),
    }).catch(() => null);
  }

  /** Files that take a while: how far they are, a way to stop them, and then the download. Without this they are plain links. */
  function startExports(panel) {
    const told = panel.querySelector('[role=status]');
    const bar = panel.querySelector('progress');
    const stop = panel.querySelector('button');
    let running = '';

    function tell(text, busy) {
      panel.hidden = false;
      told.textContent = text;
      bar.hidden = stop.hidden = !busy;
    }

    function tellRows(state) {
      const expected = state.expected ?? 0;
      tell(expected ? panel.dataset.counted.replace('#', state.rows).replace('#', expected) : panel.dataset.rows.replace('#', state.rows), true);
      if (expected) {
        bar.max = expected;
        bar.value = Math.min(state.rows, expected);
      } else bar.removeAttribute('value');
    }

    async function follow(address) {
      for (;;) {
        const answer = await fetch(address).catch(() => null);
        if (!answer || !answer.ok) return tell(panel.dataset.failed, false);
        const state = await answer.json();
        if (state.state === 'READY') {
          tell(panel.dataset.ready.replace('#', state.rows), false);
          location.assign(`${address}/file`);
          return;
        }
        if (state.state !== 'RUNNING') return tell(panel.dataset[state.state.toLowerCase()], false);
        tellRows(state);
        await new Promise((resolve) => setTimeout(resolve, EXPORT_POLL_MS));
      }
    }

    async function begin(link) {
      const query = new URL(link.href).searchParams;
      query.set('format', link.dataset.export);
      tellRows({ rows: 0 });
      const answer = await fetch(`api/v1/reports/exports?${query}`, { method: 'POST' }).catch(() => null);
      if (!answer || !answer.ok) return tell(answer ? (await answer.json()).detail : panel.dataset.failed, false);
      running = `api/v1/reports/exports/${(await answer.json()).id}`;
      return follow(running);
    }

    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-export]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      begin(link);
    });
    stop.addEventListener('click', () => fetch(running, { method: 'DELETE' }).catch(() => null));
  }

  function startAjax() {
    if (!window.jQuery) return;
    window.jQuery(document).on('pfAjaxSend', () => (lastOwnAction = Date.now()));
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(() => (followCase(), keepFocus(), followPanel())));
    // The session has ended or the server is away: the page itself says what is so.
    window.jQuery(document).on('pfAjaxError', () => location.reload());
  }

  window.mammoflow = {
    /** A case changed; called by the page's websocket. */
    changed(study) {
      if (byId('case-page')) caseChanged(study);
      else soonRefreshList();
    },
  };

  document.addEventListener('DOMContentLoaded', () => {
    startDialogs();
    startAjax();
    document.addEventListener('mammoflow-keys', keepKeys);
    all('form[data-drops-blanks]').forEach(dropBlanks);
    if (byId('replay-words')) startReplays(byId('rows'));
    if (byId('export-progress')) startExports(byId('export-progress'));
    if (byId('show-new')) startWorklist();
    if (byId('case-page')) startCase(byId('case-page'));
  });
})();
