package io.pomona.store.unit;

import io.pomona.store.sql.Dialect;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the schema up to date. The scripts are listed here, because a class path cannot be scanned
 * in OSGi; Flyway's lock lets one of several starting nodes do the work while the others wait.
 */
public final class Migrations {
  private static final List<String> SCRIPTS =
      List.of(
          "V1__organization.sql",
          "V2__pki.sql",
          "V3__apns.sql",
          "V4__enrollment.sql",
          "V5__commands.sql",
          "V6__profiles.sql",
          "V7__outbox.sql",
          "V8__bootstrap_tokens.sql",
          "V9__activity_chain.sql",
          "V10__teams.sql",
          "V11__applied_profiles.sql",
          "V12__timeline.sql",
          "V13__sso.sql",
          "V15__activity_feed.sql",
          "V16__apns_requests.sql",
          "V17__abm.sql",
          "V18__assignment.sql",
          "V19__setup.sql",
          "V20__webhooks.sql",
          "V21__automatic_enrollment.sql",
          "V22__disk_encryption.sql",
          "V23__recovery_keys.sql",
          "V24__locks.sql",
          "V25__update_policy.sql",
          "V26__declarations.sql",
          "V27__os_updates.sql",
          "V28__host_order.sql",
          "V29__device_links.sql",
          "V30__migration.sql",
          "V31__answers.sql");

  private Migrations() {}

  public static void run(DataSource dataSource, Dialect dialect) {
    Flyway.configure(Migrations.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(dataSource)
        .locations(new String[0])
        .javaMigrationClassProvider(List::of)
        .resourceProvider(new Scripts())
        .placeholders(Map.of("bytes", dialect.bytes(), "stored", dialect.stored()))
        .table("store_migration")
        .load()
        .migrate();
  }

  /** Exactly the scripts of the list. */
  private static final class Scripts implements ResourceProvider {
    @Override
    public LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(
              name -> name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  /** One script of this bundle. */
  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new InputStreamReader(
          Migrations.class.getResourceAsStream("/io/pomona/store/migration/" + name),
          StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
