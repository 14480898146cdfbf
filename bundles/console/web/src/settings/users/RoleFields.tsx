import { Button, Flex, FlexItem, FormGroup, Radio } from "@patternfly/react-core";
import { Choice } from "../../parts/Choice";
import { useTeamOptions } from "../useTeamOptions";
import { type Role, type RoleChoice, ROLES } from "./roles";

const OPTIONS = ROLES.map(({ value, label, text }) => ({ value, label: `${label}: ${text}` }));

/** A role everywhere, or one in each of some teams. */
export function RoleFields({ choice, onChange }: { choice: RoleChoice; onChange: (choice: RoleChoice) => void }) {
  return (
    <FormGroup role="radiogroup" label="Role" isStack>
      <Radio
        id="role-everywhere"
        name="role-scope"
        label="Everywhere"
        isChecked={choice.everywhere}
        onChange={() => onChange({ ...choice, everywhere: true })}
        body={
          choice.everywhere && (
            <Choice
              label="Role everywhere"
              value={choice.role}
              options={OPTIONS}
              onChoose={(role: Role) => onChange({ ...choice, role })}
            />
          )
        }
      />
      <Radio
        id="role-teams"
        name="role-scope"
        label="In teams"
        isChecked={!choice.everywhere}
        onChange={() =>
          onChange({
            ...choice,
            everywhere: false,
            teams: choice.teams.length === 0 ? [{ team: "", role: "observer" }] : choice.teams,
          })
        }
        body={!choice.everywhere && <TeamRoles choice={choice} onChange={onChange} />}
      />
    </FormGroup>
  );
}

function TeamRoles({ choice, onChange }: { choice: RoleChoice; onChange: (choice: RoleChoice) => void }) {
  const teams = useTeamOptions().filter((team) => team.value !== "0");
  const taken = choice.teams.map((some) => some.team);
  const replace = (index: number, change: Partial<RoleChoice["teams"][number]>) =>
    onChange({ ...choice, teams: choice.teams.map((some, at) => (at === index ? { ...some, ...change } : some)) });
  return (
    <>
      {choice.teams.map((some, index) => (
        <Flex key={index}>
          <FlexItem>
            <Choice
              label={`Team ${index + 1}`}
              value={some.team}
              options={[
                ...(some.team === "" ? [{ value: "", label: "Choose a team" }] : []),
                ...teams.filter((team) => team.value === some.team || !taken.includes(team.value)),
              ]}
              onChoose={(team) => replace(index, { team })}
            />
          </FlexItem>
          <FlexItem>
            <Choice
              label={`Role in team ${index + 1}`}
              value={some.role}
              options={ROLES}
              onChoose={(role: Role) => replace(index, { role })}
            />
          </FlexItem>
          <FlexItem>
            <Button
              variant="link"
              onClick={() => onChange({ ...choice, teams: choice.teams.filter((_some, at) => at !== index) })}
              aria-label={`Remove team ${index + 1}`}
            >
              Remove
            </Button>
          </FlexItem>
        </Flex>
      ))}
      <Button
        variant="link"
        isInline
        isDisabled={taken.length >= teams.length}
        onClick={() => onChange({ ...choice, teams: [...choice.teams, { team: "", role: "observer" }] })}
      >
        {teams.length === 0 ? "There is no team yet" : "Add a team"}
      </Button>
    </>
  );
}
