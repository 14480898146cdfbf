import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { beforeEach, expect, test, vi } from "vitest";
import { Guide } from "./Guide";
import HelpPage from "./HelpPage";

const scrolled = vi.fn();

beforeEach(() => {
  scrolled.mockClear();
  Element.prototype.scrollIntoView = function scroll(this: Element) {
    scrolled(this.id);
  };
});

function open(address: string) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="help" element={<HelpPage />} />
        <Route path="help/:page" element={<HelpPage />} />
      </Routes>
    </MemoryRouter>,
  );
}

test("a page has its title, its text and all others beside it", async () => {
  open("/help/push-certificate");
  expect(screen.getByRole("heading", { level: 1, name: "Push certificate" })).toBeInTheDocument();
  expect(screen.getByRole("heading", { level: 2, name: "Renew" })).toHaveAttribute("id", "renew");
  const others = screen.getByRole("navigation", { name: "Pages of the guide" });
  expect(within(others).getByRole("link", { name: "Push certificate" })).toHaveAttribute("aria-current", "page");
  await userEvent.click(within(others).getByRole("link", { name: "Profiles" }));
  expect(screen.getByRole("heading", { level: 1, name: "Profiles" })).toBeInTheDocument();
});

test("a link to a heading of another page leads to it", async () => {
  open("/help/migrate-manual");
  await userEvent.click(screen.getByRole("link", { name: "what to know before" }));
  expect(screen.getByRole("heading", { level: 1, name: "Move from another MDM" })).toBeInTheDocument();
  expect(scrolled).toHaveBeenCalledWith("know-before");
});

test("a page that is not there says so", () => {
  open("/help/constructor");
  expect(screen.getByText("There is no such page of the guide")).toBeInTheDocument();
});

test("nothing of a page becomes HTML, or a link that leads out", () => {
  const { container } = render(
    <MemoryRouter>
      <Guide text={'<img src=x onerror="alert(1)"> [a](javascript:alert(1)) [b](../operate/x.md) ![c](https://a.example/x.png)'} />
    </MemoryRouter>,
  );
  expect(container.querySelectorAll("img, script, a")).toHaveLength(0);
});
