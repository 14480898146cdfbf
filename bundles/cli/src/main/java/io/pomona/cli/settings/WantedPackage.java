package io.pomona.cli.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The bootstrap package that a document wants.
 *
 * @param team its name, empty for hosts of no team
 * @param location a URL, or a path as seen from the folder
 */
public record WantedPackage(Optional<String> team, String location, Path folder) {}
