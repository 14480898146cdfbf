import {
  Alert,
  Button,
  CodeBlock,
  CodeBlockCode,
  Content,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { reason } from "../../parts/Notices";
import { textOf } from "../../parts/base64";
import { type Host, nameOf } from "../Host";
import type { Told } from "../timeline";

/** What a Mac answered to a command, as text; asked for only after a click, since it may hold secrets. */
export function ShowResult({ host, command, onClose }: { host: Host; command: Told; onClose: () => void }) {
  const [results, setResults] = useState<Schema<"CommandResult">[]>();
  const [error, setError] = useState<unknown>();
  const show = async () => {
    try {
      const { data } = await api.GET("/commands/results", {
        params: { query: { command_uuid: command.uuid, host_id: host.id } },
      });
      setError(undefined);
      setResults(data?.results ?? []);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal isOpen onClose={onClose} variant="medium" aria-label={`Result of ${command.name}`}>
      <ModalHeader title={`Result of ${command.name}`} />
      <ModalBody tabIndex={0}>
        {error !== undefined && <Alert variant="danger" isInline title={reason(error)} />}
        {results === undefined ? (
          <Content component="p">
            Shows what {nameOf(host)} answered. Where that may hold a secret, the activity feed tells who saw it.
          </Content>
        ) : (
          results.map((result) => <Result key={result.device_id} result={result} />)
        )}
      </ModalBody>
      <ModalFooter>
        {results === undefined && <Button onClick={show}>Show the result</Button>}
        <Button variant={results === undefined ? "link" : "primary"} onClick={onClose}>
          {results === undefined ? "Cancel" : "Done"}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function Result({ result }: { result: Schema<"CommandResult"> }) {
  return (
    <>
      <Content component="p">
        {result.status}. {result.detail}
      </Content>
      {result.payload && (
        <>
          <Content component="h2">Command</Content>
          <Plist base64={result.payload} />
        </>
      )}
      <Content component="h2">Answer</Content>
      {result.result ? (
        <Plist base64={result.result} />
      ) : (
        <Content component="p">
          There is none that you may see: the Mac has not answered, or the answer holds a secret that your role does
          not cover.
        </Content>
      )}
    </>
  );
}

function Plist({ base64 }: { base64: string }) {
  return (
    <CodeBlock>
      <CodeBlockCode>{textOf(base64)}</CodeBlockCode>
    </CodeBlock>
  );
}
