import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Field } from "../../parts/Field";
import { LoadForm } from "./LoadForm";
import { type Pair, PairFields, pairBody, pairReady, NO_PAIR } from "./PairFields";

/** A push certificate and its key that were made elsewhere. */
export function LoadPair({ appleId: noted, onLoaded }: { appleId: string; onLoaded: () => void }) {
  const [pair, setPair] = useState<Pair>(NO_PAIR);
  const [typed, setTyped] = useState<string>();
  const appleId = typed ?? noted;

  const load = async (givenUp?: string) => {
    const terms: Partial<Schema<"PushPairRequest">> = givenUp === undefined ? {} : { force: true, topic: givenUp };
    await api.PUT("/apns", { body: { ...(await pairBody(pair)), apple_id: appleId, ...terms } });
  };
  const loaded = () => {
    setPair(NO_PAIR);
    setTyped(undefined);
    onLoaded();
  };
  return (
    <LoadForm label="Load certificate and key" ready={pairReady(pair)} load={load} onLoaded={loaded}>
      <PairFields id="pair" pair={pair} onChange={setPair} />
      <Field
        id="pair-apple-id"
        label="Apple ID"
        value={appleId}
        onChange={setTyped}
        help="With which the certificate was made at identity.apple.com."
      />
    </LoadForm>
  );
}
