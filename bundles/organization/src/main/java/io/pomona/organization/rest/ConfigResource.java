package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.organization.settings.Settings;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings as one document, in the reference's form. */
@Component
@Path("config")
@Produces(MediaType.APPLICATION_JSON)
public final class ConfigResource implements AdminResource {
  private final Settings settings;
  private final SpecApplication application;

  @Activate
  public ConfigResource(@Reference Settings settings, @Reference SpecApplication application) {
    this.settings = settings;
    this.application = application;
  }

  @GET
  @Requires(Permission.VIEW_CONFIG)
  public Map<String, Object> show(@Context Actor actor) {
    return settings.describe(actor, Optional.empty());
  }

  /**
   * Changes the keys that are sent, each for who may change what it belongs to; the answer is the
   * whole document as it is then.
   */
  @PATCH
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_SETTINGS)
  public Map<String, Object> change(
      @Context Actor actor,
      @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
      @QueryParam("force") @DefaultValue("false") boolean force,
      Map<String, Object> wish) {
    if (wish == null) {
      throw MdmException.malformed("organization.no_settings", "Send the settings to change.");
    }
    application.config(actor, wish, new Mode(dryRun, force));
    return settings.describe(actor, Optional.empty());
  }
}
