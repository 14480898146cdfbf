import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Choice } from "./Choice";

const OPTIONS = [
  { value: "a", label: "Apples" },
  { value: "p", label: "Pears" },
];

test("is named by its label and what is chosen, and chooses", async () => {
  const chosen = vi.fn();
  render(<Choice label="Fruit" value="a" options={OPTIONS} onChoose={chosen} />);
  await userEvent.click(screen.getByRole("button", { name: "Fruit: Apples" }));
  await userEvent.click(screen.getByRole("option", { name: "Pears" }));
  expect(chosen).toHaveBeenCalledWith("p");
});
