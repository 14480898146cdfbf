package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.apply.ConfigDocument;
import io.pomona.organization.settings.Settings;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:config-show}: the settings as one document. */
@Service
@Command(
    scope = "mdm",
    name = "config-show",
    description = "Shows the settings, without profiles, as YAML that mdm:apply takes")
public final class ConfigShowCommand implements Action {
  @Reference Settings settings;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.VIEW_CONFIG, Optional.empty());
    System.out.print(ConfigDocument.of(settings, actor));
    return null;
  }
}
