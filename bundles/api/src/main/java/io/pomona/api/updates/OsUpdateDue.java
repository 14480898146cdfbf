package io.pomona.api.updates;

import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;

/** A Mac that is to be asked how far it is with what this command told it to install. */
public record OsUpdateDue(HostId host, CommandUuid order) {}
