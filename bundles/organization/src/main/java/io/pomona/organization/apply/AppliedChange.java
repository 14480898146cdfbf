package io.pomona.organization.apply;

import io.pomona.api.organization.SettingsChange;

/**
 * Something that applying changed.
 *
 * @param file empty text when the document was sent by itself
 * @param line where the document begins
 * @param scope the name of a team, {@code No team}, or {@code organization}
 * @param section the keys that lead to the setting, with dots
 */
public record AppliedChange(
    String file, int line, String scope, String section, SettingsChange change) {
  static final String ORGANIZATION = "organization";
}
