import { enter, expect, test } from "./console";

const FILE = [
  "serial_number,old_mdm,enrollment,user_told",
  "MOVEDMAC0001,The old MDM,manual,no",
  "MOVEDMAC0002,The old MDM,manual,yes",
].join("\n");

test("Macs of another MDM are put on the board by a file, and marked one by one", async ({ page }) => {
  await enter(page);
  await page.goto("/console/migration");
  await page.getByRole("button", { name: "Import Macs" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Import Macs" });
  const files = dialog.locator("input[type=file]");
  await files.setInputFiles({ name: "wrong.csv", mimeType: "text/csv", buffer: Buffer.from(`${FILE}\nNO SUCH SERIAL!,,,\n`) });
  await expect(dialog.getByText(/Line 4/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await files.setInputFiles({ name: "macs.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
  await expect(dialog.getByText("2 Macs. New to Pomona: 2.")).toBeVisible();
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog).toHaveCount(0);

  const board = page.getByRole("grid", { name: "Macs that come from another MDM" });
  await board.getByRole("button", { name: "MOVEDMAC0001" }).click();
  await expect(page.getByRole("heading", { name: "MOVEDMAC0001", level: 2 })).toBeVisible();
  await page.getByRole("button", { name: "Mark user as told" }).click();
  await expect(page.getByText(/marked by Ada Admin/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Text for the user" })).toHaveValue(/MOVEDMAC0001[^]*The old MDM/);
});
