// Texts of the page in the reader's language: strings of models/common/report.tsv, numbers, days.

const kLanguages = ['ru', 'kk', 'en'];
const kPluralForms = { ru: ['one', 'few', 'many'], kk: ['one', 'other'], en: ['one', 'other'] };
const words = { language: 'en', tables: {}, made: new Map() };

function setLanguage(language) {
  words.language = language;
  words.made.clear();
  document.documentElement.lang = language;
}

// What Intl makes is slow to make and is kept while the language stays. Where it knows no Kazakh, as in
// Chromium, numbers and the order of letters are as in Russian.
function formatter(name, maker) {
  if (!words.made.has(name))
    words.made.set(name, maker(words.language === 'kk' ? ['kk', 'ru'] : words.language));
  return words.made.get(name);
}

const compareTexts = (a, b) =>
  formatter('collator', (language) => new Intl.Collator(language, { numeric: true })).compare(a, b);

const numberText = (value) =>
  formatter('number', (language) => new Intl.NumberFormat(language)).format(value);

// A text with plural forms has them divided by "|"; the number is {n}.
function pluralForm(text, n) {
  const forms = text.split('|');
  const rules = words.language === 'kk' ? 'en' : words.language; // one and other
  const kind = formatter('plural', () => new Intl.PluralRules(rules)).select(n);
  const index = kPluralForms[words.language].indexOf(kind);
  return forms[index < 0 ? forms.length - 1 : Math.min(index, forms.length - 1)];
}

const hasText = (key) => Boolean(words.tables[words.language]?.[key] ?? words.tables.en?.[key]);

// The string of a key; the key itself where there is none, so that a gap shows.
function t(key, values = {}) {
  let text = words.tables[words.language]?.[key] || words.tables.en?.[key] || key;
  if (typeof values.n === 'number') text = pluralForm(text, values.n);
  return text.replace(/\{(\w+)\}/g, (all, name) =>
    typeof values[name] === 'number' ? numberText(values[name]) : (values[name] ?? all),
  );
}

// A value of the data by its own name ("state.passed"), or as it stands where it is not known.
const valueText = (family, value) =>
  hasText(`${family}.${value}`) ? t(`${family}.${value}`) : textOf(value);

// Days by words of report.tsv: Chromium knows no Kazakh months. `shape` is a key of a pattern.
function dateText(day, shape) {
  const [, year, month, date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day) || [];
  if (!hasText(`month.${month}`)) return textOf(day);
  return t(`date.${shape}`, {
    y: year,
    m2: month,
    month: t(`month.${month}`),
    mon: t(`month_short.${month}`),
    d2: date || '',
    d: (date || '').replace(/^0/, ''),
  });
}
const longDay = (day) => dateText(day, 'long');
const shortDay = (day) => dateText(day, 'short');
const monthText = (month) => dateText(month, 'month');

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

const topicName = (topic) => textOf(topic[words.language]) || textOf(topic.en) || topic.id;
const nameOf = (thing) => thing.name || t('none.name');
const titleOf = (article) => article.title || t('none.title');
