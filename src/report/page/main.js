// The page around the views: head, navigation, languages; and which view an address means.

// page: [list view, view of one thing]
const kViews = Object.assign(Object.create(null), {
  overview: [overviewView],
  commitments: [commitmentsView, commitmentView],
  people: [peopleView, personView],
  bodies: [bodiesView, bodyView],
  ngos: [ngosView, bodyView],
  topics: [topicsView, topicView],
  articles: [articlesView, articleView],
  search: [searchView],
  help: [helpView],
  about: [aboutView],
});
const kNavigation = ['overview', 'commitments', 'people', 'bodies', 'ngos', 'topics', 'articles', 'help', 'about'];

const shell = { route: null, view: null };

function keptLanguage() {
  try {
    return localStorage.getItem('qogam.language');
  } catch {
    return null; // files opened from disk may have no storage
  }
}
function keepLanguage(language) {
  try {
    localStorage.setItem('qogam.language', language);
  } catch {
    // the address keeps it
  }
}

function searchForm() {
  const input = make('input', {
    type: 'search',
    id: 'search',
    name: 'q',
    autocomplete: 'off',
    placeholder: t('search.label'),
  });
  const form = make(
    'form',
    { role: 'search', class: 'search', 'aria-label': t('search.label') },
    make('label', { for: 'search', class: 'hidden' }, t('search.label')),
    input,
    make('button', { type: 'submit' }, t('search.go')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = linkTo('search', '', { q: input.value.trim() });
  });
  return form;
}

function languageLinks() {
  return make(
    'nav',
    { class: 'languages', 'aria-label': t('language.label') },
    kLanguages.map((language) =>
      make(
        'a',
        {
          lang: language,
          hreflang: language,
          'data-language': language,
          title: t(`language.own_${language}`),
          'aria-label': t(`language.own_${language}`),
        },
        t(`language.short_${language}`),
      ),
    ),
  );
}

function buildShell() {
  const skip = make('a', { class: 'skip', href: '#main' }, t('nav.skip'));
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById('main').focus();
  });
  document.body.replaceChildren(
    skip,
    make(
      'header',
      {},
      make(
        'div',
        { class: 'bar' },
        make('a', { class: 'brand', href: linkTo('overview') }, 'Qogam', make('span', {}, t('brand.line'))),
        searchForm(),
        languageLinks(),
      ),
      make(
        'nav',
        { class: 'pages', 'aria-label': t('nav.label') },
        make(
          'ul',
          {},
          kNavigation.map((page) =>
            make('li', {}, make('a', { href: linkTo(page), 'data-page': page }, t(`nav.${page}`))),
          ),
        ),
      ),
    ),
    make('main', { id: 'main', tabindex: '-1' }),
    make(
      'footer',
      {},
      make(
        'p',
        {},
        t('footer.text', { day: longDay(report.asOf) }),
        ' ',
        make('a', { href: linkTo('help') }, t('footer.help')),
      ),
    ),
  );
}

// What of the shell depends on where the reader is.
function updateShell(route) {
  for (const link of document.querySelectorAll('[data-language]')) {
    const { language } = link.dataset;
    link.setAttribute('href', linkTo(route.page, route.id, route.query, language));
    if (language === words.language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  for (const link of document.querySelectorAll('[data-page]')) {
    link.removeAttribute('aria-current');
    if (link.dataset.page !== route.page) continue;
    link.setAttribute('aria-current', 'page');
    const list = link.closest('ul'); // which scrolls on small screens
    list.scrollLeft = link.offsetLeft - list.clientWidth / 2;
  }
  document.getElementById('search').value = route.page === 'search' ? textOf(route.query.q) : '';
}

function useLanguage(route) {
  const wanted =
    [route.query.lang, keptLanguage(), report.language].find((one) => kLanguages.includes(one)) || 'en';
  route.query.lang = wanted;
  if (wanted === words.language && shell.route) return;
  setLanguage(wanted);
  keepLanguage(wanted);
  buildShell();
}

// Draws the view of a route anew.
function drawView(route) {
  dropCharts();
  const main = document.getElementById('main');
  main.replaceChildren();
  const [list, one] = kViews[route.page] || [missingView];
  const view = route.id ? one || missingView : list;
  shell.view = view(main, route) || {};
  document.body.className = `view-${route.id ? 'one' : 'list'} page-${kViews[route.page] ? route.page : 'missing'}`;
}

const languageFocus = () => document.activeElement?.closest?.('[data-language]')?.dataset.language;

// The first view leaves the focus to the browser; each later one takes it to its heading, to the
// place it was opened for, or back to the link that had it.
function placeReader(remembered, first, language) {
  const main = document.getElementById('main');
  const links = remembered?.link ? [...main.querySelectorAll('a')] : [];
  const link = links.find((one) => one.getAttribute('href') === remembered.link);
  const place = remembered ? null : shell.view.focus?.();
  if (language) document.querySelector(`[data-language="${language}"]`).focus({ preventScroll: true });
  else if (place) place.focus({ preventScroll: true });
  else if (!first) (link || main.querySelector('h1'))?.focus({ preventScroll: true });
  if (place) place.scrollIntoView({ block: 'center' });
  else scrollTo(0, remembered?.y ?? 0);
}

function follow() {
  if (location.hash && !location.hash.startsWith('#/')) return;
  const first = !shell.route;
  const language = languageFocus();
  places.frozen = true;
  const remembered = arrive();
  const route = parseFragment(location.hash);
  useLanguage(route);
  const updated = sameView(shell.route, route) && shell.view.update?.(route);
  if (!updated) drawView(route);
  shell.route = route;
  updateShell(route);
  const title = document.querySelector('main h1')?.textContent || '';
  document.title = `${title.slice(0, 120)} — Qogam`;
  if (!updated) placeReader(remembered, first, language);
  requestAnimationFrame(() => {
    places.frozen = false;
  });
}

// Filters change the address without an event: the links to other languages must hear of it.
function followQuietly() {
  const route = parseFragment(location.hash);
  shell.route = route;
  updateShell(route);
}

async function start() {
  if (typeof DecompressionStream !== 'function' || !document.body.replaceChildren) return; // boot.js has said so
  const data = await readData();
  words.tables = data.strings || {};
  report.language = data.language;
  setFolding(words.tables.en?.search_fold || words.tables.ru?.search_fold);
  buildReport(data);
  rememberPlaces();
  followColours();
  addEventListener('hashchange', follow);
  follow();
  setTimeout(foldAhead, 500, 0);
}

start().catch((error) => {
  document.getElementById('boot-loading')?.setAttribute('hidden', '');
  document.getElementById('boot-broken')?.removeAttribute('hidden');
  console.error(error);
});
