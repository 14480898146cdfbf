import { Alert, Button, DescriptionList, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api } from "../../api/client";
import { useSession } from "../../app/Session";
import { HelpLink } from "../../parts/HelpLink";
import { Loaded } from "../../parts/Loaded";
import { State } from "../../parts/State";
import { RotateKey } from "../actions/RotateKey";
import { ShowKey } from "../actions/ShowKey";
import { Block } from "../Block";
import { Fact } from "../Fact";
import { type Host, isOn } from "../Host";
import { encryptionState } from "../../parts/hostStates";
import { KeyHistory } from "./KeyHistory";
import { RotationHistory } from "./RotationHistory";

/** How the disk of a Mac is encrypted, and which recovery keys of it are kept. */
export function EncryptionSection({ host }: { host: Host }) {
  const query = $api.useQuery("get", "/hosts/{id}/encryption_keys", { params: { path: { id: host.id ?? 0 } } });
  return (
    <Stack hasGutter>
      <StackItem>
        <DiskState host={host} mayView={query.data?.may_view ?? false} />
      </StackItem>
      <StackItem>
        <Loaded query={query}>
          {(data) => (
            <Stack hasGutter>
              <StackItem>
                <KeyHistory keys={data.encryption_keys ?? []} />
              </StackItem>
              <StackItem>
                <RotationHistory rotations={data.rotations ?? []} />
              </StackItem>
            </Stack>
          )}
        </Loaded>
      </StackItem>
    </Stack>
  );
}

function DiskState({ host, mayView }: { host: Host; mayView: boolean }) {
  const disk = host.mdm?.os_settings?.disk_encryption;
  return (
    <Block title="Disk encryption" actions={<KeyButtons host={host} mayView={mayView} />}>
      <Stack hasGutter>
        {disk?.status === "action_required" && (
          <StackItem>
            <Alert variant="warning" isInline component="p" title="The person at this Mac has to do something">
              {disk.detail} <HelpLink page="disk-encryption">Disk encryption</HelpLink>
            </Alert>
          </StackItem>
        )}
        <StackItem>
          <DescriptionList columnModifier={{ default: "1Col", md: "2Col" }}>
            <Fact name="State">
              <State word={encryptionState(host)} />
            </Fact>
            <Fact name="Detail">{disk?.detail}</Fact>
            <Fact name="FileVault">{fileVault(host.disk_encryption_enabled)}</Fact>
            <Fact name="Recovery key">
              {host.mdm?.encryption_key_available ? "Kept, and it opens" : "None that opens"}
            </Fact>
          </DescriptionList>
        </StackItem>
      </Stack>
    </Block>
  );
}

function fileVault(on: boolean | null | undefined): string {
  if (on === null || on === undefined) return "The Mac has not told";
  return on ? "On" : "Off";
}

function KeyButtons({ host, mayView }: { host: Host; mayView: boolean }) {
  const { may } = useSession();
  const [asking, setAsking] = useState<"show" | "rotate">();
  const close = () => setAsking(undefined);
  return (
    <>
      {mayView && (
        <Button
          variant="secondary"
          isDisabled={!host.mdm?.encryption_key_available}
          onClick={() => setAsking("show")}
        >
          Show disk encryption key
        </Button>
      )}{" "}
      {may("ROTATE_DEVICE_SECRETS", host.team_id) && isOn(host) && (
        <Button
          variant="secondary"
          isDisabled={!host.mdm?.encryption_key_available}
          onClick={() => setAsking("rotate")}
        >
          Rotate key
        </Button>
      )}
      {asking === "show" && <ShowKey host={host} onClose={close} />}
      {asking === "rotate" && <RotateKey host={host} onClose={close} />}
    </>
  );
}
