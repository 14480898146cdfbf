import { Button } from "@patternfly/react-core";
import { request } from "../api/client";
import { download } from "../parts/download";
import { useNotices } from "../parts/Notices";
import type { parameters } from "./query";

/** All rows that the filters name, as a file. */
export function Export({ filter }: { filter: ReturnType<typeof parameters> }) {
  const { complain } = useNotices();
  const save = async (format: "csv" | "ndjson") => {
    const query = new URLSearchParams({ format });
    Object.entries(filter).forEach(([name, value]) => {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    });
    try {
      const answer = await request(`activities/export?${query}`);
      download(`activities.${format}`, await answer.blob());
    } catch (error) {
      complain("The activities could not be exported", error);
    }
  };
  return (
    <>
      <Button variant="secondary" onClick={() => void save("csv")}>
        Export CSV
      </Button>{" "}
      <Button variant="secondary" onClick={() => void save("ndjson")}>
        Export NDJSON
      </Button>
    </>
  );
}
