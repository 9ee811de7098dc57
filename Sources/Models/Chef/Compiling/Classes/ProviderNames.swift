/// The classes below `Chef::Provider` that any client has, or had: a provider that none of them has is the cookbook's own.
enum ProviderNames {
  static func have(_ name: String) -> Bool { names.contains(name) }

  private static let names = Set(
    """
    AptPreference AptRepository AptUpdate Batch BreakPoint Breakpoint ChefGem ChefHandler CookbookFile Cron Deploy
    Directory DscResource DscScript Env ErlCall Execute File Git Group HomebrewCask HomebrewTap HttpRequest Ifconfig
    InlineResources LWRPBase Launchd Link Log MacosUserDefaults Mdadm Mount MsuPackage Noop Ohai OsxProfile Package
    PowershellScript Reboot RegistryKey RemoteDirectory RemoteFile ResourceUpdate RhsmErrata Route RubyBlock Script
    Service Subversion SystemdUnit Template TemplateFinder User WhyrunSafeRubyBlock WindowsEnv WindowsPath
    WindowsScript WindowsTask YumRepository ZypperRepository Windows Yum Zypper Apt Systemd Upstart
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
