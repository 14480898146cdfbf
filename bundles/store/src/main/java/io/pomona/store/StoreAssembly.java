package io.pomona.store;

import io.pomona.api.UnitOfWork;
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
import io.pomona.api.pki.SecretVault;
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
import io.pomona.store.abm.JdbcAbmDeviceStore;
import io.pomona.store.abm.JdbcAbmSyncStore;
import io.pomona.store.abm.JdbcAbmTokenStore;
import io.pomona.store.abm.JdbcAgreementStore;
import io.pomona.store.abm.JdbcArrivalStore;
import io.pomona.store.abm.JdbcAssignmentBoard;
import io.pomona.store.abm.JdbcAssignmentStore;
import io.pomona.store.abm.JdbcBootstrapPackageStore;
import io.pomona.store.abm.JdbcEndUserStore;
import io.pomona.store.abm.JdbcLargeFileStore;
import io.pomona.store.abm.JdbcMacSetupStore;
import io.pomona.store.abm.JdbcMinimumVersionStore;
import io.pomona.store.abm.JdbcSetupAssistantStore;
import io.pomona.store.abm.JdbcSetupSettingsStore;
import io.pomona.store.abm.JdbcSetupTicketStore;
import io.pomona.store.apns.JpaPushCertificateStore;
import io.pomona.store.apns.JpaPushRequestStore;
import io.pomona.store.commands.JdbcCommandHistoryStore;
import io.pomona.store.commands.JdbcCommandQueueStore;
import io.pomona.store.commands.JdbcCommandTimelineStore;
import io.pomona.store.commands.JdbcWakeStore;
import io.pomona.store.enrollment.JdbcAddedHostStore;
import io.pomona.store.enrollment.JdbcDeviceDockStore;
import io.pomona.store.enrollment.JdbcDeviceLinkStore;
import io.pomona.store.enrollment.JdbcMigrationStore;
import io.pomona.store.enrollment.JdbcRenewalStore;
import io.pomona.store.enrollment.JpaBootstrapTokenStore;
import io.pomona.store.enrollment.JpaEnrollmentStore;
import io.pomona.store.enrollment.JpaHostStore;
import io.pomona.store.escrow.JdbcBypassCodeStore;
import io.pomona.store.escrow.JdbcDiskEncryptionStore;
import io.pomona.store.escrow.JdbcDueKeyStore;
import io.pomona.store.escrow.JdbcEncryptionReportStore;
import io.pomona.store.escrow.JdbcEnvelopeStore;
import io.pomona.store.escrow.JdbcEscrowCertificateStore;
import io.pomona.store.escrow.JdbcHostEncryptionStore;
import io.pomona.store.escrow.JdbcHostLockStore;
import io.pomona.store.escrow.JdbcKeyRotationStore;
import io.pomona.store.escrow.JdbcRecoveryKeyStore;
import io.pomona.store.escrow.JdbcRecoveryLockStore;
import io.pomona.store.organization.JdbcActivityChainStore;
import io.pomona.store.organization.JdbcActivityStore;
import io.pomona.store.organization.JdbcDeliveryStore;
import io.pomona.store.organization.JdbcDeviceEvents;
import io.pomona.store.organization.JdbcExpiryStore;
import io.pomona.store.organization.JdbcSsoStore;
import io.pomona.store.organization.JdbcTeamStore;
import io.pomona.store.organization.JdbcWebhookStore;
import io.pomona.store.organization.JpaOrganizationStore;
import io.pomona.store.organization.JpaSessionStore;
import io.pomona.store.organization.JpaUserStore;
import io.pomona.store.outbox.JdbcOutboxStore;
import io.pomona.store.pki.JpaCertificateStore;
import io.pomona.store.pki.JpaKeyMaterialStore;
import io.pomona.store.profiles.JdbcHostProfileStore;
import io.pomona.store.profiles.JpaProfileStore;
import io.pomona.store.updates.JdbcDeclarationStore;
import io.pomona.store.updates.JdbcHostDeclarationStore;
import io.pomona.store.updates.JdbcNudgeDueStore;
import io.pomona.store.updates.JdbcNudgeInstallStore;
import io.pomona.store.updates.JdbcNudgePackageStore;
import io.pomona.store.updates.JdbcOsUpdateStore;
import io.pomona.store.updates.JdbcStatusReportStore;
import io.pomona.store.updates.JdbcUpdatePolicyStore;
import javax.sql.DataSource;

