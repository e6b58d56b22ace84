// JSON as bytes, as an index is shipped.

export const toBytes = (value) => new TextEncoder().encode(JSON.stringify(value));
export const toText = (bytes) => new TextDecoder().decode(bytes);
export const fromBytes = (bytes) => JSON.parse(toText(bytes));
