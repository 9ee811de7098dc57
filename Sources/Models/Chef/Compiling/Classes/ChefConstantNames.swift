// Written by Tests/Oracles/chef-constants.rb.

/// The constants that some client from Chef 12 on defines, wherever: a name that is none of them is the program's own.
enum ChefConstantNames {
  static func have(_ name: String) -> Bool { names.contains(name) }

  static let names = Set(
    """
    ACCEPT_ENCODING ACE ACL AEAD_ALGORITHM AKEYLESS_VAULT_PROXY_ADDR AKeylessVault ALGORITHM ALLOWED_METHODS
    ALLOWED_START_TYPES APIErrorFormatting APISSLPolicy APIVersions APPLY APT_CONF_DIR APT_PREFERENCE_DIR
    ATTRIBUTES AUTOMATE AUTO_START AWSSecretsManager Acceptor ActionClass ActionCollection ActionRecord
    Addressable Aix AixInit AixUser AlternateGemEnvironment Alternatives AmbiguousProviderResolution
    AmbiguousRunlistSpecification AmbiguousYAMLFile ApiClient ApiClientV1 ApiProject ApiResource ApiUser
    ApiVersionRequestHandling Application Apply Apt AptPackage AptPreference AptRepository AptUpdate Arch
    Architecture ArchiveFile ArchiveFileIntegerFileMode Assertion AssertionFailure Assertions AttrArray
    Attribute AttributeAllowlist AttributeBlacklistConfiguration AttributeBlocklist AttributeNotFound
    AttributeTypeMismatch AttributeWhitelistConfiguration Attributes Audit AuditControlGroupDuplicate
    AuditData AuditEnforcer AuditError AuditEventProxy AuditMode AuditNameMissing AuditReporter AuditsFailed
    AuthCredentials Authentication Authenticator Automate Azure AzureKeyVault BACKSLASH BASE_URL
    BONDING_OPTS BOOTPROTO BREW_STAMP BREW_STAMP_DIR BRIDGE BROADCAST Backend Backup BadProxyURI Base Base64
    Bash BasicClient Batch Bff BffPackage Blacklist BootstrapCommandInputError Breakpoint BuildEssential
    CANARY CERT_SYSTEM_STORE_CURRENT_USER CERT_SYSTEM_STORE_LOCAL_MACHINE CERT_SYSTEM_STORE_SERVICES
    CERT_SYSTEM_STORE_USERS CGI CHEFCONFIG_ROOT CHEFUTILS_ROOT CHEF_APICLIENT CHEF_CHECKSUM
    CHEF_COOKBOOKVERSION CHEF_DATABAG CHEF_DATABAGITEM CHEF_ENVIRONMENT CHEF_NODE
    CHEF_ORGANIZATION_MANAGEMENT CHEF_RESOURCE CHEF_RESOURCECOLLECTION CHEF_RESOURCELIST CHEF_RESOURCESET
    CHEF_ROLE CHEF_ROOT CHEF_RUNLISTEXPANSION CHEF_SANDBOX CHEF_SERVER_FETCHERS CHEF_SERVER_REPORTERS
    CHEF_VERSIONS CHILD_STATE CHKCONFIG_MISSING CHKCONFIG_ON CHOCO_MISSING_MSG CLIENT COLLISION_WARNING
    COMBINED_COOKBOOK_CONSTRAINT COMMENTS_AND_WHITESPACE COMPARISON_FIELDS COMPLIANCE_ENTITLEMENT_ID
    COMPONENTS CONFIG CONFLICTING CONF_DIR CONTAINER_REF CONTENT_ENCODING CONTINUE_PENDING
    CONTROL_RESULT_SORT_ORDER COOKBOOK_SEGMENTS CP1252 CRON_ATTRIBUTES CRON_PATHS CRON_PATTERN
    CRYPT_EXPORTABLE Cab CabPackage CacheControlData CannotDetermineHomebrewOwner
    CannotDetermineHomebrewPath CannotDetermineNodeName CannotDetermineWindowsInstallerType
    CannotValidateStaticallyError CannotWritePrivateKey Certstore CheckEncrypted Checksum ChecksumMismatch
    Chef ChefClientConfig ChefClientCron ChefClientHabCaCert ChefClientLaunchd ChefClientScheduledTask
    ChefClientSystemdTimer ChefClientTrustedCertificate ChefConfig ChefContext ChefFS ChefGem
    ChefGemCompileTime ChefHandler ChefLog ChefNetHTTPExceptionExtensions ChefPlatformMethods
    ChefProvisioning ChefRest ChefServer ChefServerAutomate ChefSleep ChefSugar ChefUtils ChefUtilsWiring
    ChefVault ChefVaultSecret Cheffish Chefignore ChildConvergeError ChildRunContext Chocolatey
    ChocolateyConfig ChocolateyFeature ChocolateyInstaller ChocolateyPackage ChocolateySource ClassMethods
    ClearTextPassword Cli Client ClientSession ClientUpgraded Cloud Cmdlet CmdletResult CmdletStream Command
    CommandFailed CommandTimeout Comment CommonAPI CommonHelpers CompileErrorInspector Compliance
    ComplianceEnforcer Conditional ConditionalActionNotNothing Config ConfigFetcher ConfigValidation
    ConfigurationError ConfigurationGenerator ConfigurationInvalid ConflictingMembersInGroup Content
    ContentBase ContentLengthCounter ContentLengthMismatch Context ControlData ControlFailure
    ControlGroupData ConvergeActions ConvertToClassName Cookbook CookbookCacheCleaner
    CookbookChefVersionMismatch CookbookCollection CookbookCompiler CookbookFile CookbookFrozen
    CookbookLoader CookbookManifest CookbookManifestVersions CookbookMergingError CookbookNotFound
    CookbookNotFoundInRepo CookbookOhaiVersionMismatch CookbookResolveErrorInspector CookbookShadowing
    CookbookSiteStreamingUploader CookbookSyncErrorInspector CookbookSynchronizer CookbookUploader
    CookbookVersion CookbookVersionConflict CookbookVersionLoader CookbookVersionNameMismatch
    CookbookVersionSelection CookbookVersionsHandler CookieJar CookieManager Core Cp CreatePath Credentials
    Cron CronAccess CronD CronValidations Csh CurrentGemEnvironment CurrentValueDoesNotExist CustomResource
    DAYS DAYS_OF_MONTH DAYS_OF_WEEK DEBUG_EVENT_ID DEFAULT DEFAULTS_EXECUTABLE DEFAULT_ATTRIBUTES
    DEFAULT_COMPONENTS DEFAULT_CONSTRAINT DEFAULT_FLAGS DEFAULT_PARAMS DEFAULT_SERVER_API_VERSION
    DEFAULT_THREAD_SIZE DEFAULT_UA DEFAULT_UNINSTALLER_OPTS DEFLATE DELETE DEPENDENCIES
    DEPRECATED_CONFIG_VALUES DEPRECATED_OPTIONS DESCRIPTION DEVICE DIRECTORY_SPEC_DEFAULTS DIR_SUFFIX
    DISABLED DISALLOWED_MUTATOR_METHODS DNF_HELPER DOCS DOWNLOADS_URL DPKG_INSTALLED DPKG_REMOVED
    DPKG_VERSION DSC DSCL_PROPERTY_MAP DSCModuleNameMissing DSL Daemon DataBag DataBagItem DataCollector
    DataQuery Deb Debian DeclareResource Decompressor Decorator DecryptionFailure Decryptor DeepMerge
    DeepMergeCache Default DefaultGuardInterpreter DefaultHeaders DefaultPaths DefaultSSLPolicy
    DefaultThreadPool Definitions DeflateInflater DelayedEvaluator Dependency DependencyInstaller Deploy
    DeployBranch DeployResource DeployRevision Deprecated DeprecatedExitCode DeprecatedFeatureError
    DeprecatedInstanceVariable DeprecatedLWRPClass DeprecatedLanguageModule DeprecatedObjectProxyBase
    Deprecation DescendantsTracker Description Diff Digest Digester Dir Directory DirectorySpec Dispatcher
    Dist DmgPackage Dnf DnfPackage DnfPackageAllowDowngrade Doc DoppelGangerClient DoppelGangerSession DotD
    Dpkg DpkgPackage DriverName DscResource DscScript Dscl DsclCommandFailed DsclUser Dumper
    DuplicateDataBagItem DuplicateRole Dynamic EAGER_LOAD_LIBRARIES ENCODING_GZIP_DEFLATE ENFORCE_LICENSE
    ENUM_METHODS ENVIRONMENT_PROPERTIES ENV_PATTERN ERB ERROR_EVENT_ID ERROR_FILE_NOT_FOUND
    ERROR_INSUFFICIENT_BUFFER ERROR_MORE_DATA ERROR_RESOURCE_NAME_NOT_FOUND ERROR_RESOURCE_TYPE_NOT_FOUND
    ETHTOOL_OPTS EVENT_CATEGORY_ID EXEC EasyInstall EasyInstallPackage Editor EnableAdminAccount
    EnableGuestAccount EnclosingDirectoryDoesNotExist EncodeError EncryptedDataBagItem
    EncryptedDataBagRequirementsFailure EncryptionFailure Encryptor EnforceOwnershipAndPermissions
    EntitlementError Entry Env Environment EnvironmentNotFound ErlCall ErlResource ErrorDescription
    ErrorHandlers ErrorInspectors ErrorMapper ErrorReport Erubis Etc EventDispatch EventLoggers
    EventsOutputStream Example Exceptions Exe Exec Execute ExitCode ExpandNodeObject Extensions FALSE_FRIEND
    FATAL_EVENT_ID FFI_Yajl FILETYPES_SUBJECT_TO_IGNORE FORBIDDEN_IVARS FORMAT_MESSAGE_FROM_SYSTEM
    FORMAT_MESSAGE_IGNORE_INSERTS FTP FTPError FakeShellOut FalseClass FastXS FetchFailed Fetcher File
    FileAccessControl FileCache FileClass FileContentManagement FileContentStagingError FileEdit
    FileNotFound FileSystemFileVendor FileTypeMismatch FileUtils FileVendor ForceLogoffWhenHourExpire
    Formatter Formatters Freebsd FreebsdPackage FreebsdPkgProvider FromFile FullDSL FuzzyHostnameMatcher
    GATEWAY GEM GEMS GET GIT_VERSION_PATTERN GLOBAL_CONFIG_HASHES GROUPINGS GZIP Gem GemEnvironment
    GemInstaller GemPackage GemRequirementConflict Generic Gentoo GetSourceFromPackage Git Gpasswd Group
    GroupIDNotFound Groupadd Groupmod GuardInterpreter GzipInflater HEAD HIDDEN_IVARS HOST_LOWER HTTP
    HTTPClientException HTTPError HTTPFatalError HTTPRequest HTTPResponse HTTPRetriableError HTTPS
    HTTPServerException HWADDR HWND_BROADCAST Habitat HabitatConfig HabitatInstall HabitatPackage
    HabitatService HabitatSup HabitatSupSystemd HabitatSupWindows HabitatUserToml Handler HashiVault Help
    Helpers Homebrew HomebrewCask HomebrewPackage HomebrewTap HomebrewUpdate HomebrewUser Hostname
    HttpRequest IDENTITY IDLE_CONTROL_CODE INFINITE INFO_EVENT_ID INFRA_ENTITLEMENT_ID INTERFACES_DOT_D_DIR
    INTERFACES_FILE IO IPADDR IPAddr ISO8601 ISSUES_URL IdentityNotFound Ifconfig IllegalChecksumRevert
    IllegalVersionConstraint ImmutableArray ImmutableAttributeModification ImmutableMash Immutablize
    ImmutablizeArray ImmutablizeHash IncludeAttribute IncludeRecipe IndentableOutputStream Infra Init
    InitialSize InlineResources Input InputCollection Inspec InspecInput InspecWaiver InspecWaiverFileEntry
    Insserv InsufficientPermissions Internal InternalApi Introspection InvalidClientAttribute
    InvalidCommandOption InvalidCookbookVersion InvalidDataBagItemID InvalidDataBagName InvalidDataBagPath
    InvalidEnvironmentPath InvalidEnvironmentRunListSpecification InvalidEventType InvalidFetcherService
    InvalidHomeDirectory InvalidKeyArgument InvalidKeyAttribute InvalidParameter InvalidPath
    InvalidPlatformVersion InvalidPolicybuilderCall InvalidPrivateKey InvalidRedirect InvalidRemoteFileURI
    InvalidRemoteGitReference InvalidResourceReference InvalidResourceSpecification InvalidRunListItems
    InvalidSearchQuery InvalidSecretName InvalidSymlink InvalidUserAttribute InvalidVersionConstraint
    Invokercd Ips IpsPackage JRUBY_PLATFORM JSON JSONCompat JSONInput JSONOutput JSONToModelOutput
    JSON_CLASS JSON_MAX_NESTING Json JsonAutoInflate JsonFile KEEPERS KITCHEN_CONTEXT_ENV_NAME KNIFE_DOCS
    KernelModule Key KeyCommandInputError Knife KnifeBootstrapApis Ksh LCMParser LC_VARIABLES LEADERS
    LEGACY_CONF_DIR LICENSE LIST_APT_KEYS LIST_APT_KEY_FINGERPRINTS LOCALE_CONF LOCALE_PLATFORM_FAMILIES
    LOCALE_REGEX LOGON32_LOGON_NETWORK LOGON32_PROVIDER_DEFAULT LOG_CATEGORY_ID LOG_LEVEL LOG_LOCATION
    LONG_DESCRIPTION LSAAnonymousNameLookup LWRPBase Language LanguageIncludeAttribute LanguageIncludeRecipe
    Launchd LaunchdHashProperty Lazy LazyArray LazyModuleInclude LicenseAcceptance Licensing LicensingConfig
    Link Linux LinuxUser LocalConfigurationManager LocalFile LocalListen LocalMode Locale LocaleLcAll
    Location LocklessLogDevice LockoutBadCount LockoutDuration Log Logger LogonSession MAINTAINER
    MAINTAINER_EMAIL MANUAL MAPPING MASK MASTER MAX_DISPLAY_TEXT_LENGTH MAX_MESSAGE_LENGTH MD5 METRIC MONTHS
    MSI MTU MULTIPLE_RESOURCE_MATCH MUTATOR_METHODS MacUser MacosPkg MacosUserDefaults Macosx MacosxService
    Macports MacportsPackage MainContextExtensions ManifestV0 ManifestV2 Mash MashyArray MaximumPasswordAge
    MaximumSize Mdadm MessageHelpers Messages Metadata MetadataNotFound MetadataNotValid MethodMissing
    Minimal MinimalMetadata MinimumPasswordAge MinimumPasswordLength MissingCookbookDependency
    MissingFetcher MissingKeyAttribute MissingLibrary MissingParentDirectory MissingRole MissingSecretName
    Mixin Mixlib ModelWrapper MonoLogger Mount Msu MsuPackage MultipartStream MultipleDscResourcesFound
    MultipleFailures MultipleIdentityError MultiresourceMatch MvUnix MvWindows NAME NAMELESS_RESOURCE_MATCH
    NETMASK NETWORK NETWORK_ERROR_CLASSES NIL NIL_ARGUMENT NOT_PASSED NO_ERROR NULL NULL_ARG Name
    NamedDataBagWrapper NamespaceCollisions Net NetGroup NetUse NetUser NetworkFile NewAdministratorName
    NewGuestName NoAuditsProvided NoCredentialsFound NoProviderAvailable NoSuchAttribute NoSuchResourceType
    NoWindowsPackageSource Node NodeLoadErrorInspector NodeMap Noop NoopInflater Notification NotifyGroup
    NotifyingBlock NullFormatter NullLogger OFFICIAL_PLUGINS OHAI_VERSIONS OMNITRUCK_URL ONBOOT ONPARENT OPS
    OPSCODE_HOSTED_CHEF_ACCESS_CONTROL OS OVERRIDE_COMPONENTS ObjectCoreExtensions ObjectUIExtensions
    ObsoleteDependencySyntax Ohai OhaiHint OnCalendar OnlyApiVersion0SupportedForAction OpenSSL
    OpenSSLHelper Openbsd OpenbsdPackage OpensslDhparam OpensslEcPrivateKey OpensslEcPublicKey
    OpensslRsaPrivateKey OpensslRsaPublicKey OpensslX509Certificate OpensslX509Crl OpensslX509Request
    Options Org OsxProfile Override PACKAGE_NAME_PATTERN PASSWORD PASSWORD_FILE PATCH PATENTS
    PATHFINDING_POWERSHELL_COMMAND PATTERN PAUSED PAUSE_PENDING PIDFileLockfileMatch PLATFORMS
    PLISTBUDDY_EXECUTABLE PLIST_DIRS PLUTIL_EXECUTABLE PLUTIL_FORMAT_MAP PORTS_REG_KEY POST PREDEFINED
    PRINTERS_REG_KEY PRIORITY PRIVACY PRIVILEGE_OPTS PROD PRODUCT PROPERTY_TO_PS_MAP PROTOCOL_VERSION
    PROVIDING PSCredential PUT Package PackageMisc PackageTask Pacman PacmanPackage Paludis PaludisPackage
    ParallelMap ParamsValidate ParseError Parser Passwd PasswordComplexity PasswordHistorySize PathHelper
    PathHelpers PathSanity Pathname Perl PersistentSet Pkg Pkgng Platform PlatformDependentValue
    PlatformFamily PlatformFamilyDependentValue PlatformIntrospection PlatformVersion Plist PlistResource
    PlistUtilCommandFailed PolicyBuilder Policyfile PolicyfileCompatMode PolicyfileError Port PortName
    PortNumber Portage PortagePackage PortsHelper PowerShell Powershell PowershellCmdletException
    PowershellExec PowershellOut PowershellPackage PowershellPackageSource PowershellScript
    PowershellTypeCoercions PriorityMap PrivateKeyMissing Profile ProfileCollection Properties Property
    PropertyNameCollision Protocol Provider ProviderHandlerMap ProviderNotFound ProviderPriorityMap
    ProviderResolver Provides ProxifiedSocket PureRuby Pw PwUser Pwsh Python PythonHelper QUALIFIED_RECIPE
    QUALIFIED_ROLE QUERY_PARAM_VALUE Query RAILS_ASSET_ID RC_CONF_LOCAL_PATH RC_CONF_PATH RC_D_SCRIPT_NAME
    RECIPES RECOMMENDATIONS REPLACING RESERVED_NAMES REST RESTApiExtensions RESTRequest REXML RPMDb
    RPMDbPackage RPMDependency RPMPackage RPMProvide RPMRequire RPMUtils RPMVersion RUNLEVELS RUNNING
    RUN_COMPLETED_EVENT_ID RUN_FAILED_EVENT_ID RUN_STARTED_EVENT_ID RUN_START_EVENT_ID ReaderHelpers Reboot
    RebootFailed RebootPending Rebooter Recipe RecipeDefinitionDSLCore RecipeNotFound RecipeUIExtensions
    Redhat RedirectLimitExceeded RegKeyValuesDataMissing RegKeyValuesTypeMissing Registration
    RegistrationErrorInspector Registry RegistryHelper RegistryKey RegistryUninstallEntry RemoteDirectory
    RemoteFile RemoteFileVendor RemoteRequestID RenderHelpers Reporter RequestID RequestedUIDUnavailable
    RequireLogonToChangePassword ReservedNames ResetLockoutCount Resolv Resource ResourceBuilder
    ResourceCloning ResourceCollection ResourceCollectionSerialization ResourceDefinition
    ResourceDefinitionList ResourceFailureInspector ResourceGuardInterpreter ResourceHandlerMap
    ResourceHelpers ResourceInfo ResourceInspector ResourceList ResourceNameWithoutProvides ResourceNotFound
    ResourcePriorityMap ResourceReport ResourceReporter ResourceRequirements ResourceResolver ResourceSet
    ResourceStore ResourceUpdate Resources ResponseExts RestError RestOperationFailed RestResource
    RestTargetError RestTimeout RetrievalError Revision RhsmErrata RhsmErrataLevel RhsmRegister RhsmRepo
    RhsmSubscription Role RoleNotFound Route Rpm RpmPackage RspecFormatter Ruby RubyBlock Rubygems
    RunCommand RunContext RunEndMessage RunFailedWrappingError RunList RunListExpansion
    RunListExpansionErrorInspector RunListExpansionFromAPI RunListExpansionFromDisk RunListExpansionIsh
    RunListItem RunLock RunLockTimeout RunStartMessage RunStatus Runner SC_ACTION_NONE SC_ACTION_REBOOT
    SC_ACTION_RESTART SC_ACTION_RUN_COMMAND SC_ENUM_PROCESS_INFO SC_MANAGER_ALL_ACCESS SC_MANAGER_CONNECT
    SC_MANAGER_CREATE_SERVICE SC_MANAGER_ENUMERATE_SERVICE SC_MANAGER_LOCK SC_MANAGER_MODIFY_BOOT_CONFIG
    SC_MANAGER_QUERY_LOCK_STATUS SC_STATUS_PROCESS_INFO SECRET_FETCHERS
    SEEN_PROFILE_UNNECESSARY_CONTROL_FIELDS SEEN_PROFILE_UNNECESSARY_FIELDS SELinux SERVER SERVER_CONF_DIR
    SERVER_CTL SERVER_DOCS SERVER_PRODUCT SERVICE_ACCEPT_HARDWAREPROFILECHANGE SERVICE_ACCEPT_NETBINDCHANGE
    SERVICE_ACCEPT_PARAMCHANGE SERVICE_ACCEPT_PAUSE_CONTINUE SERVICE_ACCEPT_POWEREVENT
    SERVICE_ACCEPT_PRESHUTDOWN SERVICE_ACCEPT_SESSIONCHANGE SERVICE_ACCEPT_SHUTDOWN SERVICE_ACCEPT_STOP
    SERVICE_ACCEPT_TIMECHANGE SERVICE_ACCEPT_TRIGGEREVENT SERVICE_ACTIVE SERVICE_ADAPTER SERVICE_ALL_ACCESS
    SERVICE_AUTO_START SERVICE_BOOT_START SERVICE_CHANGE_CONFIG SERVICE_CONFIG_DELAYED_AUTO_START_INFO
    SERVICE_CONFIG_DESCRIPTION SERVICE_CONFIG_FAILURE_ACTIONS SERVICE_CONFIG_FAILURE_ACTIONS_FLAG
    SERVICE_CONFIG_PRESHUTDOWN_INFO SERVICE_CONFIG_REQUIRED_PRIVILEGES_INFO SERVICE_CONFIG_SERVICE_SID_INFO
    SERVICE_CONTINUE_PENDING SERVICE_CONTROL_CONTINUE SERVICE_CONTROL_DEVICEEVENT
    SERVICE_CONTROL_HARDWAREPROFILECHANGE SERVICE_CONTROL_INTERROGATE SERVICE_CONTROL_NETBINDADD
    SERVICE_CONTROL_NETBINDDISABLE SERVICE_CONTROL_NETBINDENABLE SERVICE_CONTROL_NETBINDREMOVE
    SERVICE_CONTROL_PARAMCHANGE SERVICE_CONTROL_PAUSE SERVICE_CONTROL_POWEREVENT SERVICE_CONTROL_PRESHUTDOWN
    SERVICE_CONTROL_SESSIONCHANGE SERVICE_CONTROL_SHUTDOWN SERVICE_CONTROL_STOP SERVICE_CONTROL_TIMECHANGE
    SERVICE_CONTROL_TRIGGEREVENT SERVICE_DEMAND_START SERVICE_DISABLED SERVICE_DRIVER
    SERVICE_ENUMERATE_DEPENDENTS SERVICE_ERROR_CRITICAL SERVICE_ERROR_IGNORE SERVICE_ERROR_NORMAL
    SERVICE_ERROR_SEVERE SERVICE_FILE_SYSTEM_DRIVER SERVICE_INACTIVE SERVICE_INTERACTIVE_PROCESS
    SERVICE_INTERROGATE SERVICE_KERNEL_DRIVER SERVICE_NO_CHANGE SERVICE_PAUSED SERVICE_PAUSE_CONTINUE
    SERVICE_PAUSE_PENDING SERVICE_QUERY_CONFIG SERVICE_QUERY_STATUS SERVICE_RECOGNIZER_DRIVER SERVICE_RIGHT
    SERVICE_RUNNING SERVICE_START SERVICE_START_PENDING SERVICE_STATE_ALL SERVICE_STOP SERVICE_STOPPED
    SERVICE_STOP_PENDING SERVICE_SYSTEM_START SERVICE_TYPE_ALL SERVICE_USER_DEFINED_CONTROL SERVICE_WIN32
    SERVICE_WIN32_OWN_PROCESS SERVICE_WIN32_SHARE_PROCESS SE_PRIVILEGE_ENABLED SFTP SHA1 SHELL SHELL_CONF
    SHORT SID SINGLE_RESOURCE_MATCH SLASH SLAVE SMTO_ABORTIFHUNG SMTO_BLOCK SMTO_NOTIMEOUTIFNOTHUNG
    SNMPEnabled SOLO SOLOEXEC SOURCE SOURCE_CONTEXT_WINDOW SOURCE_URL SPECIAL_PATTERN SPECIAL_TIME_VALUES
    STAFF_GROUP_ID STAMP_DIR STANDARD_OPS START_PENDING STATUS_MESSAGE STDERR_FD STDOUT_FD STOPPED
    STOP_PENDING SUGGESTIONS SUPPORTED_API_VERSIONS SUPPORTED_AUTH_TYPES SUPPORTED_COMMANDS
    SUPPORTED_FETCHERS SUPPORTED_REPORTERS SUPPORTED_SECRETS_PROVIDERS SVN_INFO_PATTERN SYSLOG SYSTEM_USER
    SYSTEM_USERS Sandbox ScanAccessControl Scm Script Search SearchIndex Secret SecretFetcher Securable
    Security Selinux SelinuxBoolean SelinuxFcontext SelinuxInstall SelinuxLogin SelinuxModule
    SelinuxPermissive SelinuxPort SelinuxState SelinuxUser Server ServerAPI ServerAPIVersions Service
    ServiceHelpers ServicePriorityInit Set SetOrReturnProperty Shadow ShareName Shared Shell ShellOut
    ShellSession SigInt SigTerm SignedHeaderAuth Simple SimpleJSON SlowReport SmartOS SmartosPackage Snap
    SnapPackage SnapTM SocketlessChefZeroClient Solaris SolarisPackage SolarisUser Solo SoloLegacySession
    SoloSession SolrConnectionError SpecFetcher Specification SshKnownHostsEntry StaleAttributeRead
    StandAloneSession StateTracking StateTrackingArray StepableIterator StreamHandler StreamPart String
    StringPart SubclassDirective Subversion Sudo Support SupportsProperty Suse SwapFile Symbol SyntaxCheck
    Sysctl Syslog Systemd SystemdUnit TIMEOUT TIMEOUT_OPTS TIMEOUT_REGEX TOKEN_ADJUST_PRIVILEGES TOKEN_QUERY
    TOML TRANSFER_CHUNK_SIZE TargetIO Tempfile Template TemplateContext TemplateError TemplateFinder
    ThreadedJobQueue Timestamped TimestampedDeploy Timezone ToTextHash Toml Tomlrb Train TrainCompat
    TrainHelpers TrainTransport TrueClass UA_COMMON UID_MAX UINT UNINSTALL_SUBKEY UNIVERSAL_OPTIONS
    UPDATE_OPTIONS UPDATE_RC_D_ENABLED_MATCHES UPDATE_RC_D_PRIORITIES UPLOADED_COOKBOOK_VERSION_FILE
    UPSTART_STATE_FORMAT URI URI_SCHEME_DEFAULT_PORT USER USER_AGENT USER_CONF_DIR USER_INFO_3_TRANSFORM
    USER_PLIST_DIRECTORY UTC UUIDFetcher UUIDTools UnacceptableEncryptedDataBagItemFormat
    UnavailableEventLogger Unchain Unformatter UnifiedMode UnifiedModeBeforeSubscriptionEarlierResource
    UnifiedModeImmediateSubscriptionEarlierResource Uninstaller Universal Unix UnknownEventLogger
    UnknownFormatter UnparsableConfigOption UnresolvableGitReference UnresolvedSecret UnresolvedSubscribes
    UnsatisfiableRunListItem UnsupportedAction UnsupportedCipher UnsupportedEncryptedDataBagItemFormat
    UnsupportedFeature UnsupportedPlatform UnsupportedSecretsProvider Upstart Uris UseInlineResources User
    UserContext UserIDNotFound UserUlimit UserV1 Useradd Usermod Util Utils VALID VALID_DAYS_OF_MONTH
    VALID_ID VALID_MONTHS VALID_NAME VALID_VALUE_HASH_KEYS VALID_WEEKS VALID_WEEK_DAYS VERSION
    VERSIONED_UNQUALIFIED_RECIPE VERSION_CLASS VERSION_CONSTRAINTS VFSTAB VLAN ValidateContentLength
    ValidationFailed Verification VerificationNotFound VerifyFile VerifyNoneSSLPolicy VerifyPeerSSLPolicy
    Version Version0Decryptor Version1Decryptor Version1Encryptor Version2Decryptor Version2Encryptor
    Version3Decryptor Version3Encryptor VersionConstraint VersionString VersionedAPI VersionedAPIFactory
    VersionedRecipeList Virtualization VividMash Volume WAIT_FAILED WAIT_OBJECT_0 WAIT_TIMEOUT WARN_EVENT_ID
    WEBSITE WEBrick WEEKDAYS WEEKDAY_SYMBOLS WEEKS_OF_MONTH WINDOWS_EC2_CONFIG WIN_AUDIT_SUBCATEGORIES
    WIN_MAX_PATH WM_SETTINGCHANGE WORD_TYPES WORKSTATION_ENTITLEMENT_ID Waiver WaiverCollection WantedBy
    Warnings Which Whitelist WhyRun WhyrunSafeRubyBlock WideString Win32 Win32APIError
    Win32APIFunctionNotImplemented Win32ArchitectureIncorrect Win32NotWindows Win32RegArchitectureIncorrect
    Win32RegBadType Win32RegBadValueSize Win32RegDataMissing Win32RegHiveMissing Win32RegKeyMissing
    Win32RegNoRecursive Win32RegTypeDoesNotExist Win32RegTypesMismatch Win32RegValueExists
    Win32RegValueMissing Win32ServiceConstants WinEvt Windows WindowsAdJoin WindowsArchitectureHelper
    WindowsAuditPolicy WindowsAutorun WindowsCertificate WindowsDefender WindowsDefenderExclusion
    WindowsDfsFolder WindowsDfsNamespace WindowsDfsServer WindowsDnsRecord WindowsDnsZone WindowsEnv
    WindowsEnvHelper WindowsEventLogger WindowsFeature WindowsFeatureDism WindowsFeaturePowershell
    WindowsFirewallProfile WindowsFirewallRule WindowsFont WindowsMacros WindowsNotAdmin WindowsPackage
    WindowsPagefile WindowsPath WindowsPrinter WindowsPrinterPort WindowsScript WindowsSecurableAttributes
    WindowsSecurityPolicy WindowsService WindowsShare WindowsShortcut WindowsTask WindowsUac
    WindowsUpdateSettings WindowsUser WindowsUserPrivilege WindowsWorkgroup Workstation
    WorkstationConfigLoader XMLEscape YAML YUM_HELPER Yaml Yum YumCache YumPackage YumRepository YumTM ZERO
    ZEROEXEC ZONE Zero Zypper ZypperPackage ZypperRepository
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
