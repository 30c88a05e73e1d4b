/** A number with a minus sign, where JavaScript writes a hyphen. */
export const trueMinus = (number: number | string) => String(number).replace('-', '−');
