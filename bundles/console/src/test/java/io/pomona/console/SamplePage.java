package io.pomona.console;

import io.pomona.api.console.ConsolePage;
import io.pomona.api.organization.Permission;
import java.net.URL;

/** A page whose module is the logo of the console: some file of a bundle. */
public record SamplePage(String id, String label, Permission permission) implements ConsolePage {

  @Override
  public String icon() {
    return "cube";
  }

  @Override
  public URL module() {
    return SamplePage.class.getResource("/console/pomona.svg");
  }
}
