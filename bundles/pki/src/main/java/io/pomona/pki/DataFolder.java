package io.pomona.pki;

import io.pomona.api.MdmException;
import java.nio.file.Path;
import java.util.Optional;

/** Where Pomona keeps files of its own. */
final class DataFolder {
  private DataFolder() {}

  /** A path below {@code ${karaf.data}/pomona}. */
  static Path resolve(String first, String... more) {
    String data =
        Optional.ofNullable(System.getProperty("karaf.data"))
            .orElseThrow(
                () ->
                    MdmException.unavailable(
                        "pki.no_data_folder",
                        "The system property karaf.data is not set: set it, or name the files in"
                            + " etc/io.pomona.pki.cfg."));
    return Path.of(data, "pomona").resolve(Path.of(first, more));
  }
}
