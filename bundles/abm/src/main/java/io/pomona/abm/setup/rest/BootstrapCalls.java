package io.pomona.abm.setup.rest;

import io.pomona.abm.setup.BootstrapPackages;
import io.pomona.abm.setup.BootstrapPackages.Received;
import io.pomona.api.MdmException;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.FormStream;
import io.pomona.api.rest.FormStream.Part;
import io.pomona.api.rest.TeamNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the calls about bootstrap packages do, under their names of then and now. */
@Component(service = BootstrapCalls.class)
public final class BootstrapCalls {
  private static final int LONGEST_FIELD = 100;

  private final BootstrapPackages packages;

  @Activate
  public BootstrapCalls(@Reference BootstrapPackages packages) {
    this.packages = packages;
  }

  /** How many Macs are how far. */
  public record Summary(long installed, long pending, long failed) {}

  /**
   * Clients send the team behind the file: it is stored before it is known whose it is to be.
   *
   * @param team from the address, the form goes before it
   */
  BootstrapPackageView add(Actor actor, String team, FormStream form) {
    if (Optional.ofNullable(team).filter(text -> !text.isBlank()).isPresent()) {
      packages.requireEdit(actor, TeamNumber.of(team));
    }
    List<Received> received = new ArrayList<>();
    try {
      String named = read(form, team, received);
      return BootstrapPackageView.of(
          packages.publish(
              actor,
              TeamNumber.of(named),
              received.stream().findFirst().orElseThrow(BootstrapCalls::noFile)));
    } catch (RuntimeException e) {
      received.forEach(packages::drop);
      throw e;
    }
  }

  /**
   * @return the team that is named last
   */
  private String read(FormStream form, String team, List<Received> received) {
    String named = team;
    for (Optional<Part> part = form.next(); part.isPresent(); part = form.next()) {
      if (part.get().name().equals("package") && received.isEmpty()) {
        received.add(packages.receive(part.get().fileName().orElse(""), part.get().content()));
      } else if (part.get().name().equals("team_id")) {
        named = text(part.get());
      }
    }
    return named;
  }

  private static MdmException noFile() {
    return MdmException.invalid("abm.no_file", "package", "Send the package as the file package.");
  }

  private static String text(Part part) {
    try {
      return new String(part.content().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw MdmException.malformed("abm.upload_broken", "The upload broke off; send it again.")
          .causedBy(e);
    }
  }

  /**
   * @param forUpdate by who is about to change it, which needs no right to look around
   */
  BootstrapPackageAnswer metadata(Actor actor, long team, boolean forUpdate) {
    Permission needed = forUpdate ? Permission.EDIT_SETUP : Permission.VIEW_SETUP;
    return BootstrapPackageAnswer.of(packages.find(actor, needed, TeamNumber.of(team)));
  }

  void delete(Actor actor, long team) {
    packages.delete(actor, TeamNumber.of(team));
  }

  Summary summary(Actor actor, String team) {
    Map<SetupStepStatus, Long> counts = packages.summary(actor, TeamNumber.of(team));
    return new Summary(
        counts.getOrDefault(SetupStepStatus.DONE, 0L),
        counts.getOrDefault(SetupStepStatus.PENDING, 0L),
        counts.getOrDefault(SetupStepStatus.FAILED, 0L));
  }
}
