import { Content } from "@patternfly/react-core";
import { request } from "../api/client";
import { Confirm } from "../parts/Confirm";
import { download } from "../parts/download";
import { macs, many } from "../parts/macs";
import { useNotices } from "../parts/Notices";

/** Makes a link for each of these hosts and saves them as a file. */
export function DownloadLinks({ hosts, onClose }: { hosts: number[]; onClose: () => void }) {
  const { say } = useNotices();
  const act = async () => {
    const answer = await request("hosts/device_links", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ hosts }),
    });
    download("device-links.csv", await answer.blob());
    say(`Links for ${macs(hosts.length)} were made`);
  };
  return (
    <Confirm title="Download links" action="Make links and download" act={act} onClose={onClose}>
      <Content component="p">
        {many(hosts.length, "Mac gets", "Macs get")} a new link, good for 30 days. Links that they
        had before end. The file is the only place where the new ones stand: send each to the user of its Mac only.
      </Content>
    </Confirm>
  );
}
