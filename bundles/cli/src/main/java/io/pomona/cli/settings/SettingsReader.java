package io.pomona.cli.settings;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads settings and all that they refer to; what is wrong is found before anything is sent. */
public final class SettingsReader {
  /** A document of ours says at its first level what it is. */
  private static final Pattern KIND = Pattern.compile("(?m)^[\"']?kind[\"']?\\s*:");

  private final Substitution substitution;
  private final InputStream stdin;
  private final List<String> wrong = new ArrayList<>();
  private final List<WantedPackage> packages = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  public SettingsReader(Variables variables, InputStream stdin) {
    this.substitution = new Substitution(variables);
    this.stdin = stdin;
  }

  /**
   * @param named files, folders and, for the standard input, {@code -}
   */
  public List<SettingsFile> read(List<Path> named) {
    List<SettingsFile> files = new ArrayList<>();
    for (FoundFile found : FileSearch.files(named)) {
      String text = text(found);
      if (found.inFolder() && !KIND.matcher(text).find()) {
        leftOut.add(found.name());
      } else {
        add(files, found, text);
      }
    }
    if (!wrong.isEmpty()) {
      throw new Failure(Failure.Kind.FILE, String.join("\n", wrong));
    }
    if (files.isEmpty()) {
      throw new Failure(
          Failure.Kind.FILE, "Nothing to apply: there is no .yml file with a kind in " + named);
    }
    return files;
  }

  /** Files of folders that are not settings, since no document in them has a kind. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** What the documents name and the server does not fetch by itself. */
  public List<WantedPackage> packages() {
    return packages;
  }

  private void add(List<SettingsFile> files, FoundFile found, String text) {
    try {
      String content = substitution.in(found.name(), text);
      files.add(new SettingsFile(found.name(), content, attachments(found, content)));
      packages.addAll(WantedPackages.in(found.name(), content, found.folder()));
    } catch (Failure e) {
      wrong.add(e.getMessage());
    }
  }

  private Map<String, byte[]> attachments(FoundFile found, String content) {
    Map<String, byte[]> attachments = new LinkedHashMap<>();
    for (ProfilePaths.Mention mention : ProfilePaths.in(found.name(), content)) {
      try {
        Path file = found.folder().resolve(mention.path());
        attachments.put(mention.path(), Files.readAllBytes(file));
      } catch (IOException | InvalidPathException e) {
        wrong.add(
            "%s, line %d: cannot read %s, which is looked for in the folder of %s."
                .formatted(found.name(), mention.line(), mention.path(), found.name()));
      }
    }
    return attachments;
  }

  private String text(FoundFile found) {
    try {
      byte[] bytes =
          found.path().toString().equals("-")
              ? stdin.readAllBytes()
              : Files.readAllBytes(found.path());
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Failure(Failure.Kind.FILE, found.name() + " is not text in UTF-8.", e);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read " + found.name() + ".", e);
    }
  }
}
