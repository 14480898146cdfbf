import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "./client";
import { upload } from "./upload";

/** A request that is answered by the test. */
class FakeRequest {
  static last: FakeRequest;
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers: Record<string, string> = {};
  url = "";
  status = 0;
  responseText = "";
  onload = () => {};
  onerror = () => {};
  onabort = () => {};

  constructor() {
    FakeRequest.last = this;
  }

  open(_method: string, url: string) {
    this.url = url;
  }

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }

  send() {}

  abort() {
    this.onabort();
  }

  answer(status: number, text: string) {
    this.status = status;
    this.responseText = text;
    this.onload();
  }
}

afterEach(() => vi.unstubAllGlobals());

function start(signal?: AbortSignal) {
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  const shares: number[] = [];
  const done = upload("bootstrap", new FormData(), (share) => shares.push(share), signal);
  return { sent: FakeRequest.last, shares, done };
}

test("tells how far it is, and says by a header who asks", async () => {
  const { sent, shares, done } = start();
  sent.upload.onprogress?.({ loaded: 1, total: 4 });
  sent.upload.onprogress?.({ loaded: 0, total: 0 });
  sent.upload.onprogress?.({ loaded: 4, total: 4 });
  sent.answer(200, "{}");
  expect((await done).status).toBe(200);
  expect(shares).toEqual([0.25, 1]);
  expect(sent.url).toBe("/api/v1/bootstrap");
  expect(sent.headers["X-Pomona-Session"]).toBe("console");
});

test("what the server refuses is thrown with its sentence", async () => {
  const { sent, done } = start();
  sent.answer(422, JSON.stringify({ code: "setup.not_signed", message: "The package is not signed.", errors: [] }));
  await expect(done).rejects.toMatchObject({ status: 422, code: "setup.not_signed", message: "The package is not signed." });
});

test("an answer without a body is one", async () => {
  const { sent, done } = start();
  sent.answer(204, "");
  expect((await done).status).toBe(204);
});

test("a connection that breaks off, and an upload that is stopped, are told apart", async () => {
  const broken = start();
  broken.sent.onerror();
  await expect(broken.done).rejects.toThrow(/broke off/);
  const stop = new AbortController();
  const stopped = start(stop.signal);
  stop.abort();
  await expect(stopped.done).rejects.toThrow("The upload was stopped.");
  await expect(stopped.done).rejects.toBeInstanceOf(ApiError);
});
