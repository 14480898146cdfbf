package io.pomona.apns.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.CertificateDesk;
import io.pomona.apns.LoadTerms;
import io.pomona.apns.PushCertificateView;
import io.pomona.apns.RequestDesk;
import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:apns-load}: takes a push certificate in use, which turns MDM on. */
@Service
@Command(
    scope = "mdm",
    name = "apns-load",
    description = "Loads the push certificate that Apple issued for a request, or a pair")
public final class ApnsLoadCommand implements Action {
  @Argument(name = "certificate", required = true, description = "The certificate's file")
  @Completion(FileCompleter.class)
  String certificate;

  @Option(name = "--key", description = "File of its private key, where that was made elsewhere")
  @Completion(FileCompleter.class)
  String key;

  @Option(name = "--pkcs12", description = "The file is PKCS#12; asks for the passphrase")
  boolean pkcs12;

  @Option(name = "--apple-id", description = "The Apple ID that it was made with, for renewal")
  String appleId;

  @Option(name = "--force", description = "Though its topic is another one; needs --topic")
  boolean force;

  @Option(name = "--topic", description = "The topic that is given up, with all its Macs")
  String topic;

  @Reference CertificateDesk certificates;
  @Reference RequestDesk requests;
  @Reference ShellActors actors;
  @Reference Access access;
  @Reference Session session;

  @Override
  public Object execute() throws IOException {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    LoadTerms terms =
        new LoadTerms(Optional.ofNullable(appleId), force, Optional.ofNullable(topic));
    PushCertificateView view =
        key != null || pkcs12
            ? certificates.load(
                actor, BroughtPair.read(session, certificate, pkcs12 ? null : key), terms)
            : requests.accept(actor, new ServerFile(certificate).read(), terms);
    System.out.println(
        "In use: " + view.serialNumber() + ", until " + view.renewDate() + ", " + view.topic());
    return null;
  }
}
