package io.pomona.simulator.apple.abm;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server wants of the Setup Assistant of its devices.
 *
 * @param server uuid of the server that defined it
 * @param definition what it sent, with the profile_uuid and without the devices
 */
public record AbmProfile(String uuid, String server, Map<String, Object> definition) {

  /** Where the Mac posts what it is. */
  public URI url() {
    return URI.create(document().text("url").orElseThrow());
  }

  /** Where a web view opens instead. */
  public Optional<URI> webUrl() {
    return document().text("configuration_web_url").filter(it -> !it.isEmpty()).map(URI::create);
  }

  public boolean awaitsConfiguration() {
    return document().flag("await_device_configured", false);
  }

  /** Every Mac with macOS 11 or later is supervised, whatever the profile says. */
  public boolean supervised() {
    return document().flag("is_supervised", false);
  }

  public boolean removable() {
    return document().flag("is_mdm_removable", true);
  }

  public List<String> skipped() {
    return document().texts("skip_setup_items");
  }

  /** Base64 of DER certificates to trust for both addresses. */
  public List<String> anchors() {
    return document().texts("anchor_certs");
  }

  private AbmDocument document() {
    return AbmDocument.of(definition);
  }
}
