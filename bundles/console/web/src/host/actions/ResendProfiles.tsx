import { Checkbox, Content, FormGroup } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Loaded } from "../../parts/Loaded";
import { many } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";
import { profileState } from "../words";

/** Sends profiles to a Mac once more; the failed ones are chosen first. */
export function ResendProfiles({ host, onClose }: { host: Host; onClose: () => void }) {
  const { say } = useNotices();
  const query = $api.useQuery("get", "/hosts/{id}/configuration_profiles", {
    params: { path: { id: host.id ?? 0 } },
  });
  const [marks, setMarks] = useState<Record<string, boolean>>({});
  const possible = (query.data?.profiles ?? []).filter(
    (profile) =>
      profile.profile_uuid &&
      profile.operation_type === "install" &&
      (profile.status === "failed" || profile.status === "verified"),
  );
  const isMarked = (uuid: string, status: string | undefined) => marks[uuid] ?? status === "failed";
  const chosen = possible.filter((profile) => isMarked(profile.profile_uuid ?? "", profile.status));
  const resend = async () => {
    for (const profile of chosen) {
      await api.POST("/hosts/{id}/configuration_profiles/{profile_uuid}/resend", {
        params: { path: { id: host.id ?? 0, profile_uuid: profile.profile_uuid ?? "" } },
      });
    }
    say(`${many(chosen.length, "profile is", "profiles are")} sent to ${nameOf(host)} once more.`);
  };
  return (
    <Confirm
      title={`Resend profiles to ${nameOf(host)}`}
      action="Resend"
      ready={chosen.length > 0}
      act={resend}
      onClose={onClose}
    >
      <Content component="p">
        The Mac installs each of these again over what it has. Profiles that are on their way need no resending.
      </Content>
      <Loaded query={query}>
        {() =>
          possible.length === 0 ? (
            <Content component="p">No profile can be sent again now.</Content>
          ) : (
            <FormGroup role="group" label="Profiles">
              {possible.map((profile) => {
                const uuid = profile.profile_uuid ?? "";
                return (
                  <Checkbox
                    key={uuid}
                    id={uuid}
                    label={`${profile.name} (${profileState(profile).text.toLowerCase()})`}
                    isChecked={isMarked(uuid, profile.status)}
                    onChange={(_event, checked) => setMarks({ ...marks, [uuid]: checked })}
                  />
                );
              })}
            </FormGroup>
          )
        }
      </Loaded>
    </Confirm>
  );
}
