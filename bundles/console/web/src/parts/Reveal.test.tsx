import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Reveal } from "./Reveal";

afterEach(cleanup);

const shown = (fetch: () => Promise<string>) =>
  render(
    <Reveal title="Key" action="Show" label="The key" fetch={fetch} onClose={() => {}}>
      Somebody will know.
    </Reveal>,
  );

test("asks for the secret only after a click, and shows it", async () => {
  const fetch = vi.fn().mockResolvedValue("AAAA-BBBB");
  shown(fetch);
  expect(fetch).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Show" }));
  expect(await screen.findByRole("textbox", { name: "The key" })).toHaveValue("AAAA-BBBB");
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("says why there is none", async () => {
  shown(() => Promise.reject(new Error("No key is kept.")));
  await userEvent.click(screen.getByRole("button", { name: "Show" }));
  expect(await screen.findByText("No key is kept.", { exact: false })).toBeInTheDocument();
});
