const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Without the marks by which a name would turn the rest of a sentence around. */
export const plain = (text: string) => text.replace(DIRECTION, "");
