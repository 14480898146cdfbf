/** The side that admins call: JSON, bearer tokens, permissions. */
package io.pomona.http.admin;
