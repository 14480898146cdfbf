package io.pomona.store;

import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.abm.AssignmentStore;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.EndUserStore;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.MinimumVersionStore;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.abm.SetupTicketStore;
import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.WakeStore;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.api.enrollment.DeviceDockStore;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.enrollment.RenewalStore;
import io.pomona.api.escrow.BypassCodeStore;
import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.escrow.DueKeyStore;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.RecoveryLockStore;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.DeliveryStore;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.ExpiryStore;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.UserStore;
import io.pomona.api.organization.WebhookStore;
import io.pomona.api.outbox.OutboxStore;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.KeyMaterialStore;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.HostDeclarationStore;
import io.pomona.api.updates.NudgeDueStore;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.api.updates.NudgePackageStore;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.api.updates.ReportedUpdateStore;
import io.pomona.api.updates.StatusReportStore;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.testkit.StoreSet;

/** An assembly as the contracts want it. */
final class AssembledStores implements StoreSet {
  private final StoreAssembly assembly;

  AssembledStores(StoreAssembly assembly) {
    this.assembly = assembly;
  }

  @Override
  public HostStore hosts() {
    return assembly.hosts();
  }

  @Override
  public EnrollmentStore enrollments() {
    return assembly.enrollments();
  }

  @Override
  public BootstrapTokenStore bootstrapTokens() {
    return assembly.bootstrapTokens();
  }

  @Override
  public RenewalStore renewals() {
    return assembly.renewals();
  }

  @Override
  public CommandQueueStore commandQueue() {
    return assembly.commandQueue();
  }

  @Override
  public CommandHistoryStore commandHistory() {
    return assembly.commandHistory();
  }

  @Override
  public CommandTimelineStore commandTimeline() {
    return assembly.commandTimeline();
  }

  @Override
  public WakeStore wakes() {
    return assembly.wakes();
  }

  @Override
  public OutboxStore outbox() {
    return assembly.outbox();
  }

  @Override
  public ProfileStore profiles() {
    return assembly.profiles();
  }

  @Override
  public HostProfileStore hostProfiles() {
    return assembly.hostProfiles();
  }

  @Override
  public UserStore users() {
    return assembly.users();
  }

  @Override
  public AccountStore accounts() {
    return assembly.accounts();
  }

  @Override
  public TeamStore teams() {
    return assembly.teams();
  }

  @Override
  public SessionStore sessions() {
    return assembly.sessions();
  }

  @Override
  public SsoStore sso() {
    return assembly.sso();
  }

  @Override
  public ActivityStore activities() {
    return assembly.activities();
  }

  @Override
  public ActivityChainStore activityChain() {
    return assembly.activityChain();
  }

  @Override
  public ExpiryStore expiry() {
    return assembly.expiry();
  }

  @Override
  public WebhookStore webhooks() {
    return assembly.webhooks();
  }

  @Override
  public DeliveryStore deliveries() {
    return assembly.deliveries();
  }

  @Override
  public DeviceEvents deviceEvents() {
    return assembly.deviceEvents();
  }

  @Override
  public OrganizationStore organization() {
    return assembly.organization();
  }

  @Override
  public CertificateStore certificates() {
    return assembly.certificates();
  }

  @Override
  public ArrivalStore arrivals() {
    return assembly.arrivals();
  }

  @Override
  public SetupTicketStore setupTickets() {
    return assembly.setupTickets();
  }

  @Override
  public DiskEncryptionStore diskEncryptions() {
    return assembly.diskEncryptions();
  }

  @Override
  public EscrowCertificateStore escrowCertificates() {
    return assembly.escrowCertificates();
  }

  @Override
  public HostEncryptionStore hostEncryptions() {
    return assembly.hostEncryptions();
  }

  @Override
  public EncryptionReportStore encryptionReports() {
    return assembly.encryptionReports();
  }

  @Override
  public DeclarationStore declarations() {
    return assembly.declarations();
  }

  @Override
  public HostDeclarationStore hostDeclarations() {
    return assembly.hostDeclarations();
  }

  @Override
  public StatusReportStore statusReports() {
    return assembly.statusReports();
  }

  @Override
  public ReportedUpdateStore reportedUpdates() {
    return assembly.reportedUpdates();
  }

  @Override
  public MigrationStore migrations() {
    return assembly.migrations();
  }

  @Override
  public OsUpdateStore osUpdates() {
    return assembly.osUpdates();
  }

  @Override
  public NudgePackageStore nudgePackages() {
    return assembly.nudgePackages();
  }

  @Override
  public NudgeInstallStore nudgeInstalls() {
    return assembly.nudgeInstalls();
  }

  @Override
  public NudgeDueStore nudgeDue() {
    return assembly.nudgeDue();
  }

  @Override
  public UpdatePolicyStore updatePolicies() {
    return assembly.updatePolicies();
  }

  @Override
  public MinimumVersionStore minimumVersions() {
    return assembly.minimumVersions();
  }

  @Override
  public AddedHostStore addedHosts() {
    return assembly.addedHosts();
  }

  @Override
  public DeviceDockStore deviceDock() {
    return assembly.deviceDock();
  }

  @Override
  public DeviceLinkStore deviceLinks() {
    return assembly.deviceLinks();
  }

  @Override
  public EndUserStore endUsers() {
    return assembly.endUsers();
  }

  @Override
  public KeyMaterialStore keyMaterial() {
    return assembly.keyMaterial();
  }

  @Override
  public PushCertificateStore pushCertificates() {
    return assembly.pushCertificates();
  }

  @Override
  public SetupSettingsStore setupSettings() {
    return assembly.setupSettings();
  }

  @Override
  public SetupAssistantStore setupAssistants() {
    return assembly.setupAssistants();
  }

  @Override
  public AssignmentStore assignments() {
    return assembly.assignments();
  }

  @Override
  public AssignmentBoard assignmentBoard() {
    return assembly.assignmentBoard();
  }

  @Override
  public AbmTokenStore abmTokens() {
    return assembly.abmTokens();
  }

  @Override
  public AbmDeviceStore abmDevices() {
    return assembly.abmDevices();
  }

  @Override
  public AbmSyncStore abmSync() {
    return assembly.abmSync();
  }

  @Override
  public LargeFileStore largeFiles() {
    return assembly.largeFiles();
  }

  @Override
  public BootstrapPackageStore bootstrapPackages() {
    return assembly.bootstrapPackages();
  }

  @Override
  public AgreementStore agreements() {
    return assembly.agreements();
  }

  @Override
  public HostLockStore hostLocks() {
    return assembly.hostLocks();
  }

  @Override
  public RecoveryLockStore recoveryLocks() {
    return assembly.recoveryLocks();
  }

  @Override
  public BypassCodeStore bypassCodes() {
    return assembly.bypassCodes();
  }

  @Override
  public MacSetupStore macSetups() {
    return assembly.macSetups();
  }

  @Override
  public PushRequestStore pushRequests() {
    return assembly.pushRequests();
  }

  @Override
  public RecoveryKeyStore recoveryKeys() {
    return assembly.recoveryKeys();
  }

  @Override
  public KeyRotationStore keyRotations() {
    return assembly.keyRotations();
  }

  @Override
  public EnvelopeStore envelopes() {
    return assembly.envelopes();
  }

  @Override
  public DueKeyStore dueKeys() {
    return assembly.dueKeys();
  }
}
