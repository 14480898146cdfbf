package io.pomona.profiles.lint;

/**
 * What a person should know of a profile that is taken all the same.
 *
 * @param code stable and in lower case, for programs
 * @param message one or two sentences that name what was found and what a Mac makes of it
 */
public record LintWarning(String code, String message) {}
