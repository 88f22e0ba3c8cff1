// Links to the things of the report, as every view shows them.

const linkToThing = (page, thing, text, query = {}) =>
  make('a', { href: linkTo(page, thing.id, query) }, text);
const personLink = (person) => linkToThing('people', person, nameOf(person));
const bodyPage = (body) => (body.kind === 'ngo' ? 'ngos' : 'bodies');
const bodyLink = (body) => linkToThing(bodyPage(body), body, nameOf(body));
const topicLink = (topic) => linkToThing('topics', topic, topicName(topic));
const articleLink = (article, query = {}) => linkToThing('articles', article, titleOf(article), query);
const topicLinks = (topics) => joined(topics.map(topicLink));

// A link to the place of a text in its article: a telling or a quote.
const placeQuery = (place) =>
  Number.isInteger(place.start) && place.end > place.start ? { at: `${place.start}-${place.end}` } : {};

const commitmentLink = (commitment) =>
  linkToThing('commitments', commitment, commitment.text || t('none.text'));

// Who is to act: a person or body of the report, or the name as it was told.
function actorOf(commitment) {
  if (!commitment.actor) return textOf(commitment.actor_name);
  return commitment.actorKind === 'body' ? bodyLink(commitment.actor) : personLink(commitment.actor);
}
const speakerOf = (commitment) =>
  commitment.saidBy ? personLink(commitment.saidBy) : textOf(commitment.said_by_name);

// A commitment in a list: its text, then whose it is and what is known of its deadline.
function commitmentEntry(commitment) {
  return make(
    'div',
    { class: 'entry' },
    commitmentLink(commitment),
    make(
      'p',
      { class: 'note' },
      joined(
        [
          actorOf(commitment),
          commitment.deadline && [t('entry.deadline'), ' ', timeOf(commitment.deadline)],
          stateTag(commitment),
        ].filter(Boolean),
        ' · ',
      ),
    ),
  );
}

function articleEntry(article, query = '') {
  return make(
    'div',
    { class: 'entry' },
    make(
      'a',
      { href: linkTo('articles', article.id), lang: langOf(article) },
      withHits(titleOf(article), query),
    ),
    make(
      'p',
      { class: 'note' },
      joined(
        [timeOf(article.day), article.topics.length && topicLinks(article.topics)].filter(Boolean),
        ' · ',
      ),
    ),
  );
}
const langOf = (article) => (/^[a-z]{2,3}(-[A-Za-z]+)?$/.test(article.lang) ? article.lang : null);

function quoteEntry(quote, { speaker = true } = {}) {
  const name = quote.speaker ? personLink(quote.speaker) : textOf(quote.name);
  return make(
    'figure',
    { class: 'quote' },
    make('blockquote', {}, textOf(quote.text)),
    make(
      'figcaption',
      {},
      joined(
        [
          speaker && name,
          quote.article && timeOf(quote.article.day),
          quote.article && articleLink(quote.article, placeQuery(quote)),
        ].filter(Boolean),
        ' · ',
      ),
    ),
  );
}

// The first of many, and a link to all of them in their own view.
function firstOf(items, entry, all) {
  if (!items.length) return [];
  return [
    make(
      'ul',
      { class: 'plain' },
      items.slice(0, 5).map((item) => make('li', {}, entry(item))),
    ),
    items.length > 5
      ? make('p', {}, make('a', { href: all, class: 'more' }, t('list.all', { n: items.length })))
      : null,
  ];
}
const newestFirst = (articles) => [...articles].sort((a, b) => compareDays(b, a));
