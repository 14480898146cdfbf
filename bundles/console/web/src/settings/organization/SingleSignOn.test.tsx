import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ADMIN, me, serve, show } from "../testing";
import { SingleSignOn } from "./SingleSignOn";

test("all addresses that the provider leads back to are told", async () => {
  serve({ "GET /me": me(ADMIN), "GET /sso": { settings: { sso_enabled: true, idp_name: "Orchard ID" } } });
  show(<SingleSignOn address="https://mdm.example.com" />);
  expect(await screen.findByText("On, by Orchard ID")).toBeVisible();
  for (const path of ["/api/v1/sso/callback", "/mdm/apple/enroll/web/callback", "/device/enroll/callback"]) {
    expect(screen.getByText(`https://mdm.example.com${path}`)).toBeVisible();
  }
  expect(screen.getByText(/^Register the first two addresses/)).toHaveTextContent("Register the third one only where self.service is on");
});