/** All stores over one database without OSGi, for tests and benchmarks. */
public class StoreAssembly implements AutoCloseable {
  private final Persistence persistence;
  private final JdbcCommandQueueStore commandQueue;
  private final EnrollmentStore enrollments;
  private final DeviceEvents deviceEvents;

  StoreAssembly(Persistence persistence) {
    this.persistence = persistence;
    this.commandQueue = new JdbcCommandQueueStore(persistence);
    this.enrollments = new JpaEnrollmentStore(persistence);
    this.deviceEvents = new JdbcDeviceEvents(persistence);
  }

  /** Brings the schema up to date first. The caller closes the DataSource, after this. */
  public static StoreAssembly open(DataSource dataSource, SecretVault vault) {
    return new StoreAssembly(new Persistence(dataSource, vault));
  }

  public HostStore hosts() {
    return new JpaHostStore(persistence);
  }

  public EnrollmentStore enrollments() {
    return enrollments;
  }

  public BootstrapTokenStore bootstrapTokens() {
    return new JpaBootstrapTokenStore(persistence);
  }

  public RenewalStore renewals() {
    return new JdbcRenewalStore(persistence);
  }

  public CommandQueueStore commandQueue() {
    return commandQueue;
  }

  public CommandHistoryStore commandHistory() {
    return new JdbcCommandHistoryStore(persistence);
  }

  public CommandTimelineStore commandTimeline() {
    return new JdbcCommandTimelineStore(persistence);
  }

  public WakeStore wakes() {
    return new JdbcWakeStore(persistence);
  }

  public OutboxStore outbox() {
    return new JdbcOutboxStore(persistence);
  }

  public ProfileStore profiles() {
    return new JpaProfileStore(persistence);
  }

  public HostProfileStore hostProfiles() {
    return new JdbcHostProfileStore(persistence);
  }

  public UserStore users() {
    return new JpaUserStore(persistence);
  }

  public AccountStore accounts() {
    return new JpaUserStore(persistence);
  }

  public TeamStore teams() {
    return new JdbcTeamStore(persistence);
  }

  public SessionStore sessions() {
    return new JpaSessionStore(persistence);
  }

  public SsoStore sso() {
    return new JdbcSsoStore(persistence);
  }

  public ActivityStore activities() {
    return new JdbcActivityStore(persistence);
  }

  public ActivityChainStore activityChain() {
    return new JdbcActivityChainStore(persistence);
  }

  public ExpiryStore expiry() {
    return new JdbcExpiryStore(persistence);
  }

  public WebhookStore webhooks() {
    return new JdbcWebhookStore(persistence);
  }

  public DeliveryStore deliveries() {
    return new JdbcDeliveryStore(persistence);
  }

  public DeviceEvents deviceEvents() {
    return deviceEvents;
  }

  public OrganizationStore organization() {
    return new JpaOrganizationStore(persistence);
  }

  public CertificateStore certificates() {
    return new JpaCertificateStore(persistence);
  }

  public KeyMaterialStore keyMaterial() {
    return new JpaKeyMaterialStore(persistence);
  }

  public PushCertificateStore pushCertificates() {
    return new JpaPushCertificateStore(persistence);
  }

  public ArrivalStore arrivals() {
    return new JdbcArrivalStore(persistence);
  }

  public SetupTicketStore setupTickets() {
    return new JdbcSetupTicketStore(persistence);
  }

  public MigrationStore migrations() {
    return new JdbcMigrationStore(persistence);
  }

  public OsUpdateStore osUpdates() {
    return new JdbcOsUpdateStore(persistence);
  }

  public NudgePackageStore nudgePackages() {
    return new JdbcNudgePackageStore(persistence);
  }

