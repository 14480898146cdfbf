import { useState } from "react";
import { $api, type Schema } from "../api/client";
import { useSession } from "../app/Session";
import { Finder } from "../parts/Finder";

type User = Pick<Schema<"User">, "id" | "name" | "email">;

const MOST = 10;

/** The people that one may know of: all who have an account, or oneself. */
export function usePeople(): User[] {
  const { me, mayAnywhere } = useSession();
  const { data } = $api.useQuery("get", "/users", {}, { enabled: mayAnywhere("VIEW_USERS"), refetchInterval: 60_000 });
  return data?.users ?? (me.user === undefined ? [] : [me.user]);
}

/** What somebody types in place of a choice: the address of who has no account any more, or is not known here. */
const isAddress = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

/** Those whose name or address has this in it, by what the API takes; and an address as it is typed. */
export function peopleLike(people: User[], text: string) {
  const wanted = text.trim().toLowerCase();
  const found = people
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map(({ id, name, email }) => ({ value: String(id), label: `${name} (${email})` }));
  const known = people.some(({ email }) => email.toLowerCase() === wanted);
  return isAddress(wanted) && !known ? [...found, { value: text.trim(), label: `Only what ${text.trim()} did` }] : found;
}

/** Whose activities are shown. */
export function PersonFinder({ onChoose }: { onChoose: (actor: string) => void }) {
  const [text, setText] = useState("");
  return (
    <Finder
      label="Person"
      text={text}
      options={peopleLike(usePeople(), text)}
      onType={setText}
      onChoose={onChoose}
      none="Type the whole e-mail address"
    />
  );
}
