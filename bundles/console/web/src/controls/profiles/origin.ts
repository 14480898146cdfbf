/** What brought a profile, for people. */
export const originText = (origin: string) => (origin === "file" ? "An applied file" : "Console or API");
