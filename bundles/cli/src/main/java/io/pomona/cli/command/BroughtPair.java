package io.pomona.cli.command;

import io.pomona.cli.Failure;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A certificate with its key from files; a passphrase is typed or read from a file. */
final class BroughtPair {
  @Parameters(
      arity = "0..1",
      paramLabel = "CERTIFICATE",
      description = "The certificate in PEM, or PKCS#12 with the key in it")
  private Optional<Path> certificate = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The private key in PEM; without it, CERTIFICATE is read as PKCS#12")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "The passphrase of the PKCS#12 file; without it, you are asked")
  private Optional<Path> passphrase = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  boolean isThere() {
    return certificate.isPresent();
  }

  Map<String, Object> body() {
    byte[] file = new InputFile(file()).read();
    Map<String, Object> body = new HashMap<>();
    if (key.isPresent()) {
      body.put("certificate", text(file));
      body.put("private_key", text(new InputFile(key.get()).read()));
    } else {
      body.put("pkcs12", Base64.getEncoder().encodeToString(file));
      body.put("passphrase", passphrase());
    }
    return body;
  }

  private Path file() {
    return certificate.orElseThrow(
        () ->
            new ParameterException(
                spec.commandLine(), "Missing required parameter: 'CERTIFICATE'"));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private String passphrase() {
    return passphrase
        .map(file -> text(new InputFile(file).read()).replaceFirst("\\R\\z", ""))
        .orElseGet(this::asked);
  }

  private String asked() {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Passphrase of %s: ", file());
    if (typed == null) {
      throw new Failure(
          Failure.Kind.FILE,
          "Name the key's file with --key, or of PKCS#12 the passphrase's with --passphrase-file.");
    }
    return new String(typed);
  }
}
