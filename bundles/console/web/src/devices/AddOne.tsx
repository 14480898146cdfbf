import { Alert, Button, Form, FormGroup, TextInput } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { api, type Schema } from "../api/client";
import { useTeam } from "../app/Team";
import { TeamLink } from "../app/TeamLink";
import { Choice } from "../parts/Choice";
import { reason, useNotices } from "../parts/Notices";
import { LinkActions } from "./LinkActions";
import { useAddTeams } from "./useAddTeams";

const EMPTY = { serial: "", name: "", email: "" };

/** One Mac by a form. */
export function AddOne() {
  const teams = useAddTeams();
  const switched = useTeam();
  const { say } = useNotices();
  const [chosen, setChosen] = useState<string>();
  const [fields, setFields] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [added, setAdded] = useState<Schema<"AddedHostAnswer">>();
  const wanted = chosen ?? String(switched ?? 0);
  const team = teams.some((option) => option.value === wanted) ? wanted : (teams[0]?.value ?? "0");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const { data } = await api.POST("/hosts", { body: { ...fields, team_id: Number(team) } });
      setAdded(data);
      setFields(EMPTY);
      say(data?.added === true ? "The Mac was added" : "The Mac was known already; nothing has changed");
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const text = (field: keyof typeof EMPTY, label: string, isRequired = false) => (
    <FormGroup label={label} fieldId={`add-${field}`} isRequired={isRequired}>
      <TextInput
        id={`add-${field}`}
        value={fields[field]}
        maxLength={255}
        isRequired={isRequired}
        onChange={(_event, value) => setFields({ ...fields, [field]: value })}
      />
    </FormGroup>
  );
  return (
    <Form onSubmit={(event) => void add(event)} isWidthLimited className="pf-v6-u-mt-md">
      {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
      {text("serial", "Serial number", true)}
      {text("name", "Name")}
      <FormGroup label="Team" role="group">
        <Choice label="Team" value={team} options={teams} onChoose={setChosen} />
      </FormGroup>
      {text("email", "E-mail address of its user")}
      <div>
        <Button type="submit" isDisabled={busy || fields.serial.trim() === ""} isLoading={busy}>
          Add Mac
        </Button>
      </div>
      {added?.host_id !== undefined && (
        <section aria-label="The added Mac">
          <p>
            <TeamLink to={`/hosts/${added.host_id}`}>{added.display_name}</TeamLink>{" "}
            {added.added === true ? "was added." : "was known already."} Its user turns on MDM by a link:
          </p>
          <LinkActions key={added.host_id} host={added.host_id} name={added.display_name ?? ""} />
        </section>
      )}
    </Form>
  );
}
