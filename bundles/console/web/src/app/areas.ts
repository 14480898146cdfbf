import { activity } from "../activity";
import { controls } from "../controls";
import { devices } from "../devices";
import { help } from "../help";
import { host } from "../host";
import { hosts } from "../hosts";
import { migration } from "../migration";
import { settings } from "../settings";
import type { Area } from "./area";

/** All pages, in no order. */
export const areas: Area[] = [
  ...hosts,
  ...host,
  ...devices,
  ...controls,
  ...migration,
  ...activity,
  ...settings,
  ...help,
];
