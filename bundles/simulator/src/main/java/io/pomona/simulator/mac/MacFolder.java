package io.pomona.simulator.mac;

import io.pomona.simulator.wire.OwnedFile;
import io.pomona.simulator.wire.Plist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The state of a Mac as one file in a folder of its own, replaced as a whole and readable by us
 * only.
 */
final class MacFolder implements MacStates {

  private static final String FILE = "mac.plist";

  private final Path folder;

  MacFolder(Path folder) {
    this.folder = folder;
  }

  static boolean holdsMac(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  @Override
  public Optional<MacState> load() {
    if (!holdsMac(folder)) {
      return Optional.empty();
    }
    try {
      Plist document = Plist.read(Files.readAllBytes(folder.resolve(FILE)));
      return Optional.of(MacDocument.read(document));
    } catch (IOException | ProfileRefusedException e) {
      throw new IllegalStateException("The state of the Mac in " + folder + " is damaged", e);
    }
  }

  @Override
  public void save(MacState state) {
    try {
      OwnedFile.replace(folder.resolve(FILE), MacDocument.write(state).xml());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the state of the Mac in " + folder, e);
    }
  }
}
