package io.pomona.profiles.rest;

import io.pomona.profiles.lint.LintWarning;
import java.util.List;

/** What was found odd about a profile. */
public record WarningsView(String name, String identifier, List<LintWarning> warnings) {}
