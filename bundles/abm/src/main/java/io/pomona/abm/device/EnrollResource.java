package io.pomona.abm.device;

import io.pomona.abm.admission.Arrival;
import io.pomona.abm.admission.Arrivals;
import io.pomona.abm.admission.EndUserRule;
import io.pomona.abm.admission.Handout;
import io.pomona.abm.admission.MinimumVersions;
import io.pomona.api.rest.DeviceResource;
import io.pomona.protocol.dep.MachineInfo;
import io.pomona.protocol.dep.UpdateFirst;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a Mac fetches its profile when nobody has to see a page for it. */
@Component(service = DeviceResource.class)
@Path("apple/enroll")
public final class EnrollResource implements DeviceResource {
  private final Arrivals arrivals;
  private final MinimumVersions versions;
  private final EndUserRule people;
  private final Handout handout;
  private final Strangers strangers;

  @Activate
  public EnrollResource(
      @Reference Arrivals arrivals,
      @Reference MinimumVersions versions,
      @Reference EndUserRule people,
      @Reference Handout handout,
      @Reference Strangers strangers) {
    this.arrivals = arrivals;
    this.versions = versions;
    this.people = people;
    this.handout = handout;
    this.strangers = strangers;
  }

  @POST
  public Response enroll(@Context HttpServletRequest request, byte[] body) {
    byte[] cms = Optional.ofNullable(body).orElse(new byte[0]);
    Arrival arrival = strangers.receive(request, cms);
    MachineInfo machine = arrival.machine();
    Optional<UpdateFirst> update = versions.required(arrival.team(), machine);
    if (update.isPresent()) {
      return DeviceAnswers.of(update.get());
    }
    people.requireNone(arrival);
    arrivals.enter(arrival);
    return DeviceAnswers.profile(handout.profile(machine.serialNumber(), machine.udid()));
  }
}
