package io.pomona.itests.secrets;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Secrets that stories gave to the server or got from it. None may be readable in its database,
 * files and logs.
 *
 * <p>What is shorter than eight bytes, such as a lock PIN, occurs anywhere by chance: it is looked
 * for only where the word PIN stands before it. Safe for use by many threads.
 */
public final class PlantedSecrets {
  /** Base64 is broken into lines of 64 or 76 characters; a part this long is whole on one. */
  private static final int PART = 24;

  private static final int SHORT = 8;
  private static final List<String> BEFORE_A_PIN =
      List.of("PIN</key><string>", "PIN</key>\n<string>", "PIN\":\"", "PIN\": \"", "PIN: ", "PIN=");

  private final Map<String, Planted> planted = new LinkedHashMap<>();

  private record Planted(String name, List<byte[]> parts) {}

  /**
   * @param name tells whoever reads of a finding which one it is; it is printed
   */
  public void plant(String name, String value) {
    if (value.length() < SHORT) {
      add(value, name, neighbours(value));
    } else {
      add(value, name, written(value).flatMap(PlantedSecrets::parts).toList());
    }
  }

  public void plant(String name, byte[] value) {
    if (value.length < SHORT) {
      throw new IllegalArgumentException(name + " is too short to be found for sure");
    }
    add(Arrays.toString(value), name, parts(value).toList());
  }

  /** An RSA key, by its numbers: however it is encoded, they are in it. */
  public void plant(String name, PrivateKey key) {
    RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key;
    add(
        rsa.getPrimeP().toString(),
        name,
        Stream.of(rsa.getPrimeP(), rsa.getPrimeQ(), rsa.getPrivateExponent())
            .flatMap(number -> parts(number.toByteArray()))
            .toList());
  }

  private void add(String value, String name, List<byte[]> parts) {
    synchronized (planted) {
      planted.putIfAbsent(value, new Planted(name, parts));
    }
  }

  /** How many different ones. */
  public int count() {
    synchronized (planted) {
      return planted.size();
    }
  }

  /** For what there is by now. */
  SecretSearch search() {
    List<Needle> needles = new ArrayList<>();
    synchronized (planted) {
      for (Planted one : planted.values()) {
        for (byte[] part : one.parts()) {
          Arrays.stream(Spelling.values())
              .map(spelling -> new Needle(one.name(), spelling, spelling.of(part)))
              .forEach(needles::add);
        }
      }
    }
    return new SecretSearch(needles);
  }

  /** A recovery key is read without its dashes as well. */
  private static Stream<byte[]> written(String value) {
    return Stream.of(value, value.replace("-", ""))
        .distinct()
        .filter(text -> text.length() >= SHORT)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<byte[]> parts(byte[] value) {
    return value.length <= PART
        ? Stream.of(value)
        : Stream.of(
            Arrays.copyOf(value, PART),
            Arrays.copyOfRange(value, (value.length - PART) / 2, (value.length + PART) / 2),
            Arrays.copyOfRange(value, value.length - PART, value.length));
  }

  private static List<byte[]> neighbours(String pin) {
    return BEFORE_A_PIN.stream()
        .flatMap(before -> Stream.of(before, before.replace("PIN", "pin")))
        .map(before -> (before + pin).getBytes(StandardCharsets.UTF_8))
        .collect(Collectors.toList());
  }
}
