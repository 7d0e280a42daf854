/* What the pages do in the browser: keys, updates in place, dialogs. Lists, filters and downloads work without it. */
(function () {
  'use strict';

  const POLL_MS = 30_000;
  const SETTLE_MS = 700;
  const RENEW_MS = 120_000;

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

  function startWorklist() {
    document.addEventListener('keydown', stepRow);
    byId('show-new').addEventListener('click', () => location.reload());
    setInterval(() => document.hidden || refreshList(), POLL_MS);
    document.addEventListener('click', (event) => {
      const button = event.target.closest('[data-urgency]');
      if (!button) return;
      byId('urgency:study').value = button.dataset.study;
      byId('urgency:urgent').value = button.dataset.urgency;
      byId('urgency-dialog').showModal();
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

  function actions(texts) {
    return [
      { id: 'page.confirm', key: 'c', label: texts.confirm, run: () => focusAct('confirm') },
      { id: 'page.reject', key: 'r', label: texts.reject, run: () => focusAct('reject') },
      { id: 'page.next', key: 'n', label: texts.next, run: () => press('route:next') },
      { id: 'page.previous', key: 'p', label: texts.previous, run: () => press('route:previous') },
    ];
  }

  /** The viewer's keyboard map carries the page's keys too, so that one list shows all and each can be changed. */
  async function teachKeys(viewer, list) {
    await customElements.whenDefined('mammoflow-viewer');
    list.forEach((action) => viewer.registerAction(action));
  }

  let renewed = 0;
  function renewByActivity() {
    if (Date.now() - renewed < RENEW_MS || typeof window.renewClaim !== 'function') return;
    renewed = Date.now();
    window.renewClaim();
  }

  function startCase(page) {
    renewed = Date.now();
    teachKeys(byId('viewer'), actions(page.dataset));
    ['keydown', 'pointerdown', 'wheel', 'mammoflow-activity'].forEach((name) =>
      document.addEventListener(name, renewByActivity, { passive: true }),
    );
  }

  function caseChanged(study) {
    if (study === byId('case-page').dataset.study && Date.now() - lastOwnAction > 3000) byId('changed').hidden = false;
  }

  /** An update replaces what had the focus: on to the next finding that is open, or to "next case". */
  function keepFocus() {
    if (document.activeElement !== document.body) return;
    (document.querySelector('.card-open select') || byId('route:next'))?.focus();
  }

  // ---- everywhere -----------------------------------------------------------------------------------------------

  function startDialogs() {
    document.addEventListener('click', (event) => {
      const opener = event.target.closest('[data-opens]');
      const closer = event.target.closest('[data-closes]');
      if (opener) byId(opener.dataset.opens).showModal();
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

  function startAjax() {
    if (!window.jQuery) return;
    window.jQuery(document).on('pfAjaxSend', () => (lastOwnAction = Date.now()));
    window.jQuery(document).on('pfAjaxComplete', () => setTimeout(keepFocus));
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
    all('form[data-drops-blanks]').forEach(dropBlanks);
    if (byId('show-new')) startWorklist();
    if (byId('case-page')) startCase(byId('case-page'));
  });
})();
