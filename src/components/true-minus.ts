/** A written number with a minus as wide as a plus, where JavaScript writes a hyphen. */
export const trueMinus = (number: number | string) => String(number).replace('-', '−');
