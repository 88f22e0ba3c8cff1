// Where the reader is: all of it stands in the #fragment, so that any view can be sent as a link.
//
//   #/commitments?topic=water_supply&state=passed&sort=deadline&page=2&lang=ru
//   #/articles/ID?at=120-180&lang=kk

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Lone halves of surrogate pairs, which no address can hold, become U+FFFD.
const encoded = (text) =>
  encodeURIComponent(
    Array.from(text, (letter) => (/^[\ud800-\udfff]$/.test(letter) ? '\ufffd' : letter)).join(''),
  );

function parseFragment(fragment) {
  const [path, query = ''] = fragment.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [page, ...rest] = path.split('/');
  return {
    page: page || 'overview',
    id: decoded(rest.join('/')),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

// The address of a view in the language of the reader. Empty values are left out.
function linkTo(page, id = '', query = {}, language = words.language) {
  const pairs = Object.entries({ ...query, lang: language })
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([key, value]) => `${encoded(key)}=${encoded(String(value))}`);
  const path = page === 'overview' ? '' : encoded(page) + (id ? `/${encoded(id)}` : '');
  return `#/${path}?${pairs.join('&')}`;
}

const sameView = (a, b) => a && a.page === b.page && a.id === b.id && a.query.lang === b.query.lang;

// Where each entry of the browser's history was scrolled to, and which link had the focus.
const places = { next: 1, current: 0, known: new Map() };

function rememberPlaces() {
  history.scrollRestoration = 'manual';
  addEventListener(
    'scroll',
    () => {
      if (places.frozen) return;
      places.known.set(places.current, { ...places.known.get(places.current), y: scrollY });
    },
    { passive: true },
  );
  document.addEventListener('focusin', (event) => {
    const link = event.target.closest?.('main a[href^="#"]')?.getAttribute('href');
    if (link) places.known.set(places.current, { ...places.known.get(places.current), link });
  });
}

// Marks this entry of the history; gives what is remembered of it, or undefined for a new one.
function arrive() {
  const key = history.state?.key;
  places.current = key ?? places.next++;
  if (key === undefined) history.replaceState({ key: places.current }, '');
  else places.next = Math.max(places.next, key + 1);
  return key === undefined ? undefined : (places.known.get(key) ?? { y: 0 });
}

// Goes to another state of the same view: a new entry of the history, or the same one changed.
function setFragment(fragment, { replace = false } = {}) {
  if (fragment === location.hash) return;
  if (!replace) places.current = places.next++;
  history[replace ? 'replaceState' : 'pushState']({ key: places.current }, '', fragment);
  followQuietly();
}
