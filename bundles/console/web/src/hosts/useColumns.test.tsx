import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { COLUMNS } from "./columns";
import { useColumns } from "./useColumns";

const KEY = "pomona.hosts.columns";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function Columns() {
  const [columns, toggle] = useColumns();
  return (
    <>
      <p>{columns.map((column) => column.id).join(" ")}</p>
      <button onClick={() => toggle("udid")}>UDID</button>
      <button onClick={() => toggle("serial")}>Serial</button>
    </>
  );
}

const usual = COLUMNS.filter((column) => column.usual).map((column) => column.id);
const shown = () => screen.getByRole("paragraph").textContent?.split(" ");

test("the usual columns are shown to who has chosen none", () => {
  render(<Columns />);
  expect(shown()).toEqual(usual);
});

test("what is chosen is kept, in the order of the table", () => {
  const first = render(<Columns />);
  fireEvent.click(screen.getByText("UDID"));
  fireEvent.click(screen.getByText("Serial"));
  first.unmount();
  render(<Columns />);
  expect(shown()).toEqual([...usual.filter((id) => id !== "serial"), "udid"]);
});

test("what makes no sense in the browser is left out, and the name is always shown", () => {
  localStorage.setItem(KEY, '["seen", 7, "colour"]');
  render(<Columns />);
  expect(shown()).toEqual(["name", "seen"]);
  cleanup();
  localStorage.setItem(KEY, "{broken");
  render(<Columns />);
  expect(shown()).toEqual(usual);
});

test("each column has a name of its own", () => {
  expect(new Set(COLUMNS.map((column) => column.id)).size).toBe(COLUMNS.length);
  expect(new Set(COLUMNS.map((column) => column.label)).size).toBe(COLUMNS.length);
});
