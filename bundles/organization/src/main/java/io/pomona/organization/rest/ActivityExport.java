package io.pomona.organization.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.organization.ActivityFeed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.core.StreamingOutput;

/** Activities, newest first, written page by page: never more than one is in memory. */
final class ActivityExport implements StreamingOutput {
  static final int PAGE = 1000;

  private final ActivityFeed.View feed;
  private final ExportFormat format;

  ActivityExport(ActivityFeed.View feed, ExportFormat format) {
    this.feed = feed;
    this.format = format;
  }

  @Override
  public void write(OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    writer.write(format.head());
    Optional<Long> next = Optional.of(0L);
    while (next.isPresent()) {
      ActivityFeed.Page page = feed.page(new PageRequest(next.get(), 0, PAGE));
      for (Activity activity : page.activities()) {
        writer.write(format.line(activity));
      }
      next = page.next();
    }
    writer.flush();
  }
}
