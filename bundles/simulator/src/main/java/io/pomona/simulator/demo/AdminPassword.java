package io.pomona.simulator.demo;

import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The admin's password: from the environment, else the one of the first start, else a new one. */
final class AdminPassword {

  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz";
  private static final String DIGITS = "23456789";

  private final Path file;
  private final String given;

  AdminPassword(DemoSettings settings) {
    this.file = settings.state().resolve("admin.password");
    this.given = settings.environment().getOrDefault(DemoSettings.PASSWORD_VARIABLE, "");
  }

  /** True when it came from the environment and need not be printed. */
  boolean given() throws IOException {
    return value().equals(given);
  }

  String value() throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    String password = given.isEmpty() ? generate() : given;
    OwnedFile.replace(file, password.getBytes(StandardCharsets.UTF_8));
    return password;
  }

  static String generate() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < 4; group++) {
      for (int i = 0; i < 4; i++) {
        password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      password.append(DIGITS.charAt(random.nextInt(DIGITS.length()))).append('-');
    }
    return password.substring(0, password.length() - 1);
  }
}