  public NudgeInstallStore nudgeInstalls() {
    return new JdbcNudgeInstallStore(persistence);
  }

  public NudgeDueStore nudgeDue() {
    return new JdbcNudgeDueStore(persistence);
  }

  public UpdatePolicyStore updatePolicies() {
    return new JdbcUpdatePolicyStore(persistence);
  }

  public MinimumVersionStore minimumVersions() {
    return new JdbcMinimumVersionStore(persistence);
  }

  public AddedHostStore addedHosts() {
    return new JdbcAddedHostStore(persistence);
  }

  public DeviceDockStore deviceDock() {
    return new JdbcDeviceDockStore(persistence);
  }

  public DeviceLinkStore deviceLinks() {
    return new JdbcDeviceLinkStore(persistence);
  }

  public EndUserStore endUsers() {
    return new JdbcEndUserStore(persistence);
  }

  public SetupSettingsStore setupSettings() {
    return new JdbcSetupSettingsStore(persistence);
  }

  public SetupAssistantStore setupAssistants() {
    return new JdbcSetupAssistantStore(persistence);
  }

  public AssignmentStore assignments() {
    return new JdbcAssignmentStore(persistence);
  }

  public AssignmentBoard assignmentBoard() {
    return new JdbcAssignmentBoard(persistence);
  }

  public AbmTokenStore abmTokens() {
    return new JdbcAbmTokenStore(persistence);
  }

  public AbmDeviceStore abmDevices() {
    return new JdbcAbmDeviceStore(persistence);
  }

  public AbmSyncStore abmSync() {
    return new JdbcAbmSyncStore(persistence);
  }

  public LargeFileStore largeFiles() {
    return new JdbcLargeFileStore(persistence);
  }

  public BootstrapPackageStore bootstrapPackages() {
    return new JdbcBootstrapPackageStore(persistence);
  }

  public AgreementStore agreements() {
    return new JdbcAgreementStore(persistence);
  }

  public MacSetupStore macSetups() {
    return new JdbcMacSetupStore(persistence);
  }

  public RecoveryKeyStore recoveryKeys() {
    return new JdbcRecoveryKeyStore(persistence);
  }

  public KeyRotationStore keyRotations() {
    return new JdbcKeyRotationStore(persistence);
  }

  public EnvelopeStore envelopes() {
    return new JdbcEnvelopeStore(persistence);
  }

  public DueKeyStore dueKeys() {
    return new JdbcDueKeyStore(persistence);
  }

  public DeclarationStore declarations() {
    return new JdbcDeclarationStore(persistence);
  }

  public HostDeclarationStore hostDeclarations() {
    return new JdbcHostDeclarationStore(persistence);
  }

  public StatusReportStore statusReports() {
    return new JdbcStatusReportStore(persistence);
  }

  public ReportedUpdateStore reportedUpdates() {
    return new JdbcStatusReportStore(persistence);
  }

  public PushRequestStore pushRequests() {
    return new JpaPushRequestStore(persistence);
  }

  public HostLockStore hostLocks() {
    return new JdbcHostLockStore(persistence);
  }

  public RecoveryLockStore recoveryLocks() {
    return new JdbcRecoveryLockStore(persistence);
  }

  public BypassCodeStore bypassCodes() {
    return new JdbcBypassCodeStore(persistence);
  }

  public DiskEncryptionStore diskEncryptions() {
    return new JdbcDiskEncryptionStore(persistence);
  }

  public EscrowCertificateStore escrowCertificates() {
    return new JdbcEscrowCertificateStore(persistence);
  }

  public HostEncryptionStore hostEncryptions() {
    return new JdbcHostEncryptionStore(persistence);
  }

  public EncryptionReportStore encryptionReports() {
    return new JdbcEncryptionReportStore(persistence);
  }

  public UnitOfWork unitOfWork() {
    return new JpaUnitOfWork(persistence);
  }

  Persistence persistence() {
    return persistence;
  }

  @Override
  public void close() {
    commandQueue.close();
    persistence.close();
  }
}
