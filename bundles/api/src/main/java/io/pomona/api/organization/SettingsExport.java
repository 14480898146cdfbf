package io.pomona.api.organization;

import java.util.Map;

/**
 * A section as a file that is applied would say it.
 *
 * @param values as {@link SettingsWish} takes them
 * @param files what they refer to, by path
 */
public record SettingsExport(Map<String, Object> values, Map<String, byte[]> files) {}
