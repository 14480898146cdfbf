import { api, type Schema } from "../api/client";

export type Verification = Schema<"ActivityVerification">;

/**
 * Goes along the whole chain of activities, part by part, up to its end or to where it is broken.
 *
 * @param noted an end that somebody has kept, which must be part of it; empty for none
 * @returns what was said last
 */
export async function verify(noted = "", onPart: (answer: Verification) => void = () => {}): Promise<Verification> {
  let after: number | undefined;
  for (;;) {
    const { data } = await api.GET("/activities/verification", {
      params: { query: { after, noted: noted === "" ? undefined : noted } },
    });
    if (data === undefined) {
      throw new Error("The server gave no answer.");
    }
    onPart(data);
    if (data.complete || !data.intact || data.verified_to <= (after ?? 0)) {
      return data;
    }
    after = data.verified_to;
  }
}
