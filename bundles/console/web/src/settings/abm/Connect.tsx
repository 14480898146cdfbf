import { Button, Card, CardBody, CardTitle, Content, Flex, FlexItem, List, ListItem } from "@patternfly/react-core";
import { api } from "../../api/client";
import { bytesOf } from "../../parts/base64";
import { download } from "../../parts/download";
import { useNotices } from "../../parts/Notices";
import { Steps } from "../Steps";
import { TokenForm } from "./TokenForm";

/** From the public key to a token. */
export function Connect({ isFirst, onConnected }: { isFirst: boolean; onConnected: () => void }) {
  return (
    <Card component="section">
      <CardTitle component="h2">{isFirst ? "Connect" : "Connect another server"}</CardTitle>
      <CardBody>
        <Steps
          steps={[
            { title: "Download the public key", body: <KeyDownload /> },
            { title: "Upload it in Apple Business Manager", body: <AtApple /> },
            { title: "Upload the token here", body: <TokenForm onLoaded={onConnected} /> },
            { title: "Assign Macs to the server", body: <Assigning /> },
          ]}
        />
      </CardBody>
    </Card>
  );
}

function AtApple() {
  return (
    <List component="ol" aria-label="In Apple Business Manager">
      <ListItem>
        Open{" "}
        <a href="https://business.apple.com" target="_blank" rel="noreferrer">
          business.apple.com
        </a>{" "}
        with an account that the organization keeps. The token ends when the password of this account changes.
      </ListItem>
      <ListItem>Choose your name, Preferences, MDM Servers, Add.</ListItem>
      <ListItem>
        Name the server, upload <code>pomona-abm.pem</code> and save.
      </ListItem>
      <ListItem>
        Download the server token, a file that ends in <code>.p7m</code>.
      </ListItem>
    </List>
  );
}

function Assigning() {
  return (
    <Content component="p">
      In Apple Business Manager assign the Macs that there are, and under Default Device Assignment those that you will
      buy. They appear among the hosts as Pending within five minutes.
    </Content>
  );
}

function KeyDownload() {
  const { say, complain } = useNotices();
  const save = async (ask: () => Promise<{ data?: { public_key: string } }>) => {
    try {
      const { data } = await ask();
      download("pomona-abm.pem", bytesOf(data?.public_key ?? ""), "application/x-pem-file");
      say("The public key is downloaded", "The private key stays on the server, sealed.");
    } catch (failure) {
      complain("The key cannot be downloaded", failure);
    }
  };
  return (
    <Flex>
      <FlexItem>
        <Button variant="secondary" onClick={() => save(() => api.GET("/mdm/apple/abm_public_key", {}))}>
          Download public key
        </Button>
      </FlexItem>
      <FlexItem>
        <Button variant="link" onClick={() => save(() => api.POST("/mdm/apple/dep/key_pair", {}))}>
          Make another key and download it
        </Button>
      </FlexItem>
    </Flex>
  );
}
