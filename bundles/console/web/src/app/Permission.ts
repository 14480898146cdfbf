import type { Schema } from "../api/client";

/** What can be allowed, as the API names it. */
export type Permission = NonNullable<Schema<"Permissions">["everywhere"]>[number];
