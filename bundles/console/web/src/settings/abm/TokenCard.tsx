import { Alert, Button, Card, CardBody, CardHeader, CardTitle, Flex, FlexItem, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { TeamLink } from "../../app/TeamLink";
import { ActionMenu } from "../../parts/ActionMenu";
import { Facts } from "../../parts/Facts";
import { many } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { ago, time } from "../../parts/time";
import { useChanged } from "../useChanged";
import { DefaultTeam } from "./DefaultTeam";
import { DeleteToken } from "./DeleteToken";
import { RenewToken } from "./RenewToken";
import { daysLeft, titleOf, variantOf } from "./words";

type Asked = "team" | "renew" | "delete";

/** One server of Apple Business Manager and how looking at it goes. */
export function TokenCard({ token }: { token: Schema<"AbmToken"> }) {
  const [asked, setAsked] = useState<Asked>();
  const { say, complain } = useNotices();
  const changed = useChanged();
  const close = () => setAsked(undefined);

  const sync = async (full: boolean) => {
    try {
      await api.POST("/abm_tokens/{id}/sync", { params: { path: { id: token.id }, query: { full } } });
      say(full ? "All Macs are being fetched" : "Apple Business Manager is being looked at");
      await changed();
    } catch (failure) {
      complain("It was not looked at", failure);
    }
  };
  return (
    <Card component="section">
      <CardHeader
        actions={{
          actions: (
            <Flex>
              <FlexItem>
                <Button variant="secondary" onClick={() => sync(false)}>
                  Sync now
                </Button>
              </FlexItem>
              <FlexItem>
                <ActionMenu
                  of={token.server_name}
                  actions={[
                    { label: "Edit default team", act: () => setAsked("team") },
                    { label: "Fetch all Macs anew", act: () => void sync(true) },
                    { label: "Renew token", act: () => setAsked("renew") },
                    { label: "Delete token", act: () => setAsked("delete"), danger: true },
                  ]}
                />
              </FlexItem>
            </Flex>
          ),
          hasNoOffset: true,
        }}
      >
        <CardTitle component="h2" className="console-long">
          {token.server_name}
        </CardTitle>
      </CardHeader>
      <CardBody>
        <Stack hasGutter>
          <Warnings token={token} onRenew={() => setAsked("renew")} />
          <StackItem>
            <TokenFacts token={token} onTeam={() => setAsked("team")} />
          </StackItem>
        </Stack>
      </CardBody>
      {asked === "team" && <DefaultTeam token={token} onClose={close} />}
      {asked === "renew" && <RenewToken token={token} onClose={close} />}
      {asked === "delete" && <DeleteToken token={token} onClose={close} />}
    </Card>
  );
}

function Warnings({ token, onRenew }: { token: Schema<"AbmToken">; onRenew: () => void }) {
  const days = daysLeft(token.renew_date);
  return (
    <>
      {token.trouble !== null && (
        <StackItem>
          <Alert isInline component="p" variant={variantOf(token.trouble)} title={titleOf(token.trouble)} className="console-long">
            {token.trouble.message} Since {time(token.trouble.since)}.
            {token.trouble.detail !== "" && <> Apple's word: {token.trouble.detail}</>}
          </Alert>
        </StackItem>
      )}
      {days < 60 && (
        <StackItem>
          <Alert
            isInline
            component="p"
            variant={days < 1 ? "danger" : "warning"}
            title={days < 0 ? "The token has ended" : `The token ends in ${many(days, "day", "days")}`}
            actionLinks={
              <Button variant="link" isInline onClick={onRenew}>
                Renew token
              </Button>
            }
          />
        </StackItem>
      )}
    </>
  );
}

function TokenFacts({ token, onTeam }: { token: Schema<"AbmToken">; onTeam: () => void }) {
  const synced = token.synced_at === null ? "not yet" : `${ago(token.synced_at)}, next ${time(token.next_sync_at)}`;
  return (
    <Facts
      facts={[
        ["Organization", token.org_name],
        ["Apple ID", token.apple_id],
        ["Renew before", time(token.renew_date)],
        ["Address of this server", token.mdm_server_url],
        [
          "Default team",
          <>
            {token.macos_team.team_id === 0 ? "No team" : token.macos_team.name}{" "}
            <Button variant="link" isInline onClick={onTeam}>
              Edit
            </Button>
          </>,
        ],
        [
          "Macs",
          <>
            <TeamLink to={`/settings/integrations/mdm/abm/${token.id}/macs`}>{token.device_count}</TeamLink>
            {token.missing_count > 0 && (
              <>
                , of which Apple does not show{" "}
                <TeamLink to={`/settings/integrations/mdm/abm/${token.id}/macs?missing=true`}>{token.missing_count}</TeamLink> any more
              </>
            )}
          </>,
        ],
        ["Last look", token.fetching ? `${synced}; all Macs are being fetched` : synced],
        ["Loaded", time(token.loaded_at)],
      ]}
    />
  );
}
