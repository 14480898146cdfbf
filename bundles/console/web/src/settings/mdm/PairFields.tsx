import { Field } from "../../parts/Field";
import { base64Of } from "../../parts/base64";
import { FileChoice } from "../../parts/FileChoice";
import type { Schema } from "../../api/client";

/** A certificate with its key: two PEM files, or one PKCS#12 file. */
export interface Pair {
  certificate?: File;
  key?: File;
  passphrase: string;
}

export const NO_PAIR: Pair = { passphrase: "" };

const isPkcs12 = (file: File | undefined) => /\.(p12|pfx)$/i.test(file?.name ?? "");

export const pairReady = (pair: Pair) =>
  pair.certificate !== undefined && (isPkcs12(pair.certificate) || pair.key !== undefined);

/** As the API takes it. */
export async function pairBody(pair: Pair): Promise<Partial<Schema<"PushPairRequest">>> {
  if (pair.certificate === undefined) {
    return {};
  }
  return isPkcs12(pair.certificate)
    ? { pkcs12: await base64Of(pair.certificate), passphrase: pair.passphrase }
    : { certificate: await pair.certificate.text(), private_key: (await pair.key?.text()) ?? "" };
}

export function PairFields({ id, pair, onChange }: { id: string; pair: Pair; onChange: (pair: Pair) => void }) {
  return (
    <>
      <FileChoice
        id={`${id}-certificate`}
        label="Certificate"
        file={pair.certificate}
        onChoose={(certificate) => onChange({ ...pair, certificate })}
        help="A PEM file, or a PKCS#12 file (.p12) that holds the key as well."
        isRequired
      />
      {isPkcs12(pair.certificate) ? (
        <Field
          id={`${id}-passphrase`}
          label="Passphrase"
          type="password"
          autoComplete="off"
          value={pair.passphrase}
          onChange={(passphrase) => onChange({ ...pair, passphrase })}
          help="It opens the PKCS#12 file, and is not kept."
        />
      ) : (
        <FileChoice
          id={`${id}-key`}
          label="Private key"
          file={pair.key}
          onChoose={(key) => onChange({ ...pair, key })}
          help="A PEM file that is not encrypted. It is sealed on the server and never shown again."
          isRequired
        />
      )}
    </>
  );
}
