import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { ApiError } from "../api/client";
import { time } from "../parts/time";
import { Unreached } from "./Unreached";

afterEach(cleanup);

const EARLIER = Date.now() - 60_000;

function Asking({ answer }: { answer: () => Promise<string> }) {
  const { data, failureCount } = useQuery({ queryKey: ["asked"], queryFn: answer, initialData: "old", initialDataUpdatedAt: EARLIER, retry: false });
  return <p>{`${data}, failed ${failureCount}`}</p>;
}

function page(answer: () => Promise<string>) {
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <Unreached />
      <Asking answer={answer} />
    </QueryClientProvider>,
  );
  return client;
}

test("what is old is said to be so, until the server answers again", async () => {
  let away = true;
  const client = page(() => (away ? Promise.reject(new ApiError(0, "", "The server cannot be reached.")) : Promise.resolve("new")));
  expect(await screen.findByText(new RegExp(`cannot be reached. What you see is of ${time(new Date(EARLIER).toISOString())}`))).toBeVisible();
  away = false;
  await client.invalidateQueries();
  await waitFor(() => expect(screen.queryByText(/cannot be reached/)).toBeNull());
});

test("a refusal is an answer", async () => {
  page(() => Promise.reject(new ApiError(403, "organization.forbidden", "Your role does not allow this.")));
  await screen.findByText("old, failed 1");
  expect(screen.queryByText(/cannot be reached/)).toBeNull();
});
