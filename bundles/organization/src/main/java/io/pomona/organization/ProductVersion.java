package io.pomona.organization;

import org.osgi.framework.FrameworkUtil;

/** Which Pomona this is. */
public final class ProductVersion {
  private ProductVersion() {}

  /** The version of this bundle, as all bundles of Pomona have it. */
  public static String current() {
    return java.util.Optional.ofNullable(FrameworkUtil.getBundle(ProductVersion.class))
        .map(bundle -> bundle.getVersion().toString())
        .orElse("0.0.0");
  }
}
