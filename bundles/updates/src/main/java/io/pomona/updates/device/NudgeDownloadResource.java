package io.pomona.updates.device;

import io.pomona.api.rest.DeviceResource;
import io.pomona.api.rest.Download;
import io.pomona.updates.nudge.NudgeDownloads;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where Macs fetch Nudge. */
@Component
@Path("apple/nudge")
public final class NudgeDownloadResource implements DeviceResource {
  private final NudgeDownloads downloads;

  @Activate
  public NudgeDownloadResource(@Reference NudgeDownloads downloads) {
    this.downloads = downloads;
  }

  @GET
  public Download get(@QueryParam("token") String token) {
    return downloads.find(token);
  }
}
