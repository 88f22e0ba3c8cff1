// Texts of the page in the reader's language: strings of models/common/report.tsv, numbers, days.

const kLanguages = ['ru', 'kk', 'en'];
const kPluralForms = { ru: ['one', 'few', 'many'], kk: ['one', 'other'], en: ['one', 'other'] };
const words = { language: 'en', tables: {}, made: new Map() };

function setLanguage(language) {
  words.language = language;
  words.made.clear();
  document.documentElement.lang = language;
}

// What Intl makes is slow to make and is kept while the language stays.
function formatter(name, maker) {
  if (!words.made.has(name)) words.made.set(name, maker(words.language));
  return words.made.get(name);
}

const compareTexts = (a, b) => formatter('collator', (language) => (
  new Intl.Collator(language, { numeric: true }))).compare(a, b);

const numberText = (value) => formatter('number', (language) => (
  new Intl.NumberFormat(language))).format(value);

// A text with plural forms has them divided by "|"; the number is {n}.
function pluralForm(text, n) {
  const forms = text.split('|');
  const kind = formatter('plural', (language) => new Intl.PluralRules(language)).select(n);
  const index = kPluralForms[words.language].indexOf(kind);
  return forms[index < 0 ? forms.length - 1 : Math.min(index, forms.length - 1)];
}

const hasText = (key) => Boolean(words.tables[words.language]?.[key] ?? words.tables.en?.[key]);

// The string of a key; the key itself where there is none, so that a gap shows.
function t(key, values = {}) {
  let text = words.tables[words.language]?.[key] || words.tables.en?.[key] || key;
  if (typeof values.n === 'number') text = pluralForm(text, values.n);
  return text.replace(/\{(\w+)\}/g, (all, name) => (
    typeof values[name] === 'number' ? numberText(values[name]) : values[name] ?? all));
}

// A value of the data by its own name ("state.passed"), or as it stands where it is not known.
const valueText = (family, value) => (
  hasText(`${family}.${value}`) ? t(`${family}.${value}`) : textOf(value));

const kLongDay = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
const kShortDay = { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' };
const kMonth = { month: 'short', year: 'numeric', timeZone: 'UTC' };

function dateText(day, shape, name) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return textOf(day);
  const parts = formatter(name, (language) => (
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, shape))).formatToParts(date);
  if (parts[parts.length - 1].type === 'literal') parts.pop();  // the Russian abbreviation of "year" and its stop
  return parts.map((part) => part.value).join('');
}
const longDay = (day) => dateText(day, kLongDay, 'long');
const shortDay = (day) => dateText(day, kShortDay, 'short');
const monthText = (month) => dateText(`${month}-01`, kMonth, 'month');

const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

const topicName = (topic) => textOf(topic[words.language]) || textOf(topic.en) || topic.id;
const nameOf = (thing) => thing.name || t('none.name');
const titleOf = (article) => article.title || t('none.title');
