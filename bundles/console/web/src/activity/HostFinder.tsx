import { useEffect, useState } from "react";
import { $api } from "../api/client";
import { Finder } from "../parts/Finder";

const PAUSE = 300;
const MOST = 10;

/** The Mac of which activities are shown; those that fit are asked for once the person stops typing. */
export function HostFinder({ onChoose }: { onChoose: (host: string) => void }) {
  const [text, setText] = useState("");
  const [query, setQuery] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQuery(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = $api.useQuery(
    "get",
    "/hosts",
    { params: { query: { query, per_page: MOST } } },
    { enabled: query !== "", refetchInterval: false },
  );
  const isCurrent = query === text.trim();
  const hosts = query !== "" && isCurrent ? (data?.hosts ?? []) : [];
  return (
    <Finder
      label="Mac"
      text={text}
      options={hosts.map((host) => ({
        value: String(host.id),
        label: host.display_name === host.hardware_serial ? host.hardware_serial : `${host.display_name} (${host.hardware_serial})`,
      }))}
      onType={setText}
      onChoose={onChoose}
      none={text.trim() === "" ? "Type a name, serial number or UDID" : isCurrent && data !== undefined ? "No Mac is like this" : "Looking for it"}
    />
  );
}
