import { expect, test } from "vitest";
import { serve } from "../settings/testing";
import { verify } from "./verify";

const part = (verified_to: number, more: object = {}) => ({ verified_to, intact: true, complete: false, fault: null, head: "", ...more });

test("the chain is followed to its end, with what was kept of it", async () => {
  const asked: string[] = [];
  serve({
    "GET /activities/verification": ({ query }: { query: string }) => {
      asked.push(query);
      return query.includes("after=2") ? part(3, { complete: true }) : part(2);
    },
  });
  expect((await verify("3:abc")).complete).toBe(true);
  expect(asked).toEqual(["?noted=3%3Aabc", "?after=2&noted=3%3Aabc"]);
});

test("it ends where the chain is broken, and where it gets no further", async () => {
  serve({ "GET /activities/verification": part(2, { intact: false }) });
  expect((await verify()).intact).toBe(false);
  serve({ "GET /activities/verification": part(0) });
  expect((await verify()).verified_to).toBe(0);
});
