// Twin of instrument.py, as far as a page needs it. `tables` is what page_tables.py gives.

const lastOf = (tables, { until }) => until ?? tables.version;

// The items that one version asks, in table order.
export function itemsOf(tables, version = tables.version) {
  const isAsked = (item) => item.since <= version && version <= lastOf(tables, item);
  return tables.items.filter(isAsked);
}

// The newest version that has asked all of these items, or null where none has.
export function versionOf(tables, ids) {
  const items = tables.items.filter(({ id }) => ids.includes(id));
  const newest = Math.min(tables.version, ...items.map((item) => lastOf(tables, item)));
  return items.every(({ since }) => since <= newest) ? newest : null;
}
