import type { Permission } from "../../app/Permission";

/** A page of its own address within Settings > Integrations. */
export interface Place {
  path: string;
  label: string;
  permission: Permission;
}

export const MDM = "settings/integrations/mdm";
export const WEBHOOKS = "settings/integrations/webhooks";

/** What Pomona is connected to, and the pages of each. */
export const INTEGRATIONS: { path: string; label: string; places: Place[] }[] = [
  {
    path: MDM,
    label: "MDM",
    places: [
      { path: MDM, label: "Push certificate", permission: "VIEW_APNS" },
      { path: `${MDM}/abm`, label: "Apple Business Manager", permission: "VIEW_ABM" },
      { path: `${MDM}/assignments`, label: "Assignments", permission: "VIEW_HOSTS" },
    ],
  },
  {
    path: WEBHOOKS,
    label: "Webhooks",
    places: [{ path: WEBHOOKS, label: "Webhooks", permission: "EDIT_WEBHOOKS" }],
  },
];

const isIn = (address: string, path: string) => address === `/${path}` || address.startsWith(`/${path}/`);

/** What the person sees of it. */
export const seen = (may: (permission: Permission) => boolean) =>
  INTEGRATIONS.map((one) => ({ ...one, places: one.places.filter((place) => may(place.permission)) })).filter(
    (one) => one.places.length > 0,
  );

/** The one of these that an address is within; the most exact where several are. */
export const within = <Some extends { path: string }>(address: string, some: Some[]): Some | undefined =>
  some.filter(({ path }) => isIn(address, path)).sort((a, b) => b.path.length - a.path.length)[0];
