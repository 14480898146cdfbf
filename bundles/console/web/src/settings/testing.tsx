import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { MemoryRouter } from "react-router";
import { afterEach, vi } from "vitest";
import { Session } from "../app/Session";
import { Notices } from "../parts/Notices";

// Where many build at a time a page needs a moment.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

/** What the faked API was asked to do. */
export interface Call {
  method: string;
  path: string;
  query: string;
  body: unknown;
}

type Answer = unknown | ((call: Call) => unknown);

/** A refusal in the form of the API. */
export const refusal = (status: number, code: string, message: string) =>
  Response.json({ message, code, errors: [{ name: "base", reason: message }] }, { status });

const NOT_FOUND = () => refusal(404, "none", "There is none.");

async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (type.includes("json")) {
    return request.json();
  }
  return type.includes("form") ? Object.fromEntries(await request.formData()) : undefined;
}

/** Answers in place of the server by "GET /teams"; what has no answer is not found. Returns the calls that change something. */
export function serve(answers: Record<string, Answer>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
    const isForm = init?.body instanceof FormData;
    const request = new Request(typeof input === "string" ? new URL(input, location.origin) : input, isForm ? { method: init.method } : init);
    const url = new URL(request.url);
    const path = url.pathname.replace("/api/v1", "");
    const body = isForm ? Object.fromEntries(init.body as FormData) : await bodyOf(request);
    const call = { method: request.method, path, query: url.search, body };
    if (request.method !== "GET") {
      calls.push(call);
    }
    const found = answers[`${request.method} ${path}`] ?? NOT_FOUND;
    const answer: unknown = typeof found === "function" ? (found as (call: Call) => unknown)(call) : found;
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  return calls;
}

export const ADMIN = [
  "VIEW_STATUS", "VIEW_CONFIG", "EDIT_CONFIG", "VIEW_APNS", "EDIT_APNS", "VIEW_ABM", "EDIT_ABM", "VIEW_TEAMS", "EDIT_TEAMS",
  "CREATE_TEAMS", "DELETE_TEAMS", "VIEW_USERS", "EDIT_USERS", "EDIT_WEBHOOKS", "VIEW_HOSTS", "EDIT_HOSTS", "ENROLL_HOSTS",
];

/** Who is logged in. */
export const me = (everywhere: string[], teams: Record<string, string[]> = {}) => ({
  user: { id: 1, name: "Ada", email: "ada@example.com", global_role: "admin", teams: [] },
  available_teams: [],
  permissions: { everywhere, teams },
});

/** Draws a page as within the console. */
export function show(element: ReactElement, address = "/") {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <Notices>
        <MemoryRouter initialEntries={[address]}>
          <Session otherwise={<p>Nobody is logged in.</p>}>{element}</Session>
        </MemoryRouter>
      </Notices>
    </QueryClientProvider>,
  );
}
