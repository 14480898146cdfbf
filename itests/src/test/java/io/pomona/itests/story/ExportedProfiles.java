package io.pomona.itests.story;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.testkit.SampleProfiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What an admin gets out of another MDM: good and useful files, and others. */
final class ExportedProfiles {
  private final String prefix = "org.example." + UUID.randomUUID() + ".";
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  ExportedProfiles(KeySource keys) {
    ForeignSigner signer = ForeignSigner.create(keys);
    ForeignSigner past = ForeignSigner.ofLongAgo(keys);
    byte[] dock = profile("dock", payload("com.apple.dock").with("autohide", true));
    files.put("signed/dock.mobileconfig", signer.sign(dock));
    files.put("signed/wifi.mobileconfig", signer.sign(wifi()));
    files.put(
        "signed/finder.mobileconfig",
        past.sign(profile("finder", payload("com.apple.finder").with("ShowHardDrives", true))));
    byte[] passcode =
        profile("passcode", payload("com.apple.mobiledevice.passwordpolicy").with("minLength", 10));
    files.put("passcode.mobileconfig", passcode);
    files.put("passcode copy.mobileconfig", passcode);
    files.put(
        "chrome.mobileconfig",
        profile("chrome", payload("com.google.Chrome").with("HomepageLocation", "https://x")));
    files.put(
        "other dock.mobileconfig",
        profile("dock2", payload("com.apple.dock").with("autohide", false).with("tilesize", 32)));
    files.put(
        "dock again.mobileconfig", profile("dock", payload("com.apple.dock").with("tilesize", 64)));
    files.put("filevault.mobileconfig", fileVault());
    files.put("enrollment.mobileconfig", signer.sign(enrollment()));
    files.put("broken.mobileconfig", "<plist><dict>".getBytes(StandardCharsets.UTF_8));
    files.put("README.txt", "Exported today".getBytes(StandardCharsets.UTF_8));
    files.put("__MACOSX/._passcode.mobileconfig", new byte[] {0, 5, 22, 7});
  }

  private static PlistDict payload(String type) {
    return PlistDict.builder().put("PayloadType", type).build();
  }

  private byte[] profile(String name, PlistDict... payloads) {
    String identifier = identifier(name);
    return SampleProfiles.profile(
        identifier, name(name), SampleProfiles.uuid(identifier), payloads);
  }

  private byte[] wifi() {
    return profile("wifi", payload("com.apple.wifi.managed").with("SSID_STR", "Office"));
  }

  private byte[] fileVault() {
    return profile(
        "filevault",
        payload("com.apple.MCX.FileVault2").with("Enable", "On").with("Defer", true),
        payload("com.apple.security.FDERecoveryKeyEscrow").with("Location", "the old MDM"));
  }

  private byte[] enrollment() {
    PlistDict scep = PlistDict.builder().put("URL", "https://old.example/mdm/apple/scep").build();
    return profile(
        "enrollment",
        payload("com.apple.security.scep").with("PayloadContent", scep),
        payload("com.apple.mdm").with("ServerURL", "https://old.example/mdm"));
  }

  String identifier(String name) {
    return prefix + name;
  }

  String name(String name) {
    return name + " of " + prefix.substring(12, 20);
  }

  byte[] file(String path) {
    return files.get(path);
  }

  /** A file in which somebody has changed a word since it was exported. */
  byte[] changed(String path, String word, String other) {
    String text = new String(files.get(path), StandardCharsets.ISO_8859_1);
    return text.replace(word, other).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The files that are to be taken over, by the last part of their identifiers. */
  static List<String> good() {
    return List.of("dock", "wifi", "finder", "passcode", "chrome", "dock2");
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
