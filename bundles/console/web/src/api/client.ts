import createFetchClient, { type Middleware } from "openapi-fetch";
import createClient from "openapi-react-query";
import type { Loosened } from "./loosened";
import type { components, paths } from "./schema";

/** A schema of docs/openapi.yaml. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** By this the server knows that the console asks, not a page of another site. */
export const SESSION_HEADER = { "X-Pomona-Session": "console" } as const;

/** What the API refused, or why it could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Which field of the request is meant, where there is one. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Whether the server says that there is no such thing. */
export const isAbsent = (error: unknown) => error instanceof ApiError && error.status === 404;

/** The error of an answer that is none of success. */
export async function errorOf(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as Schema<"Error">;
    const first = body.errors?.[0];
    const reasons = (body.errors ?? []).map((error) => error.reason).filter(Boolean);
    return new ApiError(
      response.status,
      body.code ?? "",
      reasons.join(" ") || body.message || "The server refused this.",
      first?.name,
    );
  } catch {
    return new ApiError(response.status, "", `The server answered with ${response.status}.`);
  }
}

type Listener = () => void;
const leavers = new Set<Listener>();

/** Called when the server does not know the session any more. */
export function onSignedOut(listener: Listener): () => void {
  leavers.add(listener);
  return () => leavers.delete(listener);
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.status === 401) {
      leavers.forEach((leave) => leave());
    }
    if (!response.ok) {
      throw await errorOf(response);
    }
  },
  onError() {
    return new ApiError(0, "", "The server cannot be reached. Check the network and try again.");
  },
};

/** Typed calls: `await api.POST("/teams", { body: { name } })`. Throws ApiError. */
export const api = createFetchClient<Loosened<paths>>({
  baseUrl: `${location.origin}/api/v1`,
  headers: SESSION_HEADER,
  // Looked up anew, so that a test can put another in its place.
  fetch: (sent) => fetch(sent),
});
api.use(refusals);

/** Typed hooks: `$api.useQuery("get", "/hosts/{id}", { params: { path: { id } } })`. */
export const $api = createClient(api);

/** For what has no type: files, forms with files, text. Path relative to the API. Throws ApiError. */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`/api/v1/${path.replace(/^\//, "")}`, {
    ...init,
    headers: { ...SESSION_HEADER, ...init.headers },
  }).catch(() => {
    throw new ApiError(0, "", "The server cannot be reached. Check the network and try again.");
  });
  return accepted(response);
}

/** The same answer when it is one of success; else its error is thrown, and who is not known any more is sent to the log-in. */
export async function accepted(response: Response): Promise<Response> {
  if (response.status === 401) {
    leavers.forEach((leave) => leave());
  }
  if (!response.ok) {
    throw await errorOf(response);
  }
  return response;
}
