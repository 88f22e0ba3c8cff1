// Buttons to the pages of a table: a renderer for DataTables, whose own makes links without address.

function pageButton(settings, host, label, action, { current = false, off = false } = {}) {
  const button = make(
    'button',
    {
      type: 'button',
      'aria-current': current ? 'page' : null,
      disabled: off,
      'data-action': action,
      'aria-label': typeof action === 'number' ? t('table.page', { page: label }) : null,
    },
    label,
  );
  button.addEventListener('click', () => {
    settings.oApi._fnPageChange(settings, action, true);
    const again = host.querySelector(`[data-action="${action}"]:not(:disabled)`);
    (again || host.querySelector('[aria-current]'))?.focus();
  });
  return button;
}

// Signature of DataTables' renderers: `buttons` is ['previous', [0, 1, 'ellipsis', 9], 'next'].
jQuery.fn.dataTable.ext.renderer.pageButton.qogam = (settings, host, index, buttons, page, pages) => {
  const nav = host.nodeType ? host : host[0];
  nav.replaceChildren(
    ...buttons.flat().map((action) => {
      if (action === 'ellipsis') return make('span', { class: 'ellipsis' }, '…');
      if (action === 'previous')
        return pageButton(settings, nav, t('table.previous'), action, { off: page === 0 });
      if (action === 'next')
        return pageButton(settings, nav, t('table.next'), action, { off: page >= pages - 1 });
      return pageButton(settings, nav, numberText(action + 1), action, { current: action === page });
    }),
  );
  nav.setAttribute('role', 'navigation');
  nav.setAttribute('aria-label', t('table.pages'));
  nav.hidden = pages < 2;
};
